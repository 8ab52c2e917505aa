//! Every sentence on the published national figures of 2020 to 2024, compared with the county's bounds.

use dabiao::{Catalogue, Evaluator, Standing};
use dabiao_tables::observations::{self, Names};

use crate::scene::year;
use crate::{check, ways};

const NATIONAL: &str = include_str!("../../examples/data/national-2020-2024.csv");
const NAMES: &str = include_str!("../../examples/data/national-names.csv");

#[test]
fn all_targets_of_all_years() {
    let catalogue = Catalogue::hangjin();
    let names: Names = (observations::names(NAMES).unwrap().into_iter())
        .map(|(name, indicator, _)| (name, indicator))
        .collect();
    let table = observations::read(&catalogue, "national", NATIONAL, &names).unwrap();
    assert_eq!(table.refused, []);
    let data = catalogue.data(table.observations);
    let evaluator = Evaluator::new(&catalogue);
    let (mut sentences, mut changes, mut joined) = (0, 0, 0);
    for at in 2020..=2024 {
        for row in evaluator.report(data.area_or_empty(""), year(at)).unwrap().rows {
            check::check(&row).unwrap_or_else(|wrong| panic!("{at} {}: {wrong}", row.clause));
            ways::check(&row).unwrap_or_else(|wrong| panic!("{at} {}: {wrong}", row.clause));
            sentences += 1;
            changes += usize::from(row.judgement.previous.is_some() && row.assessment().value.is_some());
            let text = dabiao::text::sentence(&row, dabiao::Language::Chinese);
            joined += usize::from(text.contains("，但"));
            assert!(row.judgement.standing != Standing::NotJudged || text.contains("不评价"));
        }
    }
    // Nothing is tested where nothing is said.
    assert!(sentences > 1_000 && changes > 50 && joined > 20, "{sentences} {changes} {joined}");
}
