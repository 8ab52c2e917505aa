//! Indicators of the women's plan, in printed order.

use crate::catalogue::card::*;
use crate::indicator::Between;

indicators! {
    /// 孕产妇死亡率: maternal deaths in the year over live births of the year.
    MATERNAL_MORTALITY_RATIO: Per100k = events("maternal-mortality-ratio", "孕产妇死亡率", "maternal mortality ratio");
    /// 孕产妇死亡率城乡差距: the absolute difference between town and country.
    MATERNAL_MORTALITY_URBAN_RURAL_GAP: Per100k = difference("maternal-mortality-ratio.urban-rural-gap", "孕产妇死亡率城乡差距", "urban-rural gap in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::UrbanRural);
    /// 女性人均预期寿命: women's life expectancy at birth.
    FEMALE_LIFE_EXPECTANCY: Years = amount("female-life-expectancy", "妇女人均预期寿命", "female life expectancy").of_women();
}
