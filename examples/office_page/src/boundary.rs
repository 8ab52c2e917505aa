//! The functions that the WebAssembly module exports. They lend memory and take lengths; no pointer is followed here.
#![expect(unsafe_code, reason = "an exported name is; there is no unsafe block")]

use std::cell::RefCell;

use crate::Desk;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what a defect says, for the page: a panic ends the module.
fn tell(defect: &std::panic::PanicHookInfo<'_>) {
    ANSWER.with(|answer| {
        if let Ok(mut answer) = answer.try_borrow_mut() {
            *answer = defect.to_string().into_bytes();
        }
    });
}

/// Room for a request of so many bytes, to be written into.
#[unsafe(no_mangle)]
extern "C" fn office_room(size: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|request| {
        *request = vec![0; size];
        request.as_mut_ptr()
    })
}

/// Does what the request asks for; how many bytes the answer has.
#[unsafe(no_mangle)]
extern "C" fn office_call() -> usize {
    std::panic::set_hook(Box::new(tell));
    let request = REQUEST.with_borrow_mut(std::mem::take);
    let answer = DESK.with_borrow_mut(|desk| desk.answer(&request));
    let length = answer.len();
    ANSWER.set(answer);
    length
}

/// Where the answer stands; after a defect, what it was.
#[unsafe(no_mangle)]
extern "C" fn office_answer() -> *const u8 {
    ANSWER.with_borrow(Vec::as_ptr)
}

/// How many bytes stand there.
#[unsafe(no_mangle)]
extern "C" fn office_answer_length() -> usize {
    ANSWER.with_borrow(Vec::len)
}
