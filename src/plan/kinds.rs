//! Kinds of units inside an area, by code and by the words that offices have for them.

use alloc::borrow::Cow;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use crate::error::{Error, InvalidError, message, name};
use crate::plan::alike::distance;
use crate::plan::{Bilingual, Catalogue, Scope, UnitKind};
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

impl Catalogue {
    /// What a kind of unit is called: by this plan, else by another one that names it; none where no plan does.
    #[must_use]
    pub fn unit_kind(&self, plan: &str, id: &str) -> Option<&UnitKind> {
        let own = self.plans().filter(|known| known.id == plan);
        let other = self.plans().filter(|known| known.id != plan);
        own.chain(other).find_map(|plan| plan.unit_kinds.iter().find(|kind| kind.id == id))
    }

    /// The kinds of units that targets, gaps and relations are over; one that two of them have stands there twice.
    pub(crate) fn unit_kinds(&self) -> impl Iterator<Item = &Text> + Clone {
        let of_targets = self.targets.iter().filter_map(|target| match &target.scope {
            Scope::Area => None,
            Scope::EveryUnit(kind) | Scope::Pooled(kind) => Some(kind),
        });
        let of_gaps = self.indicators.iter().filter_map(|card| card.gap.as_ref()?.unit_kind.as_ref());
        let figures = self.relations.iter().flat_map(|relation| relation.says.figures());
        let of_relations = figures.filter_map(|(_, figure)| figure.unit_kind.as_ref());
        of_targets.chain(of_gaps).chain(of_relations).filter(|kind| !kind.is_empty())
    }

    /// A kind of unit that a plan does not name, though it names others.
    pub(super) fn unknown_kind(&self, plan: &str, kind: &str) -> Option<Error> {
        let known = &self.plan(plan).ok()?.unit_kinds;
        if known.is_empty() || kind.trim().is_empty() || self.unit_kind(plan, kind).is_some() {
            return None;
        }
        let known = known.iter().map(|known| &*known.id).collect::<Vec<_>>().join(", ");
        let remedy = message(
            alloc::format!("the plan does not name it; it names {known}"),
            alloc::format!("规划没有这类单位；有{known}"),
        );
        Some(InvalidError::new(name("kind of unit", "单位类别"), kind, remedy).into())
    }

    /// A kind of units in one writing, however a table writes it: its code where it is the code or a word for a kind that a
    /// built-in plan has, or a name that an own plan gives one of its kinds; else the word [folded](names::key).
    ///
    /// ```
    /// use dabiao::Catalogue;
    /// let catalogue = Catalogue::hangjin();
    /// let read = |text| catalogue.read_unit_kind(text).into_owned();
    /// assert_eq!([read("苏木镇"), read("Township "), read("街道")], ["township", "township", "街道"]);
    /// ```
    #[must_use]
    pub fn read_unit_kind<'a>(&'a self, text: &'a str) -> Cow<'a, str> {
        let word = names::key(text);
        match self.kind_of(&word) {
            Some(code) => Cow::Borrowed(code),
            None => word,
        }
    }

    /// A kind of units as messages call it: in Chinese by its name, or by the word that offices have for it, in English by its code;
    /// by what is written where it is no kind of any plan.
    ///
    /// ```
    /// use dabiao::Catalogue;
    /// let catalogue = Catalogue::hangjin();
    /// let called = catalogue.kind_called("乡镇");
    /// assert_eq!((&*called.zh, &*called.en), ("苏木镇", "township"));
    /// assert_eq!(&*catalogue.kind_called("街道").zh, "街道");
    /// ```
    #[must_use]
    pub fn kind_called(&self, text: &str) -> Bilingual {
        let word = names::key(text);
        let Some(code) = self.kind_of(&word) else {
            let written = Text::from(text.trim().to_string());
            return Bilingual { zh: written.clone(), en: written };
        };
        let named = self.plans().flat_map(|plan| plan.unit_kinds.iter()).find(|kind| kind.id == *code);
        let word = || WORDS.iter().find(|(known, _)| *known == code).and_then(|(_, words)| words.first());
        let zh = named.map(|kind| kind.zh.clone()).or_else(|| word().map(|word| Text::from_static(word)));
        let en = Text::from(code.to_string());
        Bilingual { zh: zh.unwrap_or_else(|| en.clone()), en }
    }

    /// Whether a word that is no kind is but a slip away from a name of this one: a character put in, left out or changed, or two of
    /// many letters.
    pub(crate) fn is_slip_for(&self, word: &str, code: &str) -> bool {
        let given: Vec<char> = names::key(word).chars().collect();
        let of_plans = self.plans().flat_map(|plan| plan.unit_kinds.iter()).filter(|kind| kind.id == *code);
        let of_plans = of_plans.flat_map(|kind| [&*kind.zh, &*kind.en, &*kind.en_plural]);
        let words =
            WORDS.iter().filter(|(known, _)| *known == code).flat_map(|(_, words)| words.iter().copied());
        core::iter::once(code).chain(of_plans).chain(words).any(|name| {
            let name: Vec<char> = names::key(name).chars().collect();
            let most = match name.len().max(given.len()) {
                0..=2 => 0,
                3..=6 => 1,
                _ => 2,
            };
            name.len().abs_diff(given.len()) <= most && distance(&given, &name) <= most
        })
    }

    /// Several kinds in their order.
    pub(crate) fn kinds_called<'a>(&self, kinds: impl Iterator<Item = &'a str>) -> Bilingual {
        let called: Vec<Bilingual> = kinds.map(|kind| self.kind_called(kind)).collect();
        let zh: Vec<&str> = called.iter().map(|kind| &*kind.zh).collect();
        let en: Vec<&str> = called.iter().map(|kind| &*kind.en).collect();
        Bilingual { zh: zh.join("；").into(), en: en.join(", ").into() }
    }

    /// The code of the kind with this folded name: first of kinds that targets and gaps are over, then of those that plans name.
    fn kind_of(&self, word: &str) -> Option<&str> {
        if word.is_empty() {
            return None;
        }
        let same = |name: &str| *names::key(name) == *word;
        let by_code = self.unit_kinds().find(|kind| same(kind)).map(|kind| &**kind);
        let by_word = || WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(code, _)| *code);
        let by_name = || {
            let called = |kind: &&UnitKind| {
                [&kind.id, &kind.zh, &kind.en, &kind.en_plural].iter().any(|name| same(name))
            };
            let mut named = self.plans().flat_map(|plan| plan.unit_kinds.iter());
            named.find(called).map(|kind| &*kind.id)
        };
        by_code.or_else(by_name).or_else(by_word)
    }
}
