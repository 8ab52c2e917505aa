//! The C API as a host sees it: pointers in, statuses and answers out.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests say what they expect"
)]
use std::fs;
use std::path::{Path, PathBuf};
use std::ptr;
use std::thread;

use dabiao::judge::columns::Validity;
use dabiao::{Catalogue, Evaluator, Outcome, Year, json, judge::Threshold};
use dabiao_c::{
    ABI_VERSION, BYTES, MET, MISUSE, NOT_APPLICABLE, NOT_MET, OK, REFUSED, UNDETERMINED, dabiao_abi_version,
    dabiao_alloc, dabiao_check_column, dabiao_check_counts, dabiao_evaluate, dabiao_free,
    dabiao_margin_scale, dabiao_threshold_free, dabiao_threshold_new, dabiao_version,
};
use serde_json::Value;

const MATERNAL: &str = "women.health.g2.maternal-mortality-ratio";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Takes an answer over as a host does, and gives it back.
fn taken(answer: *mut u8, length: usize) -> String {
    let text = if answer.is_null() {
        String::new()
    } else {
        // SAFETY: an answer of this length, not yet given back.
        String::from_utf8(unsafe { std::slice::from_raw_parts(answer, length) }.to_vec()).unwrap()
    };
    assert_eq!(dabiao_free(answer, length), OK);
    text
}

fn evaluate(request: &[u8]) -> (i32, String) {
    let (mut answer, mut length) = (ptr::null_mut(), 0);
    // SAFETY: a live slice and two live variables.
    let status =
        unsafe { dabiao_evaluate(request.as_ptr(), request.len(), &raw mut answer, &raw mut length) };
    (status, taken(answer, length))
}

fn prepare(request: &str) -> (i32, u32, String) {
    let (mut handle, mut answer, mut length) = (9, ptr::null_mut(), 0);
    // SAFETY: a live slice and three live variables.
    let status = unsafe {
        dabiao_threshold_new(
            request.as_ptr(),
            request.len(),
            &raw mut handle,
            &raw mut answer,
            &raw mut length,
        )
    };
    (status, handle, taken(answer, length))
}

fn bound(target: &str) -> u32 {
    let (status, handle, answer) = prepare(&format!(r#"{{"year":2024,"judge":["{target}"]}}"#));
    assert_eq!(status, OK, "{answer}");
    handle
}

/// Checks a column through the C API, into memory that holds something else before.
fn check(
    handle: u32,
    values: &[i64],
    scale: i32,
    validity: Option<(&[u8], isize)>,
) -> (i32, Vec<i8>, Vec<i64>, String) {
    let (mut outcomes, mut margins) = (vec![99; values.len()], vec![99; values.len()]);
    let (mut answer, mut length) = (ptr::null_mut(), 0);
    let (told, first_bit) = validity.map_or((ptr::null(), 0), |(told, first)| (told.as_ptr(), first));
    // SAFETY: live slices as long as the column, and two live variables.
    let status = unsafe {
        dabiao_check_column(
            handle,
            values.as_ptr(),
            values.len(),
            scale,
            told,
            first_bit,
            outcomes.as_mut_ptr(),
            margins.as_mut_ptr(),
            &raw mut answer,
            &raw mut length,
        )
    };
    (status, outcomes, margins, taken(answer, length))
}

fn count(handle: u32, tops: &[i64], bottoms: &[i64]) -> (i32, Vec<i8>, Vec<i64>, String) {
    let (mut outcomes, mut margins) = (vec![99; tops.len()], vec![99; tops.len()]);
    let (mut answer, mut length) = (ptr::null_mut(), 0);
    // SAFETY: live slices as long as the column, and two live variables.
    let status = unsafe {
        dabiao_check_counts(
            handle,
            tops.as_ptr(),
            bottoms.as_ptr(),
            tops.len(),
            ptr::null(),
            0,
            outcomes.as_mut_ptr(),
            margins.as_mut_ptr(),
            &raw mut answer,
            &raw mut length,
        )
    };
    (status, outcomes, margins, taken(answer, length))
}

#[test]
fn versions_are_those_of_the_crate_and_the_header() {
    let told = |path: &str, start: &str| {
        let text = fs::read_to_string(root().join(path)).unwrap();
        text.lines().find_map(|line| line.strip_prefix(start)).map(str::to_owned).unwrap()
    };
    // SAFETY: a text that ends in NUL and lives for ever.
    let version = unsafe { std::ffi::CStr::from_ptr(dabiao_version()) }.to_str().unwrap();
    assert_eq!(format!("\"{version}\""), told("../../Cargo.toml", "version = "));
    assert_eq!(dabiao_abi_version(), ABI_VERSION);
    assert_eq!(told("dabiao.h", "#define DABIAO_ABI_VERSION "), ABI_VERSION.to_string());
}

#[test]
fn the_header_has_the_numbers_of_the_code() {
    let header = fs::read_to_string(root().join("dabiao.h")).unwrap();
    for (name, number) in [
        ("DABIAO_OK", OK),
        ("DABIAO_REFUSED", REFUSED),
        ("DABIAO_MISUSE", MISUSE),
        ("DABIAO_PANIC", dabiao_c::PANIC),
        ("DABIAO_MET", MET.into()),
        ("DABIAO_NOT_MET", NOT_MET.into()),
        ("DABIAO_UNDETERMINED", UNDETERMINED.into()),
        ("DABIAO_NOT_APPLICABLE", NOT_APPLICABLE.into()),
    ] {
        let line =
            header.lines().map(str::trim).find(|line| line.starts_with(&format!("{name} = "))).expect(name);
        let told = line[name.len() + 3..].split([',', ' ']).next().unwrap();
        assert_eq!(told, number.to_string(), "{name}");
    }
    assert!(header.contains(&format!("#define DABIAO_BYTES ((ptrdiff_t){BYTES})")));
}

#[test]
fn answers_are_those_of_the_crate() {
    let mut seen = [0, 0];
    for entry in fs::read_dir(root().join("../../tests/conformance")).unwrap() {
        let folder = entry.unwrap().path();
        let path = folder.join("request.json");
        let Ok(request) = fs::read(&path) else { continue };
        let (status, answer) = evaluate(&request);
        // What the pack holds for every way in.
        if let Ok(expected) = fs::read(folder.join("report.json")) {
            let expected: Value = serde_json::from_slice(&expected).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&answer).unwrap(), expected, "{}", path.display());
        }
        match json::evaluate(&request) {
            Ok(report) => assert_eq!((status, answer), (OK, report), "{}", path.display()),
            Err(refusal) => assert_eq!((status, answer), (REFUSED, refusal.to_json()), "{}", path.display()),
        }
        seen[usize::from(status == REFUSED)] += 1;
    }
    assert!(seen[0] >= 3 && seen[1] >= 3, "{seen:?}");
}

#[test]
fn garbage_is_refused_with_a_reason() {
    let deep = "[".repeat(100_000);
    let wide = format!(r#"{{"year":{}}}"#, "9".repeat(100_000));
    let garbage: [&[u8]; 9] = [
        b"",
        b"\0",
        b"\0\0\0\0",
        b"\xff\xff\xff",
        b"{",
        b"null",
        br#"{"year":2024,"year":2025}"#,
        deep.as_bytes(),
        wide.as_bytes(),
    ];
    for request in garbage {
        let (status, answer) = evaluate(request);
        assert_eq!(status, REFUSED, "{:?}: {answer}", &request[..request.len().min(30)]);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert!(!answer["errors"][0]["message"].as_str().unwrap().is_empty());
    }
}

#[test]
fn null_pointers_are_misuse_and_leave_no_answer() {
    let mut stale = 1_u8;
    let (mut answer, mut length): (*mut u8, usize) = (&raw mut stale, 1);
    // SAFETY: null is not followed, the rest is live.
    let status = unsafe { dabiao_evaluate(ptr::null(), 1, &raw mut answer, &raw mut length) };
    assert_eq!((status, answer.is_null(), length), (MISUSE, true, 0));
    // SAFETY: as above.
    let status = unsafe { dabiao_evaluate(b"{}".as_ptr(), 2, ptr::null_mut(), &raw mut length) };
    assert_eq!(status, MISUSE);
    // SAFETY: as above.
    let status = unsafe { dabiao_evaluate(b"{}".as_ptr(), 2, &raw mut answer, ptr::null_mut()) };
    assert_eq!(status, MISUSE);
    // SAFETY: an empty text may have any pointer.
    let status = unsafe { dabiao_evaluate(ptr::null(), 0, &raw mut answer, &raw mut length) };
    assert_eq!(status, REFUSED);
    assert!(taken(answer, length).contains("errors"));
}

/// An answer laid over anything else that the call reads or writes is misuse, and nothing is written.
#[test]
fn an_answer_over_other_memory_is_misuse() {
    let request = br#"{"year":2024,"judge":["women.health.g2.maternal-mortality-ratio"]}"#;
    // A request in memory that pointers fit.
    let mut words = vec![0_u64; request.len().div_ceil(8) + 2];
    let text = words.as_mut_ptr().cast::<u8>();
    // SAFETY: `text` has room for the request.
    unsafe { std::ptr::copy_nonoverlapping(request.as_ptr(), text, request.len()) };
    let before = words.clone();
    let (mut answer, mut length): (*mut u8, usize) = (std::ptr::null_mut(), 0);
    // SAFETY: `place` lies inside `words`.
    let over = |place: usize| unsafe { words.as_ptr().add(place) }.cast_mut();
    // SAFETY: the places are valid; that they overlap is what is tried.
    let status = unsafe { dabiao_evaluate(text, request.len(), over(1).cast(), &raw mut length) };
    assert_eq!((status, &words), (MISUSE, &before));
    // SAFETY: as above.
    let status = unsafe { dabiao_evaluate(text, request.len(), &raw mut answer, over(2).cast()) };
    assert_eq!((status, &words), (MISUSE, &before));
    let one = over(0);
    // SAFETY: as above.
    let status = unsafe { dabiao_evaluate(request.as_ptr(), request.len(), one.cast(), one.cast()) };
    assert_eq!((status, &words), (MISUSE, &before));
    // The handle over the answer.
    // SAFETY: as above.
    let status = unsafe {
        dabiao_threshold_new(request.as_ptr(), request.len(), one.cast(), one.cast(), &raw mut length)
    };
    assert_eq!((status, &words), (MISUSE, &before));

    let handle = bound("women.health.g2.maternal-mortality-ratio");
    let values = [143_i64, 119, 120, 121];
    let (mut outcomes, mut margins) = ([9_i8; 16], [9_i64; 4]);
    // SAFETY: as above.
    let check = |answer: *mut *mut u8, length: *mut usize, outcomes: *mut i8, margins: *mut i64| unsafe {
        dabiao_check_column(
            handle,
            values.as_ptr(),
            4,
            1,
            std::ptr::null(),
            0,
            outcomes,
            margins,
            answer,
            length,
        )
    };
    let (told, kept) = (outcomes.as_mut_ptr(), margins.as_mut_ptr());
    let beside = &raw mut length;
    assert_eq!(check(values.as_ptr().cast_mut().cast(), beside, told, kept), MISUSE);
    assert_eq!(check(kept.cast(), beside, told, kept), MISUSE);
    assert_eq!(check(&raw mut answer, kept.cast(), told, kept), MISUSE);
    assert_eq!((values, outcomes, margins), ([143, 119, 120, 121], [9; 16], [9; 4]));
    // Apart from everything it is served.
    assert_eq!(check(&raw mut answer, beside, told, kept), OK);
    assert_eq!((&outcomes[..4], margins), (&[NOT_MET, MET, MET, NOT_MET][..], [-23, 1, 0, -1]));
}

#[test]
fn every_answer_can_be_given_back_once() {
    let (mut answer, mut length) = (ptr::null_mut(), 0);
    let request = br#"{"year":2024}"#;
    // SAFETY: a live slice and two live variables.
    let status =
        unsafe { dabiao_evaluate(request.as_ptr(), request.len(), &raw mut answer, &raw mut length) };
    assert_eq!(status, OK);
    assert_eq!(dabiao_free(answer, length + 1), MISUSE);
    assert_eq!(dabiao_free(answer, length), OK);
    let room = dabiao_alloc(4096);
    // SAFETY: 4096 bytes of ours.
    let bytes = unsafe { std::slice::from_raw_parts_mut(room, 4096) };
    assert!(bytes.iter().all(|byte| *byte == 0));
    bytes.fill(0xa5);
    assert_eq!(dabiao_free(room, 4096), OK);
}

#[test]
fn many_threads_at_once() {
    let requests: Vec<Vec<u8>> = ["levels", "batch", "refused-settings", "awkward-rows"]
        .iter()
        .map(|name| fs::read(root().join("../../tests/conformance").join(name).join("request.json")).unwrap())
        .collect();
    let wanted: Vec<(i32, String)> = requests.iter().map(|request| evaluate(request)).collect();
    let shared = bound(MATERNAL);
    let values: Vec<i64> = (0..5_000).map(|row| row * 37 % 400).collect();
    let column = check(shared, &values, 1, None);
    assert_eq!(column.0, OK);
    thread::scope(|scope| {
        for start in 0..16 {
            let (requests, wanted, values, column) = (&requests, &wanted, &values, &column);
            scope.spawn(move || {
                for round in 0..8 {
                    let place = (start + round) % requests.len();
                    assert_eq!(evaluate(&requests[place]), wanted[place]);
                    assert_eq!(check(shared, values, 1, None), *column);
                    let own = bound(MATERNAL);
                    assert_ne!(own, shared);
                    assert_eq!(dabiao_threshold_free(own), OK);
                    assert_eq!(check(own, values, 1, None).0, MISUSE);
                }
            });
        }
    });
    assert_eq!(dabiao_threshold_free(shared), OK);
}

#[test]
fn fifty_megabytes_are_read() {
    let row = r#"{"indicator":"孕产妇死亡率","period":"2024","value":"14.3","unit":"/10万","source":"#;
    let mut request = String::from(
        r#"{"year":2024,"area":"a","judge":["women.health.g2.maternal-mortality-ratio"],"observations":["#,
    );
    let rows = (50 << 20) / 250 + 1;
    for number in 0..rows {
        let note = format!("{row}\"{number:0>width$}\"}}", width = 250 - row.len());
        request.push_str(if number > 0 { "," } else { "" });
        request.push_str(&note);
    }
    request.push_str("]}");
    assert!(request.len() > 50 << 20, "{}", request.len());
    let (status, answer) = evaluate(request.as_bytes());
    let wanted = json::evaluate(request.as_bytes());
    assert_eq!((status, Ok(answer)), (OK, wanted));
}

#[test]
fn longer_than_what_is_read_is_refused() {
    let request = vec![b' '; json::MAX_BYTES + 1];
    let (status, answer) = evaluate(&request);
    assert_eq!(status, REFUSED);
    assert!(answer.contains("send fewer rows at a time"), "{answer}");
}

/// The crate's own verdicts on the same column.
fn wanted(threshold: &Threshold, values: &[i64], told: &[bool]) -> (Vec<i8>, Vec<i64>) {
    let mut outcomes = vec![Outcome::NotJudged; values.len()];
    let mut margins = vec![0; values.len()];
    let column = threshold.column(1).unwrap();
    column.judge_with_margins(values, Validity::Bools(told), &mut outcomes, &mut margins).unwrap();
    let codes = outcomes.iter().map(|outcome| match outcome {
        Outcome::Met => 1,
        Outcome::NotMet => 0,
        Outcome::Undetermined => -1,
        other => panic!("{other:?}"),
    });
    (codes.collect(), margins)
}

#[test]
fn a_column_is_judged_as_the_crate_judges_it_by_either_validity() {
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target(MATERNAL).unwrap();
    let threshold = Evaluator::new(&catalogue).threshold(target, Year::literal(2024)).unwrap();
    let handle = bound(MATERNAL);
    for rows in [0, 1, 2, 63, 64, 65, 511, 512, 513, 1_024, 5_000] {
        let values: Vec<i64> = (0..rows).map(|row| row * 7_919 % 400 - 3).collect();
        let told: Vec<bool> = (0..rows).map(|row| row % 5 != 0 && row % 7 != 1).collect();
        let (outcomes, margins) = wanted(&threshold, &values, &told);
        let bytes: Vec<u8> = told.iter().map(|told| u8::from(*told) * 0x80).collect();
        let done = (OK, outcomes, margins, String::new());
        assert_eq!(check(handle, &values, 1, Some((&bytes, BYTES))), done, "{rows} rows");
        for first in [0_usize, 1, 7, 8, 13] {
            let mut bits = vec![0_u8; (first + told.len()).div_ceil(8)];
            for (row, _) in told.iter().enumerate().filter(|(_, told)| **told) {
                bits[(first + row) / 8] |= 1 << ((first + row) % 8);
            }
            let validity = Some((bits.as_slice(), first.cast_signed()));
            assert_eq!(check(handle, &values, 1, validity), done, "{rows} rows from bit {first}");
        }
    }
    assert_eq!(dabiao_threshold_free(handle), OK);
}

#[test]
fn exactly_at_the_bound_and_beside_it() {
    let handle = bound(MATERNAL);
    let (status, outcomes, margins, _) = check(handle, &[119, 120, 121, -1], 1, None);
    assert_eq!((status, outcomes), (OK, vec![MET, MET, NOT_MET, UNDETERMINED]));
    assert_eq!(margins, [1, 0, -1, 0]);
    // 12 in 100,000 are 3 in 25,000.
    let (status, outcomes, margins, _) = count(handle, &[3, 3, 0, -1, 5], &[25_000, 24_999, 0, 100, 4]);
    assert_eq!((status, outcomes), (OK, vec![MET, NOT_MET, NOT_APPLICABLE, UNDETERMINED, NOT_MET]));
    assert_eq!(margins, [0, -3, 0, 0, -124_988]);
}

#[test]
fn the_methods_of_rounding_differ_as_they_do_in_the_crate() {
    let rounded = format!(r#"{{"year":2024,"judge":["{MATERNAL}"],"settings":{{"method":"rounded"}}}}"#);
    let (status, handle, answer) = prepare(&rounded);
    assert_eq!(status, OK, "{answer}");
    assert_eq!(check(handle, &[125, 126], 1, None).1, [MET, NOT_MET]);
    assert_eq!(check(bound(MATERNAL), &[125, 126], 1, None).1, [NOT_MET, NOT_MET]);
}

#[test]
fn what_columns_hold_is_told() {
    let (_, handle, answer) = prepare(&format!(r#"{{"year":2024,"judge":["{MATERNAL}"]}}"#));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["target"], MATERNAL);
    assert_eq!(answer["unit"], "/10万");
    assert_eq!((&answer["counts"], &answer["divisor"]), (&Value::Bool(true), &Value::from(25_000)));
    let mut scale = 0;
    for (given, wanted) in [(-2, 0), (0, 0), (1, 1), (6, 6)] {
        // SAFETY: a live variable.
        assert_eq!(unsafe { dabiao_margin_scale(handle, given, &raw mut scale) }, OK);
        assert_eq!(scale, wanted);
    }
    for given in [-39, 39, 256, i32::MIN, i32::MAX] {
        // SAFETY: a live variable.
        assert_eq!(unsafe { dabiao_margin_scale(handle, given, &raw mut scale) }, REFUSED);
    }
}

#[test]
fn a_bound_that_cannot_be_prepared_is_refused_and_gives_no_handle() {
    for (request, wanted) in [
        (r#"{"year":2024}"#, "name the one target"),
        (r#"{"year":2024,"judge":["women.health.g2.maternal-mortality-ratio","women"]}"#, "judge"),
        (r#"{"year":2024,"judge":["no.such"]}"#, "judge[0]"),
        (r#"{"judge":["women.health.g2.maternal-mortality-ratio"]}"#, "year"),
        (
            r#"{"year":2024,"judge":["women.health.g2.maternal-mortality-ratio"],"settings":{"around_tolerance":"-1"}}"#,
            "settings.around_tolerance",
        ),
        (
            r#"{"year":2024,"judge":["women.health.g2.maternal-mortality-ratio"],"observations":[{"indicator":"孕产妇死亡率","period":"2024","value":"1"}]}"#,
            "as columns",
        ),
        ("[]", "errors"),
        ("", "errors"),
    ] {
        let (status, handle, answer) = prepare(request);
        assert_eq!((status, handle), (REFUSED, 0), "{request}");
        assert!(answer.contains(wanted), "{request}: {answer}");
    }
}

#[test]
fn a_margin_beyond_the_type_names_its_row_and_blots_all_verdicts_out() {
    let handle = bound(MATERNAL);
    let mut values = vec![120_i64; 2_000];
    values[1_537] = i64::MAX;
    let (status, outcomes, margins, _) = check(handle, &values, 0, None);
    // A margin of that size fits where less is asked than i64 holds.
    assert_eq!((status, outcomes[1_537], margins[1_537]), (OK, NOT_MET, 12 - i64::MAX));
    values[1_537] = i64::MAX;
    let (status, outcomes, margins, answer) = check(handle, &values, -3, None);
    assert_eq!(status, REFUSED);
    assert!(answer.contains("row `1537`"), "{answer}");
    assert!(
        outcomes.iter().all(|outcome| *outcome == UNDETERMINED) && margins.iter().all(|margin| *margin == 0)
    );
}

#[test]
fn counts_of_what_is_no_quotient_are_refused() {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let year = Year::literal(2024);
    let plain = catalogue
        .targets()
        .find(|target| evaluator.threshold(target, year).is_ok_and(|bound| bound.counts_column().is_err()))
        .unwrap();
    let handle = bound(&plain.id);
    let (status, outcomes, _, answer) = count(handle, &[1], &[2]);
    assert_eq!((status, outcomes), (REFUSED, vec![UNDETERMINED]));
    assert!(answer.contains("no quotient"), "{answer}");
}

#[test]
fn every_target_with_a_bound_can_be_prepared() {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let (mut counted, mut above) = (0, 0);
    for target in catalogue.targets() {
        let (status, handle, answer) = prepare(&format!(r#"{{"year":2024,"judge":["{}"]}}"#, target.id));
        match evaluator.threshold(target, Year::literal(2024)) {
            Ok(bound) => {
                assert_eq!(status, OK, "{answer}");
                if bound.counts_column().is_ok() {
                    counted += 1;
                    above += usize::from(agrees_on_counts(handle, &bound));
                }
                assert_eq!(dabiao_threshold_free(handle), OK);
            }
            Err(error) => {
                let answer: Value = serde_json::from_str(&answer).unwrap();
                assert_eq!((status, handle), (REFUSED, 0));
                assert_eq!(answer["errors"][0]["message"], error.to_string());
            }
        }
    }
    // Some cannot have a numerator above the denominator, and some can.
    assert!(0 < above && above < counted, "{above} of {counted}");
}

/// Whether a numerator above its denominator is called impossible; all verdicts are those on single counts.
fn agrees_on_counts(handle: u32, bound: &Threshold) -> bool {
    let (tops, bottoms) = ([5, 4, 0, 0, 1, 0], [4, 4, 4, 0, 0, 1]);
    let (status, outcomes, _, answer) = count(handle, &tops, &bottoms);
    assert_eq!(status, OK, "{answer}");
    for ((top, bottom), outcome) in tops.into_iter().zip(bottoms).zip(&outcomes) {
        let counts =
            dabiao::values::Counts { numerator: top.unsigned_abs(), denominator: bottom.unsigned_abs() };
        let wanted = match bound.judge_counts(counts).outcome {
            Outcome::Met => MET,
            Outcome::NotMet => NOT_MET,
            Outcome::Undetermined => UNDETERMINED,
            Outcome::NotApplicable => NOT_APPLICABLE,
            other => panic!("{other:?}"),
        };
        assert_eq!(*outcome, wanted, "{top} of {bottom}");
    }
    outcomes[0] == UNDETERMINED
}
