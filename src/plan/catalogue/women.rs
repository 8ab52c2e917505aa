//! Indicators that are about women: the figure for women of one of both sexes, and those in which nobody else can be counted.

use super::Catalogue;
use crate::error::{Error, InvalidError, message};
use crate::plan::IndicatorCard;
use crate::values::{Disaggregation, Sex};

impl Catalogue {
    pub(super) fn check_women(&self, card: &IndicatorCard, say: &mut dyn FnMut(&'static str, Error)) {
        if card.women_only && (card.disaggregation.sex != Sex::Female || card.women_of.is_some()) {
            let remedy = message(
                "only where the sex of the indicator is female and it is not the figure for women of another",
                "只用于人群为女性、且不是另一指标女性数的指标",
            );
            say("women_only", InvalidError::new("women_only", true, remedy).into());
        }
        if let Some(Err(error)) = card.women_of.as_ref().map(|both| self.check_both_sexes(card, both)) {
            say("women_of", error);
        }
    }

    /// The indicator of both sexes differs from that for women in the sex alone, and has no other for women.
    fn check_both_sexes(&self, card: &IndicatorCard, of: &str) -> Result<(), Error> {
        let both = self.indicator(of)?;
        let of_both = Disaggregation { sex: Sex::Total, ..card.disaggregation };
        let alike = both.disaggregation == of_both
            && card.disaggregation.sex == Sex::Female
            && (both.unit, both.calendar, both.ceiling) == (card.unit, card.calendar, card.ceiling)
            && both.gap.is_none()
            && card.gap.is_none();
        if alike && self.women_of(&both.id).is_some_and(|women| women.id == card.id) {
            return Ok(());
        }
        let remedy = message(
            "name an indicator of both sexes with the same unit, limits, calendar, residence and age, and only in the one for women",
            "应是男女合计的指标，单位、界限、计量时间、城乡和年龄都相同，且只在女性指标中填写一次",
        );
        Err(InvalidError::new("women_of", of, remedy).into())
    }

    /// The indicator that is the figure for women of one of both sexes.
    pub(crate) fn women_of(&self, both: &str) -> Option<&IndicatorCard> {
        self.indicators().find(|card| card.women_of.as_deref() == Some(both))
    }
}
