//! Pointers looked at before they are followed, answers handed out, panics kept in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::slice;

use dabiao::json::Refusal;

use crate::memory::hand_out;
use crate::{MISUSE, OK, PANIC, REFUSED};

/// No panic leaves: unwinding into C would end the process.
pub(crate) fn guarded(work: impl FnOnce() -> i32) -> i32 {
    // What a panic leaves half done is dropped with it, and the locks of this crate are taken again in spite of it.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(PANIC)
}

/// The memory from a pointer on; `None` where it cannot be there: null, misaligned, or beyond the address space. Where it is
/// empty any pointer will do.
pub(crate) fn extent<T>(pointer: *const T, length: usize) -> Option<(usize, usize)> {
    if length == 0 {
        return Some((0, 0));
    }
    let bytes = length.checked_mul(size_of::<T>()).filter(|bytes| isize::try_from(*bytes).is_ok())?;
    if pointer.is_null() || !pointer.is_aligned() {
        return None;
    }
    let end = pointer.addr().checked_add(bytes)?;
    // Here it is known how much there is.
    #[cfg(target_arch = "wasm32")]
    if end > core::arch::wasm32::memory_size(0).saturating_mul(1 << 16) {
        return None;
    }
    Some((pointer.addr(), end))
}

/// Whether two extents of memory share a byte; an empty one shares none.
pub(crate) const fn overlap(one: (usize, usize), other: (usize, usize)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// A slice of the caller's; an empty one may have any pointer.
///
/// # Safety
/// What is not null is readable for `length` entries, and nobody writes to it before the slice is let go.
pub(crate) unsafe fn borrowed<'a, T>(pointer: *const T, length: usize) -> Option<&'a [T]> {
    if length == 0 {
        return Some(&[]);
    }
    extent(pointer, length)?;
    // SAFETY: not null, aligned, of a size that an allocation can have; readable and left alone, as asked of the caller.
    Some(unsafe { slice::from_raw_parts(pointer, length) })
}

/// Where an answer goes.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    answer: *mut *mut u8,
    length: *mut usize,
}

impl Place {
    /// `None` where there is no such place, or where one of the two lies over the other or over memory that the call reads or
    /// writes besides. Otherwise both are emptied at once, whatever they held, so that they never hold what is not to be freed.
    ///
    /// # Safety
    /// What is not null is writable until the call returns.
    pub(crate) unsafe fn at(
        answer: *mut *mut u8,
        length: *mut usize,
        others: &[(usize, usize)],
    ) -> Option<Self> {
        let (at, told) = (extent(answer, 1)?, extent(length, 1)?);
        let over = |other: &(usize, usize)| overlap(at, *other) || overlap(told, *other);
        if overlap(at, told) || others.iter().any(over) {
            return None;
        }
        let place = Self { answer, length };
        place.write(ptr::null_mut(), 0);
        Some(place)
    }

    /// The same, where both null says that no answer is wanted.
    ///
    /// # Safety
    /// As [`at`](Self::at).
    pub(crate) unsafe fn if_wanted(
        answer: *mut *mut u8,
        length: *mut usize,
        others: &[(usize, usize)],
    ) -> Option<Option<Self>> {
        if answer.is_null() && length.is_null() {
            return Some(None);
        }
        // SAFETY: what is asked of the caller is the same.
        unsafe { Self::at(answer, length, others) }.map(Some)
    }

    fn write(self, answer: *mut u8, length: usize) {
        // SAFETY: `at` looked at the pointer, and its caller says that it can be written to.
        unsafe { self.answer.write(answer) };
        // SAFETY: the same.
        unsafe { self.length.write(length) };
    }

    pub(crate) fn give(self, text: String) {
        if let Some((answer, length)) = hand_out(text) {
            self.write(answer, length);
        }
    }
}

/// The status of an answer, which goes to its place, if there is one.
pub(crate) fn given(place: Option<Place>, answer: Result<Option<String>, Refusal>) -> i32 {
    let (status, text) = match answer {
        Ok(text) => (OK, text),
        Err(refusal) => (REFUSED, place.map(|_| refusal.to_json())),
    };
    if let (Some(place), Some(text)) = (place, text) {
        place.give(text);
    }
    status
}

/// Answers a request.
///
/// # Safety
/// As [`dabiao_evaluate`](crate::dabiao_evaluate).
pub(crate) unsafe fn answered(
    request: *const u8,
    length: usize,
    answer: *mut *mut u8,
    answer_length: *mut usize,
    judge: impl FnOnce(&[u8]) -> Result<String, Refusal>,
) -> i32 {
    // SAFETY: what is asked of the caller is the same.
    unsafe { answered_beside(request, length, (0, 0), answer, answer_length, judge) }
}

/// The same beside memory that the caller of this writes to.
///
/// # Safety
/// As [`dabiao_evaluate`](crate::dabiao_evaluate).
pub(crate) unsafe fn answered_beside(
    request: *const u8,
    length: usize,
    written: (usize, usize),
    answer: *mut *mut u8,
    answer_length: *mut usize,
    judge: impl FnOnce(&[u8]) -> Result<String, Refusal>,
) -> i32 {
    let asked = extent(request, length).unwrap_or((0, 0));
    // SAFETY: what is not null is writable, as asked of the caller.
    let Some(place) = (unsafe { Place::at(answer, answer_length, &[written, asked]) }) else { return MISUSE };
    // SAFETY: what is not null is readable, as asked of the caller; the place is written to before and after.
    let Some(request) = (unsafe { borrowed(request, length) }) else { return MISUSE };
    guarded(|| given(Some(place), judge(request).map(Some)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs the boundary over another judge, on an answer's place that held something.
    fn through(judge: impl FnOnce(&[u8]) -> Result<String, Refusal>) -> (i32, *mut u8, usize) {
        let mut stale = 7_u8;
        let (mut answer, mut length): (*mut u8, usize) = (&raw mut stale, 1);
        // SAFETY: all four are a live slice and live variables.
        let status = unsafe { answered(b"{}".as_ptr(), 2, &raw mut answer, &raw mut length, judge) };
        (status, answer, length)
    }

    #[test]
    fn a_panic_is_a_status_and_leaves_no_answer() {
        let (status, answer, length) = through(|_| panic!("a defect, for the test"));
        assert_eq!((status, answer.is_null(), length), (PANIC, true, 0));
        // And the next call is served.
        let (status, answer, length) = through(|request| Ok(String::from_utf8_lossy(request).into_owned()));
        assert_eq!((status, length), (OK, 2));
        assert_eq!(crate::dabiao_free(answer, length), OK);
    }

    #[test]
    fn a_panic_with_a_payload_of_its_own_is_caught_too() {
        assert_eq!(guarded(|| std::panic::panic_any(17_i32)), PANIC);
    }

    #[test]
    fn what_cannot_be_a_slice_is_seen() {
        let numbers = [1_i64, 2];
        assert!(extent(numbers.as_ptr(), 2).is_some());
        assert!(extent(numbers.as_ptr().wrapping_byte_add(1), 1).is_none());
        assert!(extent(ptr::null::<i64>(), 1).is_none());
        assert!(extent(numbers.as_ptr(), usize::MAX / 8).is_none());
        assert!(extent(numbers.as_ptr(), usize::MAX).is_none());
        assert!(extent(ptr::without_provenance::<u8>(usize::MAX - 3), 5).is_none());
    }
}
