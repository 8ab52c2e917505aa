use alloc::string::String;
use alloc::vec::Vec;

use super::TargetKind;
use crate::judge::Assessment;
use crate::plan::{IndicatorCard, Target, UnitKind};
use crate::report::{Judgement, Parity};
use crate::values::Text;

/// One target's line: the facts of its card beside the verdict.
///
/// On the wire the judgement's parts stand beside the facts, not one level down.
///
/// ```
/// use dabiao::{report::{Row, RowText, Texts}, text, Catalogue, Evaluator, Language, Outcome, Year};
/// let catalogue = Catalogue::hangjin();
/// let mut report = Evaluator::new(&catalogue).report(catalogue.data([]).area_or_empty(""), Year::literal(2024))?;
/// text::add(&mut report, Language::English);
/// let row: &Row = &report.rows[3];
/// assert_eq!((row.clause.as_str(), row.assessment().outcome), ("W1-2", Outcome::Undetermined));
/// let Texts { zh: None, en: Some(RowText { asks, verdict, .. }) } = &row.texts else { panic!("English alone") };
/// assert_eq!(asks, "≤12 per 100,000");
/// assert_eq!(verdict, "Maternal mortality ratio: cannot be judged (≤12 per 100,000): no value for 2024.");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The target.
    pub target: Target,
    /// The indicator.
    pub indicator: IndicatorCard,
    /// The clause's short name: `W1-2`.
    pub clause: String,
    /// What it is counted under.
    pub kind: TargetKind,
    /// 数据存疑: whether its own value is part of a relation between figures that must hold and does not. The verdict stands.
    pub doubtful: bool,
    /// What its units are called, where it is judged over units and the plan says so.
    pub unit_kind: Option<UnitKind>,
    /// The bodies that answer for it (责任单位), as the [settings](crate::judge::Settings::owners) name them.
    pub owners: Vec<Text>,
    /// Verdict, standing, outlook, small numbers and warnings.
    pub judgement: Judgement,
    /// The figures of men and of both sexes, where the indicator is of women and the rows tell them.
    pub parity: Option<Parity>,
    /// Sentences, where they were asked for ([`text::add`](crate::text::add)).
    pub texts: Texts,
}

/// The sentences of a row, by language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Texts {
    /// Chinese.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub zh: Option<RowText>,
    /// English.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub en: Option<RowText>,
}

#[cfg(feature = "serde")]
impl Texts {
    fn is_empty(&self) -> bool {
        self.zh.is_none() && self.en.is_none()
    }
}

/// What a report says on one target in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RowText {
    /// What is asked, in a few signs.
    pub asks: String,
    /// The sentence on the verdict.
    pub verdict: String,
    /// The sentence on the standing.
    pub standing: String,
    /// One sentence for each warning, in their order.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub warnings: Vec<String>,
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

    use super::{Row, TargetKind, Texts};
    use crate::ahead::GapNumbers;
    use crate::ahead::SmallNumbers;
    use crate::ahead::Standing;
    use crate::ahead::Warning;
    use crate::ahead::{Dated, Outlook};
    use crate::judge::Assessment;
    use crate::plan::Target;
    use crate::plan::{IndicatorCard, UnitKind};
    use crate::report::{Judgement, Parity};
    use crate::values::{Text, Year};

    /// The fields of a row and those of its judgement, side by side.
    /// A flag that is not set is not written.
    fn is_false(flag: &bool) -> bool {
        !*flag
    }

    macro_rules! flat {
        (row { $($own:ident: $own_type:ty $(, $own_skip:literal)?;)+ } judgement { $($name:ident: $type:ty $(, $skip:literal)?;)+ } $texts:ident: $texts_type:ty, $texts_skip:literal;) => {
            /// One target's line.
            #[derive(Deserialize)]
            #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
            #[cfg_attr(feature = "schemars", schemars(rename = "Row"))]
            #[serde(deny_unknown_fields)]
            struct Flat {
                $( $(#[serde(default, skip_serializing_if = $own_skip)])? $own: $own_type, )+
                $( $(#[serde(default, skip_serializing_if = $skip)])? $name: $type, )+
                #[serde(default, skip_serializing_if = $texts_skip)]
                $texts: $texts_type,
            }

            impl Serialize for Row {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    #[derive(Serialize)]
                    struct Borrowed<'a> {
                        $( $(#[serde(skip_serializing_if = $own_skip)])? $own: &'a $own_type, )+
                        $( $(#[serde(skip_serializing_if = $skip)])? $name: &'a $type, )+
                        #[serde(skip_serializing_if = $texts_skip)]
                        $texts: &'a $texts_type,
                    }
                    let Self { $($own,)+ judgement: Judgement { $($name),+ }, $texts } = self;
                    Borrowed { $($own,)+ $($name,)+ $texts }.serialize(serializer)
                }
            }

            impl<'de> Deserialize<'de> for Row {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let Flat { $($own,)+ $($name,)+ $texts } = Flat::deserialize(deserializer)?;
                    Ok(Self { $($own,)+ judgement: Judgement { $($name),+ }, $texts })
                }
            }
        };
    }

    flat! {
        row {
            target: Target;
            indicator: IndicatorCard;
            clause: String;
            kind: TargetKind;
            doubtful: bool, "is_false";
            unit_kind: Option<UnitKind>, "Option::is_none";
            owners: Vec<Text>, "Vec::is_empty";
            parity: Option<Parity>, "Option::is_none";
        }
        judgement {
            assessment: Assessment;
            standing: Standing;
            outlook: Option<Outlook>, "Option::is_none";
            small_numbers: Option<SmallNumbers>, "Option::is_none";
            gap_numbers: Option<GapNumbers>, "Option::is_none";
            first_met: bool, "crate::wire::is_unset";
            warnings: Vec<Warning>, "Vec::is_empty";
            baseline: Option<Dated>, "Option::is_none";
            previous: Option<Dated>, "Option::is_none";
            redefined: Option<Year>, "Option::is_none";
        }
        texts: Texts, "Texts::is_empty";
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
