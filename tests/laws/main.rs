//! Laws: what holds for every plan, every series and every year, shown on random ones.
//!
//! `PROPTEST_CASES` sets how many cases each law is tried on (256 unless it is set).

#![cfg(feature = "proptest")]

#[cfg(test)]
mod corners;
#[cfg(test)]
mod data;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod rollup;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod strategies;
#[cfg(test)]
mod verdict;
