//! The facts: which indicators there are, what each plan asks of them, and which clause asks nothing that can be measured.

mod by_name;
mod readers;
mod relations;
mod women;

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::error::{Error, Errors, InvalidError, Message, Name, UnknownError, message, name};
use crate::plan::alike::suggestions;
use crate::plan::{
    Better, Between, Calendar, GapMeasure, IndicatorCard, Plan, Relation, Rule, Scope, Target, Timing,
    Validity,
};
use crate::values::{Number, Ratio, Text, Unit, names};

use by_name::ByName;
pub(crate) use readers::Readers;

/// Plans, the indicators they measure and the targets they set, each id once.
///
/// ```
/// use dabiao::Catalogue;
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// assert_eq!(target.clause.words, "孕产妇死亡率下降到12／10万以下");
/// assert_eq!(catalogue.indicator("孕产妇死亡率")?.id, "maternal-mortality-ratio");
/// assert!(catalogue.indicator("孕产妇死忘率").unwrap_err().to_string().contains("the nearest is `孕产妇死亡率`"));
/// assert_eq!(catalogue.label(target), "W1-2");
/// assert_eq!(catalogue.plan(&target.plan)?.letter, "W");
/// assert_eq!(catalogue.plans().count(), 2);
/// let measured = |target: &dabiao::Target| catalogue.indicators().any(|card| card.id == target.indicator);
/// assert!(catalogue.targets().all(measured));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    pub(super) plans: Vec<Cow<'static, Plan>>,
    pub(super) indicators: Vec<Cow<'static, IndicatorCard>>,
    pub(super) targets: Vec<Cow<'static, Target>>,
    pub(super) relations: Vec<Relation>,
    /// Places of the indicators by id and by Chinese name.
    by_name: ByName,
    /// The same by folded id, name in either language and alias, and whether it is an alias.
    by_key: BTreeMap<Text, (usize, bool)>,
    by_id: BTreeMap<Text, usize>,
    /// What reads each indicator, in their order.
    readers: Vec<Readers>,
    /// Where the id of each stands among all ids in order.
    ranks: Vec<u32>,
}

impl Catalogue {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn push_indicator(&mut self, card: Cow<'static, IndicatorCard>) {
        let place = self.indicators.len();
        self.by_name.insert(card.id.clone(), place);
        self.by_name.insert(card.zh.clone(), place);
        for (name, is_alias) in card.names() {
            let key = Text::from(names::key(name).into_owned());
            let known = self.by_key.entry(key).or_insert((place, is_alias));
            // A name of its own goes before an alias of another.
            if known.1 && !is_alias {
                *known = (place, false);
            }
        }
        self.indicators.push(card);
    }

    /// Whether an indicator has this name of its own, however it is written.
    fn has_name(&self, name: &str) -> bool {
        self.folded(&names::key(name)).is_some_and(|(_, is_alias)| !is_alias)
    }

    pub(super) fn push_target(&mut self, target: Cow<'static, Target>) {
        self.by_id.insert(target.id.clone(), self.targets.len());
        self.targets.push(target);
    }

    /// Adds a plan of your own. All errors are reported at once, and then nothing is added.
    ///
    /// # Errors
    /// All that the built-in cards are checked for when the crate is built: ids and names used twice, a bound outside the
    /// indicator's limits, a target without clause, an indicator, reference or gap that is not there, a scope without a kind of unit.
    ///
    /// ```
    /// use dabiao::{plan::{IndicatorCard, IndicatorKind, Plan}, values::{Date, Unit}, Catalogue, Rule, Target, Year};
    /// let (first, last) = (Year::literal(2021), Year::literal(2030));
    /// let plan = Plan::new("city", "某市妇女发展规划", "A city's plan", first, last)
    ///     .issued("某政发〔2021〕1号", Date::literal(2021, 6, 1))
    ///     .domains(["健康"]);
    /// let card = IndicatorCard::new("deaths", "孕产妇死亡率", "maternal mortality ratio", Unit::Per100k, IndicatorKind::Events);
    /// let target = Target::new(&plan, "city.1", &card, Rule::at_most("10")).goal(1, "1", "降到10/10万以下");
    /// let mut catalogue = Catalogue::new();
    /// catalogue.add(plan.clone(), [card], [target.clone()])?;
    /// assert!(catalogue.check().is_empty());
    /// // The ids are taken now.
    /// let errors = catalogue.add(plan, [], [target]).unwrap_err();
    /// assert_eq!(
    ///     errors.to_string(),
    ///     "plan.id (`city`): plan `city` cannot be used: the id or name is taken\n\
    ///      targets[0].id (`city.1`): target `city.1` cannot be used: the id or name is taken"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add(
        &mut self,
        plan: Plan,
        indicators: impl IntoIterator<Item = IndicatorCard>,
        targets: impl IntoIterator<Item = Target>,
    ) -> Result<(), Errors<CardError>> {
        let (grown, errors) =
            self.grown(plan, indicators.into_iter().collect(), targets.into_iter().collect());
        Errors::check(errors).map(|()| *self = grown)
    }

    /// The catalogue with a plan, whatever is wrong with it.
    pub(crate) fn grown(
        &self,
        plan: Plan,
        indicators: Vec<IndicatorCard>,
        targets: Vec<Target>,
    ) -> (Self, Vec<CardError>) {
        let mut grown = self.clone();
        let mut errors = Vec::new();
        let known = (self.indicators.len(), self.targets.len());
        if grown.plans.iter().any(|known| known.id == plan.id) {
            errors.push(CardError::new(Card::Plan, &plan.id, "id", taken(PLAN, &plan.id)));
        }
        let ends_early = || InvalidError::new(PLAN, plan.last, backwards()).into();
        if plan.document.trim().is_empty() {
            let remedy = message(
                "name the document and the day on which it was issued (`Plan::issued` in code)",
                "请写明文号和印发日期（程序中用`Plan::issued`）",
            );
            let error = InvalidError::new("document", &plan.document, remedy);
            errors.push(CardError::new(Card::Plan, &plan.id, "document", error.into()));
        }
        if plan.first > plan.last {
            errors.push(CardError::new(Card::Plan, &plan.id, "last", ends_early()));
        }
        if !plan.domains_en.is_empty() && plan.domains_en.len() != plan.domains.len() {
            let remedy = message(
                alloc::format!("give one title for each of the {} domains, or none", plan.domains.len()),
                alloc::format!("请给{}个领域各写一个，或都不写", plan.domains.len()),
            );
            let what = name("number of English titles", "英文领域名的个数");
            let error = InvalidError::new(what, plan.domains_en.len(), remedy);
            errors.push(CardError::new(Card::Plan, &plan.id, "domains_en", error.into()));
        }
        for (place, kind) in plan.unit_kinds.iter().enumerate() {
            let twice = plan.unit_kinds.iter().skip(place.saturating_add(1)).any(|other| other.id == kind.id);
            let nameless =
                [&kind.id, &kind.zh, &kind.en, &kind.en_plural].iter().any(|text| text.trim().is_empty());
            if twice || nameless {
                let remedy = message(
                    "give each kind of unit one entry with an id and its names in both languages",
                    "每类单位写一条，含代码和中英文名称",
                );
                let error = InvalidError::new(name("kind of unit", "单位类别"), &kind.id, remedy);
                errors.push(CardError::new(Card::Plan, &plan.id, "unit_kinds", error.into()));
            }
        }
        grown.plans.push(Cow::Owned(plan.clone()));
        let first_own = grown.indicators.len();
        for (place, card) in indicators.into_iter().enumerate() {
            for (field, given) in [("id", &card.id), ("zh", &card.zh)] {
                if grown.by_name.get(given).is_some() || grown.has_name(given) {
                    let error = taken(INDICATOR, given);
                    errors.push(CardError::new(Card::Indicator(place), &card.id, field, error));
                }
            }
            if let Some(alias) = card.aliases.iter().find(|alias| grown.folded(&names::key(alias)).is_some())
            {
                let error = taken(INDICATOR, alias);
                errors.push(CardError::new(Card::Indicator(place), &card.id, "aliases", error));
            }
            grown.push_indicator(Cow::Owned(card));
        }
        // Cards may name an indicator in Chinese; from here on it is called by its id.
        let mut gaps: Vec<(usize, Text)> = Vec::new();
        let mut women: Vec<(usize, Text)> = Vec::new();
        for (place, card) in grown.indicators.iter().enumerate().skip(first_own) {
            gaps.extend(card.gap.as_ref().map(|gap| (place, grown.id_of(&gap.of))));
            women.extend(card.women_of.as_ref().map(|both| (place, grown.id_of(both))));
        }
        for (place, id) in women {
            if let Some(card) = grown.indicators.get_mut(place) {
                card.to_mut().women_of = Some(id);
            }
        }
        for (place, id) in gaps {
            if let Some(gap) = grown.indicators.get_mut(place).and_then(|card| card.to_mut().gap.as_mut()) {
                gap.of = id;
            }
        }
        let mut kinds: BTreeMap<String, Text> = BTreeMap::new();
        for kind in grown.unit_kinds() {
            kinds.entry(names::key(kind).into_owned()).or_insert_with(|| kind.clone());
        }
        for kind in grown.plans().flat_map(|plan| plan.unit_kinds.iter()) {
            for name in [&kind.id, &kind.zh, &kind.en, &kind.en_plural] {
                kinds.entry(names::key(name).into_owned()).or_insert_with(|| kind.id.clone());
            }
        }
        for (place, mut target) in targets.into_iter().enumerate() {
            target.indicator = grown.id_of(&target.indicator);
            if target.plan.is_empty() {
                target.plan = plan.id.clone();
            }
            if let Scope::EveryUnit(kind) | Scope::Pooled(kind) = &mut target.scope {
                let key = names::key(kind).into_owned();
                *kind = kinds.entry(key).or_insert_with(|| kind.clone()).clone();
            }
            let reference = target.reference.filter(|name| !name.is_empty());
            target.reference = reference.map(|name| grown.id_of(&name));
            let mut say = |field, error| {
                errors.push(CardError::new(Card::Target(place), &target.id, field, error));
            };
            if grown.by_id.contains_key(&target.id) {
                say("id", taken(TARGET, &target.id));
            }
            if target.plan != plan.id {
                let remedy = message("name the plan that is being added", "请写正在加入的规划");
                let error = InvalidError::new(PLAN, &target.plan, remedy);
                say("plan", error.into());
                // What else is wrong with it is held against the plan that it stands in.
                target.plan = plan.id.clone();
            }
            grown.push_target(Cow::Owned(target));
        }
        // What is already said of a field is not said in other words again.
        let mut named: BTreeSet<(Card, &str)> =
            errors.iter().map(|error| (error.card, error.field)).collect();
        for error in grown.check_from(known) {
            if named.insert((error.card, error.field)) {
                errors.push(error);
            }
        }
        errors.sort_by_key(|error| error.card);
        grown.prepare();
        (grown, errors)
    }

    /// Everything wrong with the cards; nothing for the built-in ones.
    #[must_use]
    pub fn check(&self) -> Vec<CardError> {
        let mut errors = self.check_from((0, 0));
        self.check_relations(&mut errors);
        errors
    }

    /// The same for the cards from so many indicators and so many targets on; places are counted from there.
    fn check_from(&self, (indicators, targets): (usize, usize)) -> Vec<CardError> {
        let mut errors = Vec::new();
        for (place, card) in self.indicators().skip(indicators).enumerate() {
            self.check_indicator(card, &mut |field, error| {
                errors.push(CardError::new(Card::Indicator(place), &card.id, field, error));
            });
        }
        for (place, target) in self.targets().skip(targets).enumerate() {
            let helpful = errors.len() < HELPFUL;
            self.check_target(target, helpful, &mut |field, error| {
                errors.push(CardError::new(Card::Target(place), &target.id, field, error));
            });
        }
        errors
    }

    fn check_indicator(&self, card: &IndicatorCard, say: &mut dyn FnMut(&'static str, Error)) {
        let fields = ["id", "zh", "en"].into_iter().chain(core::iter::repeat("aliases"));
        for ((text, _), field) in card.names().zip(fields) {
            if names::key(text).is_empty() {
                let remedy = message("no id, name or alias is blank", "代码、名称和别名都不可空白");
                say(field, InvalidError::new(INDICATOR, &card.id, remedy).into());
            }
        }
        if let Some(ceiling) = card.ceiling.filter(|ceiling| *ceiling <= card.floor) {
            let remedy = message("the greatest value lies above the least", "最大值应大于最小值");
            say("ceiling", InvalidError::new("ceiling", ceiling, remedy).into());
        }
        if card.calendar == Calendar::Every(0) {
            let remedy = message("a survey every year or more", "调查至少每年一次");
            say("calendar", InvalidError::new("calendar", 0, remedy).into());
        }
        check_validity(card.valid, say);
        self.check_women(card, say);
        let Some(gap) = &card.gap else { return };
        match self.indicator(&gap.of) {
            Err(error) => say("gap.of", error),
            Ok(of) if of.gap.is_some() => {
                let remedy = message("a gap of a gap", "差距不能再取差距");
                say("gap.of", InvalidError::new("gap", &gap.of, remedy).into());
            }
            Ok(of) if gap.measure == GapMeasure::Difference && !fits(of, card) => {
                let remedy = message("the unit of the difference", "应为差值的单位");
                say("unit", InvalidError::new("unit", card.unit, remedy).into());
            }
            Ok(_) => {}
        }
        if (gap.between == Between::Units) == gap.kind().is_empty() {
            let remedy = message("name it for a gap between units only", "只在单位之间的差距中填写");
            say("gap.unit_kind", InvalidError::new("unit_kind", gap.kind(), remedy).into());
        }
    }

    fn check_target(&self, target: &Target, helpful: bool, say: &mut dyn FnMut(&'static str, Error)) {
        let indicator = |name: &str| {
            let unknown = || match helpful {
                true => self.unknown_indicator(name),
                false => UnknownError::new(INDICATOR, name, []).into(),
            };
            self.card(name).ok_or_else(unknown)
        };
        if target.id.trim().is_empty() {
            let remedy = message("give the target an id", "请给目标写代码");
            say("id", InvalidError::new("id", "", remedy).into());
        }
        if let Err(error) = target.clause.check() {
            say("clause", error);
        }
        match self.plan(&target.plan) {
            Ok(plan) if usize::from(target.clause.domain) > plan.domains.len() => {
                check_due(target, plan, say);
                let most = plan.domains.len();
                let remedy = message(
                    alloc::format!("the plan has no such domain; it names {most}"),
                    alloc::format!("规划没有这个领域；共有{most}个"),
                );
                say("clause.domain", InvalidError::new("domain", target.clause.domain, remedy).into());
            }
            Ok(plan) => check_due(target, plan, say),
            Err(error) => say("plan", error),
        }
        // What does not rest on the indicator is told where there is none, too.
        let card = indicator(&target.indicator).map_err(|error| say("indicator", error)).ok();
        check_rule(target, card, say);
        let reference = target.reference.as_deref();
        if target.rule.has_reference() != reference.is_some() {
            let remedy = message(
                "name one for a rule that compares two indicators, and only for such a rule",
                "只有比较两个指标的规则才填，且必须填",
            );
            say("reference", InvalidError::new("reference", reference.unwrap_or_default(), remedy).into());
        }
        if let Some(name) = reference {
            match indicator(name) {
                Ok(reference) if card.is_some_and(|card| reference.id == card.id) => {
                    let remedy = message(
                        "an indicator is never below itself; name another one",
                        "指标不会低于自身，请写另一个",
                    );
                    say("reference", InvalidError::new("reference", name, remedy).into());
                }
                Ok(reference) if card.is_some_and(|card| reference.unit.factor(card.unit).is_none()) => {
                    let remedy = message("it is in another unit", "计量单位不同");
                    say("reference", InvalidError::new("reference", name, remedy).into());
                }
                Ok(_) => {}
                Err(error) => say("reference", error),
            }
        }
        if target.scope.unit_kind().is_some_and(|kind| kind.trim().is_empty()) {
            let remedy = message("name the kind of unit that the target is over", "请写明按哪一类单位评价");
            say("scope", InvalidError::new("scope", target.scope.code(), remedy).into());
        }
        if let Some(error) = target.scope.unit_kind().and_then(|kind| self.unknown_kind(&target.plan, kind)) {
            say("scope", error);
        }
        if target.scope.is_pooled() && card.is_some_and(|card| card.unit.per().is_none()) {
            let remedy = message(
                "units are pooled as numerators over denominators, and the indicator is no quotient: take \
                 `every_unit`, or `area` for their sum",
                "各单位按分子之和与分母之和合并，而该指标不是比率：请改为`every_unit`，合计数则用`area`",
            );
            say("scope", InvalidError::new("scope", target.scope.code(), remedy).into());
        }
        let turned = match target.timing {
            Timing::Kept { from, due }
            | Timing::EveryYear { from, due }
            | Timing::EveryTerm { from, due }
            | Timing::Once { from, due } => from > due,
            Timing::EachWindow { from, years, due } => from > due || years == 0,
            _ => false,
        };
        check_validity(target.valid, say);
        if turned {
            say("timing", InvalidError::new("timing", target.timing.code(), backwards()).into());
        }
        let of_events =
            matches!(target.timing, Timing::EachWindow { .. } | Timing::Once { .. } | Timing::Within { .. });
        if of_events && card.is_some_and(|card| card.calendar != Calendar::Event) {
            let remedy = message("the indicator counts no events", "该指标不计事项");
            say("timing", InvalidError::new("timing", target.timing.code(), remedy).into());
        }
    }

    /// The plans.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().map(|plan| &**plan)
    }

    /// The indicators, in the order of the cards.
    pub fn indicators(&self) -> impl ExactSizeIterator<Item = &IndicatorCard> {
        self.indicators.iter().map(|card| &**card)
    }

    /// The targets, in printed order.
    pub fn targets(&self) -> impl ExactSizeIterator<Item = &Target> {
        self.targets.iter().map(|target| &**target)
    }

    /// The plan with this key.
    ///
    /// # Errors
    /// If there is none.
    pub fn plan(&self, id: &str) -> Result<&Plan, Error> {
        let plan = self.plans().find(|plan| plan.id == id);
        plan.ok_or_else(|| {
            UnknownError::new(PLAN, id, suggestions(id, self.plans().map(|plan| (&*plan.id, &*plan.id))))
                .into()
        })
    }

    /// The indicator with this id or Chinese name.
    ///
    /// # Errors
    /// If there is none; the error names the nearest.
    pub fn indicator(&self, name: &str) -> Result<&IndicatorCard, Error> {
        self.card(name).ok_or_else(|| self.unknown_indicator(name))
    }

    /// The same without the error that names the nearest, which takes long to find.
    pub(crate) fn card(&self, name: &str) -> Option<&IndicatorCard> {
        let card = self.by_name.get(name).and_then(|place| self.indicators.get(place));
        card.map(|card| &**card)
    }

    /// The folded ids, names and aliases, each with its indicator.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&str, &IndicatorCard)> {
        self.by_key.iter().filter_map(|(key, (place, _))| Some((&**key, &**self.indicators.get(*place)?)))
    }

    /// The indicator with this folded id, name or alias, and whether it is an alias.
    pub(super) fn folded(&self, key: &str) -> Option<(&IndicatorCard, bool)> {
        let (place, is_alias) = self.by_key.get(key)?;
        self.indicators.get(*place).map(|card| (&**card, *is_alias))
    }

    /// The id of the indicator with this id or name; the name itself where there is none.
    pub(super) fn id_of(&self, name: &str) -> Text {
        let card = self.card(name).or_else(|| self.folded(&names::key(name)).map(|(card, _)| card));
        card.map_or_else(|| Text::from(name.to_string()), |card| card.id.clone())
    }

    /// The target with this id.
    ///
    /// # Errors
    /// If there is none; the error names the nearest.
    pub fn target(&self, id: &str) -> Result<&Target, Error> {
        self.find_target(id).ok_or_else(|| self.unknown_target(id, true))
    }

    /// The same without the error, which takes long to make.
    pub(crate) fn find_target(&self, id: &str) -> Option<&Target> {
        let target = self.by_id.get(id).and_then(|place| self.targets.get(*place));
        target.map(|target| &**target)
    }

    /// What is said of an id that no target has; the nearest are looked for where that is wanted, which takes long.
    pub(crate) fn unknown_target(&self, id: &str, nearest: bool) -> Error {
        let near =
            if nearest { suggestions(id, self.by_id.keys().map(|id| (&**id, &**id))) } else { Vec::new() };
        UnknownError::new(TARGET, id, near).into()
    }

    /// The clause's short name: `W1-2`.
    #[must_use]
    pub fn label(&self, target: &Target) -> String {
        let letter = self.plan(&target.plan).map_or("", |plan| &plan.letter);
        target.clause.named(letter)
    }
}

/// What a rule asks that cannot be; without its indicator, what is wrong with any.
fn check_rule(target: &Target, card: Option<&IndicatorCard>, say: &mut dyn FnMut(&'static str, Error)) {
    match target.rule {
        Rule::ChangedBy { value, better, since } => {
            let part = value.part();
            if part.signum() < 0 || (better == Better::Lower && part > Ratio::whole(1)) {
                let remedy = message(
                    "say by how many per cent or by which fraction it is to change, not below 0; a fall is at most the whole",
                    "请写变化百分之几或几分之几，不小于0；下降最多为全部",
                );
                say("rule.value", InvalidError::new("change", value, remedy).into());
            }
            if since >= target.timing.due() {
                let remedy = message("name a year before the due year", "应早于到期年份");
                say("rule.since", InvalidError::new("since", since, remedy).into());
            }
        }
        Rule::ChangedEachYear { value, since, .. } => {
            if value < Number::ZERO {
                let remedy = message(
                    "say by how much it is to change in a year, not below 0; `better` says which way",
                    "请写每年变化多少，不小于0；方向由`better`写明",
                );
                say("rule.value", InvalidError::new("change", value, remedy).into());
            }
            if since >= target.timing.due() {
                let remedy = message("name a year before the due year", "应早于到期年份");
                say("rule.since", InvalidError::new("since", since, remedy).into());
            }
        }
        Rule::Around { tolerance: Some(tolerance), .. }
        | Rule::InProportion { tolerance: Some(tolerance) }
            if tolerance < Number::ZERO =>
        {
            let remedy = message("it is at least 0", "不小于0");
            say("rule.tolerance", InvalidError::new("tolerance", tolerance, remedy).into());
        }
        Rule::Around { tolerance: None, .. } | Rule::InProportion { tolerance: None }
            if card.is_some_and(|card| card.unit != Unit::Percent) =>
        {
            let remedy = message(
                "state it in the unit of the indicator; only a percentage has a usual one",
                "请按该指标的计量单位写明；只有百分比有默认值",
            );
            say("rule.tolerance", InvalidError::new("tolerance", "", remedy).into());
        }
        _ => {}
    }
    let Some(card) = card else { return };
    let bound = match target.rule {
        Rule::AtLeastRatio { value } => {
            Some(value.to_ratio() * Ratio::whole(card.unit.per().unwrap_or(1).into()))
        }
        Rule::All => card.unit.per().map(|per| Ratio::whole(per.into())),
        _ => target.rule.number().map(Number::to_ratio),
    };
    if let Some(bound) = bound {
        let above = card.ceiling.is_some_and(|ceiling| bound > ceiling.to_ratio());
        if above || bound < card.floor.to_ratio() {
            let remedy = match card.ceiling {
                Some(ceiling) => message(
                    alloc::format!("the values of its indicator lie from {} to {ceiling}", card.floor),
                    alloc::format!("该指标的数值在{}至{ceiling}之间", card.floor),
                ),
                None => message(
                    alloc::format!("the values of its indicator are at least {}", card.floor),
                    alloc::format!("该指标的数值不小于{}", card.floor),
                ),
            };
            say("rule.value", InvalidError::new(name("bound", "界限"), &bound, remedy).into());
        }
    }
    if matches!(target.rule, Rule::AtLeastRatio { .. } | Rule::All) && card.unit.per().is_none() {
        let remedy = message("the indicator is no quotient", "该指标不是比率");
        say("rule", InvalidError::new("rule", target.rule.code(), remedy).into());
    }
    let counted = target.rule.number().is_some() && !matches!(target.rule, Rule::Around { .. });
    if card.calendar == Calendar::Event && !counted && target.rule != Rule::Monitored {
        let remedy =
            message("events are counted: at least or at most so many", "事项按次数计：至少或至多若干");
        say("rule", InvalidError::new("rule", target.rule.code(), remedy).into());
    }
}

/// A target falls due inside its plan. What has to be done may also be due after it: a final evaluation, once the data are there.
fn check_due(target: &Target, plan: &Plan, say: &mut dyn FnMut(&'static str, Error)) {
    let due = target.timing.due();
    let is_event =
        matches!(target.timing, Timing::EachWindow { .. } | Timing::Once { .. } | Timing::Within { .. });
    // Of a plan that ends before it begins that is said.
    let remedy = if plan.last < plan.first {
        return;
    } else if due < plan.first {
        let first = plan.first;
        message(alloc::format!("the plan begins in {first}"), alloc::format!("规划自{first}年开始"))
    } else if due > plan.last && !is_event {
        let last = plan.last;
        message(
            alloc::format!("the plan ends in {last}; name that year or an earlier one"),
            alloc::format!("规划到{last}年为止；请写该年或更早的年份"),
        )
    } else {
        return;
    };
    say("timing.due", InvalidError::new("due", due, remedy).into());
}

fn check_validity(valid: Validity, say: &mut dyn FnMut(&'static str, Error)) {
    match (valid.from, valid.until) {
        (Some(from), Some(until)) if from > until => {
            say("valid", InvalidError::new("validity", from, backwards()).into());
        }
        _ => {}
    }
}

/// Whether a difference of two values of `of` is in the unit of the gap.
fn fits(of: &IndicatorCard, gap: &IndicatorCard) -> bool {
    gap.unit == of.unit || gap.unit == of.unit.of_difference()
}

/// Of so many slips each has the nearest names beside it; to look for them takes long.
pub(crate) const HELPFUL: usize = 100;

const PLAN: Name = name("plan", "规划");
const INDICATOR: Name = name("indicator", "指标");
const TARGET: Name = name("target", "目标");

fn taken(what: Name, id: &str) -> Error {
    InvalidError::new(what, id, message("the id or name is taken", "代码或名称已被占用")).into()
}

fn backwards() -> Message {
    message("it ends before it begins", "结束早于开始")
}

/// Which card of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Card {
    Plan,
    Indicator(usize),
    Target(usize),
    Relation(usize),
}

/// What is wrong with one card of a plan, and where.
///
/// ```
/// use dabiao::{plan::Better, Catalogue, Rule};
/// # use dabiao::Target;
/// let hangjin = Catalogue::hangjin();
/// let plan = dabiao::plan::Plan { id: "ours".into(), ..hangjin.plan("women")?.clone() };
/// let target = Target::new(&plan, "ours.1", "孕产妇死亡率", Rule::at_most("-1")).goal(1, "2", "孕产妇死亡率下降");
/// let errors = Catalogue::hangjin().add(plan, [], [target]).unwrap_err();
/// assert_eq!((errors[0].path().as_str(), errors[0].id()), ("targets[0].rule.value", "ours.1"));
/// assert_eq!(
///     errors.to_string(),
///     "targets[0].rule.value (`ours.1`): bound `-1` cannot be used: the values of its indicator are at least 0"
/// );
/// assert_eq!(errors[0].zh(), "targets[0].rule.value（ours.1）：界限“-1”不能使用：该指标的数值不小于0");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{}: {error}", self.path(), self.named(" (`", "`)"))]
pub struct CardError {
    pub(crate) card: Card,
    id: String,
    pub(crate) field: &'static str,
    error: Error,
}

impl CardError {
    pub(super) fn new(card: Card, id: &str, field: &'static str, error: Error) -> Self {
        Self { card, id: id.to_string(), field, error }
    }

    /// The id of the card.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn error(&self) -> &Error {
        &self.error
    }

    /// The same as `Display`, in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        alloc::format!("{}{}：{}", self.path(), self.named("（", "）"), self.error.zh())
    }

    /// The id, between these; nothing where there is none.
    fn named(&self, before: &str, after: &str) -> String {
        match self.id.trim() {
            "" => String::new(),
            id => alloc::format!("{before}{id}{after}"),
        }
    }

    /// The card's field in the plan's wire form, cards counted from 0: `targets[3].rule.value`.
    #[must_use]
    pub fn path(&self) -> String {
        let field = self.field;
        match self.card {
            Card::Plan => alloc::format!("plan.{field}"),
            Card::Indicator(place) => alloc::format!("indicators[{place}].{field}"),
            Card::Target(place) => alloc::format!("targets[{place}].{field}"),
            Card::Relation(place) => alloc::format!("relations[{place}].{field}"),
        }
    }
}
