//! Reading a request: first everything but the rows, then the rows, one by one, with the catalogue that the first gave.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::row::Row;
use super::strict::{Named, Strict};
use super::{MAX_ROWS, MAX_UNREADABLE, PlanDocument, Problem, Refusal, SCHEMA_VERSION};
use crate::assess::Evaluator;
use crate::catalogue::Catalogue;
use crate::finding::{Finding, FindingKind};
use crate::observation::{Observation, Roster};
use crate::period::Year;
use crate::report::Report;
use crate::series::Data;
use crate::settings::Settings;
use crate::text::{self, Language};

/// The catalogue that a request begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Builtin {
    /// The two plans of Hangjin Banner.
    #[cfg(feature = "hangjin")]
    Hangjin,
    /// None: only the request's own plans.
    None,
}

impl Default for Builtin {
    fn default() -> Self {
        #[cfg(feature = "hangjin")]
        let built_in = Self::Hangjin;
        #[cfg(not(feature = "hangjin"))]
        let built_in = Self::None;
        built_in
    }
}

/// The fields of a request as they are written, its rows passed over.
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Request"))]
#[serde(deny_unknown_fields, expecting = "a request, an object with named fields")]
struct Envelope {
    /// The version of this form.
    #[serde(default)]
    schema_version: Option<u32>,
    /// The assessed year.
    year: Year,
    /// The area's code or name; the only one that the rows name where it is left out.
    #[serde(default)]
    area: Option<String>,
    /// The catalogue to begin with.
    #[serde(default)]
    catalogue: Builtin,
    /// Own plans.
    #[serde(default)]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<PlanDocument>"))]
    plans: Vec<Strict>,
    /// The ids of the plans or single targets to be judged; all where it is left out.
    #[serde(default)]
    judge: Option<Vec<String>>,
    /// The rows.
    #[serde(default, rename = "observations")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Row<'_>>"))]
    _observations: IgnoredAny,
    /// Who should report.
    #[serde(default)]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Roster>"))]
    rosters: Vec<Named<Roster>>,
    /// What differs from the usual settings.
    #[serde(default)]
    #[cfg_attr(feature = "schemars", schemars(with = "Settings"))]
    settings: Named<Settings>,
    /// The languages in which the rows of the report carry sentences.
    #[serde(default)]
    languages: Vec<Language>,
}

/// A request that was read: what to judge, by which plans and settings, and what was wrong with single rows.
///
/// ```
/// use dabiao::json::Request;
/// let request = Request::read(r#"{ "year": 2024, "observations": [{ "indicator": "孕产妇死亡率", "period": "2O24" }] }"#)?;
/// assert_eq!(request.findings[0].source, "observations[0].period");
/// let report = request.report()?;
/// assert_eq!(report.findings.len(), 2);
/// # Ok::<(), dabiao::json::Refusal>(())
/// ```
#[derive(Debug, Clone)]
pub struct Request {
    /// The assessed year.
    pub year: Year,
    /// The area.
    pub area: String,
    /// The built-in catalogue with the request's own plans.
    pub catalogue: Catalogue,
    /// The ids of the plans or single targets to be judged; all where none is named.
    pub judge: Option<Vec<String>>,
    /// The rows that could be read.
    pub observations: Vec<Observation>,
    /// Who should report.
    pub rosters: Vec<Roster>,
    /// How to judge.
    pub settings: Settings,
    /// The languages in which the report's rows carry sentences.
    pub languages: Vec<Language>,
    /// The rows that could not be read, and those of other areas.
    pub findings: Vec<Finding>,
}

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// Everything that keeps the request as a whole from being used.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let Named(envelope): Named<Envelope> = from_text(text)?;
        let mut problems = Vec::new();
        if let Some(version) = envelope.schema_version.filter(|version| *version != SCHEMA_VERSION) {
            let message =
                alloc::format!("version {version} of the form is not known; write {SCHEMA_VERSION}");
            problems.push(Problem::new("schema_version", message));
        }
        let mut catalogue = match envelope.catalogue {
            #[cfg(feature = "hangjin")]
            Builtin::Hangjin => Catalogue::hangjin(),
            Builtin::None => Catalogue::new(),
        };
        for (place, Strict(plan)) in envelope.plans.iter().enumerate() {
            let (grown, wrong) = PlanDocument::add_all(&catalogue, plan, &alloc::format!("plans[{place}]."));
            catalogue = grown;
            problems.extend(wrong);
        }
        let usable = problems.is_empty();
        let at =
            |(path, error): (String, crate::Error)| Problem::new(alloc::format!("settings.{path}"), error);
        problems.extend(envelope.settings.0.problems().into_iter().map(at));
        if usable {
            problems.extend(envelope.settings.0.problems_in(&catalogue).into_iter().map(at));
            for (place, id) in envelope.judge.iter().flatten().enumerate() {
                let known = catalogue.plan(id).map(|_| ()).or_else(|_| catalogue.target(id).map(|_| ()));
                if let Err(error) = known {
                    problems.push(Problem::new(alloc::format!("judge[{place}]"), error));
                }
            }
            if catalogue.plans().next().is_none() {
                let message = "there is no plan to judge by; name the catalogue `hangjin` or give plans";
                problems.push(Problem::new("plans", message));
            }
        }
        if !problems.is_empty() {
            return Err(Refusal::new(problems));
        }
        let mut rows = Rows::new(&catalogue);
        let mut reader = serde_json::Deserializer::from_str(text);
        if (RequestRows { rows: &mut rows }).deserialize(&mut reader).is_err() {
            // Read again, with the place in view.
            let mut rows = Rows::new(&catalogue);
            let mut reader = serde_json::Deserializer::from_str(text);
            let mut track = serde_path_to_error::Track::new();
            let reader = serde_path_to_error::Deserializer::new(&mut reader, &mut track);
            if let Err(error) = (RequestRows { rows: &mut rows }).deserialize(reader) {
                return Err(Refusal::one(Problem::of_text(path(&track.path()), &error)));
            }
        }
        let (observations, findings) = rows.done();
        let request = Self {
            year: envelope.year,
            area: String::new(),
            catalogue,
            judge: envelope.judge,
            observations,
            rosters: envelope.rosters.into_iter().map(|Named(roster)| roster).collect(),
            settings: envelope.settings.0,
            languages: envelope.languages,
            findings,
        };
        request.in_area(envelope.area)
    }

    /// Settles the area: the one that is named, or the only one that rows and rosters name. What names none belongs to it.
    fn in_area(mut self, named: Option<String>) -> Result<Self, Refusal> {
        let mut rows: BTreeMap<Cow<'static, str>, usize> = BTreeMap::new();
        for observation in &self.observations {
            *rows.entry(observation.area.clone()).or_default() += 1;
        }
        let mut areas: Vec<&str> = rows.keys().map(|area| &**area).collect();
        areas.extend(self.rosters.iter().map(|roster| &*roster.area));
        areas.retain(|area| !area.is_empty());
        areas.sort_unstable();
        areas.dedup();
        self.area = match (named, areas.as_slice()) {
            (Some(named), _) => named,
            (None, []) => String::new(),
            (None, [only]) => (*only).to_string(),
            (None, several) => {
                let shown: Vec<&str> = several.iter().take(5).copied().collect();
                let message = alloc::format!(
                    "rows and rosters name {} areas ({} …); name the one to be judged",
                    several.len(),
                    shown.join(", ")
                );
                return Err(Refusal::one(Problem::new("area", message)));
            }
        };
        for (area, rows) in rows.into_iter().filter(|(area, _)| !area.is_empty() && *area != self.area) {
            self.findings.push(Finding {
                kind: FindingKind::OtherArea { rows },
                cell: area.to_string(),
                area,
                indicator: Cow::Borrowed(""),
                period: None,
                source: Cow::Borrowed("observations"),
            });
        }
        let area: Cow<'static, str> = Cow::Owned(self.area.clone());
        let observations = self.observations.iter_mut().map(|observation| &mut observation.area);
        let rosters = self.rosters.iter_mut().map(|roster| &mut roster.area);
        for unnamed in observations.chain(rosters).filter(|area| area.is_empty()) {
            unnamed.clone_from(&area);
        }
        Ok(self)
    }

    /// Judges the request.
    ///
    /// # Errors
    /// On a year before the baseline of a plan.
    pub fn report(self) -> Result<Report, Refusal> {
        let data = Data::new(&self.catalogue, self.observations, self.rosters);
        let evaluator = Evaluator::with(&self.catalogue, self.settings)
            .map_err(|error| Refusal::one(Problem::new("settings", error)))?;
        let judge = self.judge;
        let wanted = |target: &crate::Target| {
            judge.as_ref().is_none_or(|ids| ids.iter().any(|id| *id == target.plan || *id == target.id))
        };
        let mut report = evaluator
            .report_on(&data, &self.area, self.year, wanted)
            .map_err(|error| Refusal::one(Problem::new("year", error)))?;
        report.findings.splice(0..0, self.findings);
        for language in self.languages {
            text::add(&mut report, language);
        }
        Ok(report)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Request {
    fn schema_name() -> Cow<'static, str> {
        Envelope::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Envelope::json_schema(generator)
    }
}

/// Reads a type, and where that fails once more with the place in view.
fn from_text<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Refusal> {
    let plain = match serde_json::from_str(text) {
        Ok(read) => return Ok(read),
        Err(error) => error,
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    let at = match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Err(error) => path(error.path()),
        Ok(_) => String::new(),
    };
    Err(Refusal::one(Problem::of_text(at, &plain)))
}

/// A path in words; that of the whole is empty.
pub(super) fn path(path: &serde_path_to_error::Path) -> String {
    match path.iter().next() {
        None | Some(serde_path_to_error::Segment::Unknown) => String::new(),
        Some(_) => path.to_string(),
    }
}

/// The rows of a request, read one after another.
struct Rows<'a> {
    catalogue: &'a Catalogue,
    observations: Vec<Observation>,
    findings: Vec<Finding>,
    unreadable: usize,
}

impl<'a> Rows<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        Self { catalogue, observations: Vec::new(), findings: Vec::new(), unreadable: 0 }
    }

    /// The observations and findings, with one more finding for the rows that were only counted.
    fn done(mut self) -> (Vec<Observation>, Vec<Finding>) {
        if let Some(rows) = self.unreadable.checked_sub(MAX_UNREADABLE).filter(|rows| *rows > 0) {
            self.findings.push(Finding {
                kind: FindingKind::MoreUnreadable { rows },
                area: Cow::Borrowed(""),
                indicator: Cow::Borrowed(""),
                period: None,
                cell: String::new(),
                source: Cow::Borrowed("observations"),
            });
        }
        (self.observations, self.findings)
    }
}

/// Reads the field `observations` of a request and passes over the others.
struct RequestRows<'r, 'a> {
    rows: &'r mut Rows<'a>,
}

impl<'de> DeserializeSeed<'de> for RequestRows<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RequestRows<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(name) = fields.next_key::<Cow<'de, str>>()? {
            match &*name {
                "observations" => fields.next_value_seed(&mut *self.rows)?,
                _ => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let mut place = 0;
        while let Some(Named(row)) = rows.next_element::<Named<Row<'de>>>()? {
            // What is only counted need not be explained: looking for the nearest name takes its time.
            let named = self.unreadable < MAX_UNREADABLE;
            if !named && !row.names_an_indicator(self.catalogue) {
                self.unreadable += 1;
            } else {
                match row.read(self.catalogue, place) {
                    Ok(observation) => self.observations.push(observation),
                    Err(findings) => {
                        self.unreadable += 1;
                        self.findings.extend(findings.into_iter().filter(|_| named));
                    }
                }
            }
            place += 1;
            if place > MAX_ROWS {
                let message = alloc::format!("more than {MAX_ROWS} rows; send fewer at a time");
                return Err(serde::de::Error::custom(message));
            }
        }
        Ok(())
    }
}
