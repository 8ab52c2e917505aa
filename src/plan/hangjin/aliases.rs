//! Names under which the indicators are published elsewhere: in the national monitoring reports, yearbooks and statistical
//! forms. A name that means another population or another measurement is none.

use crate::values::Text;

macro_rules! names {
    ($($name:literal)+) => { &[$(Text::from_static($name)),+] };
}

/// Id and other names.
const ALIASES: &[(&str, &[Text])] = &[
    ("female-life-expectancy", names!["女性人均预期寿命" "女性平均预期寿命" "妇女平均预期寿命"]),
    ("under-5-mortality-rate", names!["五岁以下儿童死亡率"]),
    ("cervical-cancer-screening-rate", names!["适龄妇女宫颈癌筛查率"]),
    ("breast-cancer-screening-rate", names!["适龄妇女乳腺癌筛查率"]),
    ("immunisation-coverage", names!["适龄儿童国家免疫规划疫苗接种率"]),
    ("senior-secondary-gross-enrolment-rate", names!["高中阶段毛入学率"]),
    ("rural-tap-water-coverage", names!["农村自来水普及率"]),
    ("rural-sanitary-toilet-coverage", names!["农村卫生厕所普及率"]),
    ("senior-secondary-myopia-rate", names!["高中生近视率"]),
    (
        "pupil-fitness-good-rate",
        names!["中小学生国家学生体质健康标准达到优良的比例" "国家学生体质健康标准达标优良率"],
    ),
    (
        "paediatricians-per-1000-children",
        names!["每千名儿童儿科执业（助理）医师" "每千名儿童拥有儿科执业（助理）医师数"],
    ),
    ("paediatric-beds-per-1000-children", names!["每千名儿童床位" "每千名儿童床位数"]),
    ("child-injury-mortality-rate", names!["18岁以下儿童伤害死亡率"]),
    ("women-share-of-employed", names!["全部就业人员中女性比重" "就业人员中女性比例"]),
    ("women-share-of-urban-unit-employed", names!["城镇单位就业人员中女性比例" "城镇单位就业人员中女性比重"]),
    ("women-share-of-village-committee", names!["村委会成员中女性比例"]),
    ("women-share-of-village-committee-heads", names!["村委会主任中女性比例"]),
];

/// The other names of an indicator.
pub(super) const fn of(id: &str) -> &'static [Text] {
    let mut rest = ALIASES;
    while let [(known, names), more @ ..] = rest {
        if same(known.as_bytes(), id.as_bytes()) {
            return names;
        }
        rest = more;
    }
    &[]
}

const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}
