//! Palettes and threshold tables: presentation, as data.

use dabiao::{
    ahead::{Band, BandMeasure, Bands, Palette, Severity, Shade},
    values::{End, Ratio},
};

use crate::scene::{Scene, at_least, exact, number};
use crate::table::{course, look};

fn palettes() -> [Palette; 3] {
    [Palette::red_orange_yellow_blue(), Palette::red_yellow_green(), Palette::red_yellow_blue()]
}

fn severities() -> [Option<Severity>; 5] {
    let [a, b, c, d] = Severity::ALL.map(Some);
    [None, a, b, c, d]
}

#[test]
fn each_palette_has_its_words() {
    let words = palettes()
        .map(|palette| severities().map(|severity| palette.shade(severity).zh.to_string()).concat());
    assert_eq!(words, ["无蓝黄橙红", "绿绿黄红红", "蓝蓝黄红红"]);
}

// Never by colour alone: a letter and two words, and where the colours differ so do they.
#[test]
fn a_colour_has_a_letter_and_a_word() {
    for palette in palettes() {
        let shades = severities().map(|severity| palette.shade(severity).clone());
        for (a, b) in shades.iter().flat_map(|a| shades.iter().map(move |b| (a, b))) {
            assert!(!a.zh.is_empty() && !a.en.is_empty() && a.letter.is_ascii_uppercase());
            let same = a.colour == b.colour;
            assert_eq!((same, same, same), (a.letter == b.letter, a.zh == b.zh, a.en == b.en));
        }
        assert!(shades.iter().all(|shade| shade.colour.starts_with('#') && shade.colour.len() == 7));
    }
}

fn own() -> Vec<Shade> {
    let shade = |severity: Option<Severity>| Shade {
        severity,
        colour: "#123456".into(),
        letter: 'X',
        zh: severity.map_or("平", Severity::zh).into(),
        en: "x".into(),
    };
    severities().map(shade).into()
}

#[test]
fn a_host_brings_its_own_palette() {
    let mut turned = own();
    turned.reverse();
    let palette = Palette::new(turned).unwrap();
    for severity in severities() {
        assert_eq!(palette.shade(severity).severity, severity);
        assert_eq!(palette.shade(severity).zh, severity.map_or("平", Severity::zh));
    }
    assert_eq!(Vec::<Shade>::from(palette.clone()).len(), 5);
    let text = serde_json::to_string(&palette).unwrap();
    assert_eq!(serde_json::from_str::<Palette>(&text).unwrap(), palette);
}

#[test]
fn a_palette_without_a_shade_is_refused() {
    for missing in 0..5 {
        let mut shades = own();
        shades.remove(missing);
        assert!(Palette::new(shades.clone()).is_err());
        let text = serde_json::to_string(&shades).unwrap();
        assert!(serde_json::from_str::<Palette>(&text).is_err());
        // The place of the missing one is not filled by another.
        shades.push(shades[0].clone());
        assert!(Palette::new(shades).is_err());
    }
    let mut doubled = own();
    doubled.push(doubled[2].clone());
    assert!(Palette::new(doubled).is_err());
    assert!(Palette::new(vec![]).is_err());
}

#[test]
fn a_palette_changes_nothing_in_what_is_judged() {
    let scene = Scene::coverage(at_least("60")).series(2020, "50 52 52 52 52");
    let before = scene.judge(2024);
    let severity = before.warnings.first().and_then(|warning| warning.severity);
    let colours = palettes().map(|palette| palette.shade(severity).zh.to_string());
    assert_eq!(colours, ["橙", "红", "红"]);
    let text = serde_json::to_string(&before).unwrap();
    assert_eq!(text, serde_json::to_string(&scene.judge(2024)).unwrap());
    assert!(!text.contains("colour") && !text.contains('#'));
}

/// `-30] yellow (-10`: which ends belong.
fn band(from: Option<(&str, bool)>, to: Option<(&str, bool)>, word: &'static str) -> Band {
    let end = |(text, included): (&str, bool)| End { number: number(text), included };
    Band { from: from.map(end), to: to.map(end), word: word.into() }
}

fn refusal(bands: Vec<Band>) -> String {
    Bands::new(BandMeasure::Points, bands).expect_err("a hole or an overlap").to_string()
}

#[test]
fn a_hole_is_shown() {
    let (low, zero) = ("-10", "0");
    let green = || band(Some((zero, true)), None, "绿");
    for (to, hole) in [
        ((low, true), "from -10 (excluded) to 0 (excluded)"),
        ((low, false), "from -10 (included) to 0 (excluded)"),
        ((zero, false), ""),
    ] {
        let bands = vec![band(None, Some(to), "黄"), green()];
        if hole.is_empty() {
            assert!(Bands::new(BandMeasure::Points, bands).is_ok());
        } else {
            let found = refusal(bands);
            assert!(found.contains(hole) && found.contains("黄, 绿"), "{found}");
        }
    }
    let point = refusal(vec![band(None, Some((zero, false)), "红"), band(Some((zero, false)), None, "绿")]);
    assert!(point.contains("nothing is said at 0"), "{point}");
    let below = refusal(vec![green()]);
    assert!(below.contains("nothing is said below 0"), "{below}");
    let above = refusal(vec![band(None, Some((zero, true)), "红")]);
    assert!(above.contains("nothing is said above 0"), "{above}");
    assert!(Bands::new(BandMeasure::Points, vec![]).is_err());
    assert!(Bands::new(BandMeasure::Points, vec![band(None, None, "平")]).is_ok());
}

#[test]
fn an_overlap_is_shown() {
    let red = |to| band(None, Some(to), "红");
    let at = refusal(vec![red(("0", true)), band(Some(("0", true)), None, "绿")]);
    assert!(at.contains("both speak of 0"), "{at}");
    let wide = refusal(vec![red(("5", true)), band(Some(("-5", true)), None, "绿")]);
    assert!(wide.contains("both speak of -5 to 5"), "{wide}");
    // One band within another.
    assert!(
        !refusal(vec![
            red(("9", true)),
            band(Some(("1", true)), Some(("2", true)), "黄"),
            band(Some(("9", false)), None, "绿")
        ])
        .is_empty()
    );
    assert!(
        !refusal(vec![red(("0", true)), red(("0", true)), band(Some(("0", false)), None, "绿")]).is_empty()
    );
    assert!(
        !refusal(vec![
            red(("0", true)),
            band(Some(("0", false)), Some(("0", false)), "黄"),
            band(Some(("0", true)), None, "绿")
        ])
        .is_empty()
    );
}

#[test]
fn every_value_has_one_word() {
    let bands = vec![
        band(Some(("0", true)), None, "绿"),
        band(None, Some(("-30", false)), "红"),
        band(Some(("-10", false)), Some(("0", false)), "蓝"),
        band(Some(("-30", true)), Some(("-10", true)), "黄"),
    ];
    let points = Bands::new(BandMeasure::Points, bands.clone()).unwrap();
    for (value, word) in [
        ("-31", "红"),
        ("-30.01", "红"),
        ("-30", "黄"),
        ("-10", "黄"),
        ("-9.99", "蓝"),
        ("0", "绿"),
        ("7", "绿"),
    ] {
        assert_eq!(points.word_for(&exact(value)), Some(word), "{value}");
    }
    let text = serde_json::to_string(&points).unwrap();
    assert_eq!(serde_json::from_str::<Bands>(&text).unwrap(), points);
    let holed = text.replacen("\"included\":true", "\"included\":false", 1);
    assert!(serde_json::from_str::<Bands>(&holed).is_err());
}

#[test]
fn bands_look_at_points_or_at_the_pace() {
    let bands = vec![band(None, Some(("0.8", false)), "黄"), band(Some(("0.8", true)), None, "绿")];
    let behind = look(&course("≥ 60", 2020, "50 50.79", None));
    assert_eq!(behind.pace, Some(exact("0.79")));
    assert_eq!(Bands::new(BandMeasure::Pace, bands.clone()).unwrap().word(&behind), Some("黄"));
    let enough = look(&course("≥ 60", 2020, "50 50.8", None));
    assert_eq!(Bands::new(BandMeasure::Pace, bands.clone()).unwrap().word(&enough), Some("绿"));
    assert_eq!(Bands::new(BandMeasure::Points, bands.clone()).unwrap().word(&enough), Some("黄"));
    // No path, no pace.
    let met = look(&course("≥ 60", 2020, "61 62", None));
    assert_eq!(Bands::new(BandMeasure::Pace, bands).unwrap().word(&met), None);
    assert!(met.distance > Some(Ratio::zero()));
}
