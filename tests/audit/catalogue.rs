//! The built-in relations as facts.

use std::collections::BTreeSet;

use dabiao::Catalogue;
use dabiao::plan::{FigureOf, GeneralRelation, RelationKind};

// Every indicator that a relation names is there, and nothing else is wrong with any of them.
#[test]
fn every_relation_is_sound() {
    let catalogue = Catalogue::hangjin();
    let errors: Vec<String> =
        catalogue.check().iter().map(|error| format!("{}: {error}", error.path())).collect();
    assert_eq!(errors, Vec::<String>::new());
    let ids: BTreeSet<&str> = catalogue.relations().map(|relation| &*relation.id).collect();
    assert_eq!(ids.len(), catalogue.relations().len(), "an id is used twice");
    assert!(GeneralRelation::ALL.iter().all(|rule| !ids.contains(rule.code())));
    let named: BTreeSet<&str> = ids.iter().map(|id| id.split('.').next().unwrap_or(id)).collect();
    assert!(named.len() >= 80, "{}", named.len());
}

// A wide plausible range for every indicator: of its own, by its unit, or by its limits.
#[test]
fn every_indicator_has_a_range() {
    let catalogue = Catalogue::hangjin();
    let ranged: BTreeSet<&str> = catalogue
        .relations()
        .filter_map(|relation| match &relation.says {
            RelationKind::Range { indicator, .. } => Some(&**indicator),
            _ => None,
        })
        .collect();
    let without: Vec<&str> = catalogue
        .indicators()
        .filter(|card| card.ceiling.is_none() && !ranged.contains(&*card.id))
        .map(|card| &*card.id)
        .collect();
    assert_eq!(without, Vec::<&str>::new());
}

#[test]
fn both_languages_and_no_stray_digits() {
    for relation in Catalogue::hangjin().relations() {
        assert!(relation.zh.chars().any(|found| found > '\u{2e7f}'), "{}", relation.id);
        assert!(relation.en.is_ascii() || relation.en.contains('\''), "{}: {}", relation.id, relation.en);
    }
}

// A relation of counts is of quotients, one of sums over units of things: as the check for own plans has it.
#[test]
fn figures_take_what_their_indicator_has() {
    let catalogue = Catalogue::hangjin();
    let mut kinds = BTreeSet::new();
    for relation in catalogue.relations() {
        kinds.insert(relation.says.code());
        if let RelationKind::Same { figures } = &relation.says {
            assert!(figures.iter().all(|figure| figure.of != FigureOf::Value), "{}", relation.id);
        }
    }
    for kind in ["order", "part_of", "same", "sum", "within", "change", "range", "share_and_mean"] {
        assert!(kinds.contains(kind), "{kind}");
    }
}
