//! What a standing says of good and bad, as one letter, one name and one colour.

use dabiao::{Language, Standing};

/// Of good and bad, in the order in which a tile shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Not met, or hard to reach.
    Missed,
    /// At risk, slowing or behind.
    Behind,
    /// Met.
    Met,
    /// On the way and expected to be met.
    Expected,
    /// Nothing can be said: data are missing.
    Open,
    /// Nothing is due, or nothing is judged.
    Aside,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 6] =
        [Self::Missed, Self::Behind, Self::Met, Self::Expected, Self::Open, Self::Aside];

    /// The tone of a standing.
    #[must_use]
    pub const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Attained | Standing::MetEarly | Standing::Holding | Standing::Recovered => Self::Met,
            Standing::Expected => Self::Expected,
            Standing::AtRisk | Standing::Slowing | Standing::Lagging => Self::Behind,
            Standing::Difficult | Standing::Missed => Self::Missed,
            Standing::NoData | Standing::Undetermined => Self::Open,
            Standing::Pending | Standing::NotApplicable | Standing::NotJudged => Self::Aside,
        }
    }

    /// Its letter, its name and its colour: never colour alone.
    #[must_use]
    pub const fn look(self, language: Language) -> (&'static str, &'static str, &'static str) {
        let (zh, en, name, name_en, colour) = match self {
            Self::Missed => ("未", "X", "未达标或困难", "not met or hard", "#b3261e"),
            Self::Behind => ("滞", "L", "滞后或有风险", "lagging or at risk", "#f2c037"),
            Self::Met => ("达", "M", "达标", "met", "#2e7d46"),
            Self::Expected => ("预", "E", "预期可达标", "expected", "#a8d5b0"),
            Self::Open => ("缺", "N", "缺数待评", "no data", "#e3e6ea"),
            Self::Aside => ("—", "–", "未到期、不适用或不评价", "nothing to judge", "#ffffff"),
        };
        match language {
            Language::Chinese => (zh, name, colour),
            Language::English => (en, name_en, colour),
        }
    }
}
