//! Rows that show what time, few or half-known figures and other people's bounds do to a sentence.

use dabiao::{
    Observation, Rule,
    data::{Datum, Missing, Status},
    judge::HostBound,
    plan::{Better, Between, Calendar, Gap, GapMeasure, IndicatorKind, Qualifier, Scope, Timing},
    report::Row,
    values::{Date, Disaggregation, End, Interval, ReportingUnit, Unit, Value},
};

use crate::county::{asking, at_least, at_most, coverage, deaths, every_year, kept, named, share, townships};
use crate::scene::{Scene, card, number, year};

fn rate(rule: Rule) -> Scene {
    named(asking(Unit::Percent, IndicatorKind::ValueOnly, Some("100"), rule), "近视率", "myopia rate")
}

fn assembly() -> Scene {
    let mut scene = named(coverage(at_least("30")), "妇女代表比例", "women among delegates");
    scene.cards[0].calendar = Calendar::Term;
    scene.within(Timing::EveryTerm { from: year(2021), due: year(2030) })
}

pub(crate) fn known_to_be(mut scene: Scene, low: Option<&str>, high: Option<&str>) -> Scene {
    let end = |text: Option<&str>| text.map(|text| End { number: number(text), included: true });
    let interval = Interval::new(end(low), end(high)).unwrap();
    scene.observations.last_mut().unwrap().datum = Datum::Value(Value::Interval(interval));
    scene
}

impl Scene {
    /// Its indicator counts what happens, on a date or in a year.
    fn counted_by_date(mut self) -> Self {
        self.cards[0].calendar = Calendar::Event;
        self
    }
}

/// A gap between men and women, or between towns.
fn gap(between: Between, cells: &[(i32, [(&'static str, &str); 2])]) -> Scene {
    let falls = Rule::Improves { better: Better::Lower, qualifier: Qualifier::Plain };
    let mut scene = named(
        asking(Unit::PercentagePoints, IndicatorKind::ValueOnly, None, falls),
        "参保率差距",
        "gap in insurance coverage",
    );
    let unit_kind = (between == Between::Units).then(|| "township".into());
    scene.cards[0].gap = Some(Gap { of: "rate".into(), between, unit_kind, measure: GapMeasure::Difference });
    scene.cards.push(card("rate", Unit::Percent, "0", Some("100"), Calendar::Year));
    for (at, sides) in cells {
        for (side, cell) in sides {
            let value = Value::Number(number(cell));
            let row = Observation::new("rate", year(*at), value, Unit::Percent);
            scene.observations.push(match between {
                Between::Sexes if *side == "women" => row.among(Disaggregation::FEMALE),
                Between::Sexes => row.among(Disaggregation::MALE),
                _ => row.in_unit(ReportingUnit::new("township", *side)),
            });
        }
    }
    scene
}

pub(crate) fn times() -> Vec<(&'static str, Row)> {
    let at = |scene: Scene| scene.row(2023);
    let windows = Timing::EachWindow { from: year(2021), years: 5, due: year(2030) };
    let check = |cells| {
        named(
            asking(Unit::Count, IndicatorKind::ValueOnly, None, at_least("1")),
            "专项检查次数",
            "special inspections",
        )
        .within(windows)
        .counted_by_date()
        .series(2021, cells)
    };
    let scheme = |cells| {
        named(
            asking(Unit::Count, IndicatorKind::ValueOnly, None, at_least("1")),
            "实施方案数",
            "implementation schemes",
        )
        .within(Timing::Within { after: Date::literal(2022, 8, 9), months: 12 })
        .counted_by_date()
        .series(2022, cells)
    };
    let each_year = Rule::ChangedEachYear { value: number("1"), better: Better::Lower, since: year(2020) };
    let mut given = rate(Rule::HostBound { better: Better::Lower }).told(2023, "31");
    given.settings.host_bounds.push(HostBound {
        target: "t".into(),
        year: Some(year(2023)),
        value: number("30"),
        better: Better::Lower,
    });
    let mut reference = coverage(Rule::InProportion { tolerance: Some(number("2")) }).told(2023, "30");
    reference.target.reference = Some("ref".into());
    reference.cards.push(card("ref", Unit::Percent, "0", Some("100"), Calendar::Year));
    reference.observations.push(Observation::new(
        "ref",
        year(2023),
        Value::Number(number("33")),
        Unit::Percent,
    ));
    let mut estimated = coverage(at_least("90")).told(2023, "91");
    estimated.observations[0].status = Status::Estimated;
    let missing = |why| {
        let mut scene = coverage(at_least("90")).told(2023, "90");
        scene.observations[0].datum = Datum::Missing(why);
        at(scene)
    };
    let mut pooled = townships(at_least("90"), "95/100", &[("锡尼镇", "60/100")]);
    (pooled.cards[0].unit, pooled.cards[0].kind) = (Unit::Percent, IndicatorKind::Share);
    pooled.cards[0].ceiling = Some(number("100"));
    for told in &mut pooled.observations {
        told.unit = Unit::Percent;
    }
    pooled.target.scope = Scope::Pooled("township".into());
    let better = Better::Higher;
    let rising = |qualifier| Rule::Improves { better, qualifier };
    let income = |cells| {
        named(
            asking(Unit::Yuan, IndicatorKind::ValueOnly, None, rising(Qualifier::Plain)),
            "人均收入",
            "income per person",
        )
        .series(2020, cells)
    };
    vec![
        ("五年一次（已做）", at(check("0 1 0"))),
        ("五年一次（本期未做）", check("0 0 0 0 0").row(2025)),
        ("五年一次（前期已失）", check("0 0 0 0 0 0 1").row(2027)),
        ("一年内制定", at(scheme("0 1"))),
        ("一年内未制定", at(scheme("0 0"))),
        (
            "达到之后保持",
            coverage(at_least("60"))
                .within(Timing::ReachedAndKept { due: year(2030) })
                .series(2020, "50 61 58 62")
                .row(2023),
        ),
        (
            "达到之后未保持",
            coverage(at_least("60"))
                .within(Timing::ReachedAndKept { due: year(2030) })
                .series(2020, "50 61 62 58")
                .row(2023),
        ),
        ("自基期起每年降低", at(rate(each_year).series(2020, "40 39 38 36.9"))),
        ("自基期起每年降低（未达到）", at(rate(each_year).series(2020, "40 39.5 38.6 37.2"))),
        ("当年考核值", at(given)),
        ("与参照指标相适应", at(reference)),
        ("超过（正好等于）", at(coverage(Rule::MoreThan { value: number("90") }).told(2023, "90"))),
        ("低于", at(rate(Rule::LessThan { value: number("30") }).told(2023, "29.9"))),
        ("区间（结论相同）", at(known_to_be(coverage(at_least("90")).told(2023, "0"), Some("95"), None))),
        (
            "区间（结论不同）",
            at(known_to_be(coverage(at_least("90")).told(2023, "0"), Some("85"), Some("95"))),
        ),
        ("估计数", at(estimated)),
        ("未统计", missing(Missing::NotCollected)),
        ("不适用", missing(Missing::NotApplicable)),
        ("合并（达标）", pooled.row(2024)),
        (
            "男女差距",
            at(gap(
                Between::Sexes,
                &[(2020, [("women", "88.1"), ("men", "92.4")]), (2023, [("women", "91"), ("men", "93.5")])],
            )),
        ),
        (
            "乡镇差距",
            at(gap(
                Between::Units,
                &[(2020, [("甲镇", "80"), ("乙镇", "92")]), (2023, [("甲镇", "88.5"), ("乙镇", "94")])],
            )),
        ),
        ("换届（未换届）", at(assembly().told(2019, "28"))),
        ("换届（提高）", at(assembly().told(2017, "26").told(2022, "31.5"))),
        ("收入", at(income("21000 22350 23800 25100"))),
        ("持续（缺中间年份）", at(coverage(rising(Qualifier::Sustained)).series(2020, "50 · 52 53"))),
        ("保持（缺一年）", at(coverage(at_least("90")).within(kept()).series(2021, "92 · 93"))),
        ("每年（缺一年）", at(coverage(at_least("90")).within(every_year()).series(2021, "92 · 93"))),
        ("人群例数（未发生）", at(deaths(at_most("12")).series(2020, "3/90000 2/91000 1/92000 0/93000"))),
        ("全部达到", at(share(Rule::All).told(2023, "250/250"))),
        (
            "基期为零",
            at(named(
                coverage(Rule::ChangedBy { value: "20".parse().unwrap(), better, since: year(2020) }),
                "机构数",
                "centres",
            )
            .series(2020, "0 · · 4")),
        ),
    ]
}

// A unit that is named as not having reported is not named a second time as the reason.
#[test]
fn a_unit_that_did_not_report_is_named_once() {
    let scene = townships(at_least("1"), "1", &[("锡尼镇", "?")]).within(every_year());
    let told = dabiao::text::sentence(&scene.row(2024), dabiao::Language::Chinese);
    assert_eq!(told.matches("锡尼镇").count(), 1, "{told}");
    assert!(told.contains("8个达标，锡尼镇未报送，暂无法评价"), "{told}");
}
