//! Made-up counties in which every standing and every signal occurs.

use dabiao::{
    Evaluator, Number, Observation, Roster, Rule, Settings, Standing,
    data::{Datum, Member, Missing},
    plan::{Better, Calendar, IndicatorCard, IndicatorKind, Qualifier, Scope, Timing},
    report::Row,
    values::{Counts, Period, ReportingUnit, Unit, Value},
};

use crate::scene::{Scene, card, number, target, year};

pub(crate) fn by() -> Timing {
    Timing::ByYear { due: year(2030) }
}

pub(crate) fn every_year() -> Timing {
    Timing::EveryYear { from: year(2021), due: year(2030) }
}

pub(crate) fn kept() -> Timing {
    Timing::Kept { from: year(2021), due: year(2030) }
}

pub(crate) fn at_least(bound: &str) -> Rule {
    Rule::AtLeast { value: number(bound) }
}

pub(crate) fn at_most(bound: &str) -> Rule {
    Rule::AtMost { value: number(bound) }
}

/// An indicator in a unit, with a rule; nothing told yet.
pub(crate) fn asking(unit: Unit, kind: IndicatorKind, ceiling: Option<&str>, rule: Rule) -> Scene {
    let main = IndicatorCard { kind, ..card("main", unit, "0", ceiling, Calendar::Year) };
    named(
        Scene {
            cards: vec![main],
            target: target(rule, by(), Scope::Area),
            observations: vec![],
            rosters: vec![],
            settings: Settings::default(),
        },
        "自拟指标",
        "made-up indicator",
    )
}

pub(crate) fn named(mut scene: Scene, zh: &'static str, en: &'static str) -> Scene {
    (scene.cards[0].zh, scene.cards[0].en) = (zh.into(), en.into());
    scene
}

pub(crate) fn coverage(rule: Rule) -> Scene {
    named(asking(Unit::Percent, IndicatorKind::ValueOnly, Some("100"), rule), "筛查率", "screening rate")
}

pub(crate) fn share(rule: Rule) -> Scene {
    named(asking(Unit::Percent, IndicatorKind::Share, Some("100"), rule), "抽检率", "sampling rate")
}

pub(crate) fn deaths(rule: Rule) -> Scene {
    named(
        asking(Unit::Per100k, IndicatorKind::Events, None, rule),
        "孕产妇死亡率",
        "maternal mortality ratio",
    )
}

/// `3/700` is counts, `?` a mark that nothing was reported, anything else a number.
pub(crate) fn value(cell: &str) -> Datum {
    match cell.split_once('/') {
        _ if cell == "?" => Datum::Missing(Missing::NotReported),
        _ if cell == "—" => Datum::Missing(Missing::NotApplicable),
        Some((k, n)) => Datum::Value(Value::Counts(Counts {
            numerator: k.parse().unwrap(),
            denominator: n.parse().unwrap(),
        })),
        None => Datum::Value(Value::Number(cell.parse().unwrap())),
    }
}

impl Scene {
    pub(crate) fn within(mut self, timing: Timing) -> Self {
        self.target.timing = timing;
        self
    }

    /// One cell a year from 2020 on, `·` where nothing was told.
    pub(crate) fn series(self, first: i32, cells: &str) -> Self {
        let cells = (first..).zip(cells.split_whitespace());
        cells.filter(|(_, cell)| *cell != "·").fold(self, |scene, (at, cell)| scene.told(at, cell))
    }

    pub(crate) fn told(mut self, at: i32, cell: &str) -> Self {
        let card = &self.cards[0];
        let term = card.calendar == Calendar::Term;
        let period = if term { Period::Term(year(at)) } else { Period::Year(year(at)) };
        let blank = Observation::new(card.id.clone(), period, Value::Number(Number::ZERO), card.unit);
        self.observations.push(Observation { datum: value(cell), ..blank });
        self
    }

    /// The last row told is of another definition than those before.
    pub(crate) fn redefined(mut self) -> Self {
        self.observations.last_mut().unwrap().break_before = true;
        self
    }

    pub(crate) fn row(&self, at: i32) -> Row {
        let (catalogue, data) = (self.catalogue(), self.data());
        let evaluator = Evaluator::with(&catalogue, self.settings.clone()).unwrap();
        evaluator.report(data.area_or_empty(""), year(at)).unwrap().rows.swap_remove(0)
    }
}

/// Nine townships, of which the named ones have this value and the others `good`.
pub(crate) fn townships(rule: Rule, good: &str, others: &[(&'static str, &str)]) -> Scene {
    let all = ["甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "己镇", "庚镇", "辛镇", "锡尼镇"];
    let mut scene =
        named(asking(Unit::Count, IndicatorKind::ValueOnly, None, rule), "儿童之家数", "children's homes");
    scene.target = target(rule, by(), Scope::EveryUnit("township".into()));
    for unit in all {
        let cell = others.iter().find(|(name, _)| *name == unit).map_or(good, |(_, cell)| cell);
        if cell != "·" {
            scene = scene.told(2024, cell);
            scene.observations.last_mut().unwrap().area_unit = Some(ReportingUnit::new("township", unit));
        }
    }
    let members = all.iter().map(|id| Member { id: (*id).into(), size: None }).collect();
    scene.rosters.push(Roster { area: None, kind: "township".into(), year: year(2024), members });
    scene
}

/// A row for every standing, with the standing that it shows.
pub(crate) fn standings() -> Vec<(Standing, Row)> {
    let maternal = deaths(at_most("12")).series(2020, "16.9 16.1 15.7 15.1 14.3");
    let sustained = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Gradually };
    let term = |rule| {
        let mut scene =
            named(coverage(rule), "嘎查村委会成员女性比例", "women among village committee members");
        scene.cards[0].calendar = Calendar::Term;
        scene.within(Timing::EveryTerm { from: year(2021), due: year(2030) })
    };
    vec![
        (
            Standing::Attained,
            deaths(at_most("12")).series(2020, "16.9 · 12.3 · · · · · · 12.1 11.9").row(2030),
        ),
        (
            Standing::Attained,
            coverage(at_least("90"))
                .within(every_year())
                .series(2021, "91 92 90 91 93 93 93 92 95 90")
                .row(2030),
        ),
        (Standing::MetEarly, coverage(at_least("90")).series(2020, "80 85 88 91 92.5").row(2024)),
        (
            Standing::Holding,
            coverage(at_least("90")).within(every_year()).series(2020, "91 89 93 94 92").row(2024),
        ),
        (Standing::Recovered, coverage(at_least("90")).within(kept()).series(2020, "91 89 93").row(2022)),
        (Standing::Holding, coverage(sustained).series(2020, "50 51 52 53 54").row(2024)),
        (Standing::Holding, townships(at_least("1"), "1", &[]).within(every_year()).row(2024)),
        (Standing::AtRisk, coverage(at_least("60")).series(2020, "68 66 64 62 61").row(2024)),
        (Standing::Expected, maternal.row(2024)),
        (Standing::Slowing, coverage(at_least("60")).series(2020, "50 55 55 55 55 55").row(2025)),
        (Standing::Lagging, coverage(at_least("60")).series(2020, "50 50.5").row(2021)),
        (Standing::Lagging, coverage(sustained).series(2020, "50 51 49.5").row(2022)),
        (Standing::Difficult, coverage(at_least("60")).series(2020, "50 50.1 50.3 50.4 50.6").row(2024)),
        (Standing::Difficult, coverage(at_least("60")).series(2020, "50 50 50").row(2022)),
        (
            Standing::Missed,
            coverage(at_least("90")).within(every_year()).series(2020, "88 89 91 88 89.5").row(2024),
        ),
        (
            Standing::Missed,
            coverage(at_least("90"))
                .within(every_year())
                .series(2021, "91 89 90 91 93 93 93 92 95 90")
                .row(2030),
        ),
        (
            Standing::Missed,
            coverage(Rule::Improves { better: Better::Higher, qualifier: Qualifier::Steadily })
                .series(2020, "50 49 51")
                .row(2022),
        ),
        (Standing::Missed, term(at_least("30")).series(2017, "28 · · · 29").row(2024)),
        (Standing::Pending, coverage(at_least("60")).told(2024, "50").row(2024)),
        (Standing::Pending, term(at_least("30")).told(2017, "28").row(2024)),
        (Standing::Pending, townships(at_least("1"), "1", &[("锡尼镇", "0")]).row(2024)),
        (Standing::NoData, coverage(at_least("60")).series(2020, "50 51 ?").row(2022)),
        (Standing::NoData, coverage(at_least("60")).row(2022)),
        (Standing::Undetermined, coverage(at_least("60")).told(2022, "55").told(2022, "56").row(2022)),
        (Standing::NotApplicable, coverage(at_least("60")).told(2022, "—").row(2022)),
        (Standing::NotJudged, coverage(Rule::Monitored).series(2021, "31.2 31.5").row(2022)),
    ]
}

/// Rows with every signal and every way to clear one.
pub(crate) fn warned() -> Vec<Row> {
    let counted = |series: &str, of: &str| -> String {
        series.split_whitespace().map(|k| format!("{k}/{of} ")).collect()
    };
    // Units each with a base of its own.
    let own = Rule::ChangedBy { value: "10".parse().unwrap(), better: Better::Higher, since: year(2020) };
    let mut own = townships(own, "1", &[("锡尼镇", "0")]).within(every_year()).told(2020, "1");
    own.observations.last_mut().unwrap().area_unit = Some(ReportingUnit::new("township", "锡尼镇"));
    let often = |series: &str| deaths(at_most("90000")).series(2020, &counted(series, "800")).row(2024);
    vec![
        coverage(at_least("90")).within(every_year()).series(2020, "95 89").row(2021),
        deaths(at_most("12")).within(every_year()).told(2024, "1/800").row(2024),
        coverage(at_least("60")).series(2020, "50 50.1 50.3 50.4 50.6").row(2024),
        coverage(at_least("76.01")).series(2020, "50 51 52").row(2022),
        coverage(at_least("60")).series(2020, "68 66 64 62 61").row(2024),
        coverage(at_least("60")).series(2020, "55 54.5 53").row(2022),
        coverage(at_least("60")).series(2020, "50 50 50 50").row(2023),
        coverage(at_least("60")).series(2020, "50 · ?").row(2022),
        coverage(Rule::Improves { better: Better::Higher, qualifier: Qualifier::Steadily })
            .series(2020, "50 49 51")
            .row(2022),
        townships(at_least("1"), "1", &[("锡尼镇", "0")]).within(every_year()).row(2024),
        townships(at_least("1"), "1", &[("锡尼镇", "0")]).within(kept()).row(2024),
        share(at_least("10")).series(2020, "850/1000 950/1000 840/1000 960/1000 850/1000").row(2024),
        coverage(at_least("10")).series(2020, "80 95 70 98 60").row(2024),
        deaths(at_most("12")).within(every_year()).series(2020, &counted("4 4 4 4 0", "900")).row(2024),
        own.row(2024),
        often("3 4 16 4 3"),
        often("20 16 12 8 4"),
        often("16 12 9 7 5"),
        coverage(at_least("60")).series(2020, "50 60 58 56 54").row(2024),
        coverage(at_least("95")).series(2020, "85 85.9").row(2021),
        coverage(at_least("90")).within(kept()).series(2020, "95 89 ·").row(2022),
        coverage(at_least("90")).within(every_year()).series(2020, "95 89 91").row(2022),
        coverage(at_least("60")).series(2020, "75 69").row(2021),
        coverage(at_least("90")).series(2020, "99 98 97 96 95 93").row(2025),
        coverage(at_least("60")).series(2020, "69 69.1 69 69.1 68.6 68.1").row(2025),
        deaths(at_most("12")).within(kept()).series(2020, &counted("1 1 1 1", "900")).row(2023),
    ]
}
