//! What the published rules ask of the library, on made-up plans: one binary, one module for each field.

#[cfg(test)]
mod ages;
#[cfg(test)]
mod alike;
#[cfg(test)]
mod areas;
mod basics;
#[cfg(test)]
mod boundaries;
#[cfg(test)]
mod builders;
#[cfg(test)]
mod cards;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod directions;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod gaps;
#[cfg(test)]
mod met;
#[cfg(test)]
mod page;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod records;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod rollup;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod support;
#[cfg(test)]
mod surveys;
#[cfg(test)]
mod terms;
mod timing;
#[cfg(test)]
mod units;
#[cfg(test)]
mod units_and_rosters;
#[cfg(test)]
mod values;
#[cfg(test)]
mod words;
