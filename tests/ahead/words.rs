//! The names in which standings, signals and outlooks are told.

use dabiao::{
    Standing,
    ahead::{GapInCases, Reaches, SignalKind, label_en},
    statistics::Certainty,
};

use crate::scene::Scene;

#[test]
fn standings_in_both_languages() {
    let names = [
        ("达标", "attained"),
        ("提前达标", "met early"),
        ("保持达标", "holding"),
        ("恢复达标", "recovered"),
        ("达标但有回落风险", "met, at risk"),
        ("预期可达标", "expected to reach"),
        ("进度放缓", "slowing"),
        ("进度滞后", "lagging"),
        ("预计达标困难", "hard to reach"),
        ("未达标", "missed"),
        ("未到期", "pending"),
        ("无数据", "no data"),
        ("无法判断", "undetermined"),
        ("不适用", "not applicable"),
        ("不评价", "not judged"),
    ];
    assert_eq!(Standing::ALL.map(|standing| (standing.zh(), standing.en())), names);
    // As a column: padded.
    assert_eq!(format!("[{:<8}]", Standing::Holding), "[holding ]");
}

#[test]
fn signals_in_both_languages() {
    let names = SignalKind::ALL.map(|kind| (kind.zh(), kind.en()));
    assert!(names.contains(&("停滞", "stagnation")) && names.contains(&("缺数", "no data")), "{names:?}");
    // 回落 is 反弹 where it rises.
    let deaths = Scene::infants().series(2021, "0/800 40/800");
    let share = Scene::coverage(crate::scene::at_least("90")).series(2021, "95 80");
    let named = |scene: Scene, zh: &str| scene.warning(2022, zh).signal.en();
    assert_eq!([named(deaths, "反弹"), named(share, "回落")], ["rebound", "relapse"]);
}

#[test]
fn what_is_said_of_the_outlook() {
    let all = [Reaches::Yes, Reaches::No, Reaches::NotKnown];
    assert_eq!(
        all.map(|reaches| (reaches.zh(), reaches.en())),
        [("可以达到", "yes"), ("难以达到", "no"), ("尚不能判断", "not known")]
    );
}

#[test]
fn cases_that_change_a_verdict() {
    let said = |gap: GapInCases| (gap.zh(), gap.en());
    let is = |gap, zh: &str, en: &str| assert_eq!(said(gap), (zh.into(), en.into()));
    is(GapInCases::Fewer(1), "一例之差", "one case fewer flips the verdict");
    is(GapInCases::More(1), "一例之差", "one case more flips the verdict");
    is(GapInCases::Fewer(3), "少3例结论即变", "3 cases fewer flip the verdict");
    is(GapInCases::More(2), "多2例结论即变", "2 cases more flip the verdict");
    is(GapInCases::CannotBeReached, "此规模下无法达到", "cannot be reached at this size");
    assert_eq!(label_en(Certainty::MissedWithinChance), "missed within chance");
    assert_eq!(label_en(Certainty::MetConfirmed), "met confirmed");
}
