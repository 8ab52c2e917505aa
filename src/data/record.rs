//! One row of a table as offices keep it, read into an observation; all errors are reported at once.

mod words;

use crate::values::Text;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;

use crate::data::{Datum, Mark, Missing, Observation, Remark, Status, sdmx};
use crate::error::{Error, Errors, InvalidError, Name, ParseError, message, name, too_long};
use crate::plan::names::both;
use crate::plan::{Catalogue, IndicatorCard, IndicatorName};
use crate::values::{
    AgeGroup, Counts, Disaggregation, ReportingUnit, Residence, Sex, Unit, Value,
    cell::{self, Cell},
    names::{has_hidden, stripped},
};

use words::{changes, is_no_name, per_thousand, remarked, times};

/// The columns of one row, as text; empty where a column is absent.
///
/// ```
/// use dabiao::{values::Value, Catalogue, Record};
/// let catalogue = Catalogue::hangjin();
/// let row = Record { indicator: "孕产妇死亡率", period: "2024年", value: "１４．３／１０万", ..Record::default() };
/// let observation = row.read(&catalogue).unwrap();
/// assert_eq!(observation.indicator, "maternal-mortality-ratio");
/// assert_eq!(observation.period.to_string(), "2024");
///
/// let row = Record { indicator: "孕产妇死亡率", period: "2O24", value: "—", ..Record::default() };
/// let errors: Vec<String> = row.read(&catalogue).unwrap_err().iter().map(ToString::to_string).collect();
/// assert_eq!(errors[0], "column `period`: cannot read `2O24` as a year: unexpected `O` at character 2");
/// assert!(errors[1].starts_with("column `value`: cannot read `—` as a value: the mark means different things"));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Record<'a> {
    /// The indicator's id, name or alias, as [`Catalogue::read_name`] reads it: a unit in brackets behind it is the row's unit,
    /// and a part of the population before it (农村, 女) the row's part.
    pub indicator: &'a str,
    /// The area's code or name.
    pub area: &'a str,
    /// The kind of a unit inside the area.
    pub unit_kind: &'a str,
    /// The unit's code or name.
    pub unit_id: &'a str,
    /// Urban or rural.
    pub residence: &'a str,
    /// Women or men.
    pub sex: &'a str,
    /// The age group.
    pub age: &'a str,
    /// The year, school year, term or day.
    pub period: &'a str,
    /// The value as written, with or without its unit.
    pub value: &'a str,
    /// The unit; the indicator's where neither this nor the cell names one.
    pub unit: &'a str,
    /// The numerator.
    pub numerator: &'a str,
    /// The denominator.
    pub denominator: &'a str,
    /// Final, provisional, estimated, or the reason why there is no value.
    pub status: &'a str,
    /// Whether another definition holds from here on: empty, or `yes` or 口径变化.
    pub break_before: &'a str,
    /// Where the row comes from.
    pub source: &'a str,
}

/// What is wrong with one column of a row.
///
/// ```
/// use dabiao::{data::RecordError, Catalogue, Record};
/// let row = Record { indicator: "孕产妇死亡率", period: "2024", value: "9O.5", ..Record::default() };
/// let errors = row.read(&Catalogue::hangjin()).unwrap_err();
/// let error: &RecordError = &errors[0];
/// assert_eq!(error.column(), "value");
/// assert_eq!(errors[0].error().to_string(), "cannot read `9O.5` as a value: unexpected `O` at character 2");
/// assert_eq!(errors[0].zh(), "“value”列：无法将“9O.5”读作数值：第2个字符“O”不应出现");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("column `{column}`: {error}")]
pub struct RecordError {
    column: &'static str,
    error: Error,
}

impl RecordError {
    #[cfg(feature = "json")]
    pub(crate) const fn new(column: &'static str, error: Error) -> Self {
        Self { column, error }
    }

    /// The column.
    #[must_use]
    pub const fn column(&self) -> &'static str {
        self.column
    }

    /// What is wrong.
    #[must_use]
    pub const fn error(&self) -> &Error {
        &self.error
    }

    /// The same as `Display`, in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        alloc::format!("“{}”列：{}", self.column, self.error.zh())
    }
}

/// The longest name of an indicator, area, kind or unit, in characters.
const MAX_NAME: usize = 500;

/// The longest text of any other column, in characters: as many as a spreadsheet program keeps in a cell.
const MAX_TEXT: usize = 32_767;

/// The indicator of a row, and the unit in brackets behind its name.
#[derive(Clone, Copy)]
struct Named<'c> {
    card: &'c IndicatorCard,
    unit: Option<(Unit, u8)>,
}

/// A part of the population; most rows leave it unsaid, and then it is the whole.
fn part<T: FromStr<Err = Error> + Default>(text: &str) -> Result<T, Error> {
    if text.is_empty() { Ok(T::default()) } else { text.parse() }
}

/// What the cells of the value say.
struct Read {
    datum: Datum,
    unit: Unit,
    status: Status,
    /// Words in brackets that nobody here understands.
    words: Option<String>,
}

const VALUE: Name = name("a value", "数值");
const UNIT: Name = name("unit", "单位");

/// Marks that mean one thing wherever they stand.
const PLAIN_MARKS: &[(&str, Missing)] = &[
    ("未填报", Missing::NotReported),
    ("未报", Missing::NotReported),
    ("未报送", Missing::NotReported),
    ("未上报", Missing::NotReported),
    ("未统计", Missing::NotCollected),
    ("不适用", Missing::NotApplicable),
    ("保密", Missing::Suppressed),
    ("******", Missing::Suppressed),
    ("#DIV/0!", Missing::ErrorCell),
    ("#N/A", Missing::ErrorCell),
    ("#VALUE!", Missing::ErrorCell),
    ("#REF!", Missing::ErrorCell),
    ("#NAME?", Missing::ErrorCell),
    ("#NUM!", Missing::ErrorCell),
];

/// Marks that mean different things in different books.
const UNCLEAR_MARKS: &[&str] = &[
    "-", "--", "—", "——", "–", "..", ":", "n/a", "…", "……", "...", "/", "无", "缺", "N/A", "NA", "null",
    "NULL", "NaN", "nan", "*", "一",
];

impl Record<'_> {
    /// The observation that the row states.
    ///
    /// # Errors
    /// Every column that cannot be read, each with what would be right.
    pub fn read(&self, catalogue: &Catalogue) -> Result<Observation, Errors<RecordError>> {
        self.read_with(catalogue, |named, mark, wrong| self.datum(named, mark, wrong))
    }

    /// The same for a row whose value is known only between two ends.
    #[cfg(feature = "json")]
    pub(crate) fn read_interval(
        &self,
        catalogue: &Catalogue,
        interval: crate::values::Interval,
    ) -> Result<Observation, Errors<RecordError>> {
        self.read_with(catalogue, |named, mark, wrong| {
            let cells =
                [("value", self.value), ("numerator", self.numerator), ("denominator", self.denominator)];
            for (column, cell) in cells {
                if !cell.trim().is_empty() {
                    let remedy = message(
                        "an interval stands beside it; keep one of the two",
                        "旁边已有区间，请只留一个",
                    );
                    wrong.push((column, InvalidError::new(column, cell, remedy).into()));
                }
            }
            if let Some(Mark::Missing(_)) = mark {
                wrong.push(("status", self.status_beside_a_value()));
            }
            let (unit, power) = match self.column_unit(named, wrong) {
                Some(read) => read,
                None => (named?.card.unit, 0),
            };
            let value = times(Value::Interval(interval), power);
            if value.is_none() {
                wrong.push(("interval", ParseError::new("", name("an interval", "区间"), too_long()).into()));
            }
            let read = Read { datum: Datum::Value(value?), unit, status: Status::Final, words: None };
            Some(read).filter(|_| wrong.is_empty())
        })
    }

    /// The cell that the row is about, if that much can be read: an observation that says that its value could not be. Handed on
    /// for a row that was refused, it keeps its unit from being listed as not reported.
    ///
    /// ```
    /// use dabiao::{data::{Datum, Missing}, Catalogue, Record};
    /// let catalogue = Catalogue::hangjin();
    /// let row = Record { indicator: "孕产妇死亡率", period: "2024", value: "9O.5", ..Record::default() };
    /// assert!(row.read(&catalogue).is_err());
    /// assert_eq!(row.cell(&catalogue).unwrap().datum, Datum::Missing(Missing::ErrorCell));
    /// ```
    #[must_use]
    pub fn cell(&self, catalogue: &Catalogue) -> Option<Observation> {
        let Self { indicator, area, unit_kind, unit_id, residence, sex, age, period, source, .. } = *self;
        let cell = Record {
            indicator,
            area,
            unit_kind,
            unit_id,
            residence,
            sex,
            age,
            period,
            source,
            status: "error_cell",
            ..Record::default()
        };
        let fits = |row: &Observation| {
            catalogue.card(&row.indicator).is_some_and(|card| {
                card.calendar.takes(row.period) && row.disaggregation.within(card.disaggregation).is_some()
            })
        };
        cell.read(catalogue).ok().filter(fits)
    }

    /// The bytes of all columns: no column has more characters.
    const fn length(&self) -> usize {
        let place = self.indicator.len() + self.area.len() + self.unit_kind.len() + self.unit_id.len();
        let part = self.residence.len() + self.sex.len() + self.age.len() + self.period.len();
        let value = self.value.len() + self.unit.len() + self.numerator.len() + self.denominator.len();
        place + part + value + self.status.len() + self.break_before.len() + self.source.len()
    }

    /// Columns that are longer than a name or a text may be.
    fn too_long(&self, errors: &mut Vec<RecordError>) {
        let names = [
            ("indicator", self.indicator),
            ("area", self.area),
            ("unit_kind", self.unit_kind),
            ("unit_id", self.unit_id),
        ];
        let texts = [
            ("residence", self.residence),
            ("sex", self.sex),
            ("age", self.age),
            ("period", self.period),
            ("value", self.value),
            ("unit", self.unit),
            ("numerator", self.numerator),
            ("denominator", self.denominator),
            ("status", self.status),
            ("break", self.break_before),
            ("source", self.source),
        ];
        let limits = [(MAX_NAME, names.as_slice()), (MAX_TEXT, texts.as_slice())];
        for (limit, columns) in limits {
            for (column, text) in columns {
                if text.len() > limit && text.chars().nth(limit).is_some() {
                    let remedy = message(
                        alloc::format!("it is longer than {limit} characters"),
                        alloc::format!("超过{limit}个字符"),
                    );
                    errors
                        .push(RecordError { column, error: InvalidError::new(*column, text, remedy).into() });
                }
            }
        }
    }

    fn read_with<'c>(
        &self,
        catalogue: &'c Catalogue,
        datum: impl FnOnce(Option<Named<'c>>, Option<Mark>, &mut Vec<(&'static str, Error)>) -> Option<Read>,
    ) -> Result<Observation, Errors<RecordError>> {
        let mut errors = Vec::new();
        if self.length() > MAX_NAME {
            self.too_long(&mut errors);
            Errors::check(core::mem::take(&mut errors))?;
        }
        let mut check = |column: &'static str, error: Error| errors.push(RecordError { column, error });
        let named = catalogue.named(self.indicator);
        let period = self.period.parse().map_err(|error| check("period", error)).ok();
        let residence = part(self.residence).map_err(|error| check("residence", error)).ok();
        let sex = part(self.sex).map_err(|error| check("sex", error)).ok();
        let age: Option<AgeGroup> = part(self.age).map_err(|error| check("age", error)).ok();
        let area_unit = match (stripped(self.unit_kind), stripped(self.unit_id)) {
            ("", "") => None,
            ("", id) => {
                let remedy = message("say of which kind it is", "请在unit_kind列写明是哪一类单位");
                check("unit_kind", InvalidError::new(name("unit", "单位"), id, remedy).into());
                None
            }
            (kind, "") => {
                let remedy = message("say which unit it is", "请在unit_id列写明是哪个单位");
                check("unit_id", InvalidError::new(name("unit kind", "单位类别"), kind, remedy).into());
                None
            }
            (kind, id) => Some(ReportingUnit::new(kind.to_string(), id.to_string())),
        };
        for (column, what, given) in
            [("area", name("area", "地区"), self.area), ("unit_id", name("unit", "单位"), self.unit_id)]
        {
            if is_no_name(given) {
                let remedy = message(
                    "it is a sum, a part of the population or a comparison, and no name; parts have columns of their own",
                    "这是合计、一部分人群或对比数，不是名称；城乡、性别请另列，合计数请不写单位",
                );
                check(column, InvalidError::new(what, given, remedy).into());
            }
        }
        let code = if self.status.is_empty() { None } else { sdmx::status(self.status) };
        let (status, breaks) = code.unwrap_or((self.status, false));
        let break_before = match stripped(self.break_before) {
            "" => breaks,
            "no" | "否" => false,
            "yes" | "true" | "是" | "口径变化" => true,
            other => {
                let remedy = message("leave it empty or write yes or 口径变化", "请留空，或写yes或口径变化");
                check("break", InvalidError::new(name("break", "口径变化一栏"), other, remedy).into());
                false
            }
        };
        let forecast = |error: Error| match status == "forecast" && self.status.trim() != status {
            true => {
                let remedy = message(
                    "it stands for a forecast, which is no observation",
                    "表示预测数，预测数不是实际数，不能填报",
                );
                ParseError::new(self.status.trim(), name("a status", "状态"), remedy).into()
            }
            false => error,
        };
        let mark = match status {
            "" => Some(Mark::Status(Status::Final)),
            status => status.parse().map_err(|error| check("status", forecast(error))).ok(),
        };
        let mut disaggregation =
            residence.zip(sex).zip(age).map(|((residence, sex), age)| Disaggregation { residence, sex, age });
        if named.is_none() {
            check("indicator", catalogue.unknown_indicator(self.indicator.trim()));
        }
        if let (Some(named), Some(reported)) = (&named, disaggregation) {
            disaggregation = both(named.disaggregation, reported);
            if disaggregation.is_none() {
                let own = named.disaggregation;
                let (column, part, given) = if ![own.residence, Residence::Total]
                    .contains(&reported.residence)
                    && own.residence != Residence::Total
                {
                    ("residence", name("residence", "城乡"), self.residence)
                } else if ![own.sex, Sex::Total].contains(&reported.sex) && own.sex != Sex::Total {
                    ("sex", name("sex", "性别"), self.sex)
                } else {
                    ("age", name("age", "年龄"), self.age)
                };
                let remedy = message(
                    "the name of the indicator speaks of another part; keep one of the two",
                    "指标名称里写的是另一部分人群，请只留一个",
                );
                check(column, InvalidError::new(part, given, remedy).into());
            }
        }
        // An indicator that names its own part of the population has no figure of the whole, but where only women can be
        // meant the whole is the women.
        let own = named.map_or(Disaggregation::TOTAL, |named| named.card.disaggregation);
        let names_part = !named.is_some_and(|named| named.card.women_only);
        let whole = [
            (
                "residence",
                self.residence,
                residence == Some(Residence::Total) && own.residence != Residence::Total,
            ),
            ("sex", self.sex, sex == Some(Sex::Total) && own.sex != Sex::Total && names_part),
        ];
        for (column, given, beyond) in whole {
            if beyond && !given.trim().is_empty() {
                let remedy = message(
                    "the indicator speaks of a part, and the figure of the whole is another one; leave the row out, or the column empty if the value is the part's",
                    "该指标只指部分人群，合计数属于另一指标；请删去此行，数值确属该部分人群的请将此列留空",
                );
                check(
                    column,
                    InvalidError::new(name("part of the population", "人群"), given, remedy).into(),
                );
            }
        }
        let (mut wrong, named_unit) = (Vec::new(), named.and_then(|named| named.unit));
        let read = datum(named.map(|named| Named { card: named.card, unit: named_unit }), mark, &mut wrong);
        for (column, error) in wrong {
            check(column, error);
        }
        match (named, period, disaggregation, read, errors.is_empty()) {
            (
                Some(IndicatorName { card, is_alias, .. }),
                Some(period),
                Some(disaggregation),
                Some(read),
                true,
            ) => {
                let mut remarks = Vec::new();
                if is_alias || has_hidden(self.indicator) {
                    let given = self.indicator.trim().to_string();
                    remarks.push(Remark::OtherName { given, name: card.zh.to_string() });
                }
                remarks.extend(read.words.map(|words| Remark::Words { words }));
                Ok(Observation {
                    indicator: card.id.clone(),
                    area: Text::given(stripped(self.area)),
                    area_unit,
                    disaggregation,
                    period,
                    datum: read.datum,
                    unit: read.unit,
                    status: match mark {
                        Some(Mark::Status(status)) if status != Status::Final => status,
                        // 9（快报） is provisional, whatever the column leaves open.
                        _ => read.status,
                    },
                    break_before,
                    source: Text::given(stripped(self.source)),
                    remarks,
                })
            }
            _ => Err(Errors::of(errors)),
        }
    }

    /// The value, or why there is none, and the unit of its numbers; `None` where something is wrong.
    fn datum(
        &self,
        named: Option<Named<'_>>,
        mark: Option<Mark>,
        wrong: &mut Vec<(&'static str, Error)>,
    ) -> Option<Read> {
        let text = stripped(self.value);
        // No mark begins with a digit, and most cells do.
        let folded = match text.starts_with(|first: char| first.is_ascii_digit()) {
            true => String::new(),
            false => cell::folded(text),
        };
        let card = named.map(|named| named.card);
        let own = card.map_or(Unit::Count, |card| card.unit);
        let plainly = |datum, unit| Read { datum, unit, status: Status::Final, words: None };
        let counts = self.counts(wrong);
        let (plain, unclear) = match folded.as_str() {
            "" => (None, false),
            mark => (
                PLAIN_MARKS.iter().find(|(word, _)| *word == mark).map(|(_, why)| *why),
                UNCLEAR_MARKS.contains(&mark),
            ),
        };
        if let Some(Mark::Missing(why)) = mark {
            if (text.is_empty() || unclear || plain == Some(why)) && counts.is_none() {
                return Some(plainly(Datum::Missing(why), own));
            }
            wrong.push(("status", self.status_beside_a_value()));
            return None;
        }
        if let (Some(why), None) = (plain, counts) {
            return Some(plainly(Datum::Missing(why), own));
        }
        let column_unit = self.column_unit(named, wrong);
        if text.is_empty() && counts.is_some() && column_unit.is_some_and(|(_, power)| power > 0) {
            let remedy = message(
                "numerator and denominator are whole numbers; write them out, without 万 or 亿 in the unit",
                "分子和分母是整数，请按个数写全，单位不要带万、亿",
            );
            wrong.push(("unit", InvalidError::new(UNIT, self.unit, remedy).into()));
            return None;
        }
        if text.is_empty() && counts.is_some() {
            return counts.map(|counts| plainly(Datum::Value(Value::Counts(counts)), own));
        }
        if text.is_empty() && !wrong.is_empty() {
            return None;
        }
        if text.is_empty() || unclear {
            let reason = match unclear {
                true => message(
                    "the mark means different things in different books; say in `status` why there is no value",
                    "这个符号各表含义不一；请在“status”列写明为何没有数值",
                ),
                false => message(
                    "the cell is empty; say in `status` why there is no value",
                    "单元格为空；请在“status”列写明为何没有数值",
                ),
            };
            wrong.push(("value", ParseError::new(text, VALUE, reason).into()));
            return None;
        }
        let cell: Cell = text.parse().map_err(|error| wrong.push(("value", error))).ok()?;
        // A status in brackets counts as one in its column; a word that changes what the number is refuses it, any other is told.
        let bracketed = cell.remark.as_ref().map(|remark| (remark, remark.parse::<Mark>()));
        let (status, words) = match bracketed {
            None => (Status::Final, None),
            Some((_, Ok(Mark::Status(status)))) => (status, None),
            Some((remark, Err(_))) if sdmx::settled(remark).is_some() => {
                (sdmx::settled(remark).unwrap_or_default(), None)
            }
            Some((remark, Ok(Mark::Missing(_)))) => {
                wrong.push(("value", remarked(text, remark)));
                return None;
            }
            Some((remark, Err(_))) if changes(remark) => {
                wrong.push(("value", remarked(text, remark)));
                return None;
            }
            Some((remark, Err(_))) => (Status::Final, Some(remark.clone())),
        };
        let written = cell.unit.map(|unit| per_thousand(unit, &cell::folded(text), own));
        let (unit, power) = match (written, column_unit) {
            (Some(written), Some((column, _))) if written != column => {
                let remedy = message(
                    alloc::format!("the cell says `{written}`; keep one of the two"),
                    alloc::format!("数值里写的是“{written}”，请只留一个"),
                );
                wrong.push(match stripped(self.unit) {
                    "" => {
                        let remedy = message(
                            alloc::format!("the name of the indicator says `{column}`; keep one of the two"),
                            alloc::format!("指标名称里写的是“{column}”，请只留一个"),
                        );
                        ("value", InvalidError::new(UNIT, written, remedy).into())
                    }
                    given => ("unit", InvalidError::new(UNIT, given, remedy).into()),
                });
                return None;
            }
            (Some(written), _) => (written, 0),
            (None, Some((_, 1..))) if text.contains(['万', '亿']) => {
                let remedy =
                    message("the cell says 万 or 亿 too; say it once", "数值里也写了万或亿，请只写一次");
                wrong.push(("unit", InvalidError::new(UNIT, self.unit, remedy).into()));
                return None;
            }
            (None, Some((column, power))) => (column, power),
            (None, None) => (own, 0),
        };
        let Some(value) = times(cell.value, power) else {
            wrong.push(("value", ParseError::new(text, VALUE, too_long()).into()));
            return None;
        };
        let value = match (value, counts) {
            (Value::Number(number), Some(counts)) => Value::Both { counts, number },
            // 产床与助产士 1：3 is three midwives for each bed.
            (Value::Counts(counts), None) if card.is_some_and(|card| card.colon_inverted) => {
                Value::Counts(Counts { numerator: counts.denominator, denominator: counts.numerator })
            }
            (value, None) => value,
            (_, Some(_)) => {
                let remedy = message(
                    "numerator and denominator stand beside it; keep one of the two",
                    "旁边已有分子和分母，请只留一样",
                );
                wrong.push(("value", InvalidError::new(name("value", "数值"), text, remedy).into()));
                return None;
            }
        };
        Some(Read { datum: Datum::Value(value), unit, status, words })
    }

    /// The unit of the column, or the one in brackets behind the indicator's name; where both are there, they have to agree.
    fn column_unit(
        &self,
        named: Option<Named<'_>>,
        wrong: &mut Vec<(&'static str, Error)>,
    ) -> Option<(Unit, u8)> {
        let behind_name = named.and_then(|named| named.unit);
        let written = stripped(self.unit);
        if written.is_empty() {
            return behind_name;
        }
        let (unit, power) = Unit::read(written).map_err(|error| wrong.push(("unit", error))).ok()?;
        let own = named.map_or(unit, |named| named.card.unit);
        let read = (per_thousand(unit, &cell::folded(written), own), power);
        if let Some(other) = behind_name.filter(|other| *other != read) {
            let remedy = message(
                alloc::format!("the name of the indicator says `{}`; keep one of the two", other.0),
                alloc::format!("指标名称里写的是“{}”，请只留一个", other.0),
            );
            wrong.push(("unit", InvalidError::new(UNIT, written, remedy).into()));
            return None;
        }
        Some(read)
    }

    fn status_beside_a_value(&self) -> Error {
        let remedy = message(
            "the status says that there is no value; leave one of the two out",
            "状态说没有数值，却填了数值，请只留一个",
        );
        InvalidError::new(name("status", "状态"), self.status, remedy).into()
    }

    fn counts(&self, wrong: &mut Vec<(&'static str, Error)>) -> Option<Counts> {
        let mut read = |column: &'static str, text: &str| match stripped(text) {
            "" => None,
            text => Some(Self::count(text).map_err(|error| wrong.push((column, error))).ok()),
        };
        match (read("numerator", self.numerator), read("denominator", self.denominator)) {
            (Some(numerator), Some(denominator)) => {
                Some(Counts { numerator: numerator?, denominator: denominator? })
            }
            (Some(Some(given)), None) => {
                let remedy = message("give its denominator too", "请同时填分母");
                wrong.push((
                    "denominator",
                    InvalidError::new(name("numerator", "分子"), given, remedy).into(),
                ));
                None
            }
            (None, Some(Some(given))) => {
                let remedy = message("give its numerator too", "请同时填分子");
                wrong.push((
                    "numerator",
                    InvalidError::new(name("denominator", "分母"), given, remedy).into(),
                ));
                None
            }
            _ => None,
        }
    }
}
