//! Errors: why a call cannot be answered.
//!
//! What concerns one target or one cell of a run is a [`Reason`](crate::judge::Reason) or a
//! [`Finding`](crate::data::Finding) instead, and the run goes on.
//!
//! ```
//! use dabiao::{Error, Year};
//! let error: Error = "2O24".parse::<Year>().unwrap_err();
//! assert!(error.to_string().starts_with("cannot read `2O24` as a year"));
//! assert!(error.zh().contains("2O24"));
//! ```

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// Why a call cannot be answered: in English by `Display`, in Chinese by [`zh`](Self::zh) and by `{:#}`.
///
/// ```
/// use dabiao::Number;
/// let error = "9O.5".parse::<Number>().unwrap_err();
/// assert_eq!(error.to_string(), "cannot read `9O.5` as a number: unexpected `O` at character 2");
/// assert_eq!(error.zh(), "无法将“9O.5”读作数：第2个字符“O”不应出现");
/// assert_eq!(format!("{error:?}"), error.to_string());
/// assert_eq!(format!("{error:#}"), error.zh());
/// ```
/// `Debug` prints the message too, so that a `main` that returns an error says what is wrong; `{:#?}` prints the fields.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text that is no number, unit, period, date or status.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// A value given in a unit that cannot become the indicator's unit.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// An id that no indicator or target has.
    #[error(transparent)]
    Unknown(#[from] UnknownError),
    /// A setting, card or argument outside what it may be.
    #[error(transparent)]
    Invalid(#[from] InvalidError),
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            _ if !f.alternate() => fmt::Display::fmt(self, f),
            Self::Parse(error) => fmt::Debug::fmt(error, f),
            Self::Unit(error) => fmt::Debug::fmt(error, f),
            Self::Unknown(error) => fmt::Debug::fmt(error, f),
            Self::Invalid(error) => fmt::Debug::fmt(error, f),
        }
    }
}

impl Error {
    /// What is wrong, in Chinese. Ids, columns and names of settings stand in it as they are written.
    ///
    /// ```
    /// use dabiao::{values::{Date, Unit}, Catalogue};
    /// assert_eq!("2022-02-30".parse::<Date>().unwrap_err().zh(), "日期“2022-02-30”不能使用：没有这一天");
    /// let slip = Catalogue::hangjin().indicator("孕产妇死忘率").unwrap_err();
    /// assert_eq!(slip.zh(), "没有代码或名称为“孕产妇死忘率”的指标（最接近的是“孕产妇死亡率”）");
    /// ```
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Parse(error) => error.zh(),
            Self::Unit(error) => error.zh(),
            Self::Unknown(error) => error.zh(),
            Self::Invalid(error) => error.zh(),
        }
    }
}

/// All errors of something: never empty, each error with its place, one a line.
///
/// ```
/// use dabiao::{Catalogue, Record, data::RecordError, error::Errors};
/// let row = Record { indicator: "孕产妇死亡率", period: "2O24", value: "9O.5", ..Record::default() };
/// let errors: Errors<RecordError> = row.read(&Catalogue::hangjin()).unwrap_err();
/// assert_eq!(errors.len(), 2);
/// assert_eq!(
///     errors.to_string(),
///     "column `period`: cannot read `2O24` as a year: unexpected `O` at character 2\n\
///      column `value`: cannot read `9O.5` as a value: unexpected `O` at character 2"
/// );
/// let error: Box<dyn std::error::Error> = errors.into();
/// # let _ = error;
/// ```
/// `Debug` prints the same.
#[derive(Clone, PartialEq, Eq)]
pub struct Errors<E>(Vec<E>);

impl<E: fmt::Display> fmt::Debug for Errors<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<E> Errors<E> {
    /// Errors of which there is at least one.
    pub(crate) const fn of(errors: Vec<E>) -> Self {
        Self(errors)
    }

    /// `Ok` if nothing is wrong.
    pub(crate) fn check(errors: Vec<E>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self(errors)) }
    }
}

impl<E> core::ops::Deref for Errors<E> {
    type Target = [E];

    fn deref(&self) -> &[E] {
        &self.0
    }
}

impl<E> IntoIterator for Errors<E> {
    type Item = E;
    type IntoIter = alloc::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'e, E> IntoIterator for &'e Errors<E> {
    type Item = &'e E;
    type IntoIter = core::slice::Iter<'e, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<E: fmt::Display> fmt::Display for Errors<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, error) in self.0.iter().enumerate() {
            let line = if place > 0 { "\n" } else { "" };
            write!(f, "{line}{error}")?;
        }
        Ok(())
    }
}

impl<E: fmt::Display> core::error::Error for Errors<E> {}

/// What something is called, in English and Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name {
    en: &'static str,
    zh: &'static str,
}

/// A name in both languages.
pub(crate) const fn name(en: &'static str, zh: &'static str) -> Name {
    Name { en, zh }
}

/// A column, field or setting has one name, which is what a host has to look for.
impl From<&'static str> for Name {
    fn from(code: &'static str) -> Self {
        name(code, code)
    }
}

/// More digits than a [`Number`](crate::values::Number) holds.
pub(crate) fn too_long() -> Message {
    message("more than 28 digits", "超过28位数字")
}

/// What is wrong or would be right, in English and Chinese.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) en: Cow<'static, str>,
    pub(crate) zh: Cow<'static, str>,
}

#[cfg(feature = "json")]
impl Message {
    /// In English and in Chinese.
    pub(crate) fn both(self) -> (String, String) {
        (self.en.to_string(), self.zh.to_string())
    }
}

/// A message in both languages.
pub(crate) fn message(en: impl Into<Cow<'static, str>>, zh: impl Into<Cow<'static, str>>) -> Message {
    Message { en: en.into(), zh: zh.into() }
}

/// A text that could not be read.
///
/// ```
/// use dabiao::{Error, Number};
/// let Err(Error::Parse(error)) = "9O.5".parse::<Number>() else { panic!("not read") };
/// assert_eq!((error.text(), error.place()), ("9O.5", Some(2)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    text: Box<str>,
    what: Name,
    reason: Message,
    at: Option<usize>,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(&self.zh());
        }
        write!(f, "cannot read `{}` as {}: {}", self.text, self.what.en, self.reason.en)
    }
}

impl core::error::Error for ParseError {}

impl ParseError {
    pub(crate) fn new(text: &str, what: Name, reason: Message) -> Self {
        Self { text: shortened(text).into(), what, reason, at: None }
    }

    pub(crate) fn at(text: &str, what: Name, found: char, at: usize) -> Self {
        let found = sign(found);
        let reason = message(
            alloc::format!("unexpected `{found}` at character {at}"),
            alloc::format!("第{at}个字符“{found}”不应出现"),
        );
        Self { text: shortened(text).into(), what, reason, at: Some(at) }
    }

    /// Something wrong with one character that is not merely unexpected.
    pub(crate) fn placed(text: &str, what: Name, reason: Message, at: usize) -> Self {
        Self { at: Some(at), ..Self::new(text, what, reason) }
    }

    fn zh(&self) -> String {
        let Self { text, what, reason, .. } = self;
        match text.trim() {
            "" => alloc::format!("无法读作{}：{}", what.zh, reason.zh),
            _ => alloc::format!("无法将“{text}”读作{}：{}", what.zh, reason.zh),
        }
    }

    /// The text as given (its first 60 characters).
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the reading stopped: the character's place, counted from 1, where there is one.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        self.at
    }
}

/// A character as a message names it: by its number where it cannot be seen, or passes for a blank.
fn sign(found: char) -> String {
    match found.is_control() || found.escape_debug().nth(1) == Some('u') {
        true => alloc::format!("U+{:04X}", u32::from(found)),
        false => found.into(),
    }
}

/// A value in a unit that does not convert exactly to the unit of its indicator.
///
/// Of [`Error::Unit`]: a conversion that was asked for in code, as by
/// [`Threshold::judge_quantity`](crate::judge::Threshold::judge_quantity), or a typed key of another unit. In a row it is a finding,
/// [`FindingKind::WrongUnit`](crate::data::FindingKind::WrongUnit).
///
/// ```
/// use dabiao::{error::UnitError, values::years, Catalogue, Error, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
/// let Err(Error::Unit(error)) = twelve.judge_quantity(years("12")) else { panic!("not a rate") };
/// let error: UnitError = error;
/// assert_eq!(error.to_string(), "`threshold` is measured in `/10万`, not in `岁`");
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitError {
    pub(crate) indicator: String,
    pub(crate) expected: &'static str,
    pub(crate) given: &'static str,
}

impl fmt::Display for UnitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(&self.zh());
        }
        write!(f, "`{}` is measured in `{}`, not in `{}`", self.indicator, self.expected, self.given)
    }
}

impl core::error::Error for UnitError {}

impl UnitError {
    fn zh(&self) -> String {
        let Self { indicator, expected, given } = self;
        alloc::format!("“{indicator}”以“{expected}”计量，不是“{given}”")
    }
}

/// An id that nothing in the catalogue has.
///
/// ```
/// use dabiao::{Catalogue, Error};
/// let catalogue = Catalogue::hangjin();
/// let Err(Error::Unknown(error)) = catalogue.indicator("孕产妇死忘率") else { panic!("not there") };
/// assert_eq!(error.id(), "孕产妇死忘率");
/// assert!(error.to_string().ends_with("(the nearest is `孕产妇死亡率`)"));
/// assert_eq!(error.nearest().collect::<Vec<_>>(), ["孕产妇死亡率"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownError {
    what: Name,
    id: String,
    nearest: Vec<String>,
}

impl fmt::Display for UnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(&self.zh());
        }
        write!(f, "no {} has the id or name `{}`{}", self.what.en, self.id, self.hint())
    }
}

impl core::error::Error for UnknownError {}

impl UnknownError {
    pub(crate) fn new<'a>(what: Name, id: &str, nearest: impl IntoIterator<Item = &'a str>) -> Self {
        Self { what, id: shortened(id), nearest: nearest.into_iter().map(String::from).collect() }
    }

    fn hint(&self) -> String {
        match self.nearest.as_slice() {
            [] => String::new(),
            [near] => alloc::format!(" (the nearest is `{near}`)"),
            several => alloc::format!(" (the nearest are `{}`)", several.join("`, `")),
        }
    }

    fn zh(&self) -> String {
        let hint = match self.nearest.as_slice() {
            [] => String::new(),
            several => alloc::format!("（最接近的是“{}”）", several.join("”“")),
        };
        alloc::format!("没有代码或名称为“{}”的{}{hint}", self.id, self.what.zh)
    }

    /// The id as given.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The ids or names that it may have been meant to be, the likeliest first; at most three.
    #[must_use]
    pub fn nearest(&self) -> impl ExactSizeIterator<Item = &str> {
        self.nearest.iter().map(|name| &**name)
    }
}

/// An argument or setting that cannot be used.
///
/// ```
/// use dabiao::{Error, Settings};
/// let settings = Settings { around_tolerance: "-1".parse()?, ..Settings::default() };
/// let Err(Error::Invalid(error)) = settings.check() else { panic!("not usable") };
/// assert_eq!(error.to_string(), "around_tolerance `-1` cannot be used: it is at least 0");
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidError {
    what: Name,
    given: Box<str>,
    /// What was given, where that is named and not quoted; empty otherwise.
    given_zh: &'static str,
    remedy: Message,
}

impl fmt::Display for InvalidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(&self.zh());
        }
        write!(f, "{}{} cannot be used: {}", self.what.en, self.quoted(), self.remedy.en)
    }
}

impl core::error::Error for InvalidError {}

impl InvalidError {
    pub(crate) fn new(what: impl Into<Name>, given: impl ToString, remedy: Message) -> Self {
        Self { what: what.into(), given: shortened(&given.to_string()).into(), given_zh: "", remedy }
    }

    /// Of something that has a form that no text shows: an array, an object.
    pub(crate) fn of_kind(what: impl Into<Name>, given: Name, remedy: Message) -> Self {
        Self { given_zh: given.zh, ..Self::new(what, given.en, remedy) }
    }

    /// What was given, unless it is blank.
    fn quoted(&self) -> String {
        match self.given.trim() {
            "" => String::new(),
            _ => alloc::format!(" `{}`", self.given),
        }
    }

    fn zh(&self) -> String {
        let Self { what: Name { zh: what, .. }, given, given_zh, remedy: Message { zh: remedy, .. } } = self;
        match (*given_zh, given.trim()) {
            ("", "") => alloc::format!("{what}不能使用：{remedy}"),
            ("", _) => alloc::format!("{what}“{given}”不能使用：{remedy}"),
            (kind, _) => alloc::format!("{what}是{kind}，不能使用：{remedy}"),
        }
    }
}

/// Error messages quote input; an input of megabytes must not become a message of megabytes.
pub(crate) fn shortened(text: &str) -> String {
    const KEPT: usize = 60;
    let mut kept: String = text.chars().take(KEPT).collect();
    if text.chars().nth(KEPT).is_some() {
        kept.push('…');
    }
    kept
}
