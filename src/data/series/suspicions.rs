//! What is odd about values that are each possible.

use super::*;

impl Data<'_> {
    /// Suspicions that need more than one cell.
    pub(super) fn look_over(&mut self) {
        let catalogue = self.catalogue;
        let mut found = Vec::new();
        for (place, series) in &self.series {
            let Ok(card) = catalogue.indicator(&place.indicator) else { continue };
            let mut before: Option<(Year, &Ratio)> = None;
            for (year, cell) in &series.cells {
                let Cell::Value(point) = cell else { continue };
                let mut say = |kind| found.push(place.finding(point, kind));
                if catalogue.plans().all(|plan| *year < plan.first.plus(-11) || *year > plan.last.plus(1)) {
                    say(FindingKind::OutsidePlan);
                }
                let Some(value) = point.exact() else { continue };
                // Rare events jump by nature: one death after three is no slip of the decimal point.
                let jumped =
                    before.filter(|(_, from)| point.counts.is_none() && ten_times_apart(from, value));
                if let Some((before, from)) = jumped {
                    say(FindingKind::Jump { before, from: from.clone(), to: value.clone() });
                }
                before = Some((*year, value));
            }
            if let Some(unit) = &place.unit {
                for (year, cell) in &series.cells {
                    let roster = self.roster(&place.area, &unit.kind, *year);
                    match (roster, cell) {
                        (Some(roster), Cell::Value(point)) if !roster.has(&unit.id) => {
                            found.push(
                                place.finding(point, FindingKind::NotOnRoster { unit: unit.id.to_string() }),
                            );
                        }
                        _ => {}
                    }
                }
            }
            if place.disaggregation == Disaggregation::TOTAL && place.unit.is_none() {
                for (year, cell) in &series.cells {
                    if let Cell::Value(point) = cell {
                        self.hold_against_parts(place, *year, point, &mut found);
                        self.hold_against_gap(place, card, *year, point, &mut found);
                    }
                }
            }
        }
        self.findings.extend(found);
    }

    /// Town and country, or women and men, should add up to the whole when all three come as counts.
    pub(super) fn hold_against_parts(
        &self,
        place: &Place,
        year: Year,
        point: &Point,
        found: &mut Vec<Finding>,
    ) {
        let Some(whole) = point.counts else { return };
        self.hold_against_units(place, year, point, whole, found);
        for pair in
            [[Disaggregation::URBAN, Disaggregation::RURAL], [Disaggregation::FEMALE, Disaggregation::MALE]]
        {
            let part = |disaggregation| {
                self.find(&place.area, &place.indicator, disaggregation, None)?.point(year)?.counts
            };
            let [Some(first), Some(second)] = pair.map(part) else { continue };
            let sums = (
                first.numerator.checked_add(second.numerator),
                first.denominator.checked_add(second.denominator),
            );
            if sums != (Some(whole.numerator), Some(whole.denominator)) {
                let parts = alloc::format!("{first} + {second}");
                let kind = FindingKind::PartsDoNotAddUp { whole: whole.to_string(), parts };
                found.push(place.finding(point, kind));
            }
        }
    }

    /// So should the units of a kind, when all on the roster report counts.
    pub(super) fn hold_against_units(
        &self,
        place: &Place,
        year: Year,
        point: &Point,
        whole: Counts,
        found: &mut Vec<Finding>,
    ) {
        let first: RosterRef<'_> = (&place.area, year, "");
        let from = (Bound::Included(&first as &dyn RosterLookup), Bound::Unbounded);
        let rosters = self.rosters.range::<dyn RosterLookup, _>(from).map(|(_, roster)| roster);
        let rosters = rosters.take_while(|roster| roster.area == place.area && roster.year == year);
        for roster in rosters.filter(|roster| !roster.members.is_empty()) {
            let counts = roster.members.iter().map(|member| {
                let unit = Some((&*roster.kind, &*member.id));
                self.find(&place.area, &place.indicator, Disaggregation::TOTAL, unit)?.point(year)?.counts
            });
            let Some(counts) = counts.collect::<Option<Vec<Counts>>>() else { continue };
            let sum =
                |part: fn(&Counts) -> u64| counts.iter().map(|counts| u128::from(part(counts))).sum::<u128>();
            let (numerator, denominator) = (sum(|counts| counts.numerator), sum(|counts| counts.denominator));
            if (numerator, denominator) != (whole.numerator.into(), whole.denominator.into()) {
                let parts = alloc::format!("{numerator}/{denominator}");
                let kind = FindingKind::PartsDoNotAddUp { whole: whole.to_string(), parts };
                found.push(place.finding(point, kind));
            }
        }
    }

    pub(super) fn hold_against_gap(
        &self,
        place: &Place,
        card: &IndicatorCard,
        year: Year,
        point: &Point,
        found: &mut Vec<Finding>,
    ) {
        let (Some(gap), Some(reported)) = (&card.gap, point.exact()) else { return };
        let Some(Cell::Value(computed)) = self.gap_cell(&place.area, card, gap, year) else {
            return;
        };
        let (Value::Number(number), Some(computed)) = (point.value, computed.exact()) else { return };
        // Each of the two values was rounded before the difference was taken.
        if (reported - computed).abs() > last_digit(number, point.unit, card.unit) {
            let (reported, computed) = (reported.clone(), computed.clone());
            found.push(place.finding(point, FindingKind::GapDiffers { reported, computed }));
        }
    }
}

fn ten_times_apart(a: &Ratio, b: &Ratio) -> bool {
    let ten = Ratio::whole(10);
    let (small, large) = if a <= b { (a, b) } else { (b, a) };
    !small.is_zero() && *large >= small * &ten
}
