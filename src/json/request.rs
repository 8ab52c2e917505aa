//! Reading a request: first everything but the rows, then the rows, one by one, with the catalogue that the first gave.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
#[cfg(feature = "hangjin")]
use core::cell::OnceCell;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::placed::{self, typed};
use super::roster;
use super::row::RowReader;
use super::strict::{self, Strict, twice};
use super::{
    Answer, BriefReport, MAX_PLANS, MAX_ROWS, MAX_UNREADABLE, PlanDocument, Problem, Refusal, SCHEMA_VERSION,
};
use crate::data::{AreaData, Finding, FindingKind, Observation, Roster, without_rows};
use crate::error::{Error, Message, message, shortened};
use crate::judge::{Evaluator, Settings};
use crate::plan::{Bilingual, Catalogue, Target, catalogue::HELPFUL};
use crate::report::Report;
use crate::text::{self, Language};
use crate::values::{Text, Year, names};

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

/// The built-in catalogue, made for the first request of a batch that begins with it.
#[derive(Default)]
pub(super) struct BuiltIns {
    #[cfg(feature = "hangjin")]
    hangjin: OnceCell<Catalogue>,
}

impl BuiltIns {
    fn catalogue(&self, builtin: Builtin) -> Catalogue {
        match builtin {
            #[cfg(feature = "hangjin")]
            Builtin::Hangjin => self.hangjin.get_or_init(Catalogue::hangjin).clone(),
            Builtin::None => Catalogue::new(),
        }
    }
}

/// The fields of a request.
const FIELDS: [&str; 12] = [
    "schema_version",
    "year",
    "area",
    "allow_empty",
    "catalogue",
    "plans",
    "judge",
    "observations",
    "rosters",
    "settings",
    "languages",
    "brief",
];

/// The form of a request, for its schema.
#[cfg(feature = "schemars")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "Request", deny_unknown_fields)]
#[expect(dead_code, reason = "a schema is made from its fields, and nothing else")]
struct Form<'a> {
    /// The version of this form.
    schema_version: Option<u32>,
    /// The assessed year.
    year: Year,
    /// The area's code or name; the only one that the rows name where it is left out.
    area: Option<String>,
    /// Whether the area may be without a single row while others have some; false where it is left out, for that is mostly a slip.
    allow_empty: Option<bool>,
    /// The catalogue to begin with.
    catalogue: Option<Builtin>,
    /// Own plans.
    plans: Option<Vec<PlanDocument>>,
    /// The ids of the plans or single targets to be judged; all where it is left out.
    judge: Option<Vec<String>>,
    /// The rows.
    observations: Option<Vec<super::row::Row<'a>>>,
    /// Who should report.
    rosters: Option<Vec<roster::Written>>,
    /// What differs from the usual settings.
    settings: Option<Settings>,
    /// The languages in which the rows of the report carry sentences.
    languages: Option<Vec<Language>>,
    /// Whether the verdicts alone are wanted, in columns; false where it is left out.
    brief: Option<bool>,
}

/// A request that was read: what to judge, by which plans and settings, and what was wrong with single rows.
///
/// ```
/// use dabiao::json::Request;
/// let request = Request::read(r#"{ "year": 2024, "observations": [{ "indicator": "孕产妇死亡率", "period": "2O24" }] }"#)?;
/// assert_eq!(request.findings[0].source.as_deref(), Some("observations[0].period"));
/// let report = request.report()?;
/// assert_eq!(report.findings.len(), 2);
/// # Ok::<(), dabiao::json::Refusal>(())
/// ```
#[derive(Debug, Clone)]
pub struct Request {
    /// The assessed year.
    pub year: Year,
    /// The area: the one that was named, or the only one that the rows name.
    pub area: Option<Text>,
    /// The built-in catalogue with the request's own plans.
    pub catalogue: Catalogue,
    /// The ids of the plans or single targets to be judged; all where none is named.
    pub judge: Option<Vec<String>>,
    /// The rows that could be read.
    pub observations: Vec<Observation>,
    /// The cells of rows that could not be read: their units did report.
    pub unread: Vec<Observation>,
    /// Who should report.
    pub rosters: Vec<Roster>,
    /// How to judge.
    pub settings: Settings,
    /// The languages in which the report's rows carry sentences.
    pub languages: Vec<Language>,
    /// Whether the verdicts alone are wanted.
    pub brief: bool,
    /// The rows that could not be read, and those of other areas.
    pub findings: Vec<Finding>,
}

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// Everything that keeps the request as a whole from being used.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        Self::read_with(text, &BuiltIns::default())
    }

    /// The same, with the built-in catalogue of other requests.
    pub(super) fn read_with(text: &str, built_ins: &BuiltIns) -> Result<Self, Refusal> {
        let held = strict::without_nan(text);
        let mut reader = serde_json::Deserializer::from_str(&held);
        let envelope = Envelope.deserialize(&mut reader).and_then(|fields| reader.end().map(|()| fields));
        let (mut fields, lists) = envelope.map_err(|error| no_request(text, &held, &error))?;
        let mut problems = Vec::new();
        for (name, _) in
            placed::by_name(&fields).into_iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()))
        {
            let message = alloc::format!("there is no such field; a request has {}", FIELDS.join(", "));
            problems.push(Problem::new(shortened(name), message));
        }
        // A field that is null is left out: many writers say it so.
        fields.retain(|_, value| !value.is_null());
        let version: Option<u32> = typed("schema_version", fields.get("schema_version"), &mut problems);
        if let Some(version) = version.filter(|version| *version != SCHEMA_VERSION) {
            let message =
                alloc::format!("version {version} of the form is not known; write {SCHEMA_VERSION}");
            problems.push(Problem::new("schema_version", message));
        }
        let year: Option<Year> = typed("year", fields.get("year"), &mut problems);
        if !fields.contains_key("year") {
            let why = message("the field is missing; name the assessed year", "缺少此字段；请写明评价年度");
            problems.push(Problem::new("year", why));
        }
        let area: Option<Text> = typed("area", fields.get("area"), &mut problems);
        let allow_empty: Option<bool> = typed("allow_empty", fields.get("allow_empty"), &mut problems);
        let builtin: Builtin = typed("catalogue", fields.get("catalogue"), &mut problems).unwrap_or_default();
        let judge: Option<Vec<String>> = typed("judge", fields.get("judge"), &mut problems);
        let languages: Vec<Language> =
            typed("languages", fields.get("languages"), &mut problems).unwrap_or_default();
        let brief: Option<bool> = typed("brief", fields.get("brief"), &mut problems);
        let settings: Settings = typed("settings", fields.get("settings"), &mut problems).unwrap_or_default();
        let mut rosters: Vec<Roster> = Vec::new();
        let mut remarks = Vec::new();
        let lists: Option<Vec<&RawValue>> = match lists.map(|lists| serde_json::from_str(lists.get())) {
            None => None,
            Some(Ok(lists)) => lists,
            Some(Err(_)) => {
                problems.push(Problem::new("rosters", no_array()));
                None
            }
        };
        for (place, written) in lists.into_iter().flatten().enumerate() {
            let at = alloc::format!("rosters[{place}]");
            match serde_json::from_str(written.get()) {
                Ok(Strict(mut written)) => {
                    roster::as_in_rows(&mut written);
                    rosters.extend(typed::<Roster>(&at, Some(&written), &mut problems));
                }
                Err(error) => {
                    let found = strict::unheld(&at, written, 0);
                    let (path, why) =
                        found.unwrap_or_else(|| (at, message(error.to_string(), error.to_string())));
                    match roster::lacking(written) {
                        Some(roster) => {
                            rosters.push(roster);
                            remarks.push(unreadable(&path, "", why));
                        }
                        None => problems.push(Problem::new(path, why)),
                    }
                }
            }
        }
        let mut catalogue = built_ins.catalogue(builtin);
        let plans = array("plans", fields.get("plans"), &mut problems);
        if plans.len() > MAX_PLANS {
            let message = alloc::format!("more than {MAX_PLANS} plans; bring fewer at a time");
            problems.push(Problem::new("plans", message));
        }
        for (place, plan) in plans.iter().take(MAX_PLANS).enumerate() {
            let (grown, wrong) = PlanDocument::add_all(&catalogue, plan, &alloc::format!("plans[{place}]."));
            if wrong.is_empty() {
                remarks.extend(PlanDocument::remarks_on(
                    &grown,
                    catalogue.targets().len(),
                    usize::MAX,
                    &alloc::format!("plans[{place}]."),
                ));
            }
            catalogue = grown;
            problems.extend(wrong);
        }
        let usable = problems.is_empty();
        let at = |(path, error): (String, Error)| Problem::new(alloc::format!("settings.{path}"), error);
        problems.extend(settings.problems().into_iter().map(at));
        if usable {
            problems.extend(settings.problems_in(&catalogue).into_iter().map(at));
            problems.extend(settings.idle_in(&catalogue).into_iter().map(at));
            for (place, id) in judge.iter().flatten().enumerate() {
                if catalogue.find_target(id).is_none() && !catalogue.plans().any(|plan| plan.id == *id) {
                    let error = catalogue.unknown_target(id, problems.len() < HELPFUL);
                    problems.push(Problem::new(alloc::format!("judge[{place}]"), error));
                }
            }
            if catalogue.plans().next().is_none() {
                let message = message(
                    "there is no plan to judge by; name the catalogue `hangjin` or give plans",
                    "没有可据以评价的规划；请将catalogue写作hangjin，或在plans中给出规划",
                );
                problems.push(Problem::new("plans", message));
            }
        }
        let Some(year) = year.filter(|_| problems.is_empty()) else { return Err(Refusal::new(problems)) };
        let mut rows = Rows::new(&catalogue);
        let mut reader = serde_json::Deserializer::from_str(&held);
        if let Err(error) = (RequestRows { rows: &mut rows }).deserialize(&mut reader) {
            return Err(Refusal::one(Problem::of_text(rows.at, &error)));
        }
        let (observations, unread, findings) = rows.done();
        let request = Self {
            year,
            area: None,
            catalogue,
            judge,
            observations,
            unread,
            rosters,
            settings,
            languages,
            brief: brief.unwrap_or_default(),
            findings,
        };
        let mut request = request.in_area(area.and_then(Text::given), allow_empty.unwrap_or(false))?;
        request.findings.extend(remarks);
        Ok(request)
    }

    /// Settles the area: the one that is named, or the only one that rows and rosters name. What names none belongs to it.
    fn in_area(mut self, named: Option<Text>, allow_empty: bool) -> Result<Self, Refusal> {
        let mut rows: BTreeMap<Text, usize> = BTreeMap::new();
        for area in self.observations.iter().filter_map(|observation| observation.area.as_ref()) {
            *rows.entry(area.clone()).or_default() += 1;
        }
        let mut areas: Vec<&str> = rows.keys().map(|area| &**area).collect();
        areas.extend(self.rosters.iter().filter_map(|roster| roster.area.as_deref()));
        // Areas are one however they are written; of several writings the least speaks.
        areas.sort_unstable_by(|a, b| names::key(a).cmp(&names::key(b)).then(a.cmp(b)));
        areas.dedup_by(|a, b| names::key(a) == names::key(b));
        let named = named.map(|named| {
            let key = names::key(&named);
            areas
                .iter()
                .find(|known| names::key(known) == key)
                .map_or_else(|| named.clone(), |known| Text::from(*known))
        });
        self.area = match (named, areas.as_slice()) {
            (Some(named), known) => {
                // Rows that name no area, and those that could not be read, may be of this one.
                let unnamed = self.observations.iter().any(|row| row.area.is_none())
                    || self.rosters.iter().any(|roster| roster.area.is_none())
                    || !self.findings.is_empty();
                if !allow_empty && !unnamed && !known.is_empty() && !known.contains(&&*named) {
                    return Err(Refusal::one(Problem::new("area", without_rows(&named, known))));
                }
                Some(named)
            }
            (None, []) => None,
            (None, [only]) => Some(Text::from(*only)),
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
        let mut lists: BTreeMap<Text, usize> = BTreeMap::new();
        for area in self.rosters.iter().filter_map(|roster| roster.area.as_ref()) {
            *lists.entry(area.clone()).or_default() += 1;
        }
        let own = self.area.as_deref().map(names::key);
        let given = rows.into_iter().map(|area| ("observations", area));
        for (source, (area, rows)) in given.chain(lists.into_iter().map(|area| ("rosters", area))) {
            if own.as_deref() == Some(&*names::key(&area)) {
                continue;
            }
            self.findings.push(Finding {
                kind: FindingKind::OtherArea { rows },
                cell: Some(Bilingual::alike(area.clone())),
                area: Some(area),
                indicator: None,
                period: None,
                source: Some(Text::from_static(source)),
                owners: Vec::new(),
            });
        }
        let observations = self.observations.iter_mut().chain(&mut self.unread);
        let observations = observations.map(|observation| &mut observation.area);
        let rosters = self.rosters.iter_mut().map(|roster| &mut roster.area);
        for unnamed in observations.chain(rosters).filter(|area| area.is_none()) {
            unnamed.clone_from(&self.area);
        }
        Ok(self)
    }

    /// Judges the request as it asks: in full or in short.
    pub(super) fn answer(self) -> Result<Answer, Refusal> {
        if self.brief { self.brief_report().map(Answer::Brief) } else { self.report().map(Answer::Report) }
    }

    /// Judges the request.
    ///
    /// # Errors
    /// On a year before the baseline of a plan.
    pub fn report(mut self) -> Result<Report, Refusal> {
        let (own, languages) = (core::mem::take(&mut self.findings), core::mem::take(&mut self.languages));
        self.judged(|evaluator, area, year, wanted| {
            let mut report = evaluator.report_on(area, year, wanted)?;
            report.findings.splice(0..0, own);
            report.name_bodies(evaluator.catalogue());
            for (place, language) in languages.iter().enumerate() {
                let repeated = languages.iter().take(place).any(|earlier| earlier == language);
                if !repeated {
                    text::add(&mut report, *language);
                }
            }
            Ok(report)
        })
    }

    /// Judges the request in short.
    ///
    /// # Errors
    /// On a year before the baseline of a plan.
    ///
    /// ```
    /// use dabiao::json::Request;
    /// let request = Request::read(r#"{ "year": 2024, "judge": ["women"] }"#)?;
    /// assert_eq!(request.clone().brief_report()?.targets.len(), request.report()?.rows.len());
    /// # Ok::<(), dabiao::json::Refusal>(())
    /// ```
    pub fn brief_report(mut self) -> Result<BriefReport, Refusal> {
        let mut findings = core::mem::take(&mut self.findings);
        self.judged(|evaluator, area, year, wanted| {
            let verdicts = evaluator.brief_on(area, year, wanted)?;
            findings.extend(area.findings().cloned());
            Ok(BriefReport::new(evaluator, area.name(), year, verdicts, findings))
        })
    }

    fn judged<T>(
        self,
        judge: impl FnOnce(&Evaluator<'_>, AreaData<'_>, Year, &dyn Fn(&Target) -> bool) -> Result<T, Error>,
    ) -> Result<T, Refusal> {
        let observations = self.observations.into_iter().chain(self.unread);
        let data = self.catalogue.data(observations).with_rosters(self.rosters);
        let evaluator = Evaluator::with(&self.catalogue, self.settings)
            .map_err(|error| Refusal::one(Problem::new("settings", error)))?;
        let ids: Option<BTreeSet<String>> = self.judge.map(|ids| ids.into_iter().collect());
        let wanted = |target: &Target| {
            ids.as_ref().is_none_or(|ids| ids.contains(&*target.plan) || ids.contains(&*target.id))
        };
        let area = data.area_or_empty(self.area.as_deref().unwrap_or_default());
        judge(&evaluator, area, self.year, &wanted).map_err(|error| Refusal::one(Problem::new("year", error)))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Request {
    fn schema_name() -> Cow<'static, str> {
        Form::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Form::json_schema(generator)
    }
}

/// What is wrong where a list should stand.
fn no_array() -> Message {
    message("an array is needed here", "此处应为数组")
}

/// Why a text is no request: the path of what cannot be held or stands there twice, or else the place in the text as it was given.
fn no_request(text: &str, held: &str, error: &serde_json::Error) -> Refusal {
    let found = serde_json::from_str::<&RawValue>(held).ok().and_then(|whole| strict::unheld("", whole, 0));
    Refusal::one(match (found, serde_json::from_str::<IgnoredAny>(text)) {
        (Some((path, why)), _) => Problem::new(path, why),
        (None, Err(error)) => Problem::of_text(String::new(), &error),
        (None, Ok(_)) => Problem::of_text(String::new(), error),
    })
}

/// The finding on something that cannot be read, at its path.
fn unreadable(path: &str, column: &str, why: Message) -> Finding {
    let (message, message_zh) = why.both();
    let point = if column.is_empty() { "" } else { "." };
    Finding {
        kind: FindingKind::Unreadable { column: Text::given(column), message, message_zh },
        area: None,
        indicator: None,
        period: None,
        cell: None,
        source: Some(Text::from(alloc::format!("{path}{point}{column}"))),
        owners: Vec::new(),
    }
}

fn array<'v>(at: &str, value: Option<&'v Value>, problems: &mut Vec<Problem>) -> &'v [Value] {
    match value {
        None => &[],
        Some(Value::Array(parts)) => parts,
        Some(_) => {
            problems.push(Problem::new(at, no_array()));
            &[]
        }
    }
}

/// The rows of a request, read one after another.
struct Rows<'a> {
    catalogue: &'a Catalogue,
    observations: Vec<Observation>,
    findings: Vec<Finding>,
    unreadable: usize,
    /// The cells of rows that could not be read.
    unread: Vec<Observation>,
    /// The path of what is being read; where reading fails, of what is broken.
    at: String,
}

impl<'a> Rows<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            observations: Vec::new(),
            findings: Vec::new(),
            unreadable: 0,
            unread: Vec::new(),
            at: String::new(),
        }
    }

    /// Notes a row that is no object, or of which a column's name cannot be held.
    fn not_held(&mut self, place: usize, column: &str, error: &serde_json::Error) {
        self.unreadable += 1;
        if self.unreadable > MAX_UNREADABLE {
            return;
        }
        let words = error.to_string();
        let words = words.split(" at line ").next().unwrap_or_default();
        let why = message(
            alloc::format!("the row cannot be read: {words}; a row is an object with the columns as fields"),
            alloc::format!("这一行无法读取（{words}）；每行应为对象，以各列为字段"),
        );
        self.findings.push(unreadable(&alloc::format!("observations[{place}]"), column, why));
    }

    /// The observations and findings, with one more finding for the rows that were only counted.
    fn done(mut self) -> (Vec<Observation>, Vec<Observation>, Vec<Finding>) {
        if let Some(rows) = self.unreadable.checked_sub(MAX_UNREADABLE).filter(|rows| *rows > 0) {
            self.findings.push(Finding {
                kind: FindingKind::MoreUnreadable { rows },
                area: None,
                indicator: None,
                period: None,
                cell: None,
                source: Some(Text::from_static("observations")),
                owners: Vec::new(),
            });
        }
        (self.observations, self.unread, self.findings)
    }
}

/// Reads the fields of a request but its rows, which are passed over, and its rosters, which are kept as they are written.
struct Envelope;

/// The fields of a request, and its rosters.
type Enveloped<'de> = (Map<String, Value>, Option<&'de RawValue>);

impl<'de> DeserializeSeed<'de> for Envelope {
    type Value = Enveloped<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Envelope {
    type Value = Enveloped<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request, an object with named fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut all = Map::new();
        let mut rosters = None;
        while let Some(name) = fields.next_key::<String>()? {
            if all.contains_key(&name) {
                return Err(twice(&name));
            }
            let value = match &*name {
                "observations" => fields.next_value::<IgnoredAny>().map(|_| Value::Null)?,
                "rosters" => {
                    rosters = Some(fields.next_value()?);
                    Value::Null
                }
                _ => fields.next_value::<Strict>()?.0,
            };
            all.insert(name, value);
        }
        Ok((all, rosters))
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
        self.at = String::from("observations");
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
        loop {
            let written: &RawValue = match rows.next_element() {
                Ok(Some(written)) => written,
                Ok(None) => return Ok(()),
                Err(error) => {
                    self.at = alloc::format!("observations[{place}]");
                    return Err(error);
                }
            };
            let mut broken = String::new();
            let mut read = |apart: bool| {
                let mut reader = serde_json::Deserializer::from_str(written.get());
                RowReader { broken: &mut broken, apart }.deserialize(&mut reader)
            };
            // What JSON can write and nobody can hold, as 1e400 or half a character, and a column given twice are no slip of the
            // request's form: the row is refused alone, and its other columns say whose it is.
            let row = match read(false).or_else(|_| read(true)) {
                Ok(row) => row,
                Err(error) if error.is_syntax() || !written.get().starts_with('{') => {
                    self.not_held(place, &broken, &error);
                    place += 1;
                    continue;
                }
                Err(error) => {
                    let point = if broken.is_empty() { "" } else { "." };
                    self.at = alloc::format!("observations[{place}]{point}{broken}");
                    let words = error.to_string();
                    let end = words.rfind(" at line ").unwrap_or(words.len());
                    return Err(serde::de::Error::custom(words.get(..end).unwrap_or_default()));
                }
            };
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
                        self.unread.extend(row.cell_of(self.catalogue));
                    }
                }
            }
            place += 1;
            if place > MAX_ROWS {
                let message = alloc::format!("more than {MAX_ROWS} rows; send fewer at a time");
                return Err(serde::de::Error::custom(message));
            }
        }
    }
}
