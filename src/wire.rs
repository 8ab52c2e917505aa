//! What the wire forms share.

/// Reads a variant that carries nothing: serde's own reading of such a variant beside a tag would pass over unknown fields.
pub(crate) fn nothing<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}
    let Nothing {} = serde::Deserialize::deserialize(deserializer)?;
    Ok(())
}

/// Whether a flag is left out: one that is not set says nothing.
pub(crate) fn is_unset(flag: &bool) -> bool {
    !flag
}
