//! The work with one kind of whole number alone, for its size.

use dabiao_integers::{Dashu, slopes, verdicts, written};

fn main() {
    std::process::exit(i32::from(
        verdicts::<Dashu>() + slopes::<Dashu>() + written::<Dashu>() > std::env::args().count(),
    ));
}
