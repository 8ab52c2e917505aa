//! Looking ahead: outlook, standing, warnings, and what few cases are worth, on published and on made-up series.
#![expect(clippy::arithmetic_side_effects, reason = "small years and counts of made-up cases")]

#[cfg(test)]
mod certain;
#[cfg(test)]
mod characteristics;
#[cfg(test)]
mod colours;
#[cfg(test)]
mod gaps;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod national;
#[cfg(test)]
mod outlook;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod signals;
#[cfg(test)]
mod small;
#[cfg(test)]
mod standing;
#[cfg(test)]
mod table;
#[cfg(test)]
mod warnings;
#[cfg(test)]
mod words;
