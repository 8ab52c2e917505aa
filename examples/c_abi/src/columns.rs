//! Columns of values judged by a prepared bound. Everything that knows `dabiao::judge::columns` is here.

use std::collections::BTreeMap;
use std::ptr;
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use dabiao::json::{Refusal, Request};
use dabiao::judge::columns::{DecimalColumn, Validity};
use dabiao::{Error, Evaluator, Outcome, judge::Threshold};

use crate::boundary::{Place, answered_beside, borrowed, extent, given, guarded, overlap};
use crate::{MISUSE, OK, refusal};

/// 达标.
pub const MET: i8 = 1;
/// 未达标.
pub const NOT_MET: i8 = 0;
/// 无法判断: there is no value, or one that cannot be.
pub const UNDETERMINED: i8 = -1;
/// 不适用: 0 of 0.
pub const NOT_APPLICABLE: i8 = 2;

/// As `first_bit`: the validity has one byte for each row, not one bit.
pub const BYTES: isize = -1;

/// Rows between two writes to the host's memory: small enough for the stack and the nearest cache.
const ROWS: usize = 512;

/// The scales in which a bound is kept prepared once a column has asked for it, from 0 on: preparing costs as much as judging
/// tens of thousands of rows.
const SCALES: usize = 10;

/// A bound, and its columns as they are asked for.
struct Bound {
    threshold: Threshold,
    columns: [OnceLock<DecimalColumn>; SCALES],
}

impl Bound {
    fn of(threshold: Threshold) -> Self {
        Self { threshold, columns: [const { OnceLock::new() }; SCALES] }
    }

    fn column(&self, scale: i32) -> Result<DecimalColumn, Refusal> {
        let kept = usize::try_from(scale).ok().and_then(|scale| self.columns.get(scale));
        if let Some(column) = kept.and_then(OnceLock::get) {
            return Ok(*column);
        }
        // Whatever does not fit is refused there in its own words.
        let places = i8::try_from(scale).unwrap_or(i8::MAX);
        let column = self.threshold.column(places).map_err(|error| {
            let given = if i32::from(places) == scale { String::new() } else { format!("{scale}: ") };
            refusal("scale", format!("{given}{error}"))
        })?;
        Ok(kept.map_or(column, |kept| *kept.get_or_init(|| column)))
    }
}

/// The prepared bounds and the last handle given. A handle is never given again.
struct Prepared {
    last: u32,
    bounds: BTreeMap<u32, Arc<Bound>>,
}

static PREPARED: RwLock<Prepared> = RwLock::new(Prepared { last: 0, bounds: BTreeMap::new() });

fn reading() -> RwLockReadGuard<'static, Prepared> {
    PREPARED.read().unwrap_or_else(PoisonError::into_inner)
}

fn writing() -> RwLockWriteGuard<'static, Prepared> {
    PREPARED.write().unwrap_or_else(PoisonError::into_inner)
}

fn prepared(handle: u32) -> Option<Arc<Bound>> {
    reading().bounds.get(&handle).cloned()
}

/// Prepares the bound of one target for columns. The request is one for `dabiao_evaluate` without rows, and `judge` names
/// the one target; `year`, `catalogue`, `plans` and `settings` (the method, bounds of the host's) mean what they mean there.
///
/// The answer says what the columns have to hold:
/// `{"schema_version":1,"target":…,"label":…,"unit":…,"counts":…,"divisor":…}` with `counts` whether counts can be judged,
/// and `divisor` by what their margins are divided to be cases (null without counts).
///
/// # Safety
/// As [`dabiao_evaluate`](crate::dabiao_evaluate), and `threshold` is writable where it is not null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_threshold_new(
    request: *const u8,
    length: usize,
    threshold: *mut u32,
    answer: *mut *mut u8,
    answer_length: *mut usize,
) -> i32 {
    let Some(written) = extent(threshold, 1) else { return MISUSE };
    let over = |other: Option<(usize, usize)>| other.is_some_and(|other| overlap(written, other));
    if over(extent(request, length)) || over(extent(answer, 1)) || over(extent(answer_length, 1)) {
        return MISUSE;
    }
    // SAFETY: looked at, and writable as asked of the caller.
    unsafe { threshold.write(0) };
    let mut handle = 0;
    let judge = |request: &[u8]| {
        let (prepared, answer) = prepare(request)?;
        let mut all = writing();
        let Some(next) = all.last.checked_add(1) else {
            return Err(refusal("", "all handles were given; load the library anew"));
        };
        all.last = next;
        all.bounds.insert(next, Arc::new(Bound::of(prepared)));
        handle = next;
        Ok(answer)
    };
    // SAFETY: what is asked of the caller is the same.
    let status = unsafe { answered_beside(request, length, written, answer, answer_length, judge) };
    // SAFETY: as above.
    unsafe { threshold.write(handle) };
    status
}

fn prepare(request: &[u8]) -> Result<(Threshold, String), Refusal> {
    let text = std::str::from_utf8(request)
        .map_err(|error| refusal("", format!("the text is not UTF-8 ({error}); write it in UTF-8")))?;
    let request = Request::read(text)?;
    if !request.observations.is_empty() || !request.findings.is_empty() {
        return Err(refusal("observations", "a bound is prepared without rows; hand them in as columns"));
    }
    let [id] = request.judge.as_deref().unwrap_or_default() else {
        return Err(refusal("judge", "name the one target whose bound is asked for"));
    };
    let at = |error: Error| refusal("judge[0]", error);
    let target = request.catalogue.target(id).map_err(at)?;
    let evaluator = Evaluator::with(&request.catalogue, request.settings.clone())
        .map_err(|error| refusal("settings", error))?;
    let threshold = evaluator.threshold(target, request.year).map_err(at)?;
    let counts = threshold.counts_column().ok();
    let answer = serde_json::json!({
        "schema_version": dabiao::json::SCHEMA_VERSION,
        "target": target.id,
        "label": request.catalogue.label(target),
        "unit": threshold.unit().symbol(),
        "counts": counts.is_some(),
        "divisor": counts.map(|counts| counts.divisor()),
    });
    Ok((threshold, answer.to_string()))
}

/// Lets a prepared bound go. 0 is nothing to do; a handle that is not known, or gone, is misuse.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_threshold_free(threshold: u32) -> i32 {
    if threshold == 0 {
        return OK;
    }
    let mut all = writing();
    let bound = all.bounds.remove(&threshold);
    if all.bounds.is_empty() {
        // An emptied map keeps a little; a new one holds nothing.
        all.bounds = BTreeMap::new();
    }
    if bound.is_some() { OK } else { MISUSE }
}

/// How many digits stand after the point of the margins of a column with so many after its values' point: as many, or more
/// where the bound needs them. Refused where the bound is no decimal (a third), and outside -38 to 38.
///
/// # Safety
/// What is not null is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_margin_scale(threshold: u32, scale: i32, margin_scale: *mut i32) -> i32 {
    if extent(margin_scale, 1).is_none() {
        return MISUSE;
    }
    guarded(|| {
        let Some(bound) = prepared(threshold) else { return MISUSE };
        let places = bound.column(scale).ok().and_then(|column| column.margin_places());
        let Some(places) = places else { return crate::REFUSED };
        // SAFETY: looked at, and writable as asked of the caller.
        unsafe { margin_scale.write(places.into()) };
        OK
    })
}

/// Judges a column of `rows` values, whole numbers with the point `scale` digits from the right, in the indicator's unit.
///
/// `validity` says which rows have a value: null for all; from `first_bit` on one bit for each row, the lowest of a byte
/// first, as Arrow keeps them; with [`BYTES`] as `first_bit` one byte for each row, 0 for none, as NumPy keeps them.
///
/// `outcomes` gets [`MET`], [`NOT_MET`] or [`UNDETERMINED`] for each row. `margins`, where it is not null, gets by how much
/// a value lies on the good side, in [`dabiao_margin_scale`], and 0 for a row that is not judged.
///
/// An answer is given only on a refusal, and only where `answer` and `answer_length` are not both null. On a refusal every
/// outcome is undetermined and every margin 0. The outputs overlap neither the inputs nor one another.
///
/// # Safety
/// What is not null is as long as said: `values` readable for `rows` entries, `validity` for `(first_bit + rows + 7) / 8`
/// bytes or for `rows`; `outcomes` and `margins` writable for `rows` entries; nobody else writes to any meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_check_column(
    threshold: u32,
    values: *const i64,
    rows: usize,
    scale: i32,
    validity: *const u8,
    first_bit: isize,
    outcomes: *mut i8,
    margins: *mut i64,
    answer: *mut *mut u8,
    answer_length: *mut usize,
) -> i32 {
    let inputs = [values, values];
    // SAFETY: what is asked of the caller is the same.
    let Some(call) =
        (unsafe { Face::of(rows, inputs, validity, first_bit, outcomes, margins, answer, answer_length) })
    else {
        return MISUSE;
    };
    // SAFETY: the same.
    let Some(values) = (unsafe { call.input(values) }) else { return MISUSE };
    call.judged(threshold, |bound| {
        let column = bound.column(scale)?;
        call.fill(|from, part, outcomes, margins| {
            let values = values.get(from..from + outcomes.len()).unwrap_or_default();
            match margins {
                Some(margins) => column.judge_with_margins(values, part, outcomes, margins),
                None => column.judge(values, part, outcomes),
            }
        })
    })
}

/// Judges a column of `rows` counts, numerators over denominators, by cross-multiplication. A negative count, or a numerator
/// above its denominator where that cannot be, is undetermined; 0 of 0 is [`NOT_APPLICABLE`].
///
/// `margins`, where it is not null, gets how many cases lie between the numerator and the bound times the `divisor` that
/// [`dabiao_threshold_new`] told, positive on the good side. All else is as in [`dabiao_check_column`]. Refused for an
/// indicator that is no quotient.
///
/// # Safety
/// As [`dabiao_check_column`], `numerators` and `denominators` in place of `values`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_check_counts(
    threshold: u32,
    numerators: *const i64,
    denominators: *const i64,
    rows: usize,
    validity: *const u8,
    first_bit: isize,
    outcomes: *mut i8,
    margins: *mut i64,
    answer: *mut *mut u8,
    answer_length: *mut usize,
) -> i32 {
    let inputs = [numerators, denominators];
    // SAFETY: what is asked of the caller is the same.
    let Some(call) =
        (unsafe { Face::of(rows, inputs, validity, first_bit, outcomes, margins, answer, answer_length) })
    else {
        return MISUSE;
    };
    // SAFETY: the same.
    let Some(numerators) = (unsafe { call.input(numerators) }) else { return MISUSE };
    // SAFETY: the same.
    let Some(denominators) = (unsafe { call.input(denominators) }) else { return MISUSE };
    call.judged(threshold, |bound| {
        let column = bound.threshold.counts_column().map_err(|error| refusal("threshold", error))?;
        call.fill(|from, part, outcomes, margins| {
            let end = from + outcomes.len();
            let numerators = numerators.get(from..end).unwrap_or_default();
            let denominators = denominators.get(from..end).unwrap_or_default();
            match margins {
                Some(margins) => column.judge_with_margins(numerators, denominators, part, outcomes, margins),
                None => column.judge(numerators, denominators, part, outcomes),
            }
        })
    })
}

/// Which rows have a value, as the host tells it.
#[derive(Clone, Copy)]
enum Told<'a> {
    All,
    Bits { bytes: &'a [u8], first: usize },
    Bytes(&'a [u8]),
}

impl<'a> Told<'a> {
    /// The rows from one on, as many as there are `bools` to hold them.
    fn part<'b>(self, from: usize, bools: &'b mut [bool]) -> Validity<'b>
    where
        'a: 'b,
    {
        match self {
            Self::All => Validity::All,
            Self::Bits { bytes, first } => Validity::Bits { bytes, offset: first + from },
            Self::Bytes(bytes) => {
                let bytes = bytes.get(from..).unwrap_or_default();
                for (told, byte) in bools.iter_mut().zip(bytes) {
                    *told = *byte != 0;
                }
                Validity::Bools(bools)
            }
        }
    }
}

/// What both column calls have in common, looked at: where the verdicts go, and which rows have a value.
#[derive(Clone, Copy)]
struct Face<'a> {
    rows: usize,
    told: Told<'a>,
    outcomes: *mut i8,
    /// May be null.
    margins: *mut i64,
    /// The outputs' addresses; that of the margins empty where none are wanted.
    taken: [(usize, usize); 2],
    place: Option<Place>,
}

impl<'a> Face<'a> {
    /// `None` where something cannot be right.
    ///
    /// # Safety
    /// As [`dabiao_check_column`].
    #[expect(clippy::too_many_arguments, reason = "those of the C call, one for one")]
    unsafe fn of(
        rows: usize,
        inputs: [*const i64; 2],
        validity: *const u8,
        first_bit: isize,
        outcomes: *mut i8,
        margins: *mut i64,
        answer: *mut *mut u8,
        answer_length: *mut usize,
    ) -> Option<Self> {
        // Where the answer lies over anything else, nothing is written at all.
        let bytes = match usize::try_from(first_bit) {
            _ if validity.is_null() => 0,
            Ok(first) => first.saturating_add(rows).div_ceil(8),
            Err(_) => rows,
        };
        let [first, second] = inputs.map(|input| extent(input, rows));
        let others = [first, second, extent(validity, bytes), extent(outcomes, rows), extent(margins, rows)];
        let others = others.map(|other| other.unwrap_or((0, 0)));
        // SAFETY: what is not null is writable, as asked of the caller.
        let place = unsafe { Place::if_wanted(answer, answer_length, &others) }?;
        let wanted = if margins.is_null() { (0, 0) } else { extent(margins, rows)? };
        let taken = [extent(outcomes, rows)?, wanted];
        if overlap(taken[0], taken[1]) {
            return None;
        }
        let call = Self { rows, told: Told::All, outcomes, margins, taken, place };
        let told = match usize::try_from(first_bit) {
            _ if validity.is_null() => Told::All,
            Ok(first) => {
                let length = first.checked_add(rows)?.div_ceil(8);
                // SAFETY: so many bytes are readable, as asked of the caller.
                Told::Bits { bytes: unsafe { call.input_of(validity, length) }?, first }
            }
            // SAFETY: so many bytes are readable, as asked of the caller.
            Err(_) if first_bit == BYTES => Told::Bytes(unsafe { call.input_of(validity, rows) }?),
            Err(_) => return None,
        };
        Some(Self { told, ..call })
    }

    /// # Safety
    /// What is not null is readable for all rows, and nobody else writes to it while the call lasts.
    unsafe fn input<T>(&self, pointer: *const T) -> Option<&'a [T]> {
        // SAFETY: what is asked of the caller is the same.
        unsafe { self.input_of(pointer, self.rows) }
    }

    /// # Safety
    /// What is not null is readable for `length` entries, and nobody else writes to it while the call lasts.
    unsafe fn input_of<T>(&self, pointer: *const T, length: usize) -> Option<&'a [T]> {
        let input = extent(pointer, length)?;
        if self.taken.iter().any(|taken| overlap(*taken, input)) {
            return None;
        }
        // SAFETY: readable, as asked of the caller, and apart from what this call writes to.
        unsafe { borrowed(pointer, length) }
    }

    /// The status of a call; what was written before a refusal is blotted out.
    fn judged(self, threshold: u32, judge: impl FnOnce(&Bound) -> Result<(), Refusal>) -> i32 {
        let Some(bound) = prepared(threshold) else { return MISUSE };
        let status = guarded(|| given(self.place, judge(&bound).map(|()| None)));
        if status != OK {
            let blank = ([Outcome::Undetermined; ROWS], [0; ROWS]);
            for from in (0..self.rows).step_by(ROWS) {
                let many = ROWS.min(self.rows - from);
                self.write(
                    from,
                    blank.0.get(..many).unwrap_or_default(),
                    blank.1.get(..many).unwrap_or_default(),
                );
            }
        }
        status
    }

    /// Judges the rows some at a time: the judge is told the first of them, which have a value, and where to put the rest.
    fn fill(
        &self,
        judge: impl Fn(usize, Validity<'_>, &mut [Outcome], Option<&mut [i64]>) -> Result<(), Error>,
    ) -> Result<(), Refusal> {
        let (mut bools, mut outcomes, mut margins) = ([false; ROWS], [Outcome::NotJudged; ROWS], [0; ROWS]);
        for from in (0..self.rows).step_by(ROWS) {
            let many = ROWS.min(self.rows - from);
            let parts = (bools.get_mut(..many), outcomes.get_mut(..many), margins.get_mut(..many));
            let (Some(bools), Some(outcomes), Some(margins)) = parts else { continue };
            let place = (!self.margins.is_null()).then_some(&mut *margins);
            judge(from, self.told.part(from, bools), outcomes, place)
                .map_err(|error| refusal("", self.error_of_all(from, &judge).unwrap_or(error)))?;
            self.write(from, outcomes, margins);
        }
        Ok(())
    }

    /// An error names its row among those that were judged together: all are, once more, so that it is the right one.
    fn error_of_all(
        &self,
        from: usize,
        judge: &impl Fn(usize, Validity<'_>, &mut [Outcome], Option<&mut [i64]>) -> Result<(), Error>,
    ) -> Option<Error> {
        if from == 0 {
            return None;
        }
        let rows = self.rows.min(from + ROWS);
        let (mut bools, mut outcomes, mut margins) =
            (vec![false; rows], vec![Outcome::NotJudged; rows], vec![0; rows]);
        judge(0, self.told.part(0, &mut bools), &mut outcomes, Some(&mut margins)).err()
    }

    /// Hands verdicts on to the host.
    fn write(&self, from: usize, outcomes: &[Outcome], margins: &[i64]) {
        debug_assert!(from + outcomes.len() <= self.rows && margins.len() == outcomes.len());
        let mut codes = [0; ROWS];
        for (code, outcome) in codes.iter_mut().zip(outcomes) {
            *code = number(*outcome);
        }
        // SAFETY: `from` is a row, and `of` looked at the pointer.
        let place = unsafe { self.outcomes.add(from) };
        // SAFETY: writable up to the last row, as the caller of `of` says; `codes` is on this stack, and has as many.
        unsafe { ptr::copy_nonoverlapping(codes.as_ptr(), place, outcomes.len().min(ROWS)) };
        if !self.margins.is_null() {
            // SAFETY: as above.
            let place = unsafe { self.margins.add(from) };
            // SAFETY: as above.
            unsafe { ptr::copy_nonoverlapping(margins.as_ptr(), place, margins.len()) };
        }
    }
}

/// The last two are no verdicts of a single value.
const fn number(outcome: Outcome) -> i8 {
    match outcome {
        Outcome::Met => MET,
        Outcome::NotMet => NOT_MET,
        Outcome::Undetermined | Outcome::NotDue | Outcome::NotJudged => UNDETERMINED,
        Outcome::NotApplicable => NOT_APPLICABLE,
    }
}
