//! One target's trend as a small drawing: values, bound, path, projection and intervals, told apart by shape and dashes as
//! well as by colour. Coordinates are exact until they are printed, so the same values give the same bytes.

use dabiao::{Year, ahead::Dated, values::Ratio};
use maud::{Markup, html};

use super::STYLE;

/// Where a bound holds: over the whole drawing, or in one year, where it moves from year to year.
#[derive(Debug, Clone)]
pub struct Line {
    /// The bound.
    pub value: Ratio,
    /// The one year in which it holds.
    pub only: Option<Year>,
    /// What stands beside it.
    pub label: String,
}

/// One yearly value, the ends of its interval where it comes as counts, and whether a line leads to it.
#[derive(Debug, Clone)]
pub struct Point {
    /// Year and value.
    pub at: Dated,
    /// The ends of its interval.
    pub interval: Option<(Ratio, Ratio)>,
    /// Whether a line leads to it from the value before.
    pub joined: bool,
}

/// What a drawing shows, and the words that say it to whoever does not see it.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The ids of title and description are made of it.
    pub id: String,
    /// What the drawing shows, in one clause.
    pub title: String,
    /// The values in words.
    pub description: String,
    /// The unit of the values.
    pub unit: String,
    /// The first year of the drawing.
    pub first: Year,
    /// Its last year.
    pub last: Year,
    /// The values.
    pub points: Vec<Point>,
    /// What stands beside the latest value.
    pub latest: String,
    /// The bound.
    pub bound: Option<Line>,
    /// The path to the bound.
    pub path: Vec<Dated>,
    /// Where it is heading.
    pub projection: Vec<Dated>,
}

/// How wide a drawing is, in its own units.
pub(crate) const WIDTH: i32 = 320;
/// How high it is.
pub(crate) const HEIGHT: i32 = 190;
const LEFT: i32 = 50;
const RIGHT: i32 = 300;
const TOP: i32 = 26;
const BOTTOM: i32 = 164;

/// From values to places in the drawing.
struct Scale {
    first: Year,
    years: Ratio,
    low: Ratio,
    span: Ratio,
}

impl Scale {
    fn of(chart: &Chart) -> Self {
        let dated = chart.points.iter().map(|point| &point.at).chain(&chart.path).chain(&chart.projection);
        let mut values: Vec<Ratio> = dated.map(|dated| dated.value.clone()).collect();
        values.extend(chart.bound.as_ref().map(|bound| bound.value.clone()));
        let low = values.iter().min().cloned().unwrap_or_else(Ratio::zero);
        let high = values.iter().max().cloned().unwrap_or_else(Ratio::zero);
        // An interval may take as much room again on either side; what reaches further is cut, with a mark.
        let ends = chart.points.iter().filter_map(|point| point.interval.as_ref());
        let (least, most) = (&low - (&high - &low), &high + (&high - &low));
        let ends: Vec<Ratio> = ends
            .flat_map(|(low, high)| [low.clone(), high.clone()])
            .map(|end| end.max(least.clone()).min(most.clone()))
            .collect();
        let low = ends.iter().min().filter(|end| **end < low).cloned().unwrap_or(low);
        let high = ends.iter().max().filter(|end| **end > high).cloned().unwrap_or(high);
        let room = match (&high - &low).over(&Ratio::whole(7)) {
            Some(room) if !room.is_zero() => room,
            _ => Ratio::whole(1),
        };
        Self {
            first: chart.first,
            years: Ratio::whole((chart.last.number() - chart.first.number()).max(1).into()),
            span: &high - &low + &room + &room,
            low: low - room,
        }
    }

    fn x(&self, year: Year) -> String {
        let part = Ratio::whole((year.number() - self.first.number()).into()).over(&self.years);
        place(LEFT, RIGHT, part)
    }

    fn y(&self, value: &Ratio) -> String {
        place(BOTTOM, TOP, (value - &self.low).over(&self.span))
    }

    /// The end of an interval, and whether the drawing had to cut it.
    fn end(&self, value: &Ratio) -> (String, bool) {
        let part = (value - &self.low).over(&self.span).unwrap_or_else(Ratio::zero);
        let within = part.clone().max(Ratio::zero()).min(Ratio::whole(1));
        let cut = within != part;
        (place(BOTTOM, TOP, Some(within)), cut)
    }

    /// Whether there is no room for a label below.
    fn is_at_foot(&self, value: &Ratio) -> bool {
        (value - &self.low) * Ratio::whole(6) < self.span
    }

    fn polyline<'d>(&self, dated: impl IntoIterator<Item = &'d Dated>) -> String {
        let places = dated.into_iter().map(|at| format!("{},{}", self.x(at.year), self.y(&at.value)));
        places.collect::<Vec<_>>().join(" ")
    }

    /// Round values inside, at most four: 1, 2 or 5 times a power of ten apart.
    fn ticks(&self) -> Vec<Ratio> {
        let high = &self.low + &self.span;
        let mut power = Ratio::new(1, 10_000).unwrap_or_else(|_| Ratio::zero());
        for _ in 0..24 {
            for factor in [1, 2, 5] {
                let step = &power * Ratio::whole(factor);
                let (from, to) = (self.low.over(&step), high.over(&step));
                let whole = |end: Option<Ratio>, up: bool| {
                    end.and_then(|end| if up { end.ceiling() } else { end.floor() })
                };
                if let (Some(from), Some(to)) = (whole(from, true), whole(to, false)) {
                    if to - from < 4 {
                        return (from..=to).map(|times| &step * Ratio::whole(times)).collect();
                    }
                }
            }
            power = power * Ratio::whole(10);
        }
        Vec::new()
    }
}

/// A place so far between two ends, with one decimal.
fn place(from: i32, to: i32, part: Option<Ratio>) -> String {
    let part = part.unwrap_or_else(Ratio::zero);
    (Ratio::whole(from.into()) + Ratio::whole((to - from).into()) * part).rounded(1)
}

impl Chart {
    /// The runs of values that a line joins: a missing year or another definition ends one.
    fn runs(&self) -> Vec<Vec<&Dated>> {
        let mut runs: Vec<Vec<&Dated>> = Vec::new();
        for point in &self.points {
            match runs.last_mut().filter(|_| point.joined) {
                Some(run) => run.push(&point.at),
                None => runs.push(vec![&point.at]),
            }
        }
        runs
    }

    /// The values alone, as a small line beside words that say what it shows.
    pub(crate) fn spark(&self) -> Markup {
        let scale = Scale::of(self);
        let x = |year: Year| {
            let part = Ratio::whole((year.number() - self.first.number()).into()).over(&scale.years);
            place(3, 93, part)
        };
        let y = |value: &Ratio| place(25, 3, (value - &scale.low).over(&scale.span));
        let places = |run: &[&Dated]| {
            run.iter().map(|at| format!("{},{}", x(at.year), y(&at.value))).collect::<Vec<_>>().join(" ")
        };
        html! {
            svg class="spark" aria-hidden="true" viewBox="0 0 96 28" width="96" height="28" {
                @if let Some(bound) = &self.bound {
                    @let height = y(&bound.value);
                    line class="bound" x1="3" x2="93" y1=(height) y2=(height) {}
                }
                @for run in self.runs() {
                    @if run.len() > 1 { polyline class="values" points=(places(&run)) {} }
                }
                @for point in &self.points {
                    circle class="value" cx=(x(point.at.year)) cy=(y(&point.at.value)) r="2" {}
                }
            }
        }
    }

    /// The drawing as a file of its own: an SVG with the look that it has on the page, its letters of the given fonts (a list as in a style sheet).
    #[must_use]
    pub fn svg(&self, fonts: &str) -> String {
        let rules = STYLE.lines().filter_map(|line| line.strip_prefix("svg "));
        let rules: String = rules.flat_map(|rule| [rule, "\n"]).collect();
        let style = format!("<style>text {{ font-family: {fonts} }}\n{rules}</style>");
        let drawing = self.draw().into_string();
        let open = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\"");
        let drawing = drawing.replacen("<svg", &open, 1);
        match drawing.split_once('>') {
            Some((head, rest)) => format!("{head}>{style}{rest}"),
            None => drawing,
        }
    }

    pub(crate) fn draw(&self) -> Markup {
        let scale = Scale::of(self);
        let (title, description) = (format!("{}-title", self.id), format!("{}-desc", self.id));
        let years: Vec<Year> = self.first.to(self.last).collect();
        let latest = self.points.last();
        // The label of the bound keeps away from that of the latest value, and else from the end of the path.
        let late =
            latest.is_some_and(|point| 2 * point.at.year.number() > self.first.number() + self.last.number());
        let near = latest.zip(self.bound.as_ref()).is_some_and(|(point, bound)| {
            (&point.at.value - &bound.value).abs() * Ratio::whole(4) < scale.span
        });
        let left = if near { late } else { late || self.path.len() > 1 };
        let (label_x, label_anchor) = if left { (LEFT + 3, "start") } else { (RIGHT, "end") };
        // Beside the latest value, on the side that the line does not come from.
        let falling = match self.points.as_slice() {
            [.., before, last] => last.at.value < before.at.value,
            _ => false,
        };
        let early = latest.is_some_and(|point| {
            4 * (point.at.year.number() - self.first.number()) < self.last.number() - self.first.number()
        });
        let at_foot = latest.is_some_and(|point| scale.is_at_foot(&point.at.value));
        let (latest_x, latest_y, latest_anchor) = match (falling, at_foot, early) {
            (true, true, _) => (6, -4, "start"),
            (true, false, false) => (3, 17, "end"),
            (true, false, true) => (-3, 17, "start"),
            (false, _, false) => (3, -9, "end"),
            (false, _, true) => (-3, -9, "start"),
        };
        html! {
            svg role="img" aria-labelledby=(format!("{title} {description}")) viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) {
                title id=(title) { (self.title) }
                desc id=(description) { (self.description) }
                text class="axis" x="2" y="13" { (self.unit) }
                @for tick in scale.ticks() {
                    @let y = scale.y(&tick);
                    line class="grid" x1=(LEFT) x2=(RIGHT) y1=(y) y2=(y) {}
                    text class="axis" x=(LEFT - 5) y=(y) dy="4" text-anchor="end" { (tick) }
                }
                line class="base" x1=(LEFT) x2=(RIGHT) y1=(BOTTOM) y2=(BOTTOM) {}
                @for year in &years {
                    @let (x, named) = (scale.x(*year), year.number() % 5 == 0);
                    line class="base" x1=(x) x2=(x) y1=(BOTTOM) y2=(BOTTOM + if named { 6 } else { 3 }) {}
                    @if named { text class="axis" x=(x) y=(BOTTOM + 20) text-anchor="middle" { (year) } }
                }
                @if let Some(bound) = &self.bound {
                    @let y = scale.y(&bound.value);
                    @match bound.only {
                        None => { line class="bound" x1=(LEFT) x2=(RIGHT) y1=(y) y2=(y) {} }
                        Some(year) => { path class="bound" d=(format!("M{} {y}m-12 0h24", scale.x(year))) {} }
                    }
                }
                @if self.path.len() > 1 { polyline class="path" points=(scale.polyline(&self.path)) {} }
                @if self.projection.len() > 1 {
                    polyline class="projection" points=(scale.polyline(&self.projection)) {}
                    @if let Some(end) = self.projection.last() {
                        path class="projected" d=(format!("M{} {}m0 -5l5 5l-5 5l-5 -5z", scale.x(end.year), scale.y(&end.value))) {}
                    }
                }
                @for run in self.runs() {
                    @if run.len() > 1 { polyline class="values" points=(scale.polyline(run)) {} }
                }
                @if let Some(bound) = &self.bound {
                    @let (x, anchor) = match bound.only {
                        None => (label_x.to_string(), label_anchor),
                        Some(year) => (scale.x(year), "end"),
                    };
                    text class="mark" x=(x) y=(scale.y(&bound.value)) dy="-5" text-anchor=(anchor) { (bound.label) }
                }
                @if let Some(point) = latest {
                    text class="latest" x=(scale.x(point.at.year)) y=(scale.y(&point.at.value)) dx=(latest_x) dy=(latest_y) text-anchor=(latest_anchor) {
                        (self.latest)
                    }
                }
                @for point in &self.points {
                    @let x = scale.x(point.at.year);
                    @if let Some((low, high)) = &point.interval {
                        @let ((low, low_cut), (high, high_cut)) = (scale.end(low), scale.end(high));
                        // A cap where it ends, an arrow where it goes on.
                        @let low_mark = if low_cut { "m-4 -5l4 5l4 -5" } else { "m-4 0h8" };
                        @let high_mark = if high_cut { "m-4 5l4 -5l4 5" } else { "m-4 0h8" };
                        path class="interval" d=(format!("M{x} {low}V{high}M{x} {low}{low_mark}M{x} {high}{high_mark}")) {}
                    }
                    circle class="value" cx=(x) cy=(scale.y(&point.at.value)) r="3.5" {}
                }
            }
        }
    }
}
