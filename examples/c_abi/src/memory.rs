//! What the host holds and gives back: every block is kept here by its address until then, so that a block given back
//! twice, or one that was never ours, is seen.

use std::collections::BTreeMap;
use std::ptr;
use std::sync::{Mutex, PoisonError};

use crate::{MISUSE, OK};

/// 16 bytes, aligned for every number.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(16))]
struct Line {
    _bytes: [u8; 16],
}

/// A block in the host's hands. A vector, as its bytes may be reached by the host's pointer while it is kept.
enum Block {
    Answer(Vec<u8>),
    Room { _lines: Vec<Line>, length: usize },
}

impl Block {
    fn length(&self) -> usize {
        match self {
            Self::Answer(bytes) => bytes.len(),
            Self::Room { length, .. } => *length,
        }
    }
}

static HELD: Mutex<BTreeMap<usize, Block>> = Mutex::new(BTreeMap::new());

fn hold(pointer: *mut u8, block: Block) -> *mut u8 {
    HELD.lock().unwrap_or_else(PoisonError::into_inner).insert(pointer.addr(), block);
    pointer
}

/// Hands a text out; `None` for an empty one, which no call gives.
pub(crate) fn hand_out(text: String) -> Option<(*mut u8, usize)> {
    let mut bytes = text.into_bytes();
    if bytes.is_empty() {
        return None;
    }
    bytes.shrink_to_fit();
    let (pointer, length) = (bytes.as_mut_ptr(), bytes.len());
    Some((hold(pointer, Block::Answer(bytes)), length))
}

/// Memory of ours for a host that cannot lend its own (WebAssembly): zeroed, aligned to 16 bytes, freed with
/// [`dabiao_free`] and the same size. Null for a size of 0, and where there is no memory.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_alloc(size: usize) -> *mut u8 {
    let mut lines: Vec<Line> = Vec::new();
    let count = size.div_ceil(size_of::<Line>());
    if size == 0 || lines.try_reserve_exact(count).is_err() {
        return ptr::null_mut();
    }
    lines.resize(count, Line::default());
    let pointer = lines.as_mut_ptr().cast();
    hold(pointer, Block::Room { _lines: lines, length: size })
}

/// Gives back an answer, or what [`dabiao_alloc`] gave, with the length that came with it. Null with 0 is nothing to do.
///
/// Anything else, a second time too, is [`MISUSE`], and nothing happens.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_free(block: *mut u8, length: usize) -> i32 {
    if block.is_null() && length == 0 {
        return OK;
    }
    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    if held.get(&block.addr()).is_none_or(|block| block.length() != length) {
        return MISUSE;
    }
    let block = held.remove(&block.addr());
    if held.is_empty() {
        // An emptied map keeps a little; a new one holds nothing.
        *held = BTreeMap::new();
    }
    // What is freed may be large; others need not wait for that.
    drop(held);
    drop(block);
    OK
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_held(pointer: *mut u8) -> bool {
        HELD.lock().unwrap().contains_key(&pointer.addr())
    }

    #[test]
    fn a_block_is_given_back_once_and_whole() {
        let room = dabiao_alloc(100);
        assert!(is_held(room) && room.addr().is_multiple_of(16));
        assert_eq!(dabiao_free(room, 99), MISUSE);
        assert_eq!(dabiao_free(room.wrapping_add(1), 100), MISUSE);
        assert_eq!(dabiao_free(ptr::null_mut(), 100), MISUSE);
        assert!(is_held(room));
        assert_eq!(dabiao_free(room, 100), OK);
        assert!(!is_held(room));
        assert_eq!(dabiao_free(room, 100), MISUSE);

        let (answer, length) = hand_out("达标".to_owned()).unwrap();
        assert!(is_held(answer));
        assert_eq!((length, dabiao_free(answer, length)), (6, OK));
        assert!(!is_held(answer));
    }

    #[test]
    fn what_was_never_ours_is_not_freed() {
        let mut own = [0_u8; 16];
        assert_eq!(dabiao_free(own.as_mut_ptr(), own.len()), MISUSE);
        assert_eq!(dabiao_free(ptr::null_mut(), 0), OK);
        assert_eq!(hand_out(String::new()), None);
    }

    #[test]
    fn no_memory_is_null() {
        assert!(dabiao_alloc(0).is_null());
        assert!(dabiao_alloc(usize::MAX).is_null());
        assert!(dabiao_alloc(isize::MAX as usize).is_null());
    }
}
