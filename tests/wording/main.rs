//! Words to rules: phrases of plans with what each asks, and every built-in card compared with its own words.

#[cfg(test)]
mod cards;
#[cfg(test)]
mod drafting;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod own;
#[cfg(test)]
mod phrases;
