//! TODO goals
