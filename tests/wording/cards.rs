//! Every built-in card held against its own words: the rule, bound, unit, timing, scope and softening word that the reader finds
//! there are those of the card, or the card stands in [`KNOWN`] with the reason.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dabiao::plan::wording;
use dabiao::plan::{Better, Commitment, Fraction, Qualifier, Scope};
use dabiao::{Catalogue, Number, Rule, Target, values::Unit};

/// Cards that ask what their quoted words alone do not say.
struct Known {
    reason: &'static str,
    /// The fields in question.
    fields: &'static [&'static str],
    ids: &'static [&'static str],
}

const KNOWN: &[Known] = &[
    Known {
        reason: "A duty of the chapters on organisation and monitoring: its number, or the year of a mid-term or final report, stands in no word",
        fields: &["clause.words"],
        ids: &[
            "women.organisation.o1-4.implementation-schemes.women",
            "women.organisation.o2-3.practical-projects.women",
            "women.monitoring.m1.annual-monitoring.women",
            "women.monitoring.m1.monitoring-data-submissions.women",
            "women.monitoring.m1.mid-term-evaluations.women",
            "women.monitoring.m1.final-evaluations.women",
            "women.monitoring.m1.responsible-body-mid-term-reports.women",
            "women.monitoring.m1.responsible-body-final-reports.women",
            "women.monitoring.m2-monitoring-group.annual-monitoring-reports.women",
            "women.monitoring.m2-monitoring-group.mid-term-monitoring-reports.women",
            "women.monitoring.m2-monitoring-group.final-monitoring-reports.women",
            "women.monitoring.m2-monitoring-group.statistical-yearbooks.women",
            "women.monitoring.m2-evaluation-group.mid-term-evaluation-reports.women",
            "women.monitoring.m2-evaluation-group.final-evaluation-reports.women",
            "children.organisation.o1-4.implementation-schemes.children",
            "children.organisation.o2-3.practical-projects.children",
            "children.monitoring.m1.annual-monitoring.children",
            "children.monitoring.m1.monitoring-data-submissions.children",
            "children.monitoring.m1.mid-term-evaluations.children",
            "children.monitoring.m1.final-evaluations.children",
            "children.monitoring.m1.responsible-body-mid-term-reports.children",
            "children.monitoring.m1.responsible-body-final-reports.children",
            "children.monitoring.m2-monitoring-group.annual-monitoring-reports.children",
            "children.monitoring.m2-monitoring-group.mid-term-monitoring-reports.children",
            "children.monitoring.m2-monitoring-group.final-monitoring-reports.children",
            "children.monitoring.m2-monitoring-group.statistical-yearbooks.children",
            "children.monitoring.m2-evaluation-group.mid-term-evaluation-reports.children",
            "children.monitoring.m2-evaluation-group.final-evaluation-reports.children",
        ],
    },
    Known {
        reason: "The kind of unit stands earlier in the clause or in the indicator's name, and not in the quoted words",
        fields: &["scope"],
        ids: &[
            "women.health.g3.midwives-per-delivery-bed",
            "women.decision.g2.women-share-of-party-congress-delegates",
            "women.decision.g3.women-share-of-peoples-congress-deputies",
            "women.decision.g3.women-share-of-peoples-congress-committee",
            "women.decision.g3.women-share-of-cppcc-members",
            "women.decision.g3.women-share-of-cppcc-committee",
            "women.decision.g6.women-in-township-leadership",
            "women.decision.g7.women-share-of-village-assembly",
            "women.decision.g10.women-share-of-workers-congress",
            "women.health.s12.urban-fitness-circle-minutes",
            "women.education.s11.primary-mental-health-class-hours",
            "women.education.s11.secondary-mental-health-class-hours",
            "women.decision.s3.women-share-of-party-congress-delegates",
            "women.decision.s8.women-share-of-workers-congress",
            "children.health.s2.health-centre-child-general-practitioners",
            "children.health.s2.health-centre-child-health-doctors",
        ],
    },
    Known {
        reason: "推进 stands earlier in the clause, before the first of the things it is said of",
        fields: &["commitment"],
        ids: &[
            "women.health.s12.township-fitness-hall-coverage",
            "women.health.s12.village-fitness-station-coverage",
            "women.health.s12.community-fitness-centre-coverage",
            "women.security.s1.flexibly-employed-women-insurance-coverage",
        ],
    },
    Known {
        reason: "The words give hours; the share of children who reach them is watched beside the mean that is judged against them",
        fields: &["indicator"],
        ids: &[
            "children.health.s12.daily-outdoor-sport-share",
            "children.health.s12.primary-pupil-sleep-share",
            "children.health.s12.junior-secondary-sleep-share",
            "children.health.s12.senior-secondary-sleep-share",
        ],
    },
    Known {
        reason: "A duty of the chapters on organisation and monitoring: its number, or the year of a mid-term or final report, stands in no word",
        fields: &["scope"],
        ids: &[
            "women.organisation.o2-1.responsible-body-reports.women",
            "children.organisation.o2-1.responsible-body-reports.children",
        ],
    },
    Known {
        reason: "基本消除 has no number; the bound is the regulation's, as the note says",
        fields: &["rule.kind"],
        ids: &["women.education.g9.young-female-illiteracy-rate"],
    },
    Known {
        reason: "There is one banner, and 全覆盖 of it is one centre",
        fields: &["rule.kind"],
        ids: &["women.health.s12.banner-fitness-centres"],
    },
    Known {
        reason: "建立…信息台账 stands behind the quoted words",
        fields: &["clause.words"],
        ids: &["women.security.s11.left-behind-women-registers"],
    },
    Known {
        reason: "达到国家考核指标 stands behind the quoted words",
        fields: &["clause.words"],
        ids: &["women.environment.s7.air-pollutant-reduction"],
    },
    Known {
        reason: "不早于 a time of day: every school, as the note says",
        fields: &["clause.words"],
        ids: &["children.education.s7.after-school-service-until-end-of-work"],
    },
];

fn fields(target: &Target, catalogue: &Catalogue) -> Vec<&'static str> {
    let card = catalogue.indicator(&target.indicator).expect("a known indicator");
    wording::doubts(target, card).iter().map(|doubt| doubt.field).collect()
}

#[test]
fn every_card_says_what_its_words_say() {
    let catalogue = Catalogue::hangjin();
    let mut known: BTreeMap<&str, &Known> = BTreeMap::new();
    for group in KNOWN {
        assert!(!group.reason.is_empty());
        for id in group.ids {
            assert!(known.insert(id, group).is_none(), "{id} stands twice");
        }
    }
    let mut wrong = String::new();
    for target in catalogue.targets() {
        let card = catalogue.indicator(&target.indicator).expect("a known indicator");
        let doubts = wording::doubts(target, card);
        let found: Vec<&str> = doubts.iter().map(|doubt| doubt.field).collect();
        let expected = known.remove(&*target.id).map_or(&[][..], |group| group.fields);
        if found == expected {
            continue;
        }
        writeln!(wrong, "{}: {}", target.id, target.clause.words).expect("a string takes everything");
        for doubt in &doubts {
            writeln!(wrong, "  {}: {doubt}", doubt.field).expect("a string takes everything");
        }
        if doubts.is_empty() {
            writeln!(wrong, "  nothing is wrong with it any more: take it out of the list")
                .expect("a string takes everything");
        }
    }
    assert!(wrong.is_empty(), "cards that differ from their own words:\n{wrong}");
    assert!(known.is_empty(), "no such cards any more: {:?}", known.keys());
}

/// What a slip of the hand makes of a rule: another last digit, ten times as much, a hundredth (90％ typed as 0.9), the other
/// comparator, the number left in or out, the other direction, another word.
fn slips(rule: Rule) -> Vec<Rule> {
    let numbers = |value: Number| {
        let (digits, places) = (value.mantissa(), value.places());
        [(digits + 1, places), (digits * 10, places), (digits, places + 2), (digits * 10, places + 1)]
            .into_iter()
            .filter_map(|(digits, places)| Number::new(digits, places))
            // 0 has no other size.
            .filter(move |other| *other != value || other.places() == places + 1)
    };
    match rule {
        Rule::AtLeast { value } => {
            let mut slips: Vec<Rule> = numbers(value).map(|value| Rule::AtLeast { value }).collect();
            slips.extend([Rule::AtMost { value }, Rule::MoreThan { value }, Rule::All]);
            slips
        }
        Rule::AtMost { value } => {
            let mut slips: Vec<Rule> = numbers(value).map(|value| Rule::AtMost { value }).collect();
            slips.extend([Rule::AtLeast { value }, Rule::LessThan { value }]);
            slips
        }
        Rule::Around { value, better, tolerance } => {
            let mut slips: Vec<Rule> =
                numbers(value).map(|value| Rule::Around { value, better, tolerance }).collect();
            slips.extend([
                Rule::AtLeast { value },
                Rule::Around { value, better: better.opposite(), tolerance },
            ]);
            slips
        }
        Rule::ChangedBy { value, better, since } => {
            let mut slips: Vec<Rule> =
                numbers(value).map(|value| Rule::ChangedBy { value, better, since }).collect();
            slips.push(Rule::ChangedBy { value, better: better.opposite(), since });
            slips.push(Rule::AtMost { value });
            slips
        }
        Rule::AtLeastRatio { .. } => {
            vec![
                Rule::AtLeastRatio { value: Fraction::new(1, 4) },
                Rule::AtLeast { value: Number::literal("33") },
                Rule::AtLeast { value: Number::literal("33.33") },
            ]
        }
        Rule::All => vec![Rule::AtLeast { value: Number::literal("100") }, Rule::Monitored],
        Rule::Improves { better, qualifier } => {
            let other =
                if qualifier == Qualifier::Steadily { Qualifier::Sustained } else { Qualifier::Steadily };
            vec![
                Rule::Improves { better: better.opposite(), qualifier },
                Rule::Improves { better, qualifier: other },
                Rule::NotWorse { better },
            ]
        }
        Rule::NotWorse { better } => vec![
            Rule::NotWorse { better: better.opposite() },
            Rule::Improves { better: Better::Lower, qualifier: Qualifier::Plain },
        ],
        Rule::RisesSlower => vec![Rule::Improves { better: Better::Lower, qualifier: Qualifier::Plain }],
        Rule::NotBelow => vec![Rule::InProportion { tolerance: None }],
        Rule::InProportion { .. } => vec![Rule::NotBelow],
        _ => Vec::new(),
    }
}

/// A slip in the rule, the unit, the scope or the softening word of any card is seen in its words.
#[test]
fn slips_of_the_hand_are_seen() {
    let catalogue = Catalogue::hangjin();
    let mut unseen = String::new();
    let mut seen = 0;
    let known: Vec<&str> = KNOWN.iter().flat_map(|group| group.ids).copied().collect();
    let mut look = |target: &Target, unit: Option<Unit>, slip: &str| {
        let mut card = catalogue.indicator(&target.indicator).expect("a known indicator").clone();
        card.unit = unit.unwrap_or(card.unit);
        if wording::doubts(target, &card).is_empty() {
            writeln!(unseen, "{}: {slip} beside {}", target.id, target.clause.words)
                .expect("a string takes everything");
        } else {
            seen += 1;
        }
    };
    for target in catalogue.targets().filter(|target| !known.contains(&&*target.id)) {
        for rule in slips(target.rule) {
            look(&Target { rule, ..target.clone() }, None, &format!("{rule:?}"));
        }
        if fields(target, &catalogue).is_empty() && target.commitment != Commitment::Firm {
            look(&Target { commitment: Commitment::Firm, ..target.clone() }, None, "firm");
        }
        if target.scope == Scope::EveryUnit {
            look(&Target { scope: Scope::Area, ..target.clone() }, None, "area");
        }
        let card = catalogue.indicator(&target.indicator).expect("a known indicator");
        let words = &*target.clause.words;
        let printed = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
        match card.unit {
            // The same digits in another unit.
            Unit::Percent
                if printed(&["％"])
                    && target.rule.number().is_some()
                    && target.rule.code() != "changed_by" =>
            {
                look(target, Some(Unit::PerMille), "per mille");
                look(target, Some(Unit::Minutes), "minutes");
            }
            Unit::PerMille | Unit::Per100k
                if target.rule.number().is_some() && target.rule.code() != "changed_by" =>
            {
                look(target, Some(Unit::Percent), "percent");
            }
            Unit::Minutes | Unit::HoursPerDay | Unit::ClassHours if target.rule.number().is_some() => {
                look(target, Some(Unit::Percent), "percent");
            }
            _ => {}
        }
    }
    assert!(unseen.is_empty(), "not seen, beside {seen} that were:\n{unseen}");
    assert!(seen > 600, "{seen}");
}
