//! Kinds of units inside an area, by code and by the words that offices have for them.

use alloc::borrow::Cow;

use crate::values::{Text, names};

/// The kinds that the built-in plans judge over, each with the words that offices have for it.
const WORDS: &[(&str, &[&str])] = &[
    ("township", &["苏木镇", "苏木乡镇", "苏木", "乡镇", "镇"]),
    ("village", &["嘎查村", "嘎查", "行政村", "村"]),
    ("community", &["社区", "城市社区"]),
    ("health_centre", &["卫生院", "苏木镇卫生院", "乡镇卫生院"]),
    ("midwifery_institution", &["助产机构", "助产医疗机构"]),
    ("primary_school", &["小学"]),
    ("secondary_school", &["中学"]),
    ("government_department", &["政府工作部门", "政府部门"]),
    ("public_institution", &["事业单位"]),
    ("state_enterprise", &["国有企业", "国企"]),
    ("responsible_body", &["责任单位", "责任部门"]),
];

/// A kind of units in one writing, however a table writes it: the code where it is a word for a kind of the built-in plans, else
/// the word [folded](names::key).
///
/// ```
/// use dabiao::plan::unit_kind;
/// assert_eq!((&*unit_kind("苏木镇"), &*unit_kind("Township "), &*unit_kind("街道")), ("township", "township", "街道"));
/// ```
#[must_use]
pub fn unit_kind(text: &str) -> Cow<'_, str> {
    let word = names::key(text);
    let named = WORDS.iter().find(|(_, words)| words.contains(&&*word));
    named.map_or(word, |(code, _)| Cow::Borrowed(*code))
}

/// The one of some kinds that a text names, by code or in Chinese.
pub(crate) fn read<'k>(text: &str, known: impl Iterator<Item = &'k Text> + Clone) -> Option<&'k Text> {
    let word = names::key(text);
    known.clone().find(|kind| names::key(kind) == word).or_else(|| {
        let code = unit_kind(text);
        known.clone().find(|kind| ***kind == *code)
    })
}
