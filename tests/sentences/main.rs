//! Sentences, read again: a reader that knows nothing but the words finds the verdict, value, bound and change of the row.
#![cfg(feature = "proptest")]
#![expect(clippy::string_slice, reason = "a reader cuts where it has found a word")]
#![expect(clippy::arithmetic_side_effects, reason = "small years and counts of made-up cases")]

#[cfg(test)]
mod changes;
#[cfg(test)]
mod check;
#[cfg(test)]
mod chinese;
#[cfg(test)]
mod county;
#[cfg(test)]
mod english;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod national;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod random;
#[cfg(test)]
mod read;
#[cfg(test)]
mod review;
#[cfg(test)]
#[path = "../laws/scene.rs"]
#[expect(dead_code, reason = "the laws ask more of a scene")]
mod scene;
#[cfg(test)]
#[path = "../laws/strategies.rs"]
mod strategies;
#[cfg(test)]
mod times;
#[cfg(test)]
mod ways;
#[cfg(test)]
mod words;
