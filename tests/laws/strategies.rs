//! The cases of the kit as scenes, and settings that need not fit them.

use dabiao::testing::{self, grid};
use dabiao::{
    Settings,
    judge::{HostBound, Method},
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::{Scene, year};

/// Bounds of the host also where the rule takes none, or several for one year.
fn settings() -> impl Strategy<Value = Settings> {
    let bound = (option::of(2020_i32..=2030), grid(), testing::ways());
    let bound = bound.prop_map(|(at, value, better)| HostBound {
        target: "t".into(),
        year: at.map(year),
        value,
        better,
    });
    let method = select(vec![Method::FullValue, Method::Rounded]);
    (method, vec(bound, 0..5), any::<bool>()).prop_map(|(method, host_bounds, count_aspirations)| Settings {
        method,
        host_bounds,
        count_aspirations,
        ..Settings::default()
    })
}

/// Every rule with every duty, scope and calendar that it makes sense with.
pub(crate) fn scene() -> impl Strategy<Value = Scene> {
    (testing::cases(), settings()).prop_map(|(mut case, settings)| Scene {
        cards: case.plan.indicators,
        target: case.plan.targets.remove(0),
        observations: case.observations,
        rosters: case.rosters,
        settings,
    })
}
