//! The C API of `dabiao`: what any language that can call C, or run WebAssembly, calls. `dabiao.h` says the same in C.
//!
//! Three ideas carry it:
//! - a request as JSON in, an answer as JSON out ([`dabiao_evaluate`]), the JSON API of the crate;
//! - a bound prepared once ([`dabiao_threshold_new`]) and columns of values judged by it in one call
//!   ([`dabiao_check_column`], [`dabiao_check_counts`]);
//! - nothing that a host hands in by mistake is undefined where it can be seen: a null or misaligned pointer, slices that
//!   overlap, a handle that is gone and memory that is not ours (or not ours any more) are [`MISUSE`].
//!
//! What cannot be checked is left to the caller: memory that is not as long as was stated.
//!
//! All functions may be called from many threads at once. A panic, which would be a defect of the crate, is caught and is
//! the status [`PANIC`]; where panics abort (WebAssembly) it is a trap.
#![deny(unsafe_op_in_unsafe_fn)]

mod boundary;
mod columns;
mod memory;

use std::ffi::{CStr, c_char};

use dabiao::json::{self, Problem, Refusal, SCHEMA_VERSION};

pub use columns::{
    BYTES, MET, NOT_APPLICABLE, NOT_MET, UNDETERMINED, dabiao_check_column, dabiao_check_counts,
    dabiao_margin_scale, dabiao_threshold_free, dabiao_threshold_new,
};
pub use memory::{dabiao_alloc, dabiao_free};

/// It is done, and the answer, where there is one, is what was asked for.
pub const OK: i32 = 0;
/// The request cannot be used; the answer names everything that is wrong with it.
pub const REFUSED: i32 = 2;
/// The call itself cannot be right: a null or misaligned pointer, a handle that is not known. There is no answer.
pub const MISUSE: i32 = 3;
/// A defect inside, caught. There is no answer.
pub const PANIC: i32 = 4;

/// The version of this API: it changes where a function or a constant changes its meaning.
pub const ABI_VERSION: u32 = 1;

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

/// The version of the crate, a text that ends in NUL and is never freed.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_version() -> *const c_char {
    VERSION.as_ptr()
}

/// The version of this API, [`ABI_VERSION`]: to be compared with the header's when the library is loaded.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_abi_version() -> u32 {
    ABI_VERSION
}

/// Judges a request, or each of a batch, as `dabiao::json::evaluate` does.
///
/// The answer is UTF-8 without a NUL: a report, or on [`REFUSED`] `{"schema_version":1,"errors":[…]}`. It is freed with
/// [`dabiao_free`]; in every other case it is null.
///
/// # Safety
/// `request` is readable for `length` bytes, and `answer` and `answer_length` are writable, where they are not null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_evaluate(
    request: *const u8,
    length: usize,
    answer: *mut *mut u8,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: what is asked of the caller is the same.
    unsafe { boundary::answered(request, length, answer, answer_length, json::evaluate) }
}

/// A refusal that is not the core's, in the core's form.
fn refusal(path: impl Into<String>, message: impl ToString) -> Refusal {
    let (path, message) = (path.into(), message.to_string());
    let problem = Problem { path, message, message_zh: None, line: None, column: None };
    Refusal { schema_version: SCHEMA_VERSION, errors: vec![problem] }
}
