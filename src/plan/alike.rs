//! Which known names one may have been meant to be.

use alloc::string::String;
use alloc::vec::Vec;

use crate::values::names;

/// A folded name without the number of its item and without 其中.
pub(super) fn without_number(name: &str) -> &str {
    let digit = |found: char| found.is_ascii_digit() || "一二三四五六七八九十".contains(found);
    let numbered = |rest: &'_ str| {
        let length = rest.chars().take_while(|found| digit(*found)).map(char::len_utf8).sum::<usize>();
        (length > 0 && length <= 9)
            .then(|| rest.split_at_checked(length))
            .flatten()
            .map(|(_, behind)| behind.len())
    };
    let mut rest = name;
    loop {
        let open = rest.strip_prefix('(');
        let behind = numbered(open.unwrap_or(rest)).and_then(|kept| rest.get(rest.len() - kept..));
        let item = behind.and_then(|behind| match open {
            Some(_) => behind.strip_prefix(')'),
            None => behind
                .strip_prefix(['、', ')', ':'])
                .or_else(|| behind.strip_prefix('.').and_then(behind_point)),
        });
        let circled =
            rest.strip_prefix(|found: char| matches!(found, '\u{2460}'..='\u{2473}' | '#' | '·' | '-'));
        let among = rest.strip_prefix("其中").map(|rest| rest.trim_start_matches([':', ',', '、']));
        match item.or(circled).or(among) {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// What stands behind the point of `1.婴儿…` and of `1.1婴儿…`, where further numbers of items are left out. In `1.5岁…` the
/// number may belong to the name, so that it is no item.
fn behind_point(rest: &str) -> Option<&str> {
    let name = rest.trim_start_matches(|found: char| found.is_ascii_digit());
    if name.len() == rest.len() {
        return Some(rest);
    }
    match name.strip_prefix('.') {
        Some(further) => behind_point(further),
        None => Some(name.trim_start_matches('、'))
            .filter(|name| !name.starts_with(['岁', '周', '年', '-', '%', '‰'])),
    }
}

/// Longer names than this are compared by their first characters, and among more names than that none is looked for: a plan
/// of thousands of slips is told as fast as it is read.
const MOST_ALIKE: usize = 60;
const MOST_KNOWN: usize = 2_000;

/// Words that make one indicator another: those in one line are one word.
const WORDS: &[&[&str]] = &[
    &["妇女", "女性", "女职工", "女干部", "女童", "女"],
    &["男性", "男童", "男"],
    &["农村", "牧区", "乡村"],
    &["城镇", "城市"],
    &["城乡"],
    &["区域"],
    &["孕产妇", "产妇", "孕妇"],
    &["新生儿"],
    &["婴儿"],
    &["儿童"],
    &["学前"],
    &["小学"],
    &["初中"],
    &["高中"],
    &["残疾"],
    &["死亡"],
    &["贫血"],
    &["感染"],
    &["检测"],
    &["治疗"],
    &["筛查"],
    &["传播"],
    &["发病"],
    &["致残"],
    &["发生"],
    &["超重"],
    &["肥胖"],
    &["近视"],
    &["艾滋病"],
    &["梅毒"],
    &["乙肝"],
    &["宫颈癌"],
    &["乳腺癌"],
    &["养老"],
    &["医疗"],
    &["失业"],
    &["工伤"],
    &["生育"],
    &["优良"],
    &["合格"],
    &["正职"],
    &["候选"],
    &["差距"],
];

/// Single characters that make the difference where they stand for one another.
const SIGNS: &str = "发患男女城乡村镇市县旗初高中小大上下0123456789一二三四五六七八九十";

/// The up to three known names that one may have been meant to be, the likeliest first: by characters in common and in
/// order, and never across a word that makes another indicator of it. Each known name is given folded and as it is shown.
pub(crate) fn suggestions<'a>(given: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let key = names::key(given);
    let wanted: Vec<char> = without_number(&key).chars().take(MOST_ALIKE).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut candidate: Vec<char> = Vec::new();
    for (folded, shown) in known.take(MOST_KNOWN) {
        candidate.clear();
        candidate.extend(folded.chars().take(MOST_ALIKE));
        let longer = wanted.len().max(candidate.len());
        // A name differs from another in at least as many characters as it is longer, and in those that it alone has.
        if wanted.len().abs_diff(candidate.len()) * 3 > longer {
            continue;
        }
        let shared = wanted.iter().filter(|letter| candidate.contains(*letter)).count();
        if shared * 2 < wanted.len() {
            continue;
        }
        let distance = distance(&wanted, &candidate);
        if distance * 3 <= longer && !differs(&wanted, &candidate) {
            found.push((distance, shown));
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    let nearest = found.first().map_or(0, |(distance, _)| *distance);
    let mut names: Vec<&str> = Vec::new();
    for (distance, name) in found {
        if distance <= nearest * 2 && names.len() < 3 && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether a word that makes the difference stands in one name and not in the other.
fn differs(one: &[char], other: &[char]) -> bool {
    let ahead = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = |name: &[char]| -> Vec<char> {
        let end = name.len() - behind.min(name.len().saturating_sub(ahead));
        name.get(ahead..end.max(ahead)).unwrap_or_default().to_vec()
    };
    let (mine, theirs) = (middle(one), middle(other));
    let ascii = one.iter().chain(other).all(char::is_ascii);
    if let ([a], [b]) = (mine.as_slice(), theirs.as_slice()) {
        // A slip of one character, as 忘 for 亡.
        return !ascii && (SIGNS.contains(*a) || SIGNS.contains(*b));
    }
    let sorted = |letters: &[char]| {
        let mut sorted = letters.to_vec();
        sorted.sort_unstable();
        sorted
    };
    if sorted(&mine) == sorted(&theirs) {
        return false;
    }
    let digits = |name: &[char]| name.iter().filter(|found| found.is_ascii_digit()).collect::<String>();
    let (one_text, other_text): (String, String) = (one.iter().collect(), other.iter().collect());
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let another_word = mine.len() > 1 && theirs.len() > 1 && !mine.iter().any(|found| theirs.contains(found));
    if ascii {
        return false;
    }
    digits(one) != digits(other)
        || another_word
        || WORDS.iter().any(|words| has(&one_text, words) != has(&other_text, words))
}

/// How many characters have to be changed, put in or left out.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (line, found) in other.iter().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, wanted) in row.iter_mut().skip(1).zip(one) {
            let changed = diagonal + usize::from(wanted != found);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}
