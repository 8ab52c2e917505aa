//! One place through the years: the area, its units taken together, or one unit by itself.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::ahead::Dated;
use crate::ahead::small_numbers::Model;
use crate::data::series::{Cell, Known, Series};
use crate::judge::Outcome;
use crate::judge::assess::{Case, Held, View};
use crate::plan::Calendar;
use crate::statistics::{self, Certainty, CountKind, Sample, YearSample};
use crate::values::{Counts, Ratio, Year};

/// What a place has reported, whatever was due: lists that one target after another fills anew.
#[derive(Default)]
pub(crate) struct Reported {
    /// The values that are known exactly, oldest first, of whatever definition.
    points: Vec<Dated>,
    /// The counts of those, where they come as counts.
    counts: Vec<Option<Counts>>,
    /// The years with a value, exactly or between two ends.
    years: Vec<Year>,
    /// What came later is not looked at.
    until: Option<Year>,
}

impl Reported {
    /// Whoever reads for several years reads for the last one, and looks at each as if later values were not there.
    pub(crate) const fn look_no_further_than(&mut self, year: Year) {
        self.until = Some(year);
    }

    fn upto(&self, year: Year) -> Year {
        self.until.map_or(year, |until| until.min(year))
    }

    /// Where the exact value of a year stands.
    fn place(&self, year: Year) -> Option<usize> {
        let place = self.points.binary_search_by_key(&year, |point| point.year).ok();
        place.filter(|_| year == self.upto(year))
    }

    fn clear(&mut self) {
        self.until = None;
        self.points.clear();
        self.counts.clear();
        self.years.clear();
    }

    fn add(&mut self, at: Year, known: &Known, counts: Option<Counts>) {
        self.years.push(at);
        if let Known::Exactly(value) = known {
            self.points.push(Dated::new(at, value.clone()));
            self.counts.push(counts);
        }
    }

    /// Reads what an area or one of its units reported up to a year.
    pub(crate) fn read(&mut self, series: &Series, year: Year) {
        self.clear();
        for (at, cell) in series.cells.range(..=year) {
            if let Cell::Value(point) = cell {
                self.add(*at, &point.known, point.counts);
            }
        }
    }

    /// A rate or share without counts takes its exposure from another one of the same denominator in the same year; then it is
    /// as good as counts, with the nearest whole number of cases.
    fn borrow(&mut self, case: &Case<'_>) {
        if !case.data.has_counts() {
            return;
        }
        let per = case.card.unit.per().filter(|_| Model::kind_of(case.card.kind).is_some());
        let (Some(per), true) = (per, self.counts.iter().any(Option::is_none)) else { return };
        let lenders = case.evaluator.catalogue().sharing_denominator(case.card);
        let lenders: Vec<Cow<'_, Series>> = lenders.map(|card| case.data.series(case.area, card)).collect();
        for (point, counts) in self.points.iter().zip(&mut self.counts).filter(|(_, counts)| counts.is_none())
        {
            let lent = lenders.iter().find_map(|series| series.point(point.year)?.counts);
            *counts = lent.and_then(|lent| nearest(&point.value, lent.denominator, per));
        }
    }

    /// Reads what a target's area reported up to a year: by itself, or by its units taken together. Each of many units has a past of
    /// its own; of them all there are only the years in which any of them reported something.
    pub(crate) fn read_whole(&mut self, case: &Case<'_>, series: &Series, year: Year) {
        if case.target.scope.is_area() {
            self.read(series, year);
            return self.borrow(case);
        }
        let alone = case.target.scope.is_pooled() && !case.data.has_units();
        if alone && case.card.calendar != Calendar::Event {
            // No unit says anything: its own values are all there is, and each stands in its year.
            return self.read(series, year);
        }
        self.clear();
        let units = case.data.units(case.area, &case.card.id, case.target.scope.kind());
        let reported = units.flat_map(|(_, unit)| unit.cells.range(..=year));
        let reported = reported.filter(|(_, cell)| match case.target.scope.is_pooled() {
            true => case.tells(cell),
            false => matches!(cell, Cell::Value(_)),
        });
        let own = series.cells.range(..=year).filter(|_| case.target.scope.is_pooled());
        let mut years: Vec<Year> = reported.chain(own).map(|(at, _)| *at).collect();
        years.sort_unstable();
        years.dedup();
        if case.target.scope.is_every_unit() {
            self.years = years;
            return;
        }
        for at in years {
            let view = case.early_view(series, at);
            if let Some(known) = &view.known {
                self.add(at, known, view.counts);
            }
        }
    }
}

/// The counts over a denominator that come nearest to a value.
fn nearest(value: &Ratio, denominator: u64, per: u32) -> Option<Counts> {
    let cases = value.over(&Ratio::whole(per.into()))? * Ratio::whole(denominator.into());
    let numerator = u64::try_from(cases.round(0).floor()?).ok()?;
    (denominator > 0).then_some(Counts { numerator, denominator })
}

/// A place, with what judges it.
#[derive(Clone, Copy)]
pub(crate) struct Line<'p> {
    pub case: &'p Case<'p>,
    pub series: &'p Series,
    /// Set for one of many units.
    pub unit: Option<&'p str>,
    pub reported: &'p Reported,
}

impl<'p> Line<'p> {
    /// The verdict of a year, and what it was compared with.
    pub(crate) fn view(&self, year: Year) -> Cow<'p, View> {
        match self.unit {
            Some(unit) => Cow::Owned(self.case.view_of(self.series, unit, year, year)),
            None => self.case.view(self.series, year),
        }
    }

    fn definition_since(&self, year: Year) -> Option<Year> {
        match self.unit {
            Some(_) => self.series.definition_since(year),
            None => self.case.definition_since(self.series, year),
        }
    }

    /// Where the exact values of the definition that holds in a year stand, up to that year.
    fn range(&self, year: Year) -> core::ops::Range<usize> {
        let (points, last) = (&self.reported.points, self.reported.upto(year));
        let to = points.iter().rposition(|point| point.year <= last).map_or(0, |place| place + 1);
        let since = self.definition_since(year);
        let from = since.map_or(0, |since| points.iter().take_while(|point| point.year < since).count());
        from.min(to)..to
    }

    /// The exact values of one definition up to a year, oldest first.
    pub(crate) fn points(&self, year: Year) -> &'p [Dated] {
        self.reported.points.get(self.range(year)).unwrap_or(&[])
    }

    /// The same with the counts of each.
    pub(crate) fn counted(
        &self,
        year: Year,
    ) -> impl DoubleEndedIterator<Item = (&'p Dated, Option<Counts>)> + Clone + use<'p> {
        let counts = self.reported.counts.get(self.range(year)).unwrap_or(&[]);
        self.points(year).iter().zip(counts.iter().copied())
    }

    /// The years since the plan's start with a value, up to a year.
    pub(crate) fn observed(&self, year: Year) -> &'p [Year] {
        let (years, last) = (&self.reported.years, self.reported.upto(year));
        let from = years.partition_point(|at| *at < self.case.baseline);
        years.get(from..years.partition_point(|at| *at <= last).max(from)).unwrap_or(&[])
    }

    /// The value of a year, where it is known exactly.
    pub(crate) fn value(&self, year: Year) -> Option<&'p Ratio> {
        self.reported.points.get(self.reported.place(year)?).map(|point| &point.value)
    }

    /// How chance comes into the indicator's counts; none where it does not.
    pub(crate) fn kind(&self) -> Option<CountKind> {
        Model::kind_of(self.case.card.kind)
    }

    pub(crate) fn counts(&self, year: Year) -> Option<Counts> {
        self.reported.counts.get(self.reported.place(year)?).copied().flatten()
    }

    /// Counts of a year in which chance has a part.
    pub(crate) fn sample(&self, year: Year) -> Option<Sample> {
        self.kind()?;
        self.counts(year).map(|counts| Sample::new(counts.numerator, counts.denominator))
    }

    /// What the counts of this indicator are compared with.
    pub(crate) fn model<'m>(&self, held: &'m Held) -> Option<Model<'m>>
    where
        'p: 'm,
    {
        let card = self.case.card;
        Model::of(card.kind, card.unit.per(), Some(held), &self.case.evaluator.settings().statistics)
    }

    pub(crate) fn alpha(&self) -> f64 {
        self.alpha_over(1)
    }

    /// The chance left to each of so many tests, so that all of them together have no more.
    pub(crate) fn alpha_over(&self, tests: usize) -> f64 {
        let alpha = self.case.evaluator.settings().statistics.alpha.to_ratio();
        match i128::try_from(tests) {
            Ok(tests @ 2..) => alpha.over(&Ratio::whole(tests)).unwrap_or(alpha).to_f64(),
            _ => alpha.to_f64(),
        }
    }

    /// The years of one definition with their counts, and those whose value came without.
    pub(crate) fn samples(&self, year: Year) -> (Vec<YearSample>, Vec<i32>) {
        let since = self.definition_since(year).unwrap_or(Year::literal(1900));
        let (mut samples, mut bare) = (Vec::new(), Vec::new());
        for (point, counts) in self.counted(year) {
            let at = point.year.number();
            match counts {
                Some(counts) => samples.push(YearSample::new(at, counts.numerator, counts.denominator)),
                None => bare.push(at),
            }
        }
        let last = self.reported.upto(year);
        let between = |at: &&Year| **at >= since && **at <= last && self.value(**at).is_none();
        bare.extend(self.reported.years.iter().filter(between).map(|at| at.number()));
        (samples, bare)
    }

    /// How sure the verdict of a year's own count is.
    pub(crate) fn label(&self, year: Year, held: &Held, alpha: f64) -> Option<Certainty> {
        let counts = self.counts(year)?;
        self.model(held)?.label(counts, alpha)
    }

    /// Whether the one window of several years confirms that the bound is missed.
    pub(crate) fn window_confirms(&self, year: Year, held: &Held, alpha: f64) -> bool {
        let Some(model) = self.model(held) else { return false };
        let (samples, bare) = self.samples(year);
        let window = model.window(&samples, &bare, year.number());
        window.is_some_and(|window| {
            let pool = window.pool.sample();
            let counts = Counts { numerator: pool.count, denominator: pool.exposure };
            model.label(counts, alpha) == Some(Certainty::MissedConfirmed)
        })
    }

    /// Whether fewer than three cases are expected at the bound.
    pub(crate) fn expects_few(&self, year: Year, held: &Held) -> bool {
        let counts = self.counts(year);
        self.model(held).zip(counts).is_some_and(|(model, counts)| model.expects_few(counts))
    }

    /// How likely a change for the worse as large as that between two years is by chance alone; `None` where one of them has no
    /// counts.
    pub(crate) fn chance_of_worse(&self, early: Year, late: Year) -> Option<f64> {
        self.compare(self.sample(early)?, self.sample(late)?)
    }

    /// The chance of a second sample as much worse than the first.
    pub(crate) fn compare(&self, early: Sample, late: Sample) -> Option<f64> {
        let better = self.better()?;
        statistics::chance_of_worse(self.kind()?, early, late, better.side()).ok()
    }

    /// Whether the last three values are worse than all before them by more than chance; all of them with counts.
    pub(crate) fn has_fallen(&self, year: Year) -> bool {
        let samples = self
            .counted(year)
            .map(|(_, counts)| counts.map(|counts| Sample::new(counts.numerator, counts.denominator)));
        let Some(samples) = samples.collect::<Option<Vec<Sample>>>() else { return false };
        let Some((early, late)) = samples.len().checked_sub(3).and_then(|at| samples.split_at_checked(at))
        else {
            return false;
        };
        let sum = |samples: &[Sample]| {
            samples.iter().fold(Sample::new(0, 0), |all, one| {
                Sample::new(all.count.saturating_add(one.count), all.exposure.saturating_add(one.exposure))
            })
        };
        self.compare(sum(early), sum(late)).is_some_and(|chance| chance <= self.alpha())
    }

    /// Which way is better; none for what is only watched.
    pub(crate) fn better(&self) -> Option<crate::plan::Better> {
        self.case.better()
    }

    /// The first value from the plan's start on.
    pub(crate) fn baseline(&self, year: Year) -> Option<&'p Dated> {
        let points = self.points(year);
        let start = self.case.start_year(self.series, year).filter(|_| !self.case.target.scope.is_pooled());
        match start {
            Some(start) => points.iter().find(|point| point.year == start),
            None => points.iter().find(|point| point.year >= self.case.baseline),
        }
    }
}

/// The bound that is missed and by how much, for one year of one place.
impl Line<'_> {
    /// Whether the verdict of a year is not met.
    pub(crate) fn misses(&self, year: Year) -> bool {
        self.view(year).outcome == Outcome::NotMet
    }
}

/// The series of one unit.
pub(crate) fn unit_series<'c>(case: &'c Case<'_>, unit: &str) -> Cow<'c, Series> {
    case.unit_series(unit).map_or_else(Cow::default, Cow::Borrowed)
}
