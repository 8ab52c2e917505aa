//! What single words and texts of a row mean.

use alloc::vec::Vec;

use super::{Record, VALUE};
use crate::data::sdmx;
use crate::error::{Error, ParseError, message, name};
use crate::values::{End, Interval, Number, Ratio, Unit, Value, cell::Cell, names};

/// ‰ and per 1000 persons are different things; `1/1000` may be either, and is the indicator's.
pub(super) fn per_thousand(unit: Unit, folded: &str, own: Unit) -> Unit {
    let bare = || {
        // As a column has it, or behind a number, with or without brackets and marks.
        let word = folded.trim_end_matches(|found: char| !found.is_alphanumeric());
        word.ends_with("/1000") || word.ends_with("/1,000") || word.ends_with("per 1000")
    };
    match (unit, own) {
        (Unit::PerMille, Unit::Per1000) | (Unit::Per1000, Unit::PerMille) if bare() => own,
        _ => unit,
    }
}

/// A sum, a part of the population or a comparison where an area or a unit should be named: 合计, 农村, 去年同期. Districts are
/// called 城区 and 郊区, so these are names.
pub(super) fn is_no_name(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "合计",
        "总计",
        "小计",
        "全体",
        "全部",
        "平均",
        "平均值",
        "均值",
        "最高",
        "最低",
        "最大值",
        "最小值",
        "中位数",
        "城镇",
        "城市",
        "农村",
        "农村牧区",
        "农牧区",
        "牧区",
        "乡村",
        "女",
        "男",
        "女性",
        "男性",
        "去年同期",
        "上年同期",
        "去年",
        "上年",
        "目标",
        "目标值",
        "计划",
        "计划数",
        "排名",
        "位次",
        "增减",
        "同比",
        "环比",
        "total",
        "mean",
        "average",
        "urban",
        "rural",
        "female",
        "male",
    ];
    // Most are codes, or not there.
    name.starts_with(|first: char| !first.is_ascii_digit()) && WORDS.contains(&&*names::key(name))
}

/// Words in brackets that change what a number is: a forecast, a target, part of a year or of the area, another measure.
pub(super) fn changes(remark: &str) -> bool {
    const WORDS: &[&str] = &[
        "预",
        "目标",
        "计划",
        "规划",
        "月",
        "季",
        "半年",
        "年",
        "累计",
        "平均",
        "均值",
        "市区",
        "城",
        "农",
        "牧",
        "乡",
        "镇",
        "村",
        "女",
        "男",
        "全国",
        "全区",
        "全市",
        "全省",
        "其中",
        "含",
        "包括",
        "除",
        "仅",
        "只",
        "同比",
        "环比",
        "增",
        "减",
        "上升",
        "下降",
        "基期",
        "基数",
        "口径",
        "调整",
        "修正",
        "抽样",
        "户籍",
        "常住",
        "forecast",
        "projected",
        "target",
        "plan",
        "half",
        "quarter",
        "month",
        "year",
        "average",
        "mean",
        "urban",
        "rural",
        "female",
        "male",
        "women",
        "men",
        "only",
        "exclud",
        "includ",
        "without",
    ];
    let folded = names::key(remark);
    let digits: Vec<bool> = folded.chars().map(|found| found.is_ascii_digit()).collect();
    matches!(sdmx::status(remark), Some(("forecast", _) | (_, true)))
        || WORDS.iter().any(|word| folded.contains(word))
        || digits.windows(4).any(|four| four.iter().all(|digit| *digit))
}

/// A value with words in brackets that change what it is.
pub(super) fn remarked(text: &str, remark: &str) -> Error {
    let reason = message(
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

impl Record<'_> {
    /// A whole number as offices write one in a cell: a numerator, a denominator, the size of a unit.
    ///
    /// ```
    /// use dabiao::data::Record;
    /// assert_eq!(Record::count("１,２３４人")?, 1_234);
    /// assert!(Record::count("12,34").is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    ///
    /// # Errors
    /// If it is no number, has a unit other than 个 or 人, or is not whole.
    pub fn count(text: &str) -> Result<u64, Error> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(count) = text.parse().ok().filter(|_| digits) {
            return Ok(count);
        }
        let cell: Cell = text.parse()?;
        if let Some(remark) = &cell.remark {
            return Err(remarked(text, remark));
        }
        let reason = || message("write a whole number", "请填整数");
        let wrong = || Error::from(ParseError::new(text, name("a count", "个数"), reason()));
        let (Value::Number(number), None | Some(Unit::Count | Unit::Persons)) = (cell.value, cell.unit)
        else {
            return Err(wrong());
        };
        let ratio = number.to_ratio();
        match (ratio == ratio.round(0), ratio.to_number().map(Number::mantissa)) {
            (true, Some(mantissa)) => u64::try_from(mantissa).map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }
}

/// A value times a power of ten that stood in the unit (万人).
pub(super) fn times(value: Value, power: u8) -> Option<Value> {
    if power == 0 {
        return Some(value);
    }
    let factor = Ratio::whole(10_i128.pow(power.into()));
    let scaled = |number: Number| (number.to_ratio() * &factor).to_number();
    let end = |end: Option<End>| match end {
        None => Some(None),
        Some(End { number, included }) => Some(Some(End { number: scaled(number)?, included })),
    };
    match value {
        Value::Number(number) => scaled(number).map(Value::Number),
        Value::Interval(interval) => {
            Interval::new(end(interval.low())?, end(interval.high())?).ok().map(Value::Interval)
        }
        Value::Counts(_) | Value::Both { .. } => None,
    }
}
