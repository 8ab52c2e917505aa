//! Where and for whom: an area's strata, and the units inside an area over which some targets are judged.

use crate::values::{AgeGroup, Text};
use core::fmt;
use core::str::FromStr;

use crate::error::{Error, ParseError, message, name};
use crate::values::names;

macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident $zh:literal $remedy_zh:literal { $( $(#[doc = $variant_doc:literal])+ $variant:ident $code:literal $($word:literal)*; )+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        pub enum $name { #[default] $( $(#[doc = $variant_doc])+ $variant, )+ }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                match &*names::key(text) {
                    $( $code $(| $word)* => Ok(Self::$variant), )+
                    _ => {
                        let remedy = message(concat!("write one of", $(" ", $code),+), $remedy_zh);
                        Err(ParseError::new(text, name(concat!("a ", stringify!($name)), $zh), remedy).into())
                    }
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $( Self::$variant => $code, )+ })
            }
        }
    };
}

words! {
    /// Urban or rural.
    Residence "城乡类别" "可写total（合计）、urban（城镇）、rural（农村牧区）" {
        /// Everybody: what a target without a stratum is judged on.
        Total "total" "" "合计" "全部" "总计" "总数" "全体" "all" "t" "_t";
        /// Urban areas.
        Urban "urban" "城镇" "城市" "市" "城区" "u";
        /// Rural areas (农村牧区).
        Rural "rural" "农村牧区" "农村" "农牧区" "牧区" "乡村" "县" "r";
    }
}

words! {
    /// Women, men, or both.
    Sex "性别" "可写total（合计）、female（女）、male（男）" {
        /// Both.
        Total "total" "" "合计" "全部" "总计" "总数" "全体" "all" "bothsexes" "t" "_t";
        /// Women and girls.
        Female "female" "女" "女性" "妇女" "女童" "f" "women" "girls";
        /// Men and boys.
        Male "male" "男" "男性" "男童" "m" "men" "boys";
    }
}

/// A part of the population that an observation is about.
///
/// ```
/// use dabiao::values::{Residence, Sex, Disaggregation};
/// assert_eq!(Disaggregation::default(), Disaggregation::TOTAL);
/// assert_eq!(Disaggregation::URBAN.residence, "城镇".parse::<Residence>()?);
/// assert_eq!(Disaggregation::RURAL.residence, "农村牧区".parse::<Residence>()?);
/// assert_eq!(Disaggregation::RURAL.of_age("0—6岁".parse()?).age, dabiao::values::AgeGroup::years(0, 6));
/// assert_eq!((Disaggregation::FEMALE.sex, Disaggregation::MALE.sex), ("女".parse::<Sex>()?, Sex::Male));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct Disaggregation {
    /// Urban or rural.
    pub residence: Residence,
    /// Women or men.
    pub sex: Sex,
    /// The age group.
    pub age: AgeGroup,
}

impl Disaggregation {
    /// Everybody.
    pub const TOTAL: Self = Self { residence: Residence::Total, sex: Sex::Total, age: AgeGroup::TOTAL };
    /// Urban areas.
    pub const URBAN: Self = Self { residence: Residence::Urban, ..Self::TOTAL };
    /// Rural areas.
    pub const RURAL: Self = Self { residence: Residence::Rural, ..Self::TOTAL };
    /// Women and girls.
    pub const FEMALE: Self = Self { sex: Sex::Female, ..Self::TOTAL };
    /// Men and boys.
    pub const MALE: Self = Self { sex: Sex::Male, ..Self::TOTAL };

    /// This part of an age group alone.
    #[must_use]
    pub const fn of_age(self, age: AgeGroup) -> Self {
        Self { age, ..self }
    }

    /// What a row's part is of an indicator that speaks of a part itself; `None` for another part. What the row leaves unsaid is
    /// the indicator's own.
    pub(crate) fn within(self, own: Self) -> Option<Self> {
        let residence = match (self.residence, own.residence) {
            (given, Residence::Total) => given,
            (given, own) if given == own || given == Residence::Total => Residence::Total,
            _ => return None,
        };
        let sex = match (self.sex, own.sex) {
            (given, Sex::Total) => given,
            (given, own) if given == own || given == Sex::Total => Sex::Total,
            _ => return None,
        };
        // A group inside the indicator's own is a part of it; 0—2岁 of 5岁以下.
        let age = match (self.age, own.age) {
            (given, own) if given == own || given.is_total() => AgeGroup::TOTAL,
            (given, own) if own.contains(given) => given,
            _ => return None,
        };
        Some(Self { residence, sex, age })
    }
}

/// A unit inside an area: one township, institution, assembly, school.
///
/// ```
/// use dabiao::values::ReportingUnit;
/// let township = ReportingUnit::new("township", "150625100");
/// assert_eq!(township.to_string(), "township 150625100");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReportingUnit {
    /// What kind of unit, by its key: `township`, `school`; a target over units names the same key.
    pub kind: Text,
    /// The unit's own code or name.
    pub id: Text,
}

impl ReportingUnit {
    /// A unit of a kind.
    #[must_use]
    pub fn new(kind: impl Into<Text>, id: impl Into<Text>) -> Self {
        Self { kind: kind.into(), id: id.into() }
    }
}

impl fmt::Display for ReportingUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.id)
    }
}
