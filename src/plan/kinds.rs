//! Kinds of units inside an area, by code and by the words that offices have for them.

use alloc::borrow::Cow;

use crate::values::{Text, names};

/// A kind of unit: its code, its name in Chinese, in English for one and for many, and other words for it in Chinese.
pub(crate) struct UnitKind {
    pub code: &'static str,
    pub zh: &'static str,
    pub one: &'static str,
    pub many: &'static str,
    words: &'static [&'static str],
}

const fn kind(
    code: &'static str,
    zh: &'static str,
    one: &'static str,
    many: &'static str,
    words: &'static [&'static str],
) -> UnitKind {
    UnitKind { code, zh, one, many, words }
}

/// The kinds that the built-in plans judge over.
pub(crate) const UNIT_KINDS: &[UnitKind] = &[
    kind("township", "苏木镇", "township", "townships", &["苏木乡镇", "苏木", "乡镇", "镇"]),
    kind("village", "嘎查村", "village", "villages", &["嘎查", "行政村", "村"]),
    kind("community", "社区", "community", "communities", &["城市社区"]),
    kind("health_centre", "卫生院", "health centre", "health centres", &["苏木镇卫生院", "乡镇卫生院"]),
    kind(
        "midwifery_institution",
        "助产机构",
        "midwifery institution",
        "midwifery institutions",
        &["助产医疗机构"],
    ),
    kind("primary_school", "小学", "primary school", "primary schools", &[]),
    kind("secondary_school", "中学", "secondary school", "secondary schools", &[]),
    kind(
        "government_department",
        "政府工作部门",
        "government department",
        "government departments",
        &["政府部门"],
    ),
    kind("public_institution", "事业单位", "public institution", "public institutions", &[]),
    kind("state_enterprise", "国有企业", "state-owned enterprise", "state-owned enterprises", &["国企"]),
    kind("responsible_body", "责任单位", "responsible body", "responsible bodies", &["责任部门"]),
];

impl UnitKind {
    pub(crate) fn of(code: &str) -> Option<&'static Self> {
        UNIT_KINDS.iter().find(|kind| kind.code == code)
    }
}

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
    let named = UNIT_KINDS.iter().find(|kind| kind.zh == word || kind.words.contains(&&*word));
    named.map_or(word, |kind| Cow::Borrowed(kind.code))
}

/// The one of some kinds that a text names, by code or in Chinese.
pub(crate) fn read<'k>(text: &str, known: impl Iterator<Item = &'k Text> + Clone) -> Option<&'k Text> {
    let word = names::key(text);
    known.clone().find(|kind| names::key(kind) == word).or_else(|| {
        let code = unit_kind(text);
        known.clone().find(|kind| ***kind == *code)
    })
}
