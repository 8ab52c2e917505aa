//! Verdicts in short are those of the report.

use dabiao::{
    Catalogue, Data, Evaluator, Number, Observation, Roster, Year,
    data::{Missing, Status},
    judge::Method,
    plan::{IndicatorCard, IndicatorKind},
    report::Brief,
    testing,
    values::{Counts, ReportingUnit, Value},
};
use proptest::prelude::*;

use super::row::{CATALOGUE, settings};

/// Every verdict of a year, both ways.
fn both(evaluator: &Evaluator<'_>, data: &Data<'_>, year: Year) {
    let area = data.area_or_empty("");
    let Ok(report) = evaluator.report(area, year) else {
        assert!(evaluator.brief(area, year).is_err(), "{year} is refused in full and not in short");
        return;
    };
    for row in &report.rows {
        let assessed = row.assessment();
        let open = assessed.outcome == dabiao::Outcome::Undetermined;
        assert_eq!(open, !assessed.reasons.is_empty(), "{} {year} without a reason", row.target.id);
    }
    let in_short = evaluator.brief(area, year).unwrap();
    let in_full: Vec<Brief<'_>> =
        report.rows.iter().map(|row| Brief::of(&row.target, &row.judgement)).collect();
    assert_eq!(in_short, in_full, "{year}");
}

/// What is told of an indicator in a year, by the area or one of its units: mostly a value, sometimes none, seldom a provisional one.
fn row(card: &IndicatorCard, year: Year, (at, of): (u64, u64)) -> Observation {
    let most = card.unit.per().map_or(60, u64::from).max(2);
    let value = match (card.kind, of % 13) {
        (_, 0) => return Observation::missing(card.id.clone(), year, Missing::NotReported),
        (_, 1) => return Observation::missing(card.id.clone(), year, Missing::NotApplicable),
        (IndicatorKind::Events | IndicatorKind::Share, 2..8) if !card.unit.is_whole() => {
            Value::Counts(Counts { numerator: at % (of + 1), denominator: of + 1 })
        }
        _ => Value::Number(Number::new((at % (10 * most)).into(), u32::from(!card.unit.is_whole())).unwrap()),
    };
    let row = Observation::new(card.id.clone(), year, value, card.unit);
    match at % 11 {
        0 => row.status(Status::Provisional),
        1 => row.after_break(),
        _ => row,
    }
}

proptest! {
    #[test]
    fn brief_is_the_report_for_random_plans(case in testing::cases()) {
        let mut catalogue = Catalogue::new();
        catalogue.add(case.plan.plan, case.plan.indicators, case.plan.targets).unwrap();
        let data = catalogue.data(case.observations).with_rosters(case.rosters);
        let evaluator = Evaluator::with(&catalogue, case.settings).unwrap();
        let mut apart = Vec::new();
        for year in (2019..=2031).map(Year::literal) {
            both(&evaluator, &data, year);
            apart.extend(evaluator.brief(data.area_or_empty(""), year).into_iter().flatten());
        }
        // Years that are judged together, in any order, are judged as each by itself.
        let first = apart.iter().map(|brief| brief.year.number()).min().unwrap_or(2031);
        let years = (first..=2031).rev().map(|year| Year::new(year).unwrap());
        let mut together = evaluator.brief_years(data.area_or_empty(""), years, |_| true).unwrap();
        together.sort_by_key(|brief| brief.year);
        prop_assert_eq!(together, apart);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn brief_is_the_report_for_the_two_plans(
        drawn in proptest::collection::vec((any::<u64>(), 0_u64..3_000), 20_000),
        rounded in any::<bool>(),
        roster in any::<bool>(),
    ) {
        let method = if rounded { Method::Rounded } else { Method::FullValue };
        let mut drawn = drawn.into_iter();
        let mut rows = Vec::new();
        let kind = |card: &IndicatorCard| {
            let of_card = |target: &&dabiao::Target| target.indicator == card.id && !target.scope.is_area();
            CATALOGUE.targets().find(of_card).map(|target| target.scope.unit_kind().unwrap().to_owned())
        };
        let mut kinds = std::collections::BTreeSet::new();
        for card in CATALOGUE.indicators() {
            let unit_kind = kind(card);
            for year in (2019..=2030).map(Year::literal) {
                let Some(draw) = drawn.next() else { break };
                if draw.1 % 10 > 0 {
                    rows.push(row(card, year, draw));
                }
                for (name, draw) in ["甲", "乙"].into_iter().zip(drawn.by_ref().take(2)) {
                    let Some(kind) = unit_kind.clone() else { break };
                    if draw.1 % 10 > 1 {
                        rows.push(row(card, year, draw).in_unit(ReportingUnit::new(kind.clone(), name)));
                    }
                    kinds.insert(kind);
                }
            }
        }
        let rosters = kinds.into_iter().flat_map(|kind| {
            (2019..=2030).map(move |year| Roster::new(kind.clone(), Year::literal(year), ["甲", "乙"]))
        });
        let data = CATALOGUE.data(rows).with_rosters(rosters.filter(|_| roster));
        let evaluator = Evaluator::with(&CATALOGUE, settings(method)).unwrap();
        let years = [2021, 2024, 2025, 2030].map(Year::literal);
        let mut apart = Vec::new();
        for year in years {
            both(&evaluator, &data, year);
            apart.extend(evaluator.brief(data.area_or_empty(""), year).unwrap());
        }
        let mut together = evaluator.brief_years(data.area_or_empty(""), years, |_| true).unwrap();
        together.sort_by_key(|brief| brief.year);
        prop_assert_eq!(together, apart);
    }
}
