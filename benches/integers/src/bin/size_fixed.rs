//! The work with one kind of whole number alone, for its size.

use dabiao_integers::{Fixed, slopes, verdicts, written};

fn main() {
    std::process::exit(i32::from(
        verdicts::<Fixed>() + slopes::<Fixed>() + written::<Fixed>() > std::env::args().count(),
    ));
}
