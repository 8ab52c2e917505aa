//! The kit: the library keeps its laws, and adapters that are wrong do not.

#![cfg(feature = "proptest")]

#[cfg(test)]
mod asked;
#[cfg(test)]
mod broken;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod sound;
#[cfg(test)]
mod strategies;
