//! The whole report from one value, the long way: what pulls in everything but the wire forms.

use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
use dabiao::{Catalogue, Evaluator, Year, values::per_100k};

fn main() -> Result<(), dabiao::Error> {
    let catalogue = Catalogue::hangjin();
    let year = Year::literal(2024);
    let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"))]);
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year)?;
    for row in &report.rows {
        println!("{} {:?}", row.target.id, row.assessment().outcome);
    }
    Ok(())
}
