//! The cards fit together: nothing dangles, nothing is there twice, every goal is accounted for once.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::{
    Catalogue, Target, Year,
    plan::{Calendar, Section, SourceKind, Timing, Why},
    values::{AgeGroup, Unit},
};

/// The plan's full-width signs between digits, written half-width.
fn narrow(text: &str) -> String {
    let narrow = |character| match character {
        '．' => '.',
        '／' => '/',
        '：' => ':',
        other => other,
    };
    text.chars().map(narrow).collect()
}

fn of_goals_and_strategies(target: &&Target) -> bool {
    matches!(target.clause.section, Section::Goal | Section::Strategy)
}

#[test]
fn the_cards_check() {
    assert_eq!(Catalogue::hangjin().check(), []);
}

#[test]
fn ids_and_names_stand_once() {
    let catalogue = Catalogue::hangjin();
    let targets: BTreeSet<_> = catalogue.targets().map(|target| &target.id).collect();
    assert_eq!(targets.len(), catalogue.targets().len());
    let ids: BTreeSet<_> = catalogue.indicators().map(|card| &card.id).collect();
    let zh: BTreeSet<_> = catalogue.indicators().map(|card| &card.zh).collect();
    let en: BTreeSet<_> = catalogue.indicators().map(|card| &card.en).collect();
    let all = catalogue.indicators().len();
    assert_eq!((ids.len(), zh.len(), en.len()), (all, all, all));
    assert!(ids.is_disjoint(&zh));
}

/// Each domain has a title in either language, and no two the same.
#[test]
fn domains_have_titles_in_both_languages() {
    for plan in Catalogue::hangjin().plans() {
        assert_eq!(plan.domains.len(), plan.domains_en.len(), "{}", plan.id);
        let titles: BTreeSet<_> = plan.domains.iter().chain(&*plan.domains_en).collect();
        assert_eq!(titles.len(), 2 * plan.domains.len(), "{}", plan.id);
        assert!(plan.domains.iter().all(|title| !title.is_ascii()));
        assert!(plan.domains_en.iter().all(|title| title.is_ascii() && !title.trim().is_empty()));
    }
}

/// A remark on a reading stands in both languages, with the same figures.
#[test]
fn remarks_stand_in_both_languages() {
    let mut told = 0;
    for target in Catalogue::hangjin().targets() {
        let Some(note) = &target.note else { continue };
        let (en, zh) = (&*note.en, &*note.zh);
        assert!(!en.is_empty(), "{}", target.id);
        assert!(zh.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{}", target.id);
        assert!(!zh.chars().any(|letter| letter.is_ascii_alphabetic()), "{zh}");
        let figures = |text: &str| -> BTreeSet<String> {
            let runs = text.split(|letter: char| !letter.is_ascii_digit());
            runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
        };
        assert!(figures(en).is_subset(&figures(zh)), "{en}: {zh}");
        told += 1;
    }
    assert!(told > 60, "{told} remarks");
}

#[test]
fn every_indicator_is_there_and_used() {
    let catalogue = Catalogue::hangjin();
    let mut used = BTreeSet::new();
    for target in catalogue.targets() {
        let card = catalogue.indicator(&target.indicator).unwrap();
        used.insert(&card.id);
        used.extend(card.gap.as_ref().map(|gap| &gap.of));
        used.extend(card.women_of.as_ref());
        if let Some(reference) = &target.reference {
            used.insert(&catalogue.indicator(reference).unwrap().id);
        }
    }
    let unused: Vec<_> =
        catalogue.indicators().map(|card| &card.id).filter(|id| !used.contains(id)).collect();
    assert!(unused.is_empty(), "not used: {unused:?}");
}

/// A target stands in the clause that its id names, and a pair of rule and indicator stands in it once.
#[test]
fn every_target_stands_in_its_clause_once() {
    let catalogue = Catalogue::hangjin();
    let mut seen = BTreeSet::new();
    for target in catalogue.targets() {
        let parts: Vec<&str> = target.id.splitn(4, '.').collect();
        assert_eq!(parts[0], target.plan);
        assert_eq!(parts[3], target.indicator, "{}", target.id);
        let clause = (&target.plan, target.clause.section, target.clause.domain, &target.clause.item);
        assert!(seen.insert((clause, &target.indicator)), "{}", target.id);
    }
}

#[test]
fn targets_stand_in_printed_order() {
    let catalogue = Catalogue::hangjin();
    for (plan, section) in [
        ("women", Section::Goal),
        ("women", Section::Strategy),
        ("children", Section::Goal),
        ("children", Section::Strategy),
    ] {
        let places: Vec<(u8, u8)> = catalogue
            .targets()
            .filter(|target| target.plan == plan && target.clause.section == section)
            .map(|target| (target.clause.domain, target.clause.item.parse().unwrap()))
            .collect();
        assert!(places.is_sorted(), "{plan} {}", section.code());
    }
}

/// Each goal and measure has targets or a reason, and never both.
#[test]
fn every_clause_is_accounted_for_once() {
    let catalogue = Catalogue::hangjin();
    let ledger = catalogue.ledger();
    let places: BTreeSet<_> =
        ledger.iter().map(|entry| (&entry.plan, entry.section, entry.domain, &entry.item)).collect();
    assert_eq!(places.len(), 152 + 186);
    for entry in &ledger {
        assert_ne!(entry.targets.is_empty(), entry.reason.is_none(), "{entry:?}");
        let repeats_only = entry.targets.is_empty() && !entry.repeats.is_empty();
        assert_eq!(entry.reason == Some(Why::SameAsGoal), repeats_only, "{entry:?}");
        assert!(
            entry.note.as_ref().is_none_or(|note| !note.en.is_empty() && !note.zh.is_empty()),
            "{entry:?}"
        );
    }
    let of_clauses = catalogue.targets().filter(of_goals_and_strategies).count();
    assert_eq!(ledger.iter().map(|entry| entry.targets.len()).sum::<usize>(), of_clauses);
}

/// A measure repeats targets of its own domain's goals alone, and serves the goals that they stand in.
#[test]
fn measures_serve_goals_of_their_domain() {
    let catalogue = Catalogue::hangjin();
    let ledger = catalogue.ledger();
    for entry in &ledger {
        let goals = ledger
            .iter()
            .filter(|goal| goal.section == Section::Goal)
            .filter(|goal| (&goal.plan, goal.domain) == (&entry.plan, entry.domain))
            .count();
        assert!(entry.serves.iter().all(|goal| (1..=goals).contains(&usize::from(*goal))), "{entry:?}");
        assert!(entry.section == Section::Strategy || entry.serves.is_empty(), "{entry:?}");
        for id in &entry.repeats {
            let target = catalogue.target(id).unwrap();
            let clause = &target.clause;
            assert_eq!(
                (&target.plan, clause.section, clause.domain),
                (&entry.plan, Section::Goal, entry.domain)
            );
            assert!(entry.serves.contains(&clause.item.parse().unwrap()), "{id}: {entry:?}");
        }
    }
    let linked = ledger.iter().filter(|entry| !entry.serves.is_empty()).count();
    assert!(linked > 160, "{linked}");
}

/// Every indicator says what it counts, a quotient over what, and a bare number over nothing.
#[test]
fn every_indicator_is_defined() {
    let catalogue = Catalogue::hangjin();
    for card in catalogue.indicators() {
        let definition = card.definition.as_ref().unwrap_or_else(|| panic!("{}", card.id));
        let quotient = card.gap.is_none() && (card.unit.per().is_some() || card.unit == Unit::Quotient);
        assert_eq!(definition.denominator.is_some(), quotient, "{}", card.id);
        assert_eq!(definition.source == SourceKind::Computed, card.gap.is_some(), "{}", card.id);
        let texts =
            [Some(&definition.counted), definition.denominator.as_ref(), definition.population.as_ref()];
        for text in texts.into_iter().flatten() {
            assert!(text.zh.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{}", card.id);
            let english = |letter: char| letter.is_ascii() || "–’".contains(letter);
            assert!(text.en.chars().all(english) && !text.en.is_empty(), "{}: {}", card.id, text.en);
        }
        // Counts and persons are counted in something.
        let counted = matches!(card.unit, Unit::Count | Unit::Persons);
        assert!(!counted || definition.measure_word.is_some(), "{}", card.id);
    }
    let checked = catalogue.indicators().filter(|card| !card.definition.as_ref().unwrap().ours).count();
    assert!(checked > 20, "{checked} are the usual definition");
}

/// The first age group that a text writes, the longest form of it.
fn age_in(text: &str) -> Option<AgeGroup> {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).find_map(|start| {
        (start + 1..=letters.len()).rev().find_map(|end| {
            let word: String = letters[start..end].iter().collect();
            word.contains('岁')
                .then(|| word.parse().ok())
                .flatten()
                .or_else(|| word.contains("个月").then(|| word.parse().ok()).flatten())
        })
    })
}

/// An indicator whose name or definition writes an age group has it on its card, and no other has one; a gap has that of its
/// strata.
#[test]
fn ages_of_definitions_stand_on_the_cards() {
    // Institutions and places are of no age, and the legal age of marriage is not one.
    const OTHERWISE: &[&str] = &["childcare-institutions", "childcare-places", "child-marriages-and-births"];
    let catalogue = Catalogue::hangjin();
    let mut aged = 0;
    for card in catalogue.indicators() {
        let own = card.disaggregation.age;
        aged += usize::from(!own.is_total());
        if let Some(gap) = &card.gap {
            assert_eq!(own, catalogue.indicator(&gap.of).unwrap().disaggregation.age, "{}", card.id);
            continue;
        }
        let definition = card.definition.as_ref().unwrap();
        let texts = [
            Some(&card.zh),
            definition.population.as_ref().map(|text| &text.zh),
            Some(&definition.counted.zh),
        ];
        let written = texts.into_iter().flatten().find_map(|text| age_in(text));
        let expected = written.filter(|_| !OTHERWISE.contains(&&*card.id)).unwrap_or_default();
        assert_eq!(own, expected, "{}", card.id);
    }
    assert!(aged > 60, "{aged} indicators of an age");
}

/// Women's indicators and those of both sexes differ in the sex alone, and say so in their names.
#[test]
fn women_have_their_figure_of_both_sexes() {
    let catalogue = Catalogue::hangjin();
    let women: Vec<_> = catalogue.indicators().filter(|card| card.women_of.is_some()).collect();
    assert_eq!(women.len(), 22);
    for card in women {
        let both = catalogue.indicator(card.women_of.as_ref().unwrap()).unwrap();
        assert!(card.zh.contains('女') && !both.zh.contains('女'), "{} {}", card.zh, both.zh);
        assert_eq!(
            (both.unit, both.kind, both.calendar, both.ceiling),
            (card.unit, card.kind, card.calendar, card.ceiling)
        );
        let (of_both, of_women) = (both.definition.as_ref().unwrap(), card.definition.as_ref().unwrap());
        assert_eq!(
            (of_both.source, of_both.denominator.is_some()),
            (of_women.source, of_women.denominator.is_some()),
            "{}",
            card.id
        );
    }
}

/// Where a clause prints digits, the bound stands among them, with as many decimals.
#[test]
fn bounds_stand_in_the_printed_words() {
    let catalogue = Catalogue::hangjin();
    for target in catalogue.targets().filter(of_goals_and_strategies) {
        let words = narrow(&target.clause.words);
        let has_digit = words.chars().any(|character| character.is_ascii_digit());
        if let Some(number) = target.rule.number().filter(|_| has_digit) {
            let numbers: Vec<&str> =
                words.split(|character: char| !character.is_ascii_digit() && character != '.').collect();
            assert!(numbers.contains(&&*number.to_string()), "{}: {number} in {words}", target.id);
        }
    }
}

/// A target for all of the units names no number, and a printed 100％ is a number.
#[test]
fn all_of_them_is_not_a_printed_hundred() {
    let catalogue = Catalogue::hangjin();
    for target in catalogue.targets() {
        let printed = narrow(&target.clause.words).contains("100％");
        let hundred = target.rule.number().is_some_and(|number| number.to_string() == "100");
        assert_eq!(printed, hundred, "{}", target.id);
    }
}

#[test]
fn duties_of_goals_and_strategies_end_with_the_plan() {
    let catalogue = Catalogue::hangjin();
    for target in catalogue.targets().filter(of_goals_and_strategies) {
        assert_eq!(target.timing.due(), Year::literal(2030), "{}", target.id);
        // Prohibitions and yearly duties bind from the year of issue on; the school year under way then is not asked.
        let begins = match target.timing {
            Timing::Kept { from, .. } | Timing::EveryTerm { from, .. } => (from, 2021),
            Timing::EveryYear { from, .. } => {
                let card = catalogue.indicator(&target.indicator).unwrap();
                (from, if card.calendar == Calendar::SchoolYear { 2023 } else { 2022 })
            }
            _ => continue,
        };
        assert_eq!(begins.0.number(), begins.1, "{}", target.id);
    }
}

/// One kind of unit is written in one way, and the plan says what it is called.
#[test]
fn kinds_of_unit_have_names() {
    let catalogue = Catalogue::hangjin();
    let kinds: BTreeSet<&str> = catalogue
        .targets()
        .filter(|target| !target.scope.is_area())
        .filter_map(|target| target.scope.unit_kind())
        .chain(catalogue.indicators().filter_map(|card| card.gap.as_ref()?.unit_kind.as_deref()))
        .filter(|kind| !kind.is_empty())
        .collect();
    for plan in catalogue.plans() {
        let named: BTreeSet<&str> = plan.unit_kinds.iter().map(|kind| &*kind.id).collect();
        assert_eq!(named, kinds, "{}", plan.id);
        assert_eq!(plan.unit_kinds.len(), named.len());
        let zh: BTreeSet<&str> = plan.unit_kinds.iter().map(|kind| &*kind.zh).collect();
        let en: BTreeSet<&str> =
            plan.unit_kinds.iter().flat_map(|kind| [&*kind.en, &*kind.en_plural]).collect();
        assert_eq!((zh.len(), en.len()), (named.len(), 2 * named.len()));
    }
}

/// What both plans ask of is measured once and judged twice.
#[test]
fn eleven_indicators_stand_in_both_plans() {
    let catalogue = Catalogue::hangjin();
    let mut plans: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for target in catalogue.targets().filter(of_goals_and_strategies) {
        plans.entry(&target.indicator).or_default().push(&target.plan);
    }
    let both: Vec<&str> = plans
        .iter()
        .filter(|(_, plans)| plans.contains(&"women") && plans.contains(&"children"))
        .map(|(indicator, _)| *indicator)
        .collect();
    let expected = [
        "ammonia-nitrogen-emissions",
        "chemical-oxygen-demand-emissions",
        "compulsory-education-retention-rate",
        "nitrogen-oxide-emissions",
        "rural-centralised-water-supply-coverage",
        "rural-sanitary-toilet-coverage",
        "rural-tap-water-coverage",
        "rural-water-quality-compliance-rate",
        "rural-water-supply-reliability-rate",
        "senior-secondary-gross-enrolment-rate",
        "voc-emissions",
    ];
    assert_eq!(both, expected);
    for indicator in expected {
        assert_eq!(plans[indicator], ["women", "children"]);
        let pair: Vec<_> = catalogue.targets().filter(|target| target.indicator == indicator).collect();
        assert_eq!(pair[0].rule, pair[1].rule, "{indicator}");
        assert_eq!(pair[0].timing, pair[1].timing, "{indicator}");
    }
}
