//! The built-in relations as facts.

use std::collections::BTreeSet;

use dabiao::Catalogue;
use dabiao::plan::{AuditLevel, Calendar, FigureOf, GeneralRelation, Relation, RelationKind};
use dabiao::values::Number;

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
            let counts = |indicator: &str| catalogue.indicator(indicator).expect("known").unit.is_whole();
            let count = |figure: &dabiao::plan::Figure| {
                figure.of != FigureOf::Value || counts(figure.indicator.as_deref().unwrap())
            };
            assert!(figures.iter().all(count), "{}", relation.id);
        }
    }
    for kind in ["order", "part_of", "same", "sum", "within", "change", "range", "share_and_mean"] {
        assert!(kinds.contains(kind), "{kind}");
    }
}

// A relation between a calendar year and a school year would never be checked, for no row is of both.
#[test]
fn the_figures_of_a_relation_are_of_one_time() {
    let catalogue = Catalogue::hangjin();
    let mut apart = Vec::new();
    for relation in catalogue.relations() {
        let figures: Vec<&dabiao::plan::Figure> = match &relation.says {
            RelationKind::Order { left, right } | RelationKind::PartOf { left, right } => {
                left.iter().chain(right).collect()
            }
            RelationKind::Same { figures } => figures.iter().collect(),
            RelationKind::Sum { parts, whole } => parts.iter().chain([whole]).collect(),
            RelationKind::Within { left, right, .. } => vec![left, right],
            RelationKind::Between { total, parts } => parts.iter().chain([total]).collect(),
            RelationKind::ShareAndMean { share, mean, .. } => vec![share, mean],
            // A figure of several years, or of one cell.
            _ => continue,
        };
        let calendars: BTreeSet<&str> = figures
            .iter()
            .filter_map(|figure| figure.indicator.as_deref())
            .filter_map(|indicator| match catalogue.indicator(indicator).expect("known").calendar {
                Calendar::SchoolYear => Some("school year"),
                // Who is elected in a year stands beside the figures of that year.
                Calendar::Year | Calendar::Term | Calendar::Census => Some("year"),
                _ => None,
            })
            .collect();
        if calendars.len() > 1 {
            apart.push(&*relation.id);
        }
    }
    assert_eq!(apart, Vec::<&str>::new());
}

const CHAPTER: &str = include_str!("../../src/docs/audit.md");

fn level(level: AuditLevel) -> &'static str {
    match level {
        AuditLevel::Must => "must",
        AuditLevel::Should => "should",
    }
}

fn general() -> String {
    let line = |rule: &GeneralRelation| {
        format!("| `{}` | {} | {} | {} |\n", rule.code(), level(rule.level()), rule.zh(), rule.en())
    };
    let lines: String = GeneralRelation::ALL.iter().map(line).collect();
    format!("| id | level | 中文 | English |\n|---|---|---|---|\n{lines}")
}

fn named(catalogue: &Catalogue) -> String {
    let mut table =
        String::from("| id | kind | level | 中文 | English | source |\n|---|---|---|---|---|---|\n");
    let of_one = |relation: &&Relation| {
        !matches!(relation.says, RelationKind::Range { .. }) && !relation.id.starts_with("women-and-men.")
    };
    for relation in catalogue.relations().filter(of_one) {
        let (id, kind) = match (relation.id.strip_suffix(".numerator"), relation.id.ends_with(".denominator"))
        {
            (Some(id), _) => (id, format!("{}, both counts", relation.says.code())),
            (None, true) => continue,
            (None, false) => (&*relation.id, relation.says.code().to_owned()),
        };
        let source = relation.source.as_deref().unwrap_or("ours");
        let (zh, en, level) = (&relation.zh, &relation.en, level(relation.level));
        table.push_str(&format!("| `{id}` | {kind} | {level} | {zh} | {en} | {source} |\n"));
    }
    table
}

fn ranges(catalogue: &Catalogue) -> String {
    let mut table =
        String::from("| 指标 | least | least above 0 | greatest | unit | id |\n|---|---|---|---|---|---|\n");
    for relation in catalogue.relations() {
        let RelationKind::Range { indicator, low, above_zero, high } = &relation.says else { continue };
        let card = catalogue.indicator(indicator).expect("a known indicator");
        // Things counted have one range for all.
        if card.unit.is_whole() {
            continue;
        }
        let told =
            |number: Option<Number>| number.map_or_else(|| "—".to_owned(), |number| number.to_string());
        let (above_zero, high) = (told(*above_zero), told(*high));
        let unit = card.unit.symbol();
        table
            .push_str(&format!("| {} | {low} | {above_zero} | {high} | {unit} | `{indicator}` |\n", card.zh));
    }
    table
}

/// The chapter with the table behind a heading in place of the one that stands there.
fn with_table(chapter: &str, heading: &str, table: &str) -> String {
    let at = chapter.find(heading).expect("a heading");
    let (before, behind) = chapter.split_at(at);
    let (head, old) = behind.split_at(behind.find("\n| ").expect("a table") + 1);
    let (_, rest) = old.split_at(old.find("\n\n").expect("a line behind the table") + 1);
    format!("{before}{head}{table}{rest}")
}

// The tables of the chapter are made from the catalogue: `BLESS=1` writes them anew.
#[test]
fn the_chapter_has_every_relation() {
    let catalogue = Catalogue::hangjin();
    let mut chapter = CHAPTER.to_owned();
    for (heading, table) in [
        ("# Relations of every indicator\n", general()),
        ("# Built-in relations\n", named(&catalogue)),
        ("# Plausible ranges\n", ranges(&catalogue)),
    ] {
        chapter = with_table(&chapter, heading, &table);
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("src/docs/audit.md", &chapter).expect("the chapter is written");
        return;
    }
    assert!(chapter == CHAPTER, "run with BLESS=1 to write the tables of src/docs/audit.md anew");
}
