//! What no other test would notice: the order of the modules, types that must stay shareable, where floats may stand, and a
//! law without its test.

#![expect(clippy::expect_used, reason = "a test may stop with a panic")]
#![expect(clippy::string_slice, reason = "a line is cut where a sign was found")]

use std::path::{Path, PathBuf};

/// Rooms in the order in which they may use one another: each only those before it. `error` may be used by all.
const ORDER: &[&str] = &[
    "error",
    "wire",
    "statistics",
    "values",
    "plan",
    "data",
    "judge",
    "ahead",
    "report",
    "schema",
    "text",
    "json",
    "testing",
];

/// Modules that may use floating point; verdicts, path and pace are decided without.
const FLOATS: &[&str] =
    &["statistics", "data/audit/chance", "ahead/small_numbers", "ahead/line", "ahead/sure", "ahead/warning"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let nested = paths.map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    let mut all: Vec<PathBuf> =
        nested.flatten().filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
    all.sort();
    all
}

/// Every source file with its module and its code, comments left out.
fn sources() -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&src).expect("inside src").to_string_lossy().into_owned();
        let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (name, module, code.join("\n"))
    };
    files(&src).into_iter().map(read).collect()
}

#[test]
fn modules_use_only_those_before_them() {
    let mut wrong = Vec::new();
    for (name, module, code) in sources() {
        if matches!(module.as_str(), "lib" | "docs") {
            continue;
        }
        let place = ORDER.iter().position(|known| *known == module);
        let place =
            place.unwrap_or_else(|| panic!("`{name}` is in no known module: give it its place in the order"));
        for later in ORDER.iter().skip(place + 1) {
            if code.contains(&format!("crate::{later}::")) {
                wrong.push(format!("`{name}` uses `{later}`, which stands below it"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Each path of a `use` with braces: `a::{b, c::{d, e}}` is three.
fn spread(path: &str) -> Vec<String> {
    let Some((head, rest)) = path.split_once('{') else {
        return vec![path.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for sign in rest[..rest.rfind('}').expect("a brace that closes")].chars() {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        match sign {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().expect("one at least").push(sign),
        }
    }
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.flat_map(spread).map(|part| format!("{}{part}", head.trim())).collect()
}

/// Every path that a file imports, with whether it hands it on.
fn imports(code: &str) -> Vec<(bool, String)> {
    let statements = code.split_inclusive(';').filter_map(|text| {
        let start = text.rfind("\nuse ").map(|at| (false, at + 5));
        let public = text.rfind("\npub use ").map(|at| (true, at + 9));
        let within = text.rfind("\npub(crate) use ").map(|at| (true, at + 16));
        let (public, at) = start.into_iter().chain(public).chain(within).max_by_key(|(_, at)| *at)?;
        let path = text[at..].trim_end_matches(';').replace('\n', " ");
        text.ends_with(';').then_some((public, path))
    });
    statements.flat_map(|(public, path)| spread(&path).into_iter().map(move |path| (public, path))).collect()
}

/// Inside a room the files use one another in one direction too. A file with a folder of its own counts as one with it.
#[test]
fn files_of_a_room_form_no_circle() {
    use std::collections::{BTreeMap, BTreeSet};
    let sources = sources();
    let mut arrows: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let nodes: BTreeSet<(String, String)> = sources
        .iter()
        .filter_map(|(name, room, _)| {
            Some((room.clone(), name.split('/').nth(1)?.trim_end_matches(".rs").into()))
        })
        .collect();
    let is_file = |room: &str, name: &str| nodes.contains(&(room.to_owned(), name.to_owned()));
    for (name, room, code) in &sources {
        let Some(file) = name.split('/').nth(1).map(|file| file.trim_end_matches(".rs")) else { continue };
        let handed_on: BTreeMap<String, String> = sources
            .iter()
            .filter(|(name, ..)| *name == format!("{room}.rs"))
            .flat_map(|(.., code)| imports(code))
            .filter_map(|(_, path)| {
                let first = path.split("::").next()?.to_owned();
                Some((path.rsplit("::").next()?.to_owned(), first))
            })
            .collect();
        let depth = name.matches('/').count();
        let up = "super::".repeat(depth);
        for (_, path) in imports(&format!("\n{code}")) {
            let of_room = path.strip_prefix(&format!("crate::{room}::")).or_else(|| path.strip_prefix(&up));
            let Some(first) = of_room.and_then(|rest| rest.split("::").next()) else { continue };
            let used =
                if is_file(room, first) { Some(first.to_owned()) } else { handed_on.get(first).cloned() };
            let used = used.filter(|used| used != file && is_file(room, used));
            arrows.entry((room.clone(), file.to_owned())).or_default().extend(used);
        }
    }
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 40, "the imports are not read: {arrows:?}");
    let mut circles = Vec::new();
    for (room, file) in arrows.keys() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![file.clone()]);
        while let Some(at) = next.pop() {
            for used in arrows.get(&(room.clone(), at)).into_iter().flatten() {
                if used == file {
                    circles.push(format!("{room}: `{file}` leads back to itself"));
                }
                if seen.insert(used.clone()) {
                    next.push(used.clone());
                }
            }
        }
    }
    circles.sort();
    circles.dedup();
    assert_eq!(circles, Vec::<String>::new());
}

#[test]
fn floats_stand_only_in_statistics() {
    for (name, _, code) in sources() {
        // A JSON number with a point is met at the boundary, and refused there; one that a program keeps in binary has one way in.
        let boundary = ["json/row.rs", "json/strict.rs", "json/placed.rs", "values/exact/binary.rs"]
            .contains(&name.as_str());
        if FLOATS.iter().any(|place| name.starts_with(place)) || name == "values/exact/ratio.rs" || boundary {
            continue;
        }
        // Texts print estimates; they compute nothing in floats. Notes of compile errors name the way in.
        let computed = |line: &str| line.contains("f64") || line.contains("f32");
        let computed = code.lines().any(|line| computed(line) && !line.trim_start().starts_with("note = "));
        assert!(!computed, "`{name}` names a floating point type");
    }
}

#[test]
fn no_file_is_longer_than_one_reads_in_a_sitting() {
    for (name, _, code) in sources() {
        let lines = code.lines().count();
        // Cards are read one by one.
        let limit = if name.starts_with("plan/hangjin") { 1000 } else { 600 };
        assert!(lines <= limit, "`{name}` has {lines} lines of code: make it a folder");
    }
}

/// The chapter on laws tells of tests that are there.
#[cfg(feature = "proptest")]
mod laws {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::files;

    /// What stands between backticks.
    fn quoted(line: &str) -> impl Iterator<Item = &str> {
        line.split('`').skip(1).step_by(2)
    }

    /// The names of the tests under a file or folder.
    fn tests_in(place: &Path) -> BTreeSet<String> {
        let place = if place.is_dir() { files(place) } else { vec![place.to_owned()] };
        let mut names = BTreeSet::new();
        for file in place {
            let text = std::fs::read_to_string(&file).expect("a readable file");
            let mut marked = false;
            for line in text.lines().map(str::trim) {
                if line == "#[test]" {
                    marked = true;
                } else if let Some(name) = line.strip_prefix("fn ").and_then(|rest| rest.split('(').next()) {
                    if std::mem::take(&mut marked) {
                        names.insert(name.to_owned());
                    }
                }
            }
        }
        names
    }

    /// Each section of the chapter names a file or folder of tests; each row of its tables ends in tests that stand there, and
    /// where the section is one file of the laws, no test of that file is left out.
    #[test]
    fn every_law_has_its_test() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let chapter = std::fs::read_to_string(root.join("src/docs/laws.md")).expect("the chapter");
        let (mut place, mut known, mut told) = (String::new(), BTreeSet::new(), BTreeSet::new());
        let mut wrong = Vec::new();
        let mut rows = 0;
        let left_out = |place: &str, known: &BTreeSet<String>, told: &BTreeSet<String>| {
            let whole = place.starts_with("tests/laws/");
            known
                .difference(told)
                .filter(|_| whole)
                .map(|name| format!("`{place}` has `{name}`"))
                .collect::<Vec<_>>()
        };
        for line in chapter.lines() {
            if line.starts_with("# ") {
                wrong.extend(left_out(&place, &known, &told));
                place = quoted(line).next().unwrap_or_else(|| panic!("`{line}` names no tests")).to_owned();
                known = tests_in(&root.join(&place));
                if place == "tests/testing" {
                    known.extend(dabiao::testing::LAWS.iter().map(|law| law.name.to_owned()));
                }
                told.clear();
            } else if line.starts_with('|') && !line.starts_with("| law ") && !line.starts_with("|---") {
                // Names in the law itself are those of settings and words.
                let law_ends = line.trim_start_matches('|').find('|').expect("a second column");
                let tests: Vec<&str> = quoted(&line[law_ends..]).collect();
                rows += 1;
                if tests.is_empty() {
                    wrong.push(format!("no test is named: {line}"));
                }
                for name in tests {
                    if !known.contains(name) {
                        wrong.push(format!("`{name}` is no test of `{place}`"));
                    }
                    told.insert(name.to_owned());
                }
            } else {
                // Files that are named in passing.
                let gone = |name: &&str| name.starts_with("tests/") && !root.join(name).exists();
                wrong.extend(quoted(line).filter(gone).map(|name| format!("`{name}` is not there")));
            }
        }
        wrong.extend(left_out(&place, &known, &told));
        assert_eq!(wrong, Vec::<String>::new());
        assert!(rows > 70, "only {rows} laws were read");
        for law in dabiao::testing::LAWS {
            assert!(chapter.contains(&format!("| `{}` |", law.name)), "`{}` is not in the chapter", law.name);
        }
    }
}

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<dabiao::Catalogue>();
    shared::<dabiao::Data>();
    shared::<dabiao::Evaluator<'_>>();
    shared::<dabiao::Report>();
    shared::<dabiao::Error>();
    shared::<dabiao::Indicator<dabiao::values::unit::Percent>>();
    shared::<dabiao::values::Quantity<dabiao::values::unit::Per100k>>();
};

/// What stands in columns and millions of rows stays small.
#[test]
fn values_and_verdicts_stay_small() {
    let sizes = [
        ("Outcome", size_of::<dabiao::Outcome>(), 1),
        ("Option<Outcome>", size_of::<Option<dabiao::Outcome>>(), 1),
        ("Year", size_of::<dabiao::Year>(), 2),
        ("Number", size_of::<dabiao::Number>(), 16),
        ("Quantity", size_of::<dabiao::values::Quantity<dabiao::values::unit::Percent>>(), 16),
        ("Counts", size_of::<dabiao::values::Counts>(), 16),
        ("Rule", size_of::<dabiao::Rule>(), 40),
        ("Verdict", size_of::<dabiao::judge::Verdict>(), 48),
        ("Threshold", size_of::<dabiao::judge::Threshold>(), 280),
        ("Observation", size_of::<dabiao::Observation>(), 256),
    ];
    for (name, size, limit) in sizes {
        assert!(size <= limit, "`{name}` has {size} bytes, more than {limit}");
    }
}
