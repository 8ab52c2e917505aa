use alloc::string::String;

use super::TargetKind;
use crate::assess::Assessment;
use crate::indicator::IndicatorCard;
use crate::judgement::Judgement;
use crate::target::Target;

/// One target's line: the facts of its card beside the verdict.
///
/// On the wire the judgement's parts stand beside the facts, not one level down.
#[derive(Debug, Clone)]
pub struct Row {
    /// The target.
    pub target: Target,
    /// The indicator.
    pub indicator: IndicatorCard,
    /// The clause's short name: `W1-2`.
    pub clause: String,
    /// What it is counted under.
    pub kind: TargetKind,
    /// Verdict, standing, outlook, small numbers and warnings.
    pub judgement: Judgement,
}

impl Row {
    /// The verdict.
    #[must_use]
    pub const fn assessment(&self) -> &Assessment {
        &self.judgement.assessment
    }
}

#[cfg(feature = "serde")]
mod wire {
    use alloc::string::String;
    use alloc::vec::Vec;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Row, TargetKind};
    use crate::assess::Assessment;
    use crate::indicator::IndicatorCard;
    use crate::judgement::Judgement;
    use crate::outlook::Outlook;
    use crate::small_numbers::SmallNumbers;
    use crate::standing::Standing;
    use crate::target::Target;
    use crate::warning::Warning;

    macro_rules! flat {
        ($($name:ident: $type:ty $(, $skip:literal)?;)+) => {
            #[derive(Serialize)]
            struct Borrowed<'a> { $( $(#[serde(skip_serializing_if = $skip)])? $name: &'a $type, )+ }

            /// One target's line.
            #[derive(Deserialize)]
            #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
            #[cfg_attr(feature = "schemars", schemars(rename = "Row"))]
            #[serde(deny_unknown_fields)]
            struct Flat { $( $(#[serde(default, skip_serializing_if = $skip)])? $name: $type, )+ }
        };
    }

    flat! {
        target: Target;
        indicator: IndicatorCard;
        clause: String;
        kind: TargetKind;
        assessment: Assessment;
        standing: Standing;
        outlook: Option<Outlook>, "Option::is_none";
        small_numbers: Option<SmallNumbers>, "Option::is_none";
        warnings: Vec<Warning>, "Vec::is_empty";
    }

    impl Serialize for Row {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Self { target, indicator, clause, kind, judgement } = self;
            let Judgement { assessment, standing, outlook, small_numbers, warnings } = judgement;
            let flat = Borrowed {
                target,
                indicator,
                clause,
                kind,
                assessment,
                standing,
                outlook,
                small_numbers,
                warnings,
            };
            flat.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Row {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Flat {
                target,
                indicator,
                clause,
                kind,
                assessment,
                standing,
                outlook,
                small_numbers,
                warnings,
            } = Flat::deserialize(deserializer)?;
            let judgement = Judgement { assessment, standing, outlook, small_numbers, warnings };
            Ok(Self { target, indicator, clause, kind, judgement })
        }
    }

    #[cfg(feature = "schemars")]
    impl schemars::JsonSchema for Row {
        fn schema_name() -> alloc::borrow::Cow<'static, str> {
            Flat::schema_name()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Flat::json_schema(generator)
        }
    }
}
