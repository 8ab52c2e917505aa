//! The work with one kind of whole number alone, for its size.

use dabiao_integers::{Num, slopes, verdicts, written};

fn main() {
    std::process::exit(i32::from(
        verdicts::<Num>() + slopes::<Num>() + written::<Num>() > std::env::args().count(),
    ));
}
