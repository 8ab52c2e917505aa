//! Single words of a sentence: each row shows one, and another that it might be taken for.

use dabiao::{
    Observation, Rule,
    judge::Method,
    plan::{
        Better, Between, Bilingual, Calendar, Commitment, Definition, Gap, GapMeasure, IndicatorKind,
        Qualifier, SourceKind, StatisticalYear, Timing,
    },
    text::{Language, asks, notes, sentence, standing},
    values::{Disaggregation, Unit, Value},
};

use crate::county::{asking, at_least, coverage, every_year, named, townships};
use crate::scene::{number, year};
use crate::times::known_to_be;

#[track_caller]
fn says(text: &str, words: &str) {
    assert!(text.contains(words), "{words}: {text}");
}

#[test]
fn what_is_due_once_is_asked_by_the_end_of_its_year() {
    let once = Timing::Once { from: year(2021), due: year(2028) };
    let mut scene = asking(Unit::Count, IndicatorKind::ValueOnly, None, at_least("1")).within(once);
    scene.cards[0].calendar = Calendar::Event;
    let row = scene.row(2024);
    says(&asks(&row, Language::Chinese), "2028年底前");
    says(&asks(&row, Language::English), ", by the end of 2028");
}

#[test]
fn what_is_only_watched_has_no_time() {
    let row = coverage(Rule::Monitored).within(every_year()).row(2024);
    assert_eq!(asks(&row, Language::Chinese), "只监测");
    assert_eq!(asks(&row, Language::English), "monitored");
}

/// Where the plan has no verb, that of the unit: a gap narrows, what else goes down falls.
#[test]
fn a_gap_narrows_and_a_rate_falls() {
    let falls = Rule::Improves { better: Better::Lower, qualifier: Qualifier::Gradually };
    let mut scene = coverage(falls);
    scene.target.clause.words = "（自拟）".into();
    assert_eq!(asks(&scene.row(2024), Language::Chinese), "逐步降低");
    assert_eq!(asks(&scene.row(2024), Language::English), "to fall gradually");
    scene.cards[0].unit = Unit::PercentagePoints;
    scene.cards[0].ceiling = None;
    let of = "rate".into();
    scene.cards[0].gap =
        Some(Gap { of, between: Between::UrbanRural, unit_kind: None, measure: GapMeasure::Difference });
    scene
        .cards
        .push(dabiao::plan::IndicatorCard { id: "rate".into(), ..coverage(at_least("90")).cards.remove(0) });
    scene.cards[1].zh = "率".into();
    assert_eq!(asks(&scene.row(2024), Language::Chinese), "逐步缩小");
    assert_eq!(asks(&scene.row(2024), Language::English), "to narrow gradually");
}

/// Of one thing there are no names in the singular, and of things out of nothing no names at all.
#[test]
fn things_for_each_thousand_are_named_in_the_plural() {
    let told = |denominator: bool, value: &str| {
        let mut scene = asking(Unit::Per1000, IndicatorKind::ValueOnly, None, at_least("3"));
        scene.cards[0].definition = Some(Definition {
            measure_word: Some(Bilingual { zh: "张".into(), en: "beds".into() }),
            counted: Bilingual { zh: "床位".into(), en: "beds".into() },
            denominator: denominator.then(|| Bilingual { zh: "儿童人数".into(), en: "children".into() }),
            population: None,
            source: SourceKind::Survey,
            year: StatisticalYear::default(),
            ours: false,
        });
        sentence(&scene.told(2024, value).row(2024), Language::English)
    };
    says(&told(true, "2"), "2 beds per 1,000 children");
    for one in [told(true, "1"), told(false, "1"), told(false, "2")] {
        assert!(!one.split(" (").next().unwrap().contains("beds per"), "{one}");
    }
}

#[test]
fn softened_words_are_quoted() {
    for (commitment, zh, en) in [
        (Commitment::Aspiration, "原文表述为“争取”", "the plan says “strive for”"),
        (Commitment::Nearly, "原文表述为“基本”", "the plan says “basically”"),
    ] {
        let mut scene = coverage(at_least("90")).told(2024, "91");
        scene.target.commitment = commitment;
        let row = scene.row(2024);
        assert_eq!(notes(&row, Language::Chinese), [zh]);
        assert_eq!(notes(&row, Language::English), [en]);
    }
}

/// A note on the other method names that method: the verdict came by the one that is set.
#[test]
fn the_other_method_is_named() {
    let noted = |rule: Rule, method: Method, low: &str, high: &str| {
        let mut scene = coverage(rule).told(2024, low);
        if low != high {
            scene = known_to_be(scene, Some(low), Some(high));
        }
        scene.settings.method = method;
        notes(&scene.row(2024), Language::Chinese)
    };
    let more = Rule::MoreThan { value: number("90") };
    for (rule, low, high, full, rounded) in [
        (at_least("90"), "89.7", "89.7", "未达标", "达标"),
        (more, "90.3", "90.3", "达标", "未达标"),
        (at_least("90"), "89.7", "90.3", "无法判断", "达标"),
        (at_least("90"), "89.3", "89.7", "未达标", "无法判断"),
    ] {
        let other = format!("按修约值比较法为{rounded}");
        assert_eq!(noted(rule, Method::FullValue, low, high), [other], "{low} to {high}");
        let other = format!("按全数值比较法为{full}");
        assert_eq!(noted(rule, Method::Rounded, low, high), [other], "{low} to {high}");
    }
}

/// Beside the figure of women stands that of men, or else that of both.
#[test]
fn men_stand_beside_women() {
    let noted = |women: &str, men: &str, both: &str, at: i32| {
        let mut scene =
            named(coverage(at_least("20")), "妇女参保率", "women's participation").told(at, women);
        scene.cards[0].women_of = Some("all".into());
        scene.cards[0].disaggregation = Disaggregation::FEMALE;
        let all = coverage(at_least("20")).cards.remove(0);
        scene.cards.push(dabiao::plan::IndicatorCard { id: "all".into(), zh: "参保率".into(), ..all });
        for (part, cell) in [(Disaggregation::MALE, men), (Disaggregation::TOTAL, both)] {
            if !cell.is_empty() {
                let value = Value::Number(number(cell));
                scene.observations.push(Observation::new("all", year(at), value, Unit::Percent).among(part));
            }
        }
        let row = scene.row(at);
        [Language::Chinese, Language::English].map(|language| notes(&row, language).join(" "))
    };
    for at in [2021, 2024] {
        for (women, men, both, zh, en) in [
            (
                "28.4",
                "31.4",
                "",
                "男性31.4%，女性低3.0个百分点",
                "31.4% for men, women 3.0 percentage points lower",
            ),
            (
                "33.4",
                "31.4",
                "32",
                "男性31.4%，女性高2.0个百分点",
                "31.4% for men, women 2.0 percentage points higher",
            ),
            ("31.4", "31.4", "", "男性同为31.4%", "31.4% for men too"),
            ("31.4", "", "32.5", "男女合计32.5%", "32.5% for both sexes"),
            ("31.4", "", "", "", ""),
        ] {
            assert_eq!(noted(women, men, both, at), [zh, en]);
        }
    }
}

/// A window that was lost is named by its first and last year.
#[test]
fn a_lost_window_is_named_by_its_years() {
    let windows = Timing::EachWindow { from: year(2021), years: 2, due: year(2030) };
    let mut scene = asking(Unit::Count, IndicatorKind::ValueOnly, None, at_least("1")).within(windows);
    scene.cards[0].calendar = Calendar::Event;
    let row = scene.series(2021, "1 0 0 0 1 0").row(2026);
    says(&sentence(&row, Language::Chinese), "2023—2024年一次未完成");
    says(&sentence(&row, Language::English), "not done once in 2023–2024");
}

/// Two years are two, three and more a run.
#[test]
fn runs_of_years_are_closed_up() {
    for (series, zh, en) in [
        ("80 80 91 91", "此前2021、2022年未达到", "not met in 2021, 2022"),
        ("80 80 80 91", "此前2021—2023年未达到", "not met in 2021–2023"),
    ] {
        let row = coverage(at_least("90")).within(every_year()).series(2021, series).row(2024);
        let told = [Language::Chinese, Language::English]
            .map(|language| sentence(&row, language) + &standing(&row, language));
        says(&told[0], zh.trim_start_matches("此前"));
        says(&told[1], en);
    }
}

#[test]
fn a_unit_that_it_does_not_concern_is_one_of_all() {
    let row = townships(at_least("1"), "2", &[("锡尼镇", "—")]).row(2024);
    says(&sentence(&row, Language::Chinese), "9个");
    says(&sentence(&row, Language::Chinese), "中8个达标，1个不适用");
    says(&sentence(&row, Language::English), "8 of 9 ");
}
