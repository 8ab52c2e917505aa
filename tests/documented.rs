//! Every public item has a sentence of its own and stands in an example; the names of a first program each have their own example;
//! every finding, error and cause stands in its chapter. Sources are read line by line, so what the checker relies on is the form that
//! rustfmt gives them.

#![expect(clippy::expect_used, clippy::string_slice, reason = "a test may stop with a panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dabiao::values::cell::Cell;
use dabiao::{
    Catalogue, Error, Number, Record, Rule, Target, Year,
    data::{FindingKind, Missing},
    judge::{Cause, Reason, Role},
    plan::{Bilingual, Calendar, Relation, RelationKind, Section, wording::doubts},
    values::{Disaggregation, Period, Unit, cases},
};

#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    /// Where it stands.
    place: String,
    /// Modules, without the crate.
    module: Vec<String>,
    /// The type or trait, for what stands inside one.
    owner: Option<String>,
    name: String,
    /// The text in front of it.
    doc: String,
}

impl Item {
    fn path(&self) -> Vec<&str> {
        let module = self.module.iter().map(String::as_str);
        module.chain(self.owner.as_deref()).chain([self.name.as_str()]).collect()
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let nested = paths.map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    let mut all: Vec<PathBuf> =
        nested.flatten().filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
    all.sort();
    all
}

/// The word that `text` begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(text.len());
    &text[..end]
}

/// The name that a line of code declares, and whether it opens a type or trait.
fn declared(code: &str) -> Option<(String, bool)> {
    let mut rest = code;
    for skipped in ["const fn ", "unsafe fn ", "async fn "] {
        rest = rest.strip_prefix(skipped).map_or(rest, |after| {
            // `fn` remains the keyword.
            &rest[rest.len() - after.len() - "fn ".len()..]
        });
    }
    let (kind, name) = rest.split_once(' ')?;
    let holds = matches!(kind, "struct" | "enum" | "union" | "trait");
    let counts = holds || matches!(kind, "fn" | "type" | "mod" | "const" | "static");
    let name = word(name.strip_prefix("mut ").unwrap_or(name));
    (counts && !name.is_empty()).then(|| (name.to_owned(), holds))
}

/// The type that an `impl` block is of; none for the block of a trait, which is documented at the trait.
fn implemented(code: &str) -> Option<&str> {
    let rest = code.strip_prefix("impl")?;
    let rest = if rest.starts_with('<') {
        let mut depth = 0;
        let end = rest.char_indices().find(|(at, c)| {
            let arrow = *c == '>' && rest[..*at].ends_with('-');
            depth += i32::from(*c == '<') - i32::from(*c == '>' && !arrow);
            depth == 0
        })?;
        &rest[end.0 + 1..]
    } else {
        rest
    };
    let rest = rest.trim_start();
    (!rest.contains(" for ")).then(|| word(rest.rsplit("::").next().unwrap_or(rest)))
}

/// The items of one file, and the text about the file's own module.
fn read(text: &str, place: &str, module: &[String], folder: &Path) -> (Vec<Item>, String) {
    let (mut items, mut about, mut doc) = (Vec::new(), String::new(), String::new());
    // What is open: indentation, name, whether a trait. Nothing is reached inside a private module.
    let mut open: Vec<(usize, Option<String>, bool)> = Vec::new();
    let mut hidden: Option<usize> = None;
    for (number, line) in text.lines().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        if let Some(said) = code.strip_prefix("//!") {
            about += said;
            about += "\n";
        } else if let Some(said) = code.strip_prefix("///") {
            doc += said;
            doc += "\n";
        } else if let Some(file) = code.strip_prefix("#[doc = include_str!(\"") {
            let file = file.split('"').next().expect("a closing quote");
            doc += &std::fs::read_to_string(folder.join(file)).expect("a chapter");
        } else if let Some(said) = code.strip_prefix("#[doc = ") {
            doc += said;
            doc += "\n";
        } else if code.is_empty() || code.starts_with("//") || code.starts_with("#[") {
            // Attributes stand between a text and its item.
        } else {
            while open.last().is_some_and(|(at, ..)| *at >= indent) {
                open.pop();
            }
            let inside = open.last().cloned();
            hidden = hidden.filter(|at| *at < indent);
            if hidden.is_some() || (code.starts_with("mod ") && code.ends_with('{')) {
                hidden = hidden.or(Some(indent));
                doc.clear();
                continue;
            }
            // After `$(` or `$( $(#[doc = $doc])+` a macro's item follows.
            let in_trait = inside.as_ref().is_some_and(|(at, _, is_trait)| *is_trait && indent == at + 4);
            let public = code.strip_prefix("pub ").or_else(|| code.find("$( pub ").map(|at| &code[at + 7..]));
            if let Some((name, holds)) = public.or(in_trait.then_some(code)).and_then(declared) {
                let owner = inside.and_then(|(_, owner, _)| owner);
                let place = format!("{place}:{}", number + 1);
                let is_trait = code.starts_with("pub trait");
                items.push(Item {
                    place,
                    module: module.to_vec(),
                    owner,
                    name: name.clone(),
                    doc: std::mem::take(&mut doc),
                });
                if holds && code.ends_with('{') {
                    open.push((indent, Some(name), is_trait));
                }
            } else if code.ends_with('{') && code.starts_with("impl") {
                open.push((indent, implemented(code).map(str::to_owned), false));
            }
            doc.clear();
        }
    }
    (items, about)
}

/// Every public item of the crate. What is declared public can be reached: the compiler warns of anything else.
fn items() -> Vec<Item> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut all, mut abouts) = (Vec::new(), Vec::new());
    for path in files(&src) {
        let relative = path.strip_prefix(&src).expect("inside src").with_extension("");
        let mut module: Vec<String> =
            relative.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        module.retain(|part| part != "lib");
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let place = format!("src/{}.rs", relative.display());
        let (items, about) = read(&text, &place, &module, path.parent().expect("a folder"));
        all.extend(items);
        abouts.push((module, about));
    }
    all.push(Item {
        place: "src/lib.rs:1".into(),
        module: Vec::new(),
        owner: None,
        name: "crate".into(),
        doc: String::new(),
    });
    // A module's text stands in its file.
    for item in &mut all {
        let mut path = item.module.clone();
        path.extend((item.name != "crate").then(|| item.name.clone()));
        if let Some((_, about)) = abouts.iter().find(|(module, _)| item.owner.is_none() && *module == path) {
            item.doc += about;
        }
    }
    all
}

/// The code blocks that rustdoc compiles, and the rest of the text.
fn parted(doc: &str) -> (String, String) {
    let (mut code, mut text) = (String::new(), String::new());
    let mut fence: Option<bool> = None;
    for line in doc.lines() {
        match (line.trim_start().strip_prefix("```"), fence) {
            (Some(language), None) => {
                let other = ["text", "json", "toml", "sh", "csv", "ignore"];
                fence = Some(!language.split(',').any(|one| other.contains(&one.trim())));
            }
            (Some(_), Some(_)) => fence = None,
            // What is hidden shows nobody anything.
            (None, Some(true)) if line.trim_start().starts_with("# ") => {}
            (None, Some(true)) => code = code + line + "\n",
            (None, Some(false)) => {}
            (None, None) => text = text + line + "\n",
        }
    }
    (code, text)
}

fn names(code: &str, name: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    // Each use of a macro writes another name.
    name.starts_with('$')
        || code.match_indices(name).any(|(at, _)| {
            !part(code[..at].chars().next_back()) && !part(code[at + name.len()..].chars().next())
        })
}

/// Whether the name of an item stands in an example: of its own, of another item, or of a chapter.
fn shown(item: &Item, examples: &str) -> bool {
    !parted(&item.doc).0.is_empty() || names(examples, &item.name)
}

/// What is missing from the documentation of an item.
fn lacks(item: &Item, examples: &str, first: &BTreeSet<&str>) -> Option<&'static str> {
    let (code, text) = parted(&item.doc);
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    if words == 0 {
        return Some("has no sentence of its own");
    }
    if ["Shown at", "Shown in", "Used as in"].iter().any(|no_words| text.contains(no_words)) {
        return Some("says where it is shown, and not what it is");
    }
    if item.owner.is_none() && first.contains(item.name.as_str()) && code.is_empty() {
        return Some("is a name of a first program and has no example of its own");
    }
    (!shown(item, examples)).then_some("stands in no example")
}

#[test]
fn every_public_item_is_described_and_shown() {
    let all = items();
    let examples: String = all.iter().map(|item| parted(&item.doc).0).collect();
    let root =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("the root");
    let first: BTreeSet<&str> = root
        .lines()
        .filter_map(|line| line.strip_prefix("pub use "))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|word| word.starts_with(char::is_uppercase))
        .collect();
    assert!(first.len() > 15, "{first:?}");
    let wanting: Vec<String> = all
        .iter()
        // A chapter is text, and has no items; the cards of a plan are shown by its tables.
        .filter(|item| item.path()[0] != "docs" && !item.name.starts_with('$'))
        .filter_map(|item| {
            let what = lacks(item, &examples, &first)?;
            Some(format!("{}: `{}` {what}", item.place, item.path().join("::")))
        })
        .collect();
    assert!(wanting.is_empty(), "{} of {}:\n{}", wanting.len(), all.len(), wanting.join("\n"));
}

#[test]
fn the_checker_sees_what_is_missing() {
    let source = r"
/// What is told.
///
/// ```
/// Told::new().used();
/// ```
pub struct Told {
    /// A field.
    pub field: u8,
}

impl<T: Fn() -> u8> Told<T> {
    /// Not told.
    #[must_use]
    pub const fn hidden() {}

    /// Used in the example.
    pub fn used(&self) {}

    pub(crate) fn inner() {}
}

impl Clone for Told {
    fn clone(&self) {}
}

/// Something else.
///
/// Shown at [`Told`].
pub enum Linked {}

/// A [type](crate::Told::field) that the example names.
pub type new = u8;

/// What is asked.
///
/// ```text
/// no code
/// ```
pub trait Asked {
    /// Inside.
    fn answer(&self);
}
";
    let (all, _) = read(source, "here", &[], Path::new("."));
    let examples: String = all.iter().map(|item| parted(&item.doc).0).collect();
    let first = BTreeSet::from(["Told", "new"]);
    let seen: Vec<(String, Option<&str>)> =
        all.iter().map(|item| (item.path().join("::"), lacks(item, &examples, &first))).collect();
    let expected = [
        ("Told", None),
        ("Told::hidden", Some("stands in no example")),
        ("Told::used", None),
        ("Linked", Some("says where it is shown, and not what it is")),
        ("new", Some("is a name of a first program and has no example of its own")),
        ("Asked", Some("stands in no example")),
        ("Asked::answer", Some("stands in no example")),
    ];
    assert_eq!(seen, expected.map(|(name, what)| (name.to_owned(), what)));
}

#[test]
fn every_module_and_type_is_found() {
    let all = items();
    let found: BTreeSet<String> = all.iter().map(|item| item.path().join("::")).collect();
    for one in [
        "plan::catalogue::Catalogue",
        "plan::catalogue::Catalogue::add",
        "judge::levels::Catalogue::side_by_side",
        "report::Evaluator::report",
        "statistics::interval::wilson_interval",
        "docs::met",
        "values::unit::Unit::ALL",
        "judge::columns::counts::Count",
        "json::evaluate",
    ] {
        assert!(found.contains(one), "{one} is not found");
    }
}

/// The cells of the lines of a chapter's tables that begin with a code.
fn lines() -> Vec<Vec<&'static str>> {
    let cells = |line: &'static str| line.split(" | ").map(|cell| cell.trim_matches([' ', '|'])).collect();
    FINDINGS.lines().filter(|line| line.starts_with("| `") || line.starts_with("| [`")).map(cells).collect()
}

const FINDINGS: &str = include_str!("../src/docs/findings.md");

/// The variants of an enum in a source file.
fn variants(source: &'static str, name: &str) -> Vec<&'static str> {
    let body = source.split(&format!("pub enum {name} {{")).nth(1).expect("the enum");
    let body = body.split("\n}").next().expect("its end");
    let variant =
        |line: &&str| line.starts_with("    ") && line[4..].starts_with(|c: char| c.is_ascii_uppercase());
    body.lines().filter(variant).map(|line| word(&line[4..])).collect()
}

/// More neonates than infants died, as the audit says it.
fn broken_relation() -> FindingKind {
    let catalogue = Catalogue::hangjin();
    let row = |indicator, value| {
        let record = Record { indicator, period: "2024", value, ..Record::default() };
        record.read(&catalogue).expect("a readable row")
    };
    let rows = [row("新生儿死亡率", "3.1‰"), row("婴儿死亡率", "2.9‰")];
    let audit = catalogue.data(rows).area_or_empty("").audit();
    audit.findings().first().expect("a finding").kind.clone()
}

/// One finding of each kind, as the chapter shows it.
fn examples() -> Vec<FindingKind> {
    let ratio = |text: &str| text.parse::<Number>().expect("a number").to_ratio();
    let number = Number::literal;
    let said = |error: Error| (error.to_string(), error.zh());
    let (message, message_zh) = said("9O.5".parse::<Cell>().expect_err("a letter"));
    let called = |zh: &'static str, en: &'static str| Bilingual { zh: zh.into(), en: en.into() };
    let first = |zh: &'static str, en: &'static str| vec![called(zh, en)];
    let nearest = said(Catalogue::hangjin().indicator("孕产妇死忘率").expect_err("a slip"));
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("women.health.g2.maternal-systematic-management-rate").expect("a target");
    let slip = Target { rule: Rule::AtLeast { value: number("0.9") }, ..target.clone() };
    let card = catalogue.indicator(&target.indicator).expect("an indicator");
    let doubt = doubts(&slip, card).into_iter().next().expect("a slip");
    vec![
        FindingKind::Unreadable { column: Some("value".into()), message, message_zh },
        FindingKind::MoreUnreadable { rows: 12 },
        FindingKind::OtherArea { rows: 12 },
        FindingKind::LessExact { exact: number("77.5").to_ratio(), given: "73–…".into() },
        FindingKind::OtherCalendar {
            given: Period::PlanToDate(Year::literal(2024)),
            expected: Calendar::Year,
        },
        FindingKind::OtherPopulation { given: Disaggregation::URBAN, expected: Disaggregation::RURAL },
        FindingKind::UnknownIndicator { message: nearest.0, message_zh: nearest.1 },
        FindingKind::WrongUnit { given: Unit::Years, expected: Unit::Per100k },
        FindingKind::NoQuotient { expected: Unit::Years },
        FindingKind::OverZero { counts: cases(3).of(0) },
        FindingKind::NumeratorAboveDenominator { counts: cases(101).of(100) },
        FindingKind::OutsideLimits { value: ratio("973"), floor: Number::ZERO, ceiling: Some(number("100")) },
        FindingKind::NotWhole { value: ratio("1.5") },
        FindingKind::Conflict { first: "14".into(), second: "14.3".into() },
        broken_relation(),
        FindingKind::OutsidePlan,
        FindingKind::NotOnRoster { unit: "东胜区".into() },
        FindingKind::UnknownUnitKind {
            given: "街道".into(),
            known: called("苏木镇", "township"),
            rows: 12,
            first: first(
                "适龄儿童免疫规划疫苗接种率2024年（甲）",
                "national immunisation programme vaccination coverage 2024, 街道 甲",
            ),
        },
        FindingKind::UnitsAuditedOnly {
            given: "街道".into(),
            known: called("苏木镇", "township"),
            rows: 12,
            first: first("婴儿死亡率2024年（甲）", "infant mortality rate 2024, 街道 甲"),
        },
        FindingKind::PartUnused {
            rows: 12,
            first: first("妇女人均预期寿命2024年城镇", "female life expectancy at birth 2024, urban"),
        },
        FindingKind::UnitsUnused {
            unit_kind: called("苏木镇", "township"),
            rows: 12,
            first: first("剖宫产率2024年（甲）", "caesarean section rate 2024, township 甲"),
        },
        FindingKind::IndicatorUnused { rows: 12, first: first("某率2024年", "our rate 2024") },
        FindingKind::RosterUnused { given: "街道".into(), known: called("苏木镇", "township") },
        FindingKind::RosterWithoutRows {
            roster: called("苏木镇 2024", "township 2024"),
            areas: "150625".into(),
        },
        FindingKind::RosterIncomplete { roster: called("苏木镇 2024", "township 2024") },
        FindingKind::RosterKindUnclear {
            given: "苏木缜".into(),
            roster: called("苏木镇 2024", "township 2024"),
        },
        FindingKind::RosterNamesAlike {
            roster: called("村 2024", "village 2024"),
            one: "一村①".into(),
            other: "一村②".into(),
        },
        FindingKind::RosterOfAnotherYear {
            roster: called("苏木镇 2023", "township 2023"),
            years: "2024".into(),
        },
        FindingKind::RosterTwoSizes { unit: "甲村".into() },
        FindingKind::OtherName {
            given: "女性人均预期寿命".into(), name: "妇女人均预期寿命".into()
        },
        FindingKind::Remark { words: "见公报".into() },
        FindingKind::HiddenCharacters { shown: "甲镇␊".into() },
        FindingKind::BinaryResidue { value: number("89.99999999999999"), near: number("90") },
        FindingKind::MissingBeside { why: Missing::NotReported },
        FindingKind::OtherCalendar {
            given: Period::PlanToDate(Year::literal(2024)),
            expected: Calendar::Year,
        },
        FindingKind::OtherPopulation { given: Disaggregation::URBAN, expected: Disaggregation::RURAL },
        FindingKind::LessExact { exact: ratio("77.5"), given: "73–…".into() },
        FindingKind::NotAnElection,
        FindingKind::NotAnEvent,
        FindingKind::OtherThanWords { message: doubt.to_string(), message_zh: doubt.zh().to_owned() },
    ]
}

#[test]
fn every_finding_stands_in_its_chapter_as_it_is_said() {
    let lines = lines();
    let mut told = BTreeSet::new();
    for kind in examples() {
        let wire = serde_json::to_value(&kind).expect("a finding is written");
        let code = wire["kind"].as_str().expect("a code").to_owned();
        let effect = serde_json::to_value(kind.effect()).expect("an effect is written");
        let line = lines.iter().find(|line| line[0] == format!("`{code}`"));
        let line = line.unwrap_or_else(|| panic!("`{code}` is not in the chapter"));
        assert_eq!(line.len(), 6, "{line:?}");
        assert_eq!(line[1], effect.as_str().expect("a word"), "{code}");
        assert_eq!((line[3], line[4]), (&*kind.zh(), &*kind.to_string()), "{code}");
        told.insert(code.replace('_', ""));
    }
    let variants = variants(include_str!("../src/data/finding.rs"), "FindingKind");
    let known: BTreeSet<String> = variants.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(told, known, "an example for each kind");
    let codes = lines.iter().filter(|line| !line[0].starts_with('[')).count();
    assert_eq!(codes, known.len(), "a line for each kind");
}

#[test]
fn every_error_and_cause_stands_in_the_chapter() {
    let lines = lines();
    for (source, name) in
        [(include_str!("../src/error.rs"), "Error"), (include_str!("../src/judge/outcome.rs"), "Cause")]
    {
        let found = variants(source, name);
        assert!(found.len() > 3, "{name}: {found:?}");
        for variant in found {
            let link = format!("{name}::{variant})");
            let line = lines.iter().find(|line| line[0].ends_with(&link));
            let line = line.unwrap_or_else(|| panic!("{name}::{variant} is not in the chapter"));
            assert!(line[1..].iter().all(|cell| !cell.is_empty()), "{line:?}");
        }
    }
    let year = Year::literal(2024);
    for (cause, name) in [
        (Cause::NoData, "NoData"),
        (Cause::Conflict, "Conflict"),
        (Cause::Impossible, "Impossible"),
        (Cause::PartMissing, "PartMissing"),
        (Cause::Spans, "Spans"),
        (Cause::Zero, "Zero"),
        (Cause::BeforeBreak, "BeforeBreak"),
        (Cause::FirstValue, "FirstValue"),
        (Cause::NoEarlierValue, "NoEarlierValue"),
        (Cause::NoRoster, "NoRoster"),
        (Cause::UnitsNotReported(3), "UnitsNotReported"),
        (Cause::Undated, "Undated"),
        (Cause::EarlierYears, "EarlierYears"),
        (Cause::OtherCalendar { given: Period::PlanToDate(year) }, "OtherCalendar"),
    ] {
        let reason = Reason { role: Role::Value, year, unit: None, cause };
        let line = lines.iter().find(|line| line[0].ends_with(&format!("::{name})"))).expect("a line");
        assert_eq!(reason.zh(), format!("2024年{}", line[1]));
        assert_eq!(reason.to_string(), format!("value 2024: {}", line[2]));
    }
}

/// What the pages count and code can count again: the page, and the words with the number as it is now.
fn counted() -> Vec<(&'static str, String)> {
    let catalogue = Catalogue::hangjin();
    let targets = catalogue.targets().len();
    let is_range = |relation: &&Relation| matches!(relation.says, RelationKind::Range { .. });
    let relations = catalogue.relations().filter(|relation| !is_range(relation)).count();
    let ledger = catalogue.ledger();
    let of = |section: Section| ledger.iter().filter(|entry| entry.section == section).count();
    let (goals, measures) = (of(Section::Goal), of(Section::Strategy));
    let clauses = format!("{goals} main goals and {measures} strategy measures");
    let header = include_str!("../examples/c_abi/dabiao.h");
    let functions = header.lines().filter(|line| line.contains(" dabiao_") || line.contains("*dabiao_"));
    let functions = functions.filter(|line| !line.starts_with([' ', '/', '#']) && line.contains('(')).count();
    let functions = ["eight", "nine", "ten", "eleven", "twelve"].get(functions - 8).copied().unwrap_or("?");
    let rows = include_str!("../examples/data/national-2020-2024.csv").lines().count() - 1;
    let integers = include_str!("../src/values/exact/integer.rs").lines().count();
    vec![
        ("CHANGELOG.md", format!("all {clauses}")),
        ("CHANGELOG.md", format!("(逻辑审核), {relations} built in")),
        ("README.md", format!("a C library of {functions} functions")),
        ("examples/README.md", format!("the C API of {functions} functions")),
        (
            "examples/README.md",
            format!("all {targets} targets on the published national figures ({rows} rows)"),
        ),
        ("examples/README.md", format!("write {targets},000 verdicts")),
        ("src/docs/cost.md", format!("{integers} lines of its own")),
        ("src/docs/laws.md", format!("Each of the {clauses}")),
        ("src/docs/speed.md", format!("built-in catalogue of {targets} targets")),
    ]
}

#[test]
fn what_the_pages_count_is_as_many() {
    for (page, words) in counted() {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).expect(page);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&words), "{page} does not say `{words}`");
    }
}
