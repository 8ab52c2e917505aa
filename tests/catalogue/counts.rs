//! How many targets each plan has of each kind, and how many clauses each domain.

use std::collections::BTreeMap;

use dabiao::{
    Catalogue, Rule, Target,
    plan::{ClauseEntry, Section, Why},
};

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
        (("women", "goal, direction"), 46),
        (("women", "strategy"), 75),
        (("women", "strategy, watched"), 8),
        (("women", "timing"), 30),
        (("women", "timing, watched"), 3),
        (("children", "goal, number"), 24),
        (("children", "goal, no digit"), 4),
        (("children", "goal, watched"), 2),
        (("children", "goal, gap"), 6),
        (("children", "goal, direction"), 29),
        (("children", "strategy"), 58),
        (("children", "strategy, watched"), 8),
        (("children", "timing"), 30),
        (("children", "timing, watched"), 3),
    ];
    assert_eq!(counted, BTreeMap::from(expected));
    assert_eq!(catalogue.targets().len(), 365);
}

#[test]
fn clauses_by_domain() {
    let ledger = Catalogue::hangjin().ledger();
    let counts = |plan: &str, section: Section, domains: u8| -> Vec<usize> {
        let here = |domain| {
            move |entry: &&ClauseEntry| (&*entry.plan, entry.section, entry.domain) == (plan, section, domain)
        };
        (1..=domains).map(|domain| ledger.iter().filter(here(domain)).count()).collect()
    };
    assert_eq!(counts("women", Section::Goal, 8), [11, 9, 11, 11, 9, 9, 11, 9]);
    assert_eq!(counts("children", Section::Goal, 7), [13, 10, 10, 11, 8, 10, 10]);
    assert_eq!(counts("women", Section::Strategy, 8), [13, 11, 13, 10, 11, 12, 13, 12]);
    assert_eq!(counts("children", Section::Strategy, 7), [15, 12, 14, 14, 9, 12, 15]);
    assert_eq!(ledger.len(), 152 + 186);
}

/// Clauses with targets, and without: no named indicator, qualitative, same as a goal.
#[test]
fn clauses_with_and_without_targets() {
    let ledger = Catalogue::hangjin().ledger();
    let split = |plan: &str, section: Section| {
        let reasons = [None, Some(Why::NoNamedIndicator), Some(Why::Qualitative), Some(Why::SameAsGoal)];
        reasons.map(|reason| {
            let here =
                |entry: &&ClauseEntry| (&*entry.plan, entry.section, entry.reason) == (plan, section, reason);
            ledger.iter().filter(here).count()
        })
    };
    assert_eq!(split("women", Section::Goal), [38, 15, 27, 0]);
    assert_eq!(split("children", Section::Goal), [30, 12, 30, 0]);
    assert_eq!(split("women", Section::Strategy), [37, 7, 43, 8]);
    assert_eq!(split("children", Section::Strategy), [31, 7, 41, 12]);
}
