//! The wire forms and the JSON API: one answer for each request of the conformance pack, nothing unknown taken, nothing lost
//! on the way out and in again, hostile texts refused.

#![cfg(all(feature = "hangjin", feature = "json"))]

#[cfg(test)]
mod cases;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod edges;
#[cfg(test)]
#[path = "../edges/mod.rs"]
mod edges_of_all_doors;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod json_api;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod levels;
#[cfg(test)]
mod one_table;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod rows;
#[cfg(all(test, feature = "schemars"))]
mod schema;
#[cfg(test)]
mod short;
#[cfg(test)]
mod slips;
#[cfg(test)]
mod strict;
