//! One cell out of all rows about it.

use super::*;

impl Data<'_> {
    /// The series of the rows of one place, which stand in the order of their years.
    pub(super) fn settle_all(&mut self, card: &IndicatorCard, rows: &mut [Observation]) -> Series {
        let mut series = Series::default();
        let year = |row: Option<&Observation>| row.map_or(0, |row| row.period.year().number());
        let span = usize::try_from(year(rows.last()) - year(rows.first()));
        series.cells.reserve(span.map_or(1, |span| span + 1).min(rows.len()));
        for entries in rows.chunk_by_mut(|a, b| a.period.year() == b.period.year()) {
            let Some(year) = entries.first().map(|entry| entry.period.year()) else { continue };
            let reported = |row: &&Observation| row.datum != Datum::Missing(Missing::ErrorCell);
            series.rows += entries.iter().filter(reported).count();
            if entries.iter().any(|entry| entry.break_before) {
                series.breaks.insert(year);
            }
            match entries {
                // Nearly every cell is one row: then there is nothing to settle.
                [entry] => series.cells.insert(year, self.of_one_row(card, entry)),
                entries => series.cells.extend(self.settle(card, entries).map(|cell| (year, cell))),
            }
        }
        series
    }

    /// The cell of a row beside which no other stands.
    fn of_one_row(&mut self, card: &IndicatorCard, entry: &mut Observation) -> Cell {
        if let Datum::Missing(why) = entry.datum {
            return Cell::from(why);
        }
        let mut cell = self.read(card, entry);
        if let Cell::Value(point) = &mut cell {
            point.source = entry.source.take();
        }
        cell
    }

    /// One cell out of all rows about it: final before provisional before estimated, counts before rates.
    fn settle(&mut self, card: &IndicatorCard, entries: &[Observation]) -> Option<Cell> {
        let values = entries.iter().filter(|entry| matches!(entry.datum, Datum::Value(_)));
        let status = values.clone().map(|entry| entry.status).max();
        let mut missing: Vec<Missing> = Vec::new();
        for entry in entries {
            if let Datum::Missing(why) = entry.datum {
                missing.push(why);
            }
        }
        missing.sort_unstable();
        missing.dedup();
        let Some(status) = status else {
            let nowhere = missing.contains(&Missing::NotApplicable);
            return match missing.as_slice() {
                [] => None,
                [why] => Some(Cell::from(*why)),
                [first, .., last] if nowhere => Some(self.conflict(entries, first.en(), last.en())),
                // Of two reasons the one that something was reported weighs most.
                [.., Missing::ErrorCell] => Some(Cell::from(Missing::ErrorCell)),
                [why, ..] => Some(Cell::Missing(*why)),
            };
        };
        let mut best: Vec<&Observation> = values.filter(|entry| entry.status == status).collect();
        best.sort_by_cached_key(|entry| {
            let plain_year = !matches!(entry.period, Period::Term(_));
            let printed = match entry.datum {
                Datum::Value(Value::Both { number, .. }) => Some(number.to_string()),
                _ => None,
            };
            (rank(entry), plain_year, entry.source.clone(), shown(entry), printed, entry.unit, entry.period)
        });
        let with_source = |entry| {
            let mut cell = self.read(card, entry);
            if let Cell::Value(point) = &mut cell {
                point.source.clone_from(&entry.source);
            }
            (cell, entry)
        };
        let read: Vec<(Cell, &Observation)> = best.into_iter().map(with_source).collect();
        let mut settled: Option<(Cell, &Observation)> = None;
        for (cell, entry) in read {
            let Some((kept, first)) = &settled else {
                settled = Some((cell, entry));
                continue;
            };
            let one = match (kept, &cell) {
                (Cell::Value(kept), Cell::Value(next)) => self.agree(card, kept, next, entry),
                // Counts beat a printed rate, also one that cannot be.
                (Cell::Value(kept), Cell::Unusable(Unusable::Impossible)) if kept.counts.is_some() => {
                    match entry.datum {
                        Datum::Value(Value::Number(number)) => self.beside_counts(card, kept, number, entry),
                        _ => false,
                    }
                }
                (Cell::Missing(a), Cell::Missing(b)) => a == b,
                (kept, next) => matches!((kept, next), (Cell::Unusable(_), Cell::Unusable(_))),
            };
            if !one {
                let (first, second) = (shown(first), shown(entry));
                return Some(self.conflict(entries, &first, &second));
            }
        }
        match settled {
            Some((Cell::Missing(Missing::NotApplicable), _)) => {}
            Some((_, entry)) if missing.contains(&Missing::NotApplicable) => {
                return Some(self.conflict(entries, &shown(entry), Missing::NotApplicable.en()));
            }
            // What could not be read was told where it was read.
            Some((_, entry)) => {
                let catalogue = self.catalogue;
                let reasons = missing.into_iter().filter(|why| *why != Missing::ErrorCell);
                let reasons =
                    reasons.map(|why| Finding::about(catalogue, entry, FindingKind::MissingBeside { why }));
                self.findings.extend(reasons.collect::<Vec<_>>());
            }
            None => {}
        }
        settled.map(|(cell, _)| cell)
    }

    pub(super) fn conflict(&mut self, entries: &[Observation], first: &str, second: &str) -> Cell {
        // The last row is the one that the office would look at; by source, so that order changes nothing.
        if let Some(last) = entries.iter().max_by_key(|entry| (entry.source.clone(), shown(entry))) {
            let (first, second) = if first <= second { (first, second) } else { (second, first) };
            let kind = FindingKind::Conflict { first: first.into(), second: second.into() };
            self.findings.push(Finding::about(self.catalogue, last, kind));
        }
        Cell::Unusable(Unusable::Conflict)
    }

    /// Whether two values of one cell and status are one: equal, or a printed rate beside its counts.
    pub(super) fn agree(
        &mut self,
        card: &IndicatorCard,
        kept: &Point,
        next: &Point,
        entry: &Observation,
    ) -> bool {
        match (kept.counts, next.counts, &next.value) {
            (Some(_), None, Value::Number(number)) => self.beside_counts(card, kept, *number, entry),
            (_, _, Value::Interval(_)) => match (&kept.known, &next.known) {
                // An end that leaves room for the value says nothing against it, but the sources differ in what they know.
                (Known::Exactly(value), Known::Between(low, high)) => {
                    let fits =
                        low.as_ref().is_none_or(|(low, included)| value > low || (*included && value == low))
                            && high
                                .as_ref()
                                .is_none_or(|(high, included)| value < high || (*included && value == high));
                    if fits {
                        let kind = FindingKind::LessExact { exact: value.clone(), given: shown(entry) };
                        self.findings.push(Finding::about(self.catalogue, entry, kind));
                    }
                    fits
                }
                (kept, next) => kept == next,
            },
            // 9/10 and 90/100 are one rate of different persons: a sum over units would hang on which row came first.
            // What has counts stands in front of what has none.
            _ => kept.known == next.known && kept.counts == next.counts,
        }
    }

    /// A printed rate beside counts: they are what is judged.
    fn beside_counts(
        &mut self,
        card: &IndicatorCard,
        kept: &Point,
        number: Number,
        entry: &Observation,
    ) -> bool {
        if let (Known::Exactly(computed), Some(printed)) =
            (&kept.known, in_unit(number, entry.unit, card.unit))
        {
            let counts = kept.counts.map(|counts| (counts, &kept.source));
            self.hold_against((number, &printed), computed, counts, entry, card);
        }
        true
    }

    /// Keeps a printed rate that differs from its counts by more than half its last digit, for the audit.
    pub(super) fn hold_against(
        &mut self,
        (number, printed): (Number, &Ratio),
        computed: &Ratio,
        counts: Option<(Counts, &Option<Text>)>,
        entry: &Observation,
        card: &IndicatorCard,
    ) {
        let Some((counts, counts_source)) = counts else { return };
        let half =
            Ratio::quotient(1, 2).unwrap_or_else(Ratio::zero) * last_digit(number, entry.unit, card.unit);
        if (printed - computed).abs() > half {
            self.printed.push(Printed {
                place: Place::of(entry),
                period: entry.period,
                number,
                unit: entry.unit,
                source: entry.source.clone(),
                computed: computed.clone(),
                counts,
                counts_source: counts_source.clone(),
            });
        }
    }

    /// One observation's value in the indicator's unit, its source left out, or what makes it impossible.
    pub(super) fn read(&mut self, card: &IndicatorCard, entry: &Observation) -> Cell {
        let Datum::Value(value) = entry.datum else { return Cell::Unusable(Unusable::Impossible) };
        // Nobody, and a share of them: the row says two things.
        if let Value::Both { counts: Counts { numerator: 0, denominator: 0 }, number } = value {
            if number != Number::ZERO {
                return self.conflict(core::slice::from_ref(entry), "0/0", &number.to_string());
            }
        }
        let catalogue = self.catalogue;
        let mut impossible = |kind: FindingKind| {
            self.findings.push(Finding::about(catalogue, entry, kind));
            Cell::Unusable(Unusable::Impossible)
        };
        let counts = match value {
            Value::Counts(counts) | Value::Both { counts, .. } => Some(counts),
            _ => None,
        };
        let known = if let Some(counts) = counts {
            match counts.in_unit(card.unit) {
                None if counts.numerator == 0 => return Cell::Missing(Missing::NotApplicable),
                None => return impossible(FindingKind::OverZero { counts }),
                Some(_) if card.ceiling.is_some() && counts.numerator > counts.denominator => {
                    return impossible(FindingKind::NumeratorAboveDenominator { counts });
                }
                Some(value) => Known::Exactly(value),
            }
        } else {
            let end = |end: Option<End>| {
                end.and_then(|end| Some((in_unit(end.number, entry.unit, card.unit)?, end.included)))
            };
            match value {
                Value::Number(number) => match in_unit(number, entry.unit, card.unit) {
                    Some(value) => Known::Exactly(value),
                    None => return Cell::Unusable(Unusable::Impossible),
                },
                Value::Interval(interval) => within_limits(card, end(interval.low()), end(interval.high())),
                Value::Counts(_) | Value::Both { .. } => return Cell::Unusable(Unusable::Impossible),
            }
        };
        let (floor, ceiling) = (card.floor, card.ceiling);
        let outside = |value: &Ratio| {
            *value < floor.to_ratio() || ceiling.is_some_and(|ceiling| *value > ceiling.to_ratio())
        };
        let outer = match &known {
            Known::Exactly(value) => outside(value).then_some(value),
            // Nothing is left of an interval beyond the limits.
            Known::Between(Some((low, _)), Some((high, _))) if low > high => {
                Some(if outside(low) { low } else { high })
            }
            Known::Between(Some((low, from)), Some((high, to))) if low == high && !(*from && *to) => {
                Some(low)
            }
            Known::Between(..) => None,
        };
        if let Some(value) = outer.cloned() {
            return impossible(FindingKind::OutsideLimits { value, floor, ceiling });
        }
        match &known {
            Known::Exactly(value) if card.unit.is_whole() && !value.is_whole() => {
                let value = value.clone();
                return impossible(FindingKind::NotWhole { value });
            }
            _ => {}
        }
        if let (Value::Both { number, .. }, Known::Exactly(computed)) = (value, &known) {
            if let Some(printed) = in_unit(number, entry.unit, card.unit) {
                let counts = counts.map(|counts| (counts, &entry.source));
                self.hold_against((number, &printed), computed, counts, entry, card);
            }
        }
        if let Value::Number(value) | Value::Both { number: value, .. } = value {
            if let Some(near) = value.residue_of() {
                self.findings.push(Finding::about(
                    self.catalogue,
                    entry,
                    FindingKind::BinaryResidue { value, near },
                ));
            }
        }
        if card.calendar == Calendar::Term && !matches!(entry.period, Period::Term(_)) {
            self.findings.push(Finding::about(self.catalogue, entry, FindingKind::NotAnElection));
        }
        Cell::Value(Point {
            known,
            counts,
            value,
            unit: if counts.is_some() { card.unit } else { entry.unit },
            status: entry.status,
            period: entry.period,
            source: None,
            sides: None,
        })
    }
}

/// Counts are read before rates, so that a rate is compared with them and not the other way round.
fn rank(entry: &Observation) -> u8 {
    match entry.datum {
        Datum::Value(Value::Both { .. }) => 0,
        Datum::Value(Value::Counts(_)) => 1,
        Datum::Value(Value::Number(_)) => 2,
        _ => 3,
    }
}

fn shown(entry: &Observation) -> alloc::string::String {
    match entry.datum {
        Datum::Value(Value::Number(number)) => number.to_string(),
        Datum::Value(Value::Counts(counts) | Value::Both { counts, .. }) => counts.to_string(),
        Datum::Value(Value::Interval(interval)) => {
            let end = |end: Option<End>| end.map_or_else(|| "…".to_string(), |end| end.number.to_string());
            alloc::format!("{}–{}", end(interval.low()), end(interval.high()))
        }
        Datum::Missing(why) => why.en().to_string(),
    }
}

/// An interval cut to the limits of its indicator: more than 90％ is at most 100％.
fn within_limits(card: &IndicatorCard, low: Option<(Ratio, bool)>, high: Option<(Ratio, bool)>) -> Known {
    let floor = (card.floor.to_ratio(), true);
    let low = match low {
        Some(low) if low.0 >= floor.0 => low,
        _ => floor,
    };
    let high = match (high, card.ceiling.map(|ceiling| (ceiling.to_ratio(), true))) {
        (Some(high), Some(ceiling)) if high.0 > ceiling.0 => Some(ceiling),
        (high, ceiling) => high.or(ceiling),
    };
    Known::Between(Some(low), high)
}
