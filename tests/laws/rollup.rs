//! Laws of joined verdicts and of sums.

use std::collections::BTreeSet;

use dabiao::{
    Catalogue, Evaluator, Outcome, Report, Standing,
    plan::{Commitment, Section},
    report::{Row, Tally},
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::{Scene, plan, year};
use crate::strategies::scene;

fn outcomes() -> impl Strategy<Value = Vec<Outcome>> {
    vec(select(&Outcome::ALL[..]), 0..6)
}

/// Several scenes as the targets of two plans, over one indicator for each scene.
fn report(scenes: &[Scene], cards: &[(u8, u8, u8)], at: i32) -> Report {
    let mut catalogue = Catalogue::new();
    let mut observations = Vec::new();
    let mut rosters = Vec::new();
    let mut halves = [(Vec::new(), Vec::new()), (Vec::new(), Vec::new())];
    for (place, (scene, (half, domain, commitment))) in scenes.iter().zip(cards).enumerate() {
        let name = |id: &str| format!("{id}{place}");
        let second = half % 2 == 1;
        let (indicators, targets) = &mut halves[usize::from(second)];
        for mut card in scene.cards.clone() {
            (card.id, card.zh) = (name(&card.id).into(), name(&card.zh).into());
            if let Some(gap) = &mut card.gap {
                gap.of = name(&gap.of).into();
            }
            indicators.push(card);
        }
        let mut target = scene.target.clone();
        target.id = name("t").into();
        target.plan = if second { "q" } else { "p" }.into();
        target.indicator = name(&target.indicator).into();
        target.reference = target.reference.as_deref().map(|id| name(id).into());
        (target.clause.section, target.clause.domain) = match domain % 4 {
            0 => (Section::Organisation, 0),
            3 => (Section::Strategy, 1),
            domain => (Section::Goal, domain),
        };
        target.commitment = if commitment % 3 == 0 { Commitment::Aspiration } else { Commitment::Firm };
        // The other plan asks the same of the first indicator.
        let mut twin = target.clone();
        (twin.id, twin.plan) = (name("u").into(), if second { "p" } else { "q" }.into());
        targets.push(target);
        if second && place == 1 {
            halves[0].1.push(twin);
        }
        observations.extend(scene.observations.iter().cloned().map(|mut row| {
            row.indicator = name(&row.indicator).into();
            row
        }));
        rosters.extend(scene.rosters.clone());
    }
    let [(first, asked), (second, also)] = halves;
    // A twin needs the indicator of the other plan: that one is added first.
    catalogue.add(plan("q"), second, also).expect("a valid plan");
    catalogue.add(plan("p"), first, asked).expect("a valid plan");
    let settings = scenes.first().map(|scene| scene.settings.clone()).unwrap_or_default();
    let data = catalogue.data(observations).with_rosters(rosters);
    Evaluator::with(&catalogue, settings)
        .expect("usable settings")
        .report(data.area_or_empty(""), year(at))
        .expect("a report")
}

/// Each of the seven numbers, summed.
fn sum<'a>(parts: impl Iterator<Item = &'a Tally>) -> [usize; 7] {
    parts.map(numbers).fold([0; 7], |sum, part| std::array::from_fn(|place| sum[place] + part[place]))
}

fn numbers(tally: &Tally) -> [usize; 7] {
    let Tally { total, met, not_met, undetermined, not_applicable, not_due, not_judged } = *tally;
    [total, met, not_met, undetermined, not_applicable, not_due, not_judged]
}

fn adds_up(tally: &Tally) -> Result<(), TestCaseError> {
    let [total, classes @ ..] = numbers(tally);
    prop_assert_eq!(classes.iter().sum::<usize>(), total);
    match (tally.rate(), tally.rate_interval()) {
        (Some(rate), Some((low, high))) => prop_assert!(low <= rate && rate <= high),
        (rate, None) => prop_assert!(rate.is_none() && tally.met + tally.not_met + tally.undetermined == 0),
        (None, Some((low, high))) => prop_assert!(low.is_zero() && high == dabiao::values::Ratio::whole(1)),
    }
    Ok(())
}

proptest! {
    /// One failure decides, then one unknown; what drops out decides nothing.
    #[test]
    fn conjunction(list in outcomes(), other in outcomes(), more in select(&Outcome::ALL[..])) {
        use Outcome::{Met, NotApplicable, NotDue, NotJudged, NotMet, Undetermined};
        let whole = Outcome::all(list.iter().copied());
        let has = |outcome| list.contains(&outcome);
        let expected = [NotMet, Undetermined, Met, NotDue, NotJudged].into_iter().find(|outcome| has(*outcome));
        prop_assert_eq!(whole, expected.unwrap_or(NotApplicable));
        // In any order, any grouping, and however often.
        prop_assert_eq!(Outcome::all(list.iter().rev().copied()), whole);
        prop_assert_eq!(Outcome::all(list.iter().chain(&list).copied()), whole);
        let joined = list.iter().chain(&other).copied();
        prop_assert_eq!(Outcome::all([whole, Outcome::all(other.iter().copied())]), Outcome::all(joined));
        prop_assert_eq!(Outcome::all([more]), more);
        // What settles an unknown one settles the whole, or leaves it unknown.
        for settled in [Met, NotMet, NotApplicable] {
            let after = Outcome::all(list.iter().map(|outcome| if *outcome == Undetermined { settled } else { *outcome }));
            prop_assert!(whole == Undetermined || after == whole);
        }
    }

    /// The six classes add up to the total; so do plans, domains and kinds; the interval holds the rate.
    #[test]
    fn sums(scenes in vec(scene(), 0..7), cards in vec((0_u8..4, 0_u8..4, 0_u8..6), 7), at in 2020_i32..=2032) {
        let report = report(&scenes, &cards, at);
        let rollup = &report.rollup;
        let total = numbers(&rollup.total);
        for tally in [&rollup.total, &rollup.aspirations] {
            adds_up(tally)?;
        }
        prop_assert_eq!(rollup.total.total + rollup.aspirations.total, report.rows.len());
        prop_assert_eq!(sum(rollup.plans.iter().map(|part| &part.tally)), total);
        prop_assert_eq!(sum(rollup.domains.iter().map(|part| &part.tally)), total);
        prop_assert_eq!(sum(rollup.kinds.iter().map(|part| &part.tally)), total);
        prop_assert_eq!(sum(rollup.parts.iter().map(|part| &part.counts.tally)), total);
        // 未达标 and 尚未达到 apart.
        let counted = |row: &&Row| report.settings.count_aspirations || row.target.commitment != Commitment::Aspiration;
        let missed = report.rows.iter().filter(counted).filter(|row| row.judgement.standing == Standing::Missed);
        let missed = missed.filter(|row| row.judgement.assessment.outcome == Outcome::NotMet).count();
        let not_yet: usize = rollup.parts.iter().map(|part| part.counts.not_yet).sum();
        prop_assert_eq!(missed + not_yet, rollup.total.not_met);
        // What is told first: each target once, and all that are missed.
        let first: Vec<_> = report.at_risk.iter().flat_map(|group| &group.targets).collect();
        let once: BTreeSet<_> = first.iter().collect();
        prop_assert_eq!(once.len(), first.len());
        prop_assert!(report.rows.iter().all(|row| row.judgement.standing != Standing::Missed || report.is_at_risk(&row.target.id)));
        for plan in &rollup.plans {
            adds_up(&plan.tally)?;
            let domains = rollup.domains.iter().filter(|part| part.plan == plan.plan);
            prop_assert_eq!(sum(domains.map(|part| &part.tally)), numbers(&plan.tally));
        }
        let counted = |commitment| report.rows.iter().filter(|row| row.target.commitment == commitment).count();
        if report.settings.count_aspirations {
            prop_assert_eq!(rollup.aspirations.total, 0);
        } else {
            prop_assert_eq!(rollup.aspirations.total, counted(Commitment::Aspiration));
        }
        prop_assert_eq!(rollup.shared_indicators, usize::from(report.rows.iter().any(|row| row.target.id == "u1")));
    }

    /// A goal is the conjunction of what it asks firmly; a report says the same when it is written twice.
    #[test]
    fn goals_and_wire(scenes in vec(scene(), 1..7), cards in vec((0_u8..4, 0_u8..4, 0_u8..6), 7), at in 2020_i32..=2032) {
        let report = report(&scenes, &cards, at);
        for goal in &report.goals {
            let own: Vec<Outcome> = report.rows.iter()
                .filter(|row| row.target.clause.section == Section::Goal && row.target.plan == goal.plan)
                .filter(|row| row.target.clause.domain == goal.domain && row.target.clause.item == goal.item)
                .filter(|row| row.target.commitment != Commitment::Aspiration)
                .map(|row| row.judgement.assessment.outcome)
                .collect();
            let expected = if own.is_empty() { Outcome::NotJudged } else { Outcome::all(own) };
            prop_assert_eq!(goal.outcome, expected);
        }
        let text = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(&text, &serde_json::to_string(&report.clone()).unwrap());
        let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(tree["rows"].as_array().unwrap().len(), report.rows.len());
        prop_assert_eq!(&tree["year"], at);
        let counts = |row: &&serde_json::Value| row["target"]["commitment"] != "aspiration";
        let met = tree["rows"].as_array().unwrap().iter().filter(counts);
        let met = met.filter(|row| row["assessment"]["outcome"] == "met").count();
        if !report.settings.count_aspirations {
            prop_assert_eq!(&tree["rollup"]["total"]["met"], met);
        }
    }
}
