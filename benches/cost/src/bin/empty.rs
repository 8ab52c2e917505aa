//! Nothing: what a program weighs anyway.
fn main() {}
