//! Any JSON or TOML as a plan: added whole, or refused with every slip named and nothing added; what is added is judged.

#![no_main]

use std::sync::LazyLock;

use dabiao::json::PlanDocument;
use dabiao::{Catalogue, Evaluator, Year};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(Catalogue::hangjin);
    let mut catalogue = BUILT_IN.clone();
    let cards = |catalogue: &Catalogue| {
        (catalogue.plans().count(), catalogue.indicators().count(), catalogue.targets().count())
    };
    let added = match toml::from_str::<serde_json::Value>(text) {
        Ok(document) => PlanDocument::add(&mut catalogue, &document),
        Err(_) => PlanDocument::add_text(&mut catalogue, text),
    };
    match added {
        Err(problems) => {
            assert!(!problems.is_empty());
            assert_eq!(cards(&catalogue), cards(&BUILT_IN), "something was added");
        }
        Ok(()) => {
            let data = catalogue.data([]);
            let evaluator = Evaluator::new(&catalogue);
            // The plan that was added stands last.
            let own = catalogue.plans().last();
            let of_it = |target: &dabiao::Target| own.is_some_and(|plan| plan.id == target.plan);
            let years = own.into_iter().flat_map(|plan| [plan.first, plan.last]);
            for year in years.chain([1900, 2030, 2200].map(Year::literal)) {
                let _ = evaluator.report_on(data.area("x").unwrap(), year, of_it);
            }
            let _ = catalogue.side_by_side(&dabiao::Settings::default());
        }
    }
});
