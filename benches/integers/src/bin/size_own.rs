//! The work with one kind of whole number alone, for its size.

use dabiao_integers::{Own, slopes, verdicts, written};

fn main() {
    std::process::exit(i32::from(
        verdicts::<Own>() + slopes::<Own>() + written::<Own>() > std::env::args().count(),
    ));
}
