//! Quantified strategy measures of the women's plan, in printed order.
