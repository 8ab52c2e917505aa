"""Judges the targets of a development plan: exact verdicts, an outlook, and early warnings.

    import dabiao

    judged = dabiao.judge(frame, plan="hangjin", year=2024)
    judged.verdicts, judged.warnings, judged.findings, judged.audits

Nothing is installed besides; pandas, polars and pyarrow are taken where a table of theirs is given.
"""

from . import _native
from ._errors import DabiaoError, InputError, Problem, RequestError
from ._judge import Brief, Judged, brief, evaluate, judge, targets

__version__: str = _native.VERSION
SCHEMA_VERSION: int = _native.SCHEMA_VERSION
"""The version of the form of requests and reports."""

__all__ = ["SCHEMA_VERSION", "Brief", "DabiaoError", "InputError", "Judged", "Problem", "RequestError", "__version__", "brief", "evaluate", "judge", "targets"]
