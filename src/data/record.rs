//! One row of a table as offices keep it, read into an observation; everything wrong with it is said at once.

use crate::values::Text;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::data::{Datum, Mark, Missing, Observation, Status};
use crate::error::{Error, InvalidError, Name, ParseError, name, said, too_long};
use crate::plan::{Catalogue, IndicatorCard};
use crate::values::{
    Counts, Disaggregation, End, Interval, Number, Ratio, ReportingUnit, Unit, Value,
    cell::{self, Cell},
};

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
    /// The indicator's id or Chinese name.
    pub indicator: &'a str,
    /// The area's code or name.
    pub area: &'a str,
    /// The kind of a unit inside the area.
    pub unit_kind: &'a str,
    /// The unit's code or name.
    pub unit_id: &'a str,
    /// Town or country.
    pub residence: &'a str,
    /// Women or men.
    pub sex: &'a str,
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
/// let errors: Vec<RecordError> = row.read(&Catalogue::hangjin()).unwrap_err();
/// assert_eq!(errors[0].column(), "value");
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

const VALUE: Name = name("a value", "数值");
const UNIT: Name = name("unit", "单位");

/// Marks that mean one thing wherever they stand.
const PLAIN_MARKS: &[(&str, Missing)] = &[
    ("未填报", Missing::NotReported),
    ("未报", Missing::NotReported),
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
    "-", "--", "—", "——", "–", "…", "……", "...", "/", "无", "缺", "N/A", "NA", "null", "NULL", "NaN", "nan",
    "*", "一",
];

impl Record<'_> {
    /// The observation that the row states.
    ///
    /// # Errors
    /// Every column that cannot be read, each with what would be right.
    pub fn read(&self, catalogue: &Catalogue) -> Result<Observation, Vec<RecordError>> {
        self.read_with(catalogue, |card, mark, wrong| self.datum(card, mark, wrong))
    }

    /// The same for a row whose value is known only between two ends.
    #[cfg(feature = "json")]
    pub(crate) fn read_interval(
        &self,
        catalogue: &Catalogue,
        interval: Interval,
    ) -> Result<Observation, Vec<RecordError>> {
        self.read_with(catalogue, |card, mark, wrong| {
            let cells =
                [("value", self.value), ("numerator", self.numerator), ("denominator", self.denominator)];
            for (column, cell) in cells {
                if !cell.trim().is_empty() {
                    let remedy =
                        said("an interval stands beside it; keep one of the two", "旁边已有区间，请只留一个");
                    wrong.push((column, InvalidError::new(column, cell, remedy).into()));
                }
            }
            if let Some(Mark::Missing(_)) = mark {
                wrong.push(("status", self.status_beside_a_value()));
            }
            let (unit, power) = match self.unit.trim() {
                "" => (card?.unit, 0),
                unit => Unit::read(&cell::folded(unit)).map_err(|error| wrong.push(("unit", error))).ok()?,
            };
            let value = times(Value::Interval(interval), power);
            if value.is_none() {
                wrong.push(("interval", ParseError::new("", name("an interval", "区间"), too_long()).into()));
            }
            Some((Datum::Value(value?), unit)).filter(|_| wrong.is_empty())
        })
    }

    fn read_with<'c>(
        &self,
        catalogue: &'c Catalogue,
        datum: impl FnOnce(
            Option<&'c IndicatorCard>,
            Option<Mark>,
            &mut Vec<(&'static str, Error)>,
        ) -> Option<(Datum, Unit)>,
    ) -> Result<Observation, Vec<RecordError>> {
        let mut errors = Vec::new();
        let mut check = |column: &'static str, error: Error| errors.push(RecordError { column, error });
        let card = catalogue.indicator(self.indicator.trim());
        let period = self.period.parse().map_err(|error| check("period", error)).ok();
        let residence = cell::folded(self.residence).parse().map_err(|error| check("residence", error)).ok();
        let sex = cell::folded(self.sex).parse().map_err(|error| check("sex", error)).ok();
        let area_unit = match (self.unit_kind.trim(), self.unit_id.trim()) {
            ("", "") => None,
            ("", id) => {
                let remedy = said("say of which kind it is", "请在unit_kind列写明是哪一类单位");
                check("unit_kind", InvalidError::new(name("unit", "单位"), id, remedy).into());
                None
            }
            (kind, "") => {
                let remedy = said("say which unit it is", "请在unit_id列写明是哪个单位");
                check("unit_id", InvalidError::new(name("unit kind", "单位类别"), kind, remedy).into());
                None
            }
            (kind, id) => Some(ReportingUnit::new(kind.to_string(), id.to_string())),
        };
        let break_before = match self.break_before.trim() {
            "" | "no" | "否" => false,
            "yes" | "true" | "是" | "口径变化" => true,
            other => {
                let remedy = said("leave it empty or write yes or 口径变化", "请留空，或写yes或口径变化");
                check("break", InvalidError::new(name("break", "口径变化一栏"), other, remedy).into());
                false
            }
        };
        let mark = self.status.parse::<Mark>().map_err(|error| check("status", error)).ok();
        let bracketed = || self.value.parse::<Cell>().ok()?.remark?.parse::<Mark>().ok();
        let card = card.map_err(|error| check("indicator", error)).ok();
        let mut wrong = Vec::new();
        let datum = datum(card, mark, &mut wrong);
        for (column, error) in wrong {
            check(column, error);
        }
        match (card, period, residence, sex, datum, errors.is_empty()) {
            (Some(card), Some(period), Some(residence), Some(sex), Some((datum, unit)), true) => {
                Ok(Observation {
                    indicator: card.id.clone(),
                    area: Text::from(self.area.trim().to_string()),
                    area_unit,
                    disaggregation: Disaggregation { residence, sex },
                    period,
                    datum,
                    unit,
                    status: match mark {
                        Some(Mark::Status(status)) if status != Status::Final => status,
                        // 9（快报） is provisional, whatever the column leaves open.
                        _ => match bracketed() {
                            Some(Mark::Status(status)) => status,
                            _ => Status::Final,
                        },
                    },
                    break_before,
                    source: Text::from(self.source.trim().to_string()),
                })
            }
            _ => Err(errors),
        }
    }

    /// The value, or why there is none, and the unit of its numbers; `None` where something is wrong.
    fn datum(
        &self,
        card: Option<&IndicatorCard>,
        mark: Option<Mark>,
        wrong: &mut Vec<(&'static str, Error)>,
    ) -> Option<(Datum, Unit)> {
        let text = self.value.trim();
        let folded: String = cell::folded(text);
        let own = card.map_or(Unit::Count, |card| card.unit);
        let counts = self.counts(wrong);
        let plain = PLAIN_MARKS.iter().find(|(word, _)| *word == folded).map(|(_, why)| *why);
        let unclear = UNCLEAR_MARKS.contains(&folded.as_str());
        if let Some(Mark::Missing(why)) = mark {
            if (text.is_empty() || unclear || plain == Some(why)) && counts.is_none() {
                return Some((Datum::Missing(why), own));
            }
            wrong.push(("status", self.status_beside_a_value()));
            return None;
        }
        if let (Some(why), None) = (plain, counts) {
            return Some((Datum::Missing(why), own));
        }
        let column_unit = match self.unit.trim() {
            "" => None,
            unit => Unit::read(&cell::folded(unit)).map_err(|error| wrong.push(("unit", error))).ok(),
        };
        if text.is_empty() && counts.is_some() {
            return counts.map(|counts| (Datum::Value(Value::Counts(counts)), own));
        }
        if text.is_empty() && !wrong.is_empty() {
            return None;
        }
        if text.is_empty() || unclear {
            let reason = match unclear {
                true => said(
                    "the mark means different things in different books; say in `status` why there is no value",
                    "这个符号各表含义不一；请在“status”列写明为何没有数值",
                ),
                false => said(
                    "the cell is empty; say in `status` why there is no value",
                    "单元格为空；请在“status”列写明为何没有数值",
                ),
            };
            wrong.push(("value", ParseError::new(text, VALUE, reason).into()));
            return None;
        }
        let cell: Cell = text.parse().map_err(|error| wrong.push(("value", error))).ok()?;
        if let Some(remark) = &cell.remark {
            // A status in brackets counts as one in its column; any other word may change what the number is.
            if !remark.parse::<Mark>().is_ok_and(|inside| matches!(inside, Mark::Status(_))) {
                wrong.push(("value", remarked(text, remark)));
                return None;
            }
        }
        let (unit, power) = match (cell.unit, column_unit) {
            (Some(written), Some((column, _))) if written != column => {
                let remedy = said(
                    alloc::format!("the cell says `{written}`; keep one of the two"),
                    alloc::format!("数值里写的是“{written}”，请只留一个"),
                );
                wrong.push(("unit", InvalidError::new(UNIT, self.unit, remedy).into()));
                return None;
            }
            (Some(written), _) => (written, 0),
            (None, Some((_, 1..))) if text.contains(['万', '亿']) => {
                let remedy =
                    said("the cell says 万 or 亿 too; say it once", "数值里也写了万或亿，请只写一次");
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
                let remedy = said(
                    "numerator and denominator stand beside it; keep one of the two",
                    "旁边已有分子和分母，请只留一样",
                );
                wrong.push(("value", InvalidError::new(name("value", "数值"), text, remedy).into()));
                return None;
            }
        };
        Some((Datum::Value(value), unit))
    }

    fn status_beside_a_value(&self) -> Error {
        let remedy = said(
            "the status says that there is no value; leave one of the two out",
            "状态说没有数值，却填了数值，请只留一个",
        );
        InvalidError::new(name("status", "状态"), self.status, remedy).into()
    }

    fn counts(&self, wrong: &mut Vec<(&'static str, Error)>) -> Option<Counts> {
        let mut read = |column: &'static str, text: &str| match text.trim() {
            "" => None,
            text => Some(whole(text).map_err(|error| wrong.push((column, error))).ok()),
        };
        match (read("numerator", self.numerator), read("denominator", self.denominator)) {
            (Some(numerator), Some(denominator)) => {
                Some(Counts { numerator: numerator?, denominator: denominator? })
            }
            (Some(Some(given)), None) => {
                let remedy = said("give its denominator too", "请同时填分母");
                wrong.push((
                    "denominator",
                    InvalidError::new(name("numerator", "分子"), given, remedy).into(),
                ));
                None
            }
            (None, Some(Some(given))) => {
                let remedy = said("give its numerator too", "请同时填分子");
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

/// A value with words in brackets that say that it is something else, or that nobody here understands.
fn remarked(text: &str, remark: &str) -> Error {
    let reason = said(
        alloc::format!(
            "the words in brackets, `{remark}`, may change what the number is; write a status (快报, 估计) in `status`, \
             a note in `source`, and a value of another year or part in a row of its own"
        ),
        alloc::format!(
            "括号里的“{remark}”可能改变数值的含义；快报、估计请写在“status”列，说明请写在“source”列，其他年份或部分人群的数请另写一行"
        ),
    );
    ParseError::new(text, VALUE, reason).into()
}

/// A whole number as offices write it.
fn whole(text: &str) -> Result<u64, Error> {
    let cell: Cell = text.parse()?;
    if let Some(remark) = &cell.remark {
        return Err(remarked(text, remark));
    }
    let reason = || said("write a whole number", "请填整数");
    let wrong = || Error::from(ParseError::new(text, name("a count", "个数"), reason()));
    let (Value::Number(number), None | Some(Unit::Count | Unit::Persons)) = (cell.value, cell.unit) else {
        return Err(wrong());
    };
    let ratio = number.to_ratio();
    match (ratio == ratio.round(0), ratio.to_number().map(Number::mantissa)) {
        (true, Some(mantissa)) => u64::try_from(mantissa).map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

/// A value times a power of ten that stood in the unit (万人).
fn times(value: Value, power: u8) -> Option<Value> {
    let factor = Ratio::whole(10_i128.pow(power.into()));
    let scaled = |number: Number| match power {
        0 => Some(number),
        _ => (number.to_ratio() * &factor).to_number(),
    };
    let end = |end: Option<End>| match end {
        None => Some(None),
        Some(End { number, included }) => Some(Some(End { number: scaled(number)?, included })),
    };
    match value {
        Value::Number(number) => scaled(number).map(Value::Number),
        Value::Interval(interval) => {
            Interval::new(end(interval.low())?, end(interval.high())?).ok().map(Value::Interval)
        }
        counts => (power == 0).then_some(counts),
    }
}
