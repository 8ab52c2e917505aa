//! The page of `examples/html_report`: it says what the report says, each target once, and nothing in the data can change
//! what it is.
#![cfg(all(feature = "hangjin", feature = "serde"))]

#[cfg(test)]
mod compare;
#[cfg(test)]
mod harmless;
#[cfg(test)]
mod says;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod since;
