//! Any JSON or TOML as a plan: added whole, or refused with every slip named and nothing added; what is added is judged.

#![no_main]

use dabiao::json::PlanDocument;
use dabiao::{Catalogue, Data, Evaluator, Year};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let before = Catalogue::new();
    let mut catalogue = before.clone();
    let added = match toml::from_str::<serde_json::Value>(text) {
        Ok(document) => PlanDocument::add(&mut catalogue, &document),
        Err(_) => PlanDocument::add_text(&mut catalogue, text),
    };
    match added {
        Err(problems) => {
            assert!(!problems.is_empty());
            assert_eq!(format!("{catalogue:?}"), format!("{before:?}"), "something was added");
        }
        Ok(()) => {
            let data = Data::new(&catalogue, [], []);
            let evaluator = Evaluator::new(&catalogue);
            for plan in catalogue.plans() {
                for year in [plan.first, plan.last] {
                    let _ = evaluator.report(&data, "x", year);
                }
            }
            let _ = catalogue.side_by_side(&dabiao::Settings::default());
            for year in [1900, 2030, 2999] {
                let _ = evaluator.report(&data, "x", Year::literal(year));
            }
        }
    }
});
