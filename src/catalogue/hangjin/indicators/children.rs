//! Indicators of the children's plan, in printed order.

use crate::catalogue::card::*;

indicators! {
    /// 适龄儿童免疫规划疫苗接种率, by township.
    IMMUNISATION_COVERAGE: Percent = share("immunisation-coverage", "适龄儿童免疫规划疫苗接种率", "coverage of the immunisation programme");
}
