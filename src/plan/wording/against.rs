//! A target's rule held against the words on which it rests.
