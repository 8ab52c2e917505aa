//! How many targets each plan has of each kind, and how many main goals each domain.

use std::collections::BTreeMap;

use dabiao::{Catalogue, Rule, Target, plan::Section};

/// The kind of a target, by what its clause prints.
fn group(catalogue: &Catalogue, target: &Target) -> &'static str {
    let has_digit = target.clause.words.chars().any(|character| character.is_ascii_digit());
    let card = catalogue.indicator(&target.indicator).unwrap();
    match (target.clause.section, target.rule) {
        (Section::Organisation | Section::Monitoring, Rule::Monitored) => "timing, watched",
        (Section::Organisation | Section::Monitoring, _) => "timing",
        (Section::Strategy, Rule::Monitored) => "strategy, watched",
        (Section::Strategy, _) => "strategy",
        (Section::Goal, Rule::Monitored) => "goal, watched",
        (Section::Goal, _) if card.gap.is_some() => "goal, gap",
        (Section::Goal, rule) if rule.is_direction() => "goal, direction",
        (Section::Goal, _) if has_digit => "goal, number",
        (Section::Goal, _) => "goal, no digit",
    }
}

#[test]
fn targets_by_plan_and_group() {
    let catalogue = Catalogue::hangjin();
    let mut counted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for target in catalogue.targets() {
        *counted.entry((&target.plan, group(&catalogue, target))).or_default() += 1;
    }
    let expected = [
        (("women", "goal, number"), 24),
        (("women", "goal, no digit"), 8),
        (("women", "goal, watched"), 3),
        (("women", "goal, gap"), 4),
        (("women", "goal, direction"), 41),
        (("women", "strategy"), 25),
        (("women", "strategy, watched"), 5),
        (("women", "timing"), 21),
        (("women", "timing, watched"), 3),
        (("children", "goal, number"), 24),
        (("children", "goal, watched"), 1),
        (("children", "goal, gap"), 6),
        (("children", "goal, direction"), 25),
        (("children", "strategy"), 23),
        (("children", "strategy, watched"), 7),
        (("children", "timing"), 21),
        (("children", "timing, watched"), 3),
    ];
    assert_eq!(counted, BTreeMap::from(expected));
    assert_eq!(catalogue.targets().len(), 244);
}

#[test]
fn main_goals_by_domain() {
    let ledger = Catalogue::hangjin().ledger();
    let counts = |plan: &str, domains: u8| -> Vec<usize> {
        (1..=domains)
            .map(|domain| ledger.iter().filter(|entry| entry.plan == plan && entry.domain == domain).count())
            .collect()
    };
    assert_eq!(counts("women", 8), [11, 9, 11, 11, 9, 9, 11, 9]);
    assert_eq!(counts("children", 7), [13, 10, 10, 11, 8, 10, 10]);
    assert_eq!(ledger.len(), 152);
}

#[test]
fn main_goals_with_and_without_targets() {
    let ledger = Catalogue::hangjin().ledger();
    let count = |plan: &str, reason: Option<&str>| {
        ledger
            .iter()
            .filter(|entry| entry.plan == plan && entry.reason.map(dabiao::plan::Why::en) == reason)
            .count()
    };
    let split =
        |plan| (count(plan, None), count(plan, Some("no named indicator")), count(plan, Some("qualitative")));
    assert_eq!(split("women"), (37, 16, 27));
    assert_eq!(split("children"), (25, 11, 36));
}
