//! TODO measures
