//! TODO duties
