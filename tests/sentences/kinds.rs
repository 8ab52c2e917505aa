//! Rows that show one kind of sentence each: every rule, reason, remark and way in which units or few cases are told.

use dabiao::{
    Rule,
    data::{Datum, Missing, Status},
    plan::{Better, Between, Calendar, Commitment, Gap, GapMeasure, IndicatorKind, Qualifier, Scope, Timing},
    report::Row,
    values::{Disaggregation, Unit, Value},
};

use crate::county::{asking, at_least, at_most, coverage, deaths, every_year, named, share, townships};
use crate::scene::{Scene, card, year};

fn rises(qualifier: Qualifier) -> Rule {
    Rule::Improves { better: Better::Higher, qualifier }
}

fn falls(qualifier: Qualifier) -> Rule {
    Rule::Improves { better: Better::Lower, qualifier }
}

fn words(mut scene: Scene, words: &'static str) -> Scene {
    scene.target.clause.words = words.into();
    scene
}

/// The gap of a rate between town and country.
pub(crate) fn urban_rural(cells: &[(i32, &str, &str)]) -> Scene {
    let mut scene = named(
        asking(Unit::Per100k, IndicatorKind::ValueOnly, None, falls(Qualifier::Plain)),
        "孕产妇死亡率城乡差距",
        "urban-rural gap in maternal mortality",
    );
    scene.cards[0].gap = Some(Gap {
        of: "rate".into(),
        between: Between::UrbanRural,
        unit_kind: None,
        measure: GapMeasure::Difference,
    });
    scene.cards.push(card("rate", Unit::Per100k, "0", None, Calendar::Year));
    for (at, urban, rural) in cells {
        for (part, cell) in [(Disaggregation::URBAN, urban), (Disaggregation::RURAL, rural)] {
            let value = Value::Number(cell.parse().unwrap());
            scene
                .observations
                .push(dabiao::Observation::new("rate", year(*at), value, Unit::Per100k).among(part));
        }
    }
    words(scene, "城乡、区域差距缩小")
}

/// A target whose counts are pooled over units, of which some did not report.
fn pooled() -> Scene {
    let mut scene = townships(at_least("90"), "95/100", &[("锡尼镇", "·")]);
    (scene.cards[0].unit, scene.cards[0].kind) = (Unit::Percent, IndicatorKind::Share);
    scene.cards[0].ceiling = Some("100".parse().unwrap());
    for told in &mut scene.observations {
        told.unit = Unit::Percent;
    }
    scene.target.scope = Scope::Pooled("township".into());
    named(scene, "接种率", "immunisation coverage")
}

fn marked(mut scene: Scene, missing: Missing) -> Scene {
    scene.observations.last_mut().unwrap().datum = Datum::Missing(missing);
    scene
}

fn softened(commitment: Commitment) -> Scene {
    let mut scene = coverage(at_least("90")).told(2023, "92");
    scene.target.commitment = commitment;
    scene
}

fn count(rule: Rule, cells: &str) -> Scene {
    named(asking(Unit::Count, IndicatorKind::ValueOnly, None, rule), "托育机构数", "childcare centres")
        .series(2022, cells)
}

pub(crate) fn kinds() -> Vec<(&'static str, Row)> {
    let at = |scene: Scene| scene.row(2023);
    let around = Rule::Around { value: "40".parse().unwrap(), better: Better::Higher, tolerance: None };
    let fraction = Rule::AtLeastRatio { value: dabiao::plan::Fraction::literal(1, 3) };
    let since = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let rate = |scene| named(scene, "近视率", "myopia rate");
    let lower = |rule| rate(asking(Unit::Percent, IndicatorKind::ValueOnly, Some("100"), rule));
    let mut conflict = coverage(at_least("90")).told(2023, "80").told(2023, "95");
    conflict.observations[1].source = Some("另表".into());
    let mut other = coverage(Rule::NotBelow).told(2023, "30");
    other.target.reference = Some("ref".into());
    other.cards.push(card("ref", Unit::Percent, "0", Some("100"), Calendar::Year));
    let mut strive = coverage(at_least("90")).series(2022, "80 92");
    strive.observations[1].status = Status::Provisional;
    let not_reported =
        ["甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "己镇", "庚镇", "辛镇"].map(|name| (name, "·"));
    let mut unlisted = townships(at_least("1"), "1", &[]).within(every_year());
    unlisted.rosters.clear();
    let mut survey = coverage(at_least("60")).told(2020, "52");
    survey.cards[0].calendar = Calendar::Every(5);
    let mut rows = vec![
        ("左右", at(words(coverage(around).series(2022, "38 39.5"), "达到40％左右"))),
        ("左右（高于区间）", at(words(coverage(around).series(2022, "41 41.7"), "达到40％左右"))),
        ("三分之一", at(share(fraction).series(2022, "32/100 34/100"))),
        ("全部", at(share(Rule::All).told(2023, "249/250"))),
        ("应为零", at(count(at_most("0"), "1 0").within(every_year()))),
        ("应为零（未达标）", at(count(at_most("0"), "0 2").within(every_year()))),
        ("比基数下降", at(count(since, "9 7").told(2020, "10"))),
        ("缺基数", at(count(since, "9 7"))),
        ("不高于基期", at(lower(Rule::NotWorse { better: Better::Lower }).series(2020, "30 31 29 29"))),
        ("参照指标", at(other)),
        ("考核值", at(coverage(Rule::HostBound { better: Better::Higher }).told(2023, "70"))),
        ("监测", at(coverage(Rule::Monitored).series(2022, "31.2 31.5"))),
        ("提高", at(coverage(rises(Qualifier::Plain)).series(2020, "50 51 52 53"))),
        ("提高（本年下降）", at(coverage(rises(Qualifier::Gradually)).series(2020, "50 52 54 53"))),
        ("提高（未实现）", at(coverage(rises(Qualifier::Gradually)).series(2020, "50 52 49 49.5"))),
        (
            "持续减少",
            at(words(lower(falls(Qualifier::Sustained)).series(2020, "30 29 28 27"), "近视率持续减少")),
        ),
        ("稳步（反复）", at(coverage(rises(Qualifier::Steadily)).series(2020, "50 49 51 52"))),
        ("上升减缓", at(lower(Rule::RisesSlower).series(2015, "10 · · · · 15 · · 17"))),
        ("已为最好水平", at(lower(falls(Qualifier::Plain)).series(2020, "0 · · 0"))),
        ("首个数值", at(coverage(rises(Qualifier::Plain)).series(2015, "40 · · · · · · · 50"))),
        ("缺本年和基期", at(coverage(rises(Qualifier::Plain)))),
        ("未填报", at(marked(coverage(at_least("90")).series(2022, "88 90"), Missing::NotReported))),
        ("保密", at(marked(coverage(at_least("90")).series(2022, "88 90"), Missing::Suppressed))),
        ("矛盾", at(conflict)),
        ("口径变化", at(coverage(at_least("90")).series(2022, "85 91").redefined())),
        ("缺名录", unlisted.row(2024)),
        ("均未报送", townships(at_least("1"), "·", &not_reported).within(every_year()).row(2024)),
        ("均达标", townships(at_least("1"), "1", &[]).within(every_year()).row(2024)),
        ("均未达标", townships(at_least("1"), "0", &[]).within(every_year()).row(2024)),
        ("有单位未报", townships(at_least("1"), "1", &[("锡尼镇", "·")]).within(every_year()).row(2024)),
        ("合并", pooled().row(2024)),
        ("原则上", at(softened(Commitment::InPrinciple))),
        ("基本", at(softened(Commitment::Nearly))),
        ("推进", at(softened(Commitment::Promote))),
        ("快报", at(strive)),
        ("修约", at(coverage(at_least("90")).told(2023, "89.6"))),
        ("正好", at(coverage(at_least("90")).told(2023, "90.0"))),
        ("沿用", at(survey)),
        ("城乡差距", at(urban_rural(&[(2020, "14.1", "18.5"), (2023, "12.5", "15.9")]))),
        ("城乡差距扩大", at(urban_rural(&[(2020, "14.1", "16"), (2023, "12.5", "15.9")]))),
        ("城乡无差距", at(urban_rural(&[(2020, "14.1", "18.5"), (2023, "0", "0")]))),
        ("小样本未发生", at(deaths(at_most("12")).series(2020, "1/820 0/790 0/760 0/702"))),
        ("小样本一例", at(deaths(at_most("12")).series(2020, "0/820 0/790 0/760 1/702"))),
        ("小样本多例", at(deaths(at_most("12")).series(2020, "2/820 1/790 2/760 3/702"))),
        ("人群比例", at(share(at_least("95")).series(2020, "80/90 85/90 82/90 84/90"))),
        ("保持", at(coverage(at_least("90")).within(every_year()).series(2021, "89 93 92"))),
        ("反弹", at(lower(at_most("30")).within(every_year()).series(2021, "29 28 32"))),
        ("不升反降", at(coverage(at_least("60")).series(2020, "50 49 48 47"))),
        ("换届", {
            let mut scene =
                coverage(at_least("30")).within(Timing::EveryTerm { from: year(2021), due: year(2030) });
            scene.cards[0].calendar = Calendar::Term;
            scene.told(2017, "21").told(2022, "28.1").row(2024)
        }),
        ("引号", at(words(coverage(at_least("90")).told(2023, "92"), "“两癌”筛查率达到90％以上"))),
        (
            "期末",
            coverage(rises(Qualifier::Gradually)).series(2020, "50 52 54 53 55 56 57 58 59 60 61").row(2030),
        ),
    ];
    rows.extend(crate::times::times());
    rows
}

// What readers of the first reports stumbled over.
#[test]
fn no_sentence_has_the_marks_that_readers_stumbled_over() {
    let stumbled = ["无法判断", "恰在", "极值", "当年名录未知", "首个数值，尚无可比，", "比—", "“达到“"];
    for (kind, row) in kinds() {
        crate::check::check(&row).unwrap_or_else(|wrong| panic!("{kind}: {wrong}"));
        crate::ways::check(&row).unwrap_or_else(|wrong| panic!("{kind}: {wrong}"));
        let told = dabiao::text::sentence(&row, dabiao::Language::Chinese);
        assert!(stumbled.iter().all(|word| !told.contains(word)), "{kind}: {told}");
        assert!(!told.contains('％') && !told.contains('／'), "{kind}: {told}");
        let years = told.matches("年无数据").count();
        assert_eq!(years, 0, "{kind}: {told}");
        let (open, close) = (told.matches('“').count(), told.matches('”').count());
        assert_eq!(open, close, "{kind}: {told}");
    }
}
