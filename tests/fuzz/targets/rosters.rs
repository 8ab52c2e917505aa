//! Any text as a table of rosters: every line that is not blank is read, refused with its line, stands above the header, or is
//! part of an error; and no roster is taken that lacks a row.

#![no_main]

use std::collections::BTreeSet;

use dabiao_fuzz::CATALOGUE;
use dabiao_tables::rosters::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let catalogue = &*CATALOGUE;
    let rosters = match read(catalogue, "rosters.csv", text) {
        Ok(rosters) => rosters,
        Err(wrong) => {
            assert!(wrong.line as usize <= dabiao_fuzz::lines(text).count());
            return;
        }
    };
    assert!(rosters.refused.len() <= rosters.read);
    let refused = rosters.refused.iter().map(|refusal| refusal.line);
    let titles = rosters.titles.iter().map(|(_, line, _)| *line);
    // Of the header and of rows that were taken no line is kept.
    let unplaced = 1 + rosters.read - rosters.refused.len();
    dabiao_fuzz::conserves(text, refused.chain(titles).collect(), unplaced);
    for refusal in &rosters.refused {
        assert!(refusal.line >= 1 && refusal.line as usize <= dabiao_fuzz::lines(text).count());
    }
    let members: usize = rosters.rosters.iter().map(|roster| roster.members.len()).sum();
    assert!(members + rosters.refused.len() <= rosters.read);
    for roster in &rosters.rosters {
        let names: BTreeSet<&str> = roster.members.iter().map(|member| &*member.id).collect();
        assert_eq!(names.len(), roster.members.len());
        assert!(names.iter().all(|name| !name.trim().is_empty()));
        assert!(!rosters.none_used);
    }
});
