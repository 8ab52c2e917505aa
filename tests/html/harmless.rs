//! Nothing is fetched, nothing runs, and no name in the data can change that.

use std::collections::BTreeSet;

use dabiao::{Catalogue, Language, Target, plan::IndicatorCard};

use crate::scene::*;
use dabiao_tables::run::Choices;

const EVIL: &str = r#"<script>alert(1)</script>"&'"#;

/// Elements and attributes of a page: whatever stands between `<` and `>` outside of quotes.
fn parts(page: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut elements, mut attributes) = (BTreeSet::new(), BTreeSet::new());
    let mut rest = page;
    while let Some((_, tag)) = rest.split_once('<') {
        let mut quoted = false;
        let inside = |letter: char| {
            quoted ^= letter == '"';
            letter == '>' && !quoted
        };
        let end = tag.find(inside).expect("an end of the tag");
        let (inner, after) = tag.split_at(end);
        let (name, given) = inner.split_once(' ').unwrap_or((inner, ""));
        elements.insert(name.trim_start_matches('/').to_owned());
        // Names of attributes stand outside of quotes.
        let outside = given.split('"').step_by(2);
        let named = outside.map(|name| name.trim().trim_end_matches('=').to_owned());
        attributes.extend(named.filter(|name| !name.is_empty()));
        rest = after;
    }
    (elements, attributes)
}

#[track_caller]
fn assert_harmless(page: &str) {
    let (elements, attributes) = parts(page);
    let known = [
        "!DOCTYPE", "a", "article", "b", "body", "caption", "circle", "dd", "desc", "details", "div", "dl",
        "dt", "h1", "h2", "h3", "head", "header", "html", "li", "line", "main", "meta", "nav", "p", "path",
        "polyline", "pre", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td",
        "text", "th", "thead", "title", "tr", "ul",
    ];
    let strange: Vec<&String> = elements.iter().filter(|name| !known.contains(&name.as_str())).collect();
    assert_eq!(strange, Vec::<&String>::new());
    let known = [
        "html",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "charset",
        "class",
        "colspan",
        "content",
        "cx",
        "cy",
        "d",
        "dx",
        "dy",
        "height",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "points",
        "r",
        "role",
        "scope",
        "style",
        "tabindex",
        "text-anchor",
        "viewBox",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    ];
    let strange: Vec<&String> = attributes.iter().filter(|name| !known.contains(&name.as_str())).collect();
    assert_eq!(strange, Vec::<&String>::new());
    for address in between(page, "href=\"", "\"") {
        assert!(address.starts_with('#'), "{address}");
    }
    for sign in ["http://", "https://", "src=", "url(", "@import", "javascript:", "xmlns"] {
        assert!(!page.contains(sign), "{sign}");
    }
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">";
    let before = page.split(policy).next().unwrap();
    assert!(before.len() < 100 && page.contains(policy), "the policy stands before whatever it rules");
}

#[test]
fn pages_are_self_contained_and_the_same_every_time() {
    for language in [Language::Chinese, Language::English] {
        let page = Scene::national(language, 2024).written();
        assert_harmless(&page);
        assert_eq!(page, Scene::national(language, 2024).written());
        assert_harmless(&Scene::county(language, 2024).written());
    }
}

/// One plan in which every text is evil.
fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::hangjin();
    let (plan, indicator, target) = (
        serde_json::json!({
            "id": format!("plan {EVIL}"), "letter": EVIL, "zh": EVIL, "en": EVIL, "document": EVIL, "issued": "2022-08-09",
            "first": 2021, "last": 2030, "domains": [EVIL],
        }),
        serde_json::json!({
            "id": EVIL, "zh": format!("名 {EVIL}"), "en": format!("name {EVIL}"), "unit": "percent", "kind": "share",
            "floor": "0", "ceiling": "100", "calendar": "year",
        }),
        serde_json::json!({
            "id": format!("target {EVIL}"), "plan": format!("plan {EVIL}"),
            "clause": { "section": "goal", "domain": 1, "item": EVIL, "words": format!("words {EVIL}") },
            "indicator": EVIL, "rule": { "kind": "at_least", "value": "90" }, "timing": { "kind": "by_year", "due": 2030 },
            "scope": "area", "commitment": "firm", "note": { "zh": format!("note {EVIL}"), "en": format!("note {EVIL}") },
        }),
    );
    // Nothing is known of the second: a line of the list.
    let (mut not_reported, mut second) = (indicator.clone(), target.clone());
    let name = format!("silent {EVIL}");
    (not_reported["id"], not_reported["zh"]) = (name.clone().into(), name.clone().into());
    second["indicator"] = name.into();
    second["id"] = "second".into();
    let plan = serde_json::from_value(plan).unwrap();
    let indicators =
        [indicator, not_reported].map(|card| serde_json::from_value::<IndicatorCard>(card).unwrap());
    let targets = [target, second].map(|target| serde_json::from_value::<Target>(target).unwrap());
    catalogue.add(plan, indicators, targets).unwrap();
    catalogue
}

#[test]
fn names_from_data_and_plans_stay_text() {
    let quoted = format!("\"{}\"", EVIL.replace('"', "\"\""));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("<b>evil & 'co'");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("rows.csv");
    let rows = ["2020,3/4", "2021,4/5", "2023,5/6", "2023,101", "2024,4/5"].map(|cells| {
        let (year, value) = cells.split_once(',').unwrap();
        let (numerator, denominator) = value.split_once('/').unwrap_or(("", ""));
        let value = if numerator.is_empty() { value } else { "" };
        format!("{quoted},{quoted},{year},{value},{numerator},{denominator},{quoted}\n")
    });
    let refused = format!("<i>nothing</i>,{quoted},2024,1,,,{quoted}\n");
    let header = "indicator,area,period,value,numerator,denominator,source\n";
    std::fs::write(&path, format!("{header}{}{refused}", rows.concat())).unwrap();
    for language in [Language::Chinese, Language::English] {
        let file = Some(path.to_string_lossy().into_owned());
        let scene = Scene::of(catalogue(), Choices { file, language, ..Choices::default() });
        let page = scene.written();
        assert_harmless(&page);
        assert_eq!(scene.report().area.as_deref(), Some(EVIL));
        assert!(scene.run.table.refused.len() == 1 && !scene.report().findings.is_empty());
        // Area, indicator, words, source and message are all there, as text.
        let name = if language == Language::Chinese { "名" } else { "name" };
        for text in [
            format!("<h1>{}", escaped(EVIL)),
            escaped(&format!("{name} {EVIL}")),
            escaped(&format!("words {EVIL}")),
        ] {
            assert!(page.contains(&text), "{text}");
        }
        assert!(page.contains(&escaped("<i>nothing</i>")));
        // A plan without English titles keeps its own, marked as Chinese.
        let title = format!("domain 1: <span lang=\"zh-CN\">{}</span></h2>", escaped(EVIL));
        assert_eq!(page.contains(&title), language == Language::English);
        let sources = page.split("id=\"sources\"").nth(1).unwrap();
        assert!(
            sources.contains(&format!("<span lang=\"zh-CN\">{}", escaped(EVIL)))
                || sources.contains(&format!("] {}", escaped(EVIL)))
        );
    }
}
