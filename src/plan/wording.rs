//! What the words of a plan ask: comparison, number, unit, direction, time, read from the Chinese wording by fixed rules.
//!
//! ```
//! use dabiao::plan::wording::{self, Request};
//! let reading = wording::read("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下");
//! let asked: Vec<String> = reading.asks.iter().map(|ask| format!("{} {}", ask.names.join(" "), ask.request)).collect();
//! assert_eq!(asked, ["新生儿死亡率 ≤3.0‰", "婴儿死亡率 ≤5.0‰", "5岁以下儿童死亡率 ≤6.0‰"]);
//!
//! // Two readings are both given; what cannot be read is named with its place.
//! let twofold = wording::read("参保率提高5%");
//! assert_eq!((twofold.asks[0].request.to_string(), twofold.asks[0].or[0].to_string()), ("+5%".into(), "+5个百分点".into()));
//! let range = "达到80%—90%";
//! assert_eq!(wording::read(range).unread[0].place.of(range), "80%—90%");
//! ```
//!
//! The rules are few and fixed: there is no model behind them and nothing is guessed. Numbers of names (5岁以下, 6个月内, 0—6岁,
//! 九年义务教育, “十四五”) are never bounds.

mod against;
mod amounts;
mod each;
mod grammar;
mod letters;
mod lexicon;
mod names;
mod numbers;
mod pieces;
mod rules;
mod subject;
mod unnumbered;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::{Better, Commitment, Qualifier};
use crate::values::Year;

pub use against::{Doubt, doubts};
pub use letters::Span;
pub use lexicon::Comparator;
pub use numbers::{Amount, Figure};

/// What a text asks, and what in it could not be read.
///
/// ```
/// use dabiao::plan::wording::{self, Reading};
/// let reading: Reading = wording::read("婚前医学检查率不低于65％");
/// assert_eq!((reading.asks.len(), reading.unread.len()), (1, 0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is asked, in printed order.
    pub asks: Vec<Ask>,
    /// Numbers and comparisons that give no bound.
    pub unread: Vec<Unread>,
}

/// One thing that a text asks.
///
/// ```
/// use dabiao::plan::{wording, Commitment};
/// use dabiao::plan::wording::When;
/// let reading = wording::read("力争到2025年每所乡镇卫生院至少配备2名儿科医生");
/// let ask = &reading.asks[0];
/// assert_eq!((ask.each.as_deref(), ask.due.map(|due| due.number())), (Some("乡镇卫生院"), Some(2025)));
/// assert_eq!((ask.commitment, ask.timing), (Commitment::Aspiration, None::<When>));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The operative characters.
    pub place: Span,
    /// Of what it is asked, as far as the text names it; several where the words ask the same of each.
    pub names: Vec<String>,
    /// What is asked.
    pub request: Request,
    /// Other readings of the same words.
    pub or: Vec<Request>,
    /// When it has to hold, where a word says so.
    pub timing: Option<When>,
    /// How firmly it is asked.
    pub commitment: Commitment,
    /// The kind of unit each of which has to meet it.
    pub each: Option<String>,
    /// The year by which it is due, where the text names one.
    pub due: Option<Year>,
    /// Whether it is asked of a gap (差距).
    pub gap: bool,
    /// Whether a name is that of a measured quantity (…率, …比例, …数).
    pub measured: bool,
    /// Whether a name is of things or events that can be counted.
    pub countable: bool,
    /// Whether the number stands there without any word of comparison.
    pub plain: bool,
    /// Whether no number is printed and one or none is meant: 开通…热线, 杜绝…事故.
    pub implied: bool,
}

/// What is asked of something.
///
/// ```
/// use dabiao::plan::wording;
/// let of = |text: &str| wording::read(text).asks[0].request.to_string();
/// assert_eq!(of("农村牧区自来水普及率达到80％"), "≥80%");
/// assert_eq!(of("村民代表中妇女占三分之一以上"), "≥1/3");
/// assert_eq!(of("乳腺癌人群筛查率逐步提高"), "higher gradually");
/// assert_eq!(of("城市社区综合服务设施实现全覆盖"), "all");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Request {
    /// A number to be compared with the value.
    Bound {
        /// How.
        comparator: Comparator,
        /// The number.
        amount: Amount,
    },
    /// A change by so much.
    Change {
        /// Which way.
        better: Better,
        /// By how much: per cent of the value, points, or things.
        amount: Amount,
        /// Since which year, where the text says so.
        since: Option<Year>,
        /// Whether it is so much a year.
        yearly: bool,
    },
    /// Every one of the named units.
    All,
    /// Better than before.
    Direction {
        /// Which way.
        better: Better,
        /// The word before it.
        qualifier: Qualifier,
    },
    /// Not worse than before (合理控制).
    NotWorse {
        /// Which way is better.
        better: Better,
    },
    /// A rise that slows down.
    RisesSlower,
    /// Not below the share of something else.
    NotBelow {
        /// The words for it.
        reference: String,
    },
    /// In proportion to the share of something else.
    InProportion {
        /// The words for it.
        reference: String,
    },
    /// A bound that an assessment gives for each year.
    HostBound,
    /// A share without a number: 合理比例, 普遍, 基本消除.
    Unnumbered,
}

/// When something has to hold, as far as the words say.
///
/// ```
/// use dabiao::plan::wording::{self, When};
/// let when = |text: &str| wording::read(text).asks[0].timing;
/// assert_eq!((when("保持在90％以上"), when("达到90％以上"), when("占三分之一以上")), (Some(When::Kept), Some(When::ByYear), None));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum When {
    /// By the due year: 达到, 提高到, 降至.
    ByYear,
    /// In every year: 保持在, 稳定在, 控制在, 确保.
    Kept,
    /// In every year, as a duty or prohibition: 每年, 不得.
    EveryYear,
    /// 达到并保持在.
    ReachedAndKept,
    /// 逐届.
    EachTerm,
    /// 每5年.
    EachWindow(u8),
    /// 颁布后1个月内.
    WithinMonths(u8),
}

/// A number or comparison from which no bound follows.
///
/// ```
/// use dabiao::plan::wording::{self, Obstacle, Unread};
/// let text = "女性科技人员占比达到45%—50%";
/// let Unread { place, why } = wording::read(text).unread[0];
/// assert_eq!((place.of(text), why), ("45%—50%", Obstacle::Range));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// Where it stands.
    pub place: Span,
    /// Why it gives nothing.
    pub why: Obstacle,
}

/// Why a number or comparison gives no bound.
///
/// ```
/// use dabiao::plan::wording::{self, Obstacle};
/// let reading = wording::read("高于全国平均水平");
/// assert_eq!(reading.unread[0].why, Obstacle::OtherValue);
/// assert_eq!((Obstacle::Range.zh(), Obstacle::Range.en()), ("两个数之间的范围，没有单一界限", "a range of two numbers is no single bound"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Obstacle {
    /// 80％～90％.
    Range,
    /// No word of comparison and no unit.
    NoComparison,
    /// 不低于…以下.
    Contradiction,
    /// 1000多人, 下降20％左右.
    Inexact,
    /// Three numbers for two names.
    Uneven,
    /// 高于全国平均水平: the bound is another value.
    OtherValue,
    /// 每600名学生配备1名: a number for each so many.
    PerSoMany,
    /// 每所…至少1名，…达到30张: whether 每所, or 每千名, holds for the second too.
    UnclearUnit,
    /// 五年内: from when the years count.
    UnclearStart,
    /// 性别比改善: which way it is to change.
    UnclearDirection,
}

impl Obstacle {
    /// In Chinese.
    #[must_use]
    pub fn zh(self) -> &'static str {
        self.texts().1
    }

    /// In English.
    #[must_use]
    pub fn en(self) -> &'static str {
        self.texts().0
    }

    const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Range => ("a range of two numbers is no single bound", "两个数之间的范围，没有单一界限"),
            Self::NoComparison => ("a number without unit and comparison", "数字没有单位，也没有比较用语"),
            Self::Contradiction => {
                ("the words before and behind the number contradict each other", "数字前后的用语相互矛盾")
            }
            Self::Inexact => ("no exact number", "不是确数"),
            Self::Uneven => ("the numbers are not as many as the names", "数字与名称的个数不一致"),
            Self::OtherValue => {
                ("the bound is the value of another area or year", "以其他地区或年份的数值为界限")
            }
            Self::PerSoMany => {
                ("a number for each so many has no unit here", "按每若干名、若干人计，没有相应的单位")
            }
            Self::UnclearUnit => (
                "it is not clear whether 每所 or 每千名 before holds here too",
                "不清楚前面的“每所”“每千名”是否也管到这里",
            ),
            Self::UnclearStart => ("it is not clear from when these years count", "没有写明从哪一年算起"),
            Self::UnclearDirection => ("it is not clear which way it is to change", "没有写明朝哪个方向变化"),
        }
    }
}

/// Reads what a text asks. Sentence by sentence, and within one the later clauses know the names and units of the earlier.
///
/// ```
/// use dabiao::plan::wording;
/// let reading = wording::read("每千名儿童拥有儿科执业（助理）医生达到1．12名、床位增至3．17张");
/// let asked: Vec<String> = reading.asks.iter().map(|ask| ask.request.to_string()).collect();
/// assert_eq!(asked, ["≥1.12/千人", "≥3.17/千人"]);
/// ```
#[must_use]
pub fn read(text: &str) -> Reading {
    grammar::read(text)
}

/// How near two names of indicators are, in thousandths: the pairs of neighbouring characters that both have.
///
/// ```
/// use dabiao::plan::wording::likeness;
/// assert_eq!(likeness("婴儿死亡率", "婴儿死亡率"), 1_000);
/// assert!(likeness("婴儿死亡率", "新生儿死亡率") > likeness("婴儿死亡率", "毛入园率"));
/// ```
#[must_use]
pub fn likeness(one: &str, other: &str) -> usize {
    names::likeness(one, other)
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.figure {
            Figure::Number(number) => number.fmt(f)?,
            Figure::Fraction(fraction) => fraction.fmt(f)?,
            Figure::Colon(left, right) => write!(f, "{left}:{right}")?,
        }
        match self.unit {
            Some(unit) if !unit.is_whole() => f.write_str(unit.symbol()),
            _ => f.write_str(&self.unit_words),
        }
    }
}

impl fmt::Display for Request {
    /// Short signs: `≥90%`, `-20%`, `higher gradually`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bound { comparator, amount } => {
                let sign = match comparator {
                    Comparator::AtLeast => "≥",
                    Comparator::AtMost => "≤",
                    Comparator::MoreThan => ">",
                    Comparator::LessThan => "<",
                    Comparator::About(_) => "≈",
                };
                write!(f, "{sign}{amount}")
            }
            Self::Change { better, amount, since, yearly } => {
                f.write_str(if *better == Better::Higher { "+" } else { "-" })?;
                amount.fmt(f)?;
                if *yearly {
                    f.write_str(" a year")?;
                }
                match since {
                    Some(year) => write!(f, " since {year}"),
                    None => Ok(()),
                }
            }
            Self::All => f.write_str("all"),
            Self::Direction { better, qualifier } => {
                f.write_str(if *better == Better::Higher { "higher" } else { "lower" })?;
                match qualifier.en() {
                    "" => Ok(()),
                    word => write!(f, " {word}"),
                }
            }
            Self::NotWorse { better: Better::Lower } => f.write_str("not higher"),
            Self::NotWorse { better: Better::Higher } => f.write_str("not lower"),
            Self::RisesSlower => f.write_str("rises slower"),
            Self::NotBelow { reference } => write!(f, "≥{reference}"),
            Self::InProportion { reference } => write!(f, "~{reference}"),
            Self::HostBound => f.write_str("bound of the year"),
            Self::Unnumbered => f.write_str("no number"),
        }
    }
}
