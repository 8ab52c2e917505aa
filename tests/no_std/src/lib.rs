//! `dabiao` in a program without the standard library. A second panic handler is an error, so that building this crate for
//! the host shows that nothing below it brings `std`; it also builds for targets that have none (`thumbv7em-none-eabi`).

#![no_std]

extern crate alloc;

use core::panic::PanicInfo;

use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
use dabiao::{Catalogue, Evaluator, Outcome, Year, json, values::cases};
use linked_list_allocator::LockedHeap;

#[global_allocator]
static HEAP: LockedHeap = LockedHeap::empty();

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// How many targets of the built-in plans so many maternal deaths among so many births meet.
#[unsafe(no_mangle)]
pub extern "C" fn met(deaths: u64, births: u64) -> usize {
    let catalogue = Catalogue::hangjin();
    let year = Year::literal(2024);
    let row = MATERNAL_MORTALITY_RATIO.observe(year, cases(deaths).of(births)).in_area("150625");
    let data = catalogue.data([row]);
    let Ok(report) = data.area("150625").and_then(|area| Evaluator::new(&catalogue).report(area, year))
    else {
        return 0;
    };
    report.rows.iter().filter(|row| row.assessment().outcome == Outcome::Met).count()
}

/// How long the answer to an empty request is.
#[unsafe(no_mangle)]
pub extern "C" fn door(year: u32) -> usize {
    let request = alloc::format!("{{\"year\":{year}}}");
    json::evaluate(request.as_bytes()).map_or(0, |answer| answer.len())
}
