//! The cases of `tests/edges` through the C API.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "../../../tests/edges/mod.rs"]
mod edges;

use std::ptr;

use dabiao_c::{OK, dabiao_evaluate, dabiao_free};
use edges::{Told, ask, cases};

#[test]
fn by_the_c_api() {
    ask(cases().iter().filter(|case| case.names_areas()), |case| {
        let request = case.request();
        let (mut answer, mut length) = (ptr::null_mut(), 0);
        // SAFETY: a live slice and two live variables.
        let status =
            unsafe { dabiao_evaluate(request.as_ptr(), request.len(), &raw mut answer, &raw mut length) };
        // SAFETY: an answer of this length, not yet given back.
        let text = String::from_utf8(unsafe { std::slice::from_raw_parts(answer, length) }.to_vec()).unwrap();
        assert_eq!((status, dabiao_free(answer, length)), (OK, OK), "{}: {text}", case.name);
        vec![Told::of_answer(case, &text)]
    });
}
