//! Every built-in card compared with its own words: the rule, bound, unit, timing, scope and softening word that the reader finds
//! there are those of the card, or the card stands in [`KNOWN`] with the reason.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dabiao::plan::wording;
use dabiao::plan::{Better, Change, Commitment, Fraction, Qualifier, Scope};
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
            "women.decision.g2.women-share-of-party-congress-delegates",
            "women.decision.g3.women-share-of-peoples-congress-deputies",
            "women.decision.g3.women-share-of-peoples-congress-committee",
            "women.decision.g3.women-share-of-cppcc-members",
            "women.decision.g3.women-share-of-cppcc-committee",
            "women.decision.g6.women-in-township-leadership",
            "women.decision.g7.women-share-of-village-assembly",
            "women.health.s12.urban-fitness-circle-minutes",
            "women.education.s11.primary-mental-health-class-hours",
            "women.education.s11.secondary-mental-health-class-hours",
            "women.decision.s3.women-share-of-party-congress-delegates",
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
        reason: "不早于 a time of day: every school, as the note says",
        fields: &["clause.words"],
        ids: &["children.education.s7.after-school-service-until-end-of-work"],
    },
    Known {
        reason: "A duty of the chapters on organisation and monitoring: its number, or the year of a mid-term or final report, stands in no word",
        fields: &["clause.words"],
        ids: &[
            "women.organisation.o2-1.plan-targets-assigned.women",
            "women.organisation.o3-1.plan-funds-in-budget.women",
            "women.monitoring.m1.evaluation-funds-in-budget.women",
            "women.monitoring.m2.evaluation-leading-groups",
            "women.monitoring.m2.monitoring-groups",
            "women.monitoring.m2.evaluation-groups",
            "women.monitoring.m2-monitoring-group.monitoring-schemes.women",
            "women.monitoring.m2-monitoring-group.monitoring-indicator-systems.women",
            "women.monitoring.m2-evaluation-group.evaluation-schemes.women",
            "children.organisation.o2-1.plan-targets-assigned.children",
            "children.organisation.o3-1.plan-funds-in-budget.children",
            "children.monitoring.m1.evaluation-funds-in-budget.children",
            "children.monitoring.m2.evaluation-leading-groups",
            "children.monitoring.m2.monitoring-groups",
            "children.monitoring.m2.evaluation-groups",
            "children.monitoring.m2-monitoring-group.monitoring-schemes.children",
            "children.monitoring.m2-monitoring-group.monitoring-indicator-systems.children",
            "children.monitoring.m2-evaluation-group.evaluation-schemes.children",
        ],
    },
    Known {
        reason: "An institution, line, venue or register that is to be there is read as at least one; the reader takes fewer nouns for such a thing",
        fields: &["clause.words"],
        ids: &[
            "women.economy.s13.women-demonstration-bases",
            "children.health.s13.community-child-counselling-centres",
            "children.environment.s9.environmental-science-bases",
            "children.environment.s9.school-environment-practice-bases",
            "children.law.s3.juvenile-case-units",
            "children.law.s7.youth-legal-education-bases",
        ],
    },
    Known {
        reason: "配备 without a number is read as all of the institutions, as the note says",
        fields: &["clause.words"],
        ids: &[
            "children.health.s13.schools-with-mental-health-teacher",
            "children.welfare.s11.childrens-homes-with-staff",
        ],
    },
    Known {
        reason: "配备 without a number is read as all of the institutions, as the note says",
        fields: &["rule.kind"],
        ids: &["children.health.s6.schools-with-required-health-staff"],
    },
    Known {
        reason: "Watched, or read as a direction, without a word of the reader's; the note says so",
        fields: &["clause.words"],
        ids: &[
            "women.health.s6.hpv-vaccination-coverage-13-18",
            "women.law.s4.domestic-violence-police-calls",
            "women.law.s4.domestic-violence-warning-letters",
            "children.health.g4.severely-disabling-birth-defect-prevalence",
            "children.education.s6.urban-oversize-class-share",
        ],
    },
    Known {
        reason: "The quoted words name the subject together with another target's bound, and the reader does not hand the subject on",
        fields: &["indicator"],
        ids: &[
            "women.security.g4.female-mean-employee-pension",
            "women.security.g4.female-mean-resident-pension",
        ],
    },
    Known {
        reason: "The quoted words name the subject together with another target's bound, and the reader does not hand the subject on",
        fields: &["rule.value", "timing"],
        ids: &["children.health.g11.pupil-fitness-good-rate"],
    },
    Known {
        reason: "The quoted words name the subject together with another target's bound, and the reader does not hand the subject on",
        fields: &["rule.value"],
        ids: &[
            "children.family.g6.urban-family-education-station-coverage",
            "children.health.s2.paediatric-beds-per-1000-children",
        ],
    },
    Known {
        reason: "降低工资 and 解除 stand inside of what is forbidden",
        fields: &["rule.kind", "timing"],
        ids: &["women.economy.s10.pregnancy-penalty-cases"],
    },
    Known {
        reason: "Two things stand under one verb: the employers' facilities are all to be there, of those in crowded places one",
        fields: &["rule.kind"],
        ids: &["women.economy.s10.public-mother-infant-facilities"],
    },
    Known {
        reason: "Two things stand under one verb: the grounds are to be everywhere, of the schools one is asked",
        fields: &["rule.kind"],
        ids: &["children.health.s12.football-speciality-schools"],
    },
    Known {
        reason: "稳定增加 is read as a rise, and 支持 is no softening word of the reader's",
        fields: &["rule.qualifier", "commitment"],
        ids: &["women.economy.s12.formerly-poor-women-mean-income"],
    },
    Known {
        reason: "重视 is no softening word of the reader's",
        fields: &["commitment"],
        ids: &["women.decision.s7.women-share-of-health-education-culture-decision-makers"],
    },
    Known {
        reason: "A party committee is elected, which the words do not say",
        fields: &["timing"],
        ids: &["women.decision.s1.women-share-of-party-committees"],
    },
    Known {
        reason: "The kind of unit stands earlier in the clause or in the indicator's name, and not in the quoted words",
        fields: &["scope"],
        ids: &[
            "women.security.s11.left-behind-women-registers",
            "children.health.s15.township-drug-regulators",
        ],
    },
    Known {
        reason: "促进 stands before 参加, and 应保尽保 behind the comma",
        fields: &["commitment"],
        ids: &["women.security.s1.flexibly-employed-women-insurance-coverage"],
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
            .filter_map(|(digits, places)| Number::new(digits, places).ok())
            // 0 has no other size.
            .filter(move |other| *other != value || other.places() == places + 1)
    };
    // A bound that is computed has no printed digits.
    let percents = |change: Change| {
        let printed = match change {
            Change::Percent(percent) => Some(percent),
            Change::Fraction(_) => None,
        };
        let others =
            printed.into_iter().flat_map(move |value| numbers(value).filter(move |other| *other != value));
        others.map(Change::Percent)
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
                percents(value).map(|value| Rule::ChangedBy { value, better, since }).collect();
            slips.push(Rule::ChangedBy { value, better: better.opposite(), since });
            slips.push(Rule::ChangedEachYear { value: Number::from(20_u32), better, since });
            slips
        }
        Rule::AtLeastRatio { .. } => {
            vec![
                Rule::AtLeastRatio { value: Fraction::literal(1, 4) },
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
        if target.scope.is_every_unit() {
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
