//! What the chapters on organisation and monitoring count: meetings, reports, filings, evaluations.

use crate::catalogue::card::*;

indicators! {
    /// 委员会全体会议: plenary meetings of the committee; one meeting serves both plans.
    COMMITTEE_PLENARY_MEETINGS: Count = amount("committee-plenary-meetings", "妇儿工委全体会议", "plenary meetings of the working committee on women and children").when_it_happens();
}
