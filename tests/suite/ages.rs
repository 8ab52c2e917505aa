//! Age groups: the forms in which tables write them, and the rows of an age group.

use dabiao::{
    Catalogue, Observation, Record, Year,
    data::FindingKind,
    indicators::{CERVICAL_CANCER_SCREENING, UNDER_5_MORTALITY_RATE},
    values::{AgeGroup, Disaggregation, Sex, per_mille},
};
use proptest::prelude::*;

/// What is written, and its wire form.
#[test]
fn the_forms_of_tables_are_read() {
    let forms: [(&str, &[&str]); 11] = [
        (
            "0-6y",
            &[
                "0—6岁",
                "０～６岁",
                "0-6周岁",
                "0至6岁",
                "aged 0-6",
                "0-6 years",
                "0 to 6 years old",
                "Y0T6",
                "0-6",
                "0-6岁组",
                "6岁及以下",
                "≤6岁",
                "Y_LE6",
            ],
        ),
        (
            "0-4y",
            &[
                "5岁以下",
                "未满5岁",
                "不满五岁",
                "<5岁",
                "小于5岁",
                "5岁以内",
                "under 5",
                "younger than 5 years",
                "Y_LT5",
            ],
        ),
        (
            "60y+",
            &[
                "60岁及以上",
                "60岁以上",
                "六十岁及以上",
                "≥60岁",
                "60+",
                "60 and over",
                "60 years and older",
                "Y_GE60",
                "大于等于60岁",
            ],
        ),
        (
            "0-5m",
            &[
                "6个月内",
                "6个月以内",
                "6月龄以下",
                "未满6个月",
                "under 6 months",
                "0-5 months",
                "M0T5",
                "M_LT6",
            ],
        ),
        ("6-23m", &["6-23月龄", "6—23个月", "6-23 months"]),
        ("6-71m", &["6个月-5岁"]),
        ("3-6y", &["3—6岁", "三至六岁", "3到6周岁"]),
        ("15-49y", &["15—49岁", "十五至四十九岁", "Y15T49"]),
        ("12y", &["12岁", "12岁组", "age 12", "Y12"]),
        ("0-15y", &["未满十六周岁", "十六周岁以下"]),
        ("total", &["合计", "total", "all", "_T", "全部年龄", "0岁及以上", "", " ", "of all ages"]),
    ];
    for (code, written) in forms {
        for text in written {
            assert_eq!(text.parse::<AgeGroup>().map(|age| age.to_string()), Ok(code.into()), "`{text}`");
        }
    }
    // A unit said twice, in front as the codes have it and behind, is none, nor a code behind the word of another.
    let twice = ["Y5岁", "Y5M", "M5岁", "Y0T4M", "M0T5岁", "M_LTY5", "under Y5"];
    let others =
        ["老年", "6岁-3岁", "-3岁", "0-6岁儿童", "200岁", "5岁以下以上", "<5岁以下", "2024", "0岁以下", "岁"];
    for wrong in others.into_iter().chain(twice) {
        let error = wrong.parse::<AgeGroup>().unwrap_err();
        assert!(error.zh().contains("6个月内") && error.to_string().contains("under 5"), "{wrong}: {error}");
    }
}

/// 以下 leaves the age out and 及以下 takes it in; neighbours meet and do not overlap.
#[test]
fn at_just_below_and_just_above() {
    let age = |text: &str| text.parse::<AgeGroup>().unwrap();
    assert!(age("5岁以下").contains(age("4岁")) && !age("5岁以下").contains(age("5岁")));
    assert!(age("5岁及以下").contains(age("5岁")) && !age("5岁及以下").contains(age("6岁")));
    assert!(age("60岁以上").contains(age("60岁")) && !age("60岁以上").contains(age("59岁")));
    assert!(
        age("6个月内").contains(AgeGroup::months(5, 5)) && !age("6个月内").contains(AgeGroup::months(6, 6))
    );
    assert!(
        age("0-4岁").contains(AgeGroup::months(59, 59)) && !age("0-4岁").contains(AgeGroup::months(60, 60))
    );
    assert!(AgeGroup::TOTAL.contains(age("60岁以上")) && !age("60岁以上").contains(AgeGroup::TOTAL));
    assert_eq!(AgeGroup::years(6, 3), AgeGroup::years(3, 6));
    let words = ["0—5个月", "60岁及以上", "12岁", "全部年龄"];
    let groups = ["0-5m", "60y+", "12y", "total"].map(age);
    assert_eq!(groups.map(AgeGroup::zh), words);
    assert_eq!(groups.map(AgeGroup::en), ["aged 0-5 months", "aged 60 and over", "aged 12", "of all ages"]);
}

proptest! {
    /// The wire form, and the words in either language, come back as what they were.
    #[test]
    fn every_form_comes_back(one in 0_u8..=120, other in 0_u8..=120, form in 0_u8..3) {
        let group = match form {
            0 => AgeGroup::years(one, other),
            1 => AgeGroup::months(one, other),
            _ => AgeGroup::years_from(one),
        };
        for text in [group.to_string(), group.zh(), group.en()] {
            prop_assert_eq!(text.parse(), Ok(group), "{}", text);
        }
        prop_assert!(AgeGroup::TOTAL.contains(group) && group.contains(group));
    }

    /// Any text is read or refused, and never more.
    #[test]
    fn no_text_stops_the_reading(text in "[0-9０-９岁周个月龄以上下内及未满<>≤≥+—~a-z -]{0,16}") {
        if let Ok(group) = text.parse::<AgeGroup>() {
            prop_assert_eq!(group.to_string().parse(), Ok(group));
        }
    }
}

fn of_age(age: &'static str, value: &'static str) -> Record<'static> {
    Record { indicator: "5岁以下儿童死亡率", period: "2024", value, age, ..Record::default() }
}

/// An indicator that speaks of an age: a row of that age, of no age or of all is its figure; a group inside is a part, and any
/// other is another population.
#[test]
fn an_indicator_of_an_age_takes_its_own() {
    let catalogue = Catalogue::hangjin();
    for age in ["", "5岁以下", "0-4岁", "合计"] {
        let row = of_age(age, "5.1").read(&catalogue).unwrap();
        let data = catalogue.data([row]);
        assert_eq!((data.findings(), data.unused()), (&[][..], 0), "{age}");
        let evaluator = dabiao::Evaluator::new(&catalogue);
        let report = evaluator.report(data.area("").unwrap(), Year::literal(2024)).unwrap();
        let row = report.row("children.health.g3.under-5-mortality-rate").unwrap();
        assert_eq!(row.assessment().outcome, dabiao::Outcome::Met, "{age}");
    }
    let part = catalogue.data([of_age("1—4岁", "0.9").read(&catalogue).unwrap()]);
    let [finding] = part.findings() else { panic!("{:?}", part.findings()) };
    assert!(matches!(&finding.kind, FindingKind::PartUnused { rows: 1, .. }), "{finding}");
    assert!(finding.kind.to_string().contains("under-5 mortality rate 2024, aged 1-4"), "{finding}");
    let other = catalogue.data([of_age("0-17岁", "9").read(&catalogue).unwrap()]);
    let [finding] = other.findings() else { panic!("{:?}", other.findings()) };
    assert_eq!(
        finding.kind.to_string(),
        "the indicator speaks of persons aged 0-4, and this is a figure of persons aged 0-17, which is another one; not used"
    );
    assert_eq!(finding.kind.zh(), "该指标指0—4岁，此行是0—17岁的数，属于另一指标；未使用");
    assert_eq!(other.refused(), 1);
}

/// Age words around the name of an indicator, and beside the age column.
#[test]
fn ages_in_names_are_read() {
    let catalogue = Catalogue::hangjin();
    let read =
        |name: &str| catalogue.read_name(name).map(|read| (read.card.id.to_string(), read.disaggregation));
    let (id, part) = read("1—4岁5岁以下儿童死亡率").unwrap();
    assert_eq!((&*id, part), ("under-5-mortality-rate", Disaggregation::TOTAL.of_age(AgeGroup::years(1, 4))));
    let (id, part) = read("其中：农村60岁以上女性孕产妇死亡率（1/10万）").unwrap();
    assert_eq!(id, "maternal-mortality-ratio");
    assert_eq!((part.sex, part.age), (Sex::Female, AgeGroup::years_from(60)));
    assert_eq!(read("孕产妇死亡率（15—49岁）").unwrap().1.age, AgeGroup::years(15, 49));
    // A month of the year is no age.
    assert!(read("6月孕产妇死亡率").is_err());
    let twice = Record {
        indicator: "孕产妇死亡率（15—49岁）",
        period: "2024",
        value: "12",
        age: "20-49岁",
        ..Record::default()
    };
    let errors = twice.read(&catalogue).unwrap_err();
    assert_eq!((errors.len(), errors[0].column()), (1, "age"));
}

/// On the wire an age group is a text, and a card names its own.
#[test]
fn ages_on_the_wire() {
    let row = UNDER_5_MORTALITY_RATE
        .observe(Year::literal(2024), per_mille("0.9"))
        .among(Disaggregation::FEMALE.of_age(AgeGroup::years(1, 4)));
    let wire = serde_json::to_value(&row).unwrap();
    assert_eq!((&wire["sex"], &wire["age"]), (&"female".into(), &"1-4y".into()));
    assert_eq!(serde_json::from_value::<Observation>(wire).unwrap(), row);
    let whole = serde_json::to_value(row.clone().among(Disaggregation::TOTAL)).unwrap();
    assert!(whole.get("age").is_none());
    let card = serde_json::to_value(CERVICAL_CANCER_SCREENING.card()).unwrap();
    assert_eq!(card["disaggregation"]["age"], "35-64y");
}

fn counted(
    indicator: &'static str,
    age: &'static str,
    numerator: &'static str,
    denominator: &'static str,
) -> Record<'static> {
    Record { indicator, period: "2024", age, numerator, denominator, ..Record::default() }
}

/// The relations that do not hold among rows, and how many rows nothing reads.
fn audited(rows: &[Record<'_>]) -> (Vec<String>, usize) {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows.iter().map(|row| row.read(&catalogue).unwrap()));
    let audit = data.only_area().unwrap().audit();
    let broken = audit.findings().iter().filter_map(|finding| match &finding.kind {
        FindingKind::RelationBroken(broken) => Some(broken.relation.to_string()),
        _ => None,
    });
    (broken.collect(), data.unused())
}

/// Age groups that follow on each other add up to the whole, the finest of them; a hole or an overlap says nothing.
#[test]
fn age_groups_add_up() {
    const EYES: &str = "0—6岁儿童眼保健和视力检查覆盖率";
    let whole = counted(EYES, "", "90", "100");
    let [babies, toddlers, older] = [("0岁", "10", "12"), ("1—2岁", "30", "33"), ("3—6岁", "50", "55")]
        .map(|(age, numerator, denominator)| counted(EYES, age, numerator, denominator));
    assert_eq!(audited(&[whole, babies, toddlers, older]), (vec![], 0));
    // One child more or less in a part.
    for numerator in ["49", "51"] {
        let wrong = Record { numerator, ..older };
        assert_eq!(audited(&[whole, babies, toddlers, wrong]), (vec!["sum-of-parts".to_owned()], 0));
    }
    // A whole of its own among the groups is held against those inside it.
    let under_3 = counted(EYES, "0—2岁", "41", "45");
    assert_eq!(audited(&[whole, babies, toddlers, older, under_3]), (vec!["sum-of-parts".to_owned()], 0));
    // Without the babies there is a hole, and beside others an overlap.
    assert_eq!(audited(&[whole, toddlers, older]), (vec![], 2));
    assert_eq!(audited(&[whole, counted(EYES, "0—3岁", "1", "2"), older]), (vec![], 2));
}

/// Each year and each part of the population is made up of its own groups, whatever those of the one before were.
#[test]
fn age_groups_of_one_year_are_not_those_of_another() {
    const EYES: &str = "0—6岁儿童眼保健和视力检查覆盖率";
    let groups: [&[(&str, &str, &str)]; 2] = [
        &[("", "90", "100"), ("0—2岁", "40", "45"), ("3—6岁", "50", "55")],
        &[("", "90", "100"), ("0岁", "10", "12"), ("1—2岁", "30", "33"), ("3—6岁", "50", "55")],
    ];
    for years in [["2023", "2024"], ["2024", "2023"]] {
        let rows = years.iter().zip(groups).flat_map(|(period, groups)| {
            groups.iter().map(move |(age, all, of)| Record { period, ..counted(EYES, age, all, of) })
        });
        let mut rows: Vec<Record<'_>> = rows.collect();
        assert_eq!(audited(&rows), (vec![], 0));
        rows[2].numerator = "51";
        assert_eq!(audited(&rows).0, ["sum-of-parts"], "{years:?}");
        (rows[2].numerator, rows[6].numerator) = ("50", "49");
        assert_eq!(audited(&rows).0, ["sum-of-parts"], "{years:?}");
    }
    // Of girls the last group is no whole of the other two; of boys they make up all.
    let of = |sex, age, numerator, denominator| Record { sex, ..counted(EYES, age, numerator, denominator) };
    let both = |boys| {
        [
            of("女", "0—2岁", "20", "22"),
            of("女", "3—6岁", "25", "27"),
            of("女", "5—6岁", "12", "13"),
            of("男", "", boys, "51"),
            of("男", "0—2岁", "20", "23"),
            of("男", "3—6岁", "25", "28"),
        ]
    };
    assert_eq!(audited(&both("45")).0, Vec::<String>::new());
    assert_eq!(audited(&both("44")).0, ["sum-of-parts"]);
}

/// Deaths at every age are over the live births of the year: their numerators add up.
#[test]
fn deaths_at_each_age_add_up_over_one_exposure() {
    const DEATHS: &str = "5岁以下儿童死亡率";
    let whole = counted(DEATHS, "", "5", "800");
    let [infants, others] = [counted(DEATHS, "0岁", "4", "800"), counted(DEATHS, "1—4岁", "1", "800")];
    assert_eq!(audited(&[whole, infants, others]), (vec![], 0));
    let two = Record { numerator: "2", ..others };
    assert_eq!(audited(&[whole, infants, two]).0, ["sum-of-parts"]);
}

/// Without counts a share lies between those of its age groups; deaths at each age, over all live births, need not.
#[test]
fn a_share_lies_between_its_age_groups() {
    let told = |indicator, age, value| Record { indicator, age, period: "2024", value, ..Record::default() };
    let eyes = |whole| {
        const EYES: &str = "0—6岁儿童眼保健和视力检查覆盖率";
        audited(&[told(EYES, "", whole), told(EYES, "0—2岁", "85"), told(EYES, "3—6岁", "95")]).0
    };
    assert_eq!(eyes("85"), Vec::<String>::new());
    assert_eq!(eyes("95"), Vec::<String>::new());
    // 85 may be 84.5 before it was rounded.
    assert_eq!(eyes("84.9"), Vec::<String>::new());
    assert_eq!(eyes("84.3"), ["between-parts"]);
    assert_eq!(eyes("95.7"), ["between-parts"]);
    const DEATHS: &str = "5岁以下儿童死亡率";
    let deaths = [told(DEATHS, "", "6"), told(DEATHS, "0岁", "4"), told(DEATHS, "1—4岁", "2")];
    assert_eq!(audited(&deaths).0, Vec::<String>::new());
}

/// A group that others make up is held against them also where nothing is told of all ages; one that lies outside is read by nothing.
#[test]
fn age_groups_without_a_whole_of_all_ages() {
    const EYES: &str = "0—6岁儿童眼保健和视力检查覆盖率";
    let [babies, toddlers, under_3, older] =
        [("0岁", "10", "12"), ("1—2岁", "30", "33"), ("0—2岁", "40", "45"), ("5—6岁", "12", "13")]
            .map(|(age, numerator, denominator)| counted(EYES, age, numerator, denominator));
    assert_eq!(audited(&[babies, toddlers, under_3]), (vec![], 0));
    let wrong = Record { numerator: "39", ..under_3 };
    assert_eq!(audited(&[babies, toddlers, wrong]), (vec!["sum-of-parts".to_owned()], 0));
    assert_eq!(audited(&[babies, toddlers, under_3, older]), (vec![], 1));
}

/// What is compared with nothing is named: deaths at each age without counts, and means, which no whole lies between for sure.
#[test]
fn age_groups_that_say_nothing_of_the_whole_are_named() {
    let unread = |indicator, period, ages: [&'static str; 2]| {
        let told = |age| Record { indicator, age, period, value: "8", ..Record::default() };
        audited(&[told(""), told(ages[0]), told(ages[1])]).1
    };
    assert_eq!(unread("0—6岁儿童眼保健和视力检查覆盖率", "2024", ["0—2岁", "3—6岁"]), 0);
    assert_eq!(unread("5岁以下儿童死亡率", "2024", ["0岁", "1—4岁"]), 2);
    assert_eq!(unread("小学生每天睡眠时间（平均值）", "2023—2024学年", ["6—8岁", "9—11岁"]), 2);
}
