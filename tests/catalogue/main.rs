//! The built-in catalogue: its whole content as tables to read, its counts, and its numbers typed again by hand.

#![cfg(feature = "hangjin")]

#[cfg(test)]
mod counts;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod integrity;
#[cfg(test)]
mod tables;
