//! What no other test would notice: the order of the modules, types that must stay shareable, and where floats may stand.

#![expect(clippy::expect_used, reason = "a test may stop with a panic")]

use std::path::{Path, PathBuf};

/// Modules in the order in which they may use one another: each only those before it. `error` may be used by all.
const ORDER: &[&str] = &[
    "error",
    "wire",
    "exact",
    "unit",
    "quantity",
    "cell",
    "period",
    "area",
    "citation",
    "rule",
    "observation",
    "indicator",
    "target",
    "catalogue",
    "finding",
    "series",
    "statistics",
    "settings",
    "levels",
    "outcome",
    "assess",
    "threshold",
    "columns",
    "tally",
    "outlook",
    "standing",
    "small_numbers",
    "warning",
    "judgement",
    "record",
    "report",
    "schema",
    "text",
    "json",
    "kit",
];

/// Modules that may use floating point; verdicts, path and pace are decided without.
const FLOATS: &[&str] = &["statistics", "small_numbers", "warning"];

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

#[test]
fn floats_stand_only_in_statistics() {
    for (name, module, code) in sources() {
        // A JSON number with a point is met at the door, and refused there.
        let door = ["json/row.rs", "json/strict.rs", "json/placed.rs"].contains(&name.as_str());
        if FLOATS.contains(&module.as_str()) || name == "exact/ratio.rs" || door {
            continue;
        }
        // Texts print estimates; they compute nothing in floats.
        let computed = code.contains("f64") || code.contains("f32");
        assert!(!computed, "`{name}` names a floating point type");
    }
}

#[test]
fn no_file_is_longer_than_one_reads_in_a_sitting() {
    for (name, _, code) in sources() {
        let lines = code.lines().count();
        // Cards are read one by one.
        let limit = if name.starts_with("catalogue/hangjin") { 1000 } else { 600 };
        assert!(lines <= limit, "`{name}` has {lines} lines of code: make it a folder");
    }
}

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<dabiao::Catalogue>();
    shared::<dabiao::Data>();
    shared::<dabiao::Evaluator<'_>>();
    shared::<dabiao::Report>();
    shared::<dabiao::Error>();
    shared::<dabiao::Indicator<dabiao::unit::Percent>>();
    shared::<dabiao::Quantity<dabiao::unit::Per100k>>();
};
