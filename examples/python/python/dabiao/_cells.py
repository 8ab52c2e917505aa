"""Cells as programs keep them, made into what the JSON API takes. The rules stand in the README under "Cells".

Nothing is made better here than it is. What has no exact form is handed on as it stands, so that the row is refused by name.
"""

from __future__ import annotations

import datetime
import math
import re
import struct
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

Cell = Any
"""What a cell of a request may be: text, a whole number, true or false; ``None`` is an empty cell."""

EXACT = 9e15
"""Below this a float holds every whole number."""

MIDNIGHT = re.compile(r"[T ]00:00:00(\.0+)?$")
LONGEST = 200


def is_missing(value: object) -> bool:
    """``None``, NaN in any type, ``NaT`` and ``pandas.NA``."""
    if value is None:
        return True
    if isinstance(value, (float, Decimal)):
        return value != value if isinstance(value, float) else value.is_nan()
    return type(value).__name__ in ("NAType", "NaTType")


def digits15(value: float) -> str:
    """A double to 15 significant digits, as spreadsheets show it: 0.1 + 0.2 is 0.3. Infinity stays a word and is refused."""
    short = f"{value:.15g}"
    if "e" not in short or "inf" in short:
        return "0" if short == "-0" else short
    number = Decimal(short)
    # Outside of these a number is refused anyway, and need not be written out.
    return format(number, "f") if -28 <= number.adjusted() <= 28 else short


def narrow(value: float, code: str) -> str:
    """A float of 32 (``f``) or 16 (``e``) bits by the shortest decimal that is that float: 14.3 and not 14.3000001907349."""
    if not math.isfinite(value):
        return str(value)
    for places in range(1, 10):
        short = f"{value:.{places}g}"
        try:
            if struct.unpack(code, struct.pack(code, float(short)))[0] == value:
                return digits15(float(short))
        except OverflowError:
            continue
    return digits15(value)


def plain(value: object) -> object:
    """A NumPy scalar as Python has it; a date or a period as text; anything else as it is."""
    kind = type(value).__name__
    if kind in ("float32", "float16"):
        return Decimal(narrow(float(value), "f" if kind == "float32" else "e"))  # type: ignore[arg-type]
    if kind == "datetime64":
        text = str(value)
        return None if text == "NaT" else MIDNIGHT.sub("", text)
    if isinstance(value, datetime.date) and not is_missing(value):
        return MIDNIGHT.sub("", value.isoformat())
    if kind == "Period":
        return str(value)
    if hasattr(value, "dtype") and hasattr(value, "item"):
        return value.item()
    return value


def shown(value: object) -> str:
    """What is no cell, as text that no column reads."""
    try:
        text = repr(value)
    except Exception:  # an int of too many digits, an object that cannot show itself
        text = f"a {type(value).__name__}"
    text = text if text.startswith(("<", "a ")) else f"<{text}>"
    return text[:LONGEST]


def whole(value: float | Decimal) -> int | None:
    """The whole number that this is: 702.0, and 701.9999999999999 to 15 digits."""
    if isinstance(value, Decimal):
        return int(value) if value.is_finite() and value == value.to_integral_value() and abs(value) < EXACT else None
    if not math.isfinite(value) or abs(value) >= EXACT:
        return None
    short = Decimal(f"{value:.15g}")
    return int(short) if short == short.to_integral_value() else None


def value_cell(value: object) -> Cell:
    """A value: text as it stands, a float to 15 digits, a Decimal with the digits that it has."""
    value = plain(value)
    if is_missing(value):
        return None
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return digits15(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() <= LONGEST else shown(value)
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() and -28 <= value.adjusted() <= 28 else str(value)
    return shown(value)


def whole_cell(value: object) -> Cell:
    """A count, a year, a code: whole numbers, also as 702.0. What is not whole goes on as it is, and is refused by name."""
    value = plain(value)
    if is_missing(value):
        return None
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, (float, Decimal)):
        number = whole(value)
        if number is not None:
            return number
        return value if isinstance(value, float) and math.isfinite(value) else str(value)
    if isinstance(value, int):
        return value if value.bit_length() <= LONGEST else shown(value)
    return shown(value)


def text_cell(value: object) -> Cell:
    """Text; a number is handed on and refused."""
    cell = whole_cell(value)
    return str(cell) if isinstance(cell, float) else cell


def interval_cell(value: object) -> Cell:
    """``{"low": {"number": "10", "included": True}, "high": …}``; the numbers by the rule of values."""
    if not isinstance(value, Mapping):
        return whole_cell(value)
    ends: dict[str, Any] = {}
    for name, end in value.items():
        if isinstance(end, Mapping):
            end = {str(part): value_cell(cell) if part == "number" else whole_cell(cell) for part, cell in end.items()}
        else:
            end = whole_cell(end)
        ends[str(name)] = end
    return ends


COLUMNS: dict[str, Callable[[object], Cell]] = {
    "indicator": text_cell,
    "area": whole_cell,
    "unit_kind": text_cell,
    "unit_id": whole_cell,
    "residence": text_cell,
    "sex": text_cell,
    "age": whole_cell,
    "period": whole_cell,
    "value": value_cell,
    "interval": interval_cell,
    "unit": text_cell,
    "numerator": whole_cell,
    "denominator": whole_cell,
    "status": text_cell,
    "break": whole_cell,
    "source": text_cell,
}
"""The columns of an observation table, each with its rule."""
