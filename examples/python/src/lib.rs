//! The native part of the Python package `dabiao`: bytes in, bytes out, and other threads run meanwhile. What a user meets is in
//! `python/dabiao`.

use pyo3::prelude::*;

/// Everything that crosses from Python and back.
#[pymodule(name = "_native", gil_used = false)]
mod native {
    use dabiao::data::Finding;
    use dabiao::json;
    use dabiao::values::names;
    use pyo3::exceptions::PyValueError;
    use pyo3::prelude::*;
    use pyo3::pybacked::PyBackedBytes;
    use pyo3::types::PyBytes;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", env!("CARGO_PKG_VERSION"))?;
        module.add("SCHEMA_VERSION", json::SCHEMA_VERSION)
    }

    /// Judges a request, or each of a batch: whether it was answered, and the report or what is wrong with the request.
    #[pyfunction]
    fn evaluate(py: Python<'_>, request: PyBackedBytes) -> (bool, Bound<'_, PyBytes>) {
        let (answered, answer) = py.detach(|| match json::evaluate(&request) {
            Ok(report) => (true, report),
            Err(refusal) => (false, refusal.to_json()),
        });
        (answered, PyBytes::new(py, answer.as_bytes()))
    }

    /// What each finding of a report means for its row, and says in Chinese and in English: `[[effect, zh, en], …]`.
    #[pyfunction]
    fn sentences(py: Python<'_>, findings: PyBackedBytes) -> PyResult<Bound<'_, PyBytes>> {
        let said = py.detach(|| {
            let findings: Vec<Finding> = serde_json::from_slice(&findings)?;
            let said =
                findings.iter().map(|Finding { kind, .. }| (kind.effect(), kind.zh(), kind.to_string()));
            serde_json::to_vec(&said.collect::<Vec<_>>())
        });
        let said = said.map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(PyBytes::new(py, &said))
    }

    /// What names have in common if they are one: two areas with one key are one area.
    #[pyfunction]
    fn keys(names: Vec<String>) -> Vec<String> {
        names.iter().map(|name| names::key(name).into_owned()).collect()
    }
}
