"""Tables of any kind: read into rows of a request, and made from columns of results."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ._cells import COLUMNS, Cell, is_missing, narrow
from ._errors import InputError, Problem, wrong

HEADINGS: dict[str, tuple[str, ...]] = {
    "indicator": ("指标", "指标名称", "指标代码", "监测指标", "项目"),
    "area": ("地区", "区域", "行政区划", "旗县", "ref_area", "geo"),
    "unit_kind": ("单位类别", "机构类别"),
    "unit_id": ("单位名称", "机构名称"),
    "residence": ("城乡", "urbanisation", "urbanization"),
    "sex": ("性别",),
    "age": ("年龄", "年龄组", "年龄段", "age_group"),
    "period": ("年份", "年度", "时间", "时期", "统计时间", "year", "time_period"),
    "value": ("数值", "值", "指标值", "数据", "obs_value"),
    "unit": ("单位", "计量单位", "units", "unit_measure"),
    "numerator": ("分子",),
    "denominator": ("分母",),
    "status": ("状态", "数据状态", "缺数原因", "obs_status", "observation_status"),
    "size": ("规模",),
    "break": ("口径变化",),
    "source": ("来源", "数据来源", "数据出处"),
}
"""The words under which a column is found besides its own name, as in text tables (``examples/tables``)."""

IGNORED = ("序号", "责任单位", "牵头单位", "填报单位", "填报人", "目标", "目标值", "2030年目标", "增减", "代码", "领域")
"""Headings that are known and not read."""

OBSERVATIONS = tuple(COLUMNS)
ROSTERS = ("area", "unit_kind", "unit_id", "year", "size")

NAMED = {word: column for column, words in HEADINGS.items() for word in (column, *words)}


def folded(heading: object) -> str:
    """A heading whatever its width, case and blanks."""
    text = unicodedata.normalize("NFKC", str(heading)).lower()
    return "".join(found for found in text if not found.isspace() and unicodedata.category(found) not in ("Cf", "Cc"))


@dataclass(frozen=True)
class Heading:
    """What a heading of the caller's names."""

    column: str | None
    """The column; none where it is not read."""
    unit: str | None = None
    """The unit in brackets behind the heading of the values: ``数值（％）``."""


def headings(given: Iterable[object], known: Sequence[str], renamed: Mapping[Any, str | None], needed: Sequence[str]) -> dict[Any, Heading]:
    """The columns that headings name. Raises where one is not known, stands there twice, or one that is needed is not there."""
    found: dict[Any, Heading] = {}
    taken: dict[str, object] = {}
    problems: list[Problem] = []
    period = "year" if "year" in known else "period"
    for heading in given:
        if heading in renamed:
            column = renamed[heading]
            unit = None
            if column is not None and column not in known:
                problems.append(
                    Problem(
                        f"columns[{heading!r}]",
                        f"there is no column `{column}`; the columns are {', '.join(known)}",
                        f"没有“{column}”这一列；各列为{'、'.join(known)}",
                    )
                )
                continue
        else:
            word = folded(heading)
            column, unit = NAMED.get(word, word if word in known else None), None
            if column is None and (split := re.fullmatch(r"(.+)\((?:单位:)?(.+)\)", word)) and NAMED.get(split[1]) == "value":
                column, unit = "value", split[2]
            if column == "period":
                column = period
            if word in IGNORED:
                found[heading] = Heading(None)
                continue
            if column not in known:
                problems.append(
                    Problem(
                        str(heading),
                        f"there is no column `{heading}`; the columns are {', '.join(known)}; say in `columns` which of them it is, "
                        f"or that it is not to be read: columns={{{heading!r}: None}}",
                        f"没有“{heading}”这一列；各列为{'、'.join(known)}；请在columns中写明它是哪一列，或写None表示不读",
                    )
                )
                continue
        if column is not None and column in taken:
            problems.append(
                Problem(
                    str(heading),
                    f"`{taken[column]}` and `{heading}` are both the column `{column}`; keep one",
                    f"“{taken[column]}”和“{heading}”都是“{column}”列；请保留一列",
                )
            )
            continue
        if column is not None:
            taken[column] = heading
        found[heading] = Heading(column, unit)
    for column in needed:
        if column not in taken:
            words = HEADINGS.get(column, HEADINGS["period"] if column == "year" else ())
            problems.append(
                Problem(
                    column,
                    f"there is no column `{column}`; the columns are {', '.join(map(str, found)) or 'none'}",
                    f"缺少“{words[0] if words else column}”列（{column}）",
                )
            )
    if problems:
        raise InputError(problems)
    return found


def kind_of(data: object) -> str:
    """``pandas``, ``polars``, ``pyarrow`` or ``rows``, by the package that a table's type is from."""
    for kind in type(data).__mro__:
        package = kind.__module__.partition(".")[0]
        if package in ("pandas", "polars", "pyarrow") and package in sys.modules:
            return package
    return "rows"


@dataclass
class Table:
    """A table as the rows of a request."""

    kind: str
    rows: list[Any]
    """Each an object with the columns' names; what is no row at all stays what it is, and is refused alone."""


def narrow_code(dtype: object) -> str | None:
    """Of floats of less than 64 bits, how :mod:`struct` calls them."""
    name = str(dtype).lower()
    if name in ("float32", "float", "float[pyarrow]"):
        return "f"
    return "e" if name in ("float16", "halffloat", "halffloat[pyarrow]") else None


def frame_columns(data: Any, kind: str) -> tuple[list[Any], Callable[[int], list[Any]], int]:
    """The headings of a frame, its columns as lists by place, and how many rows it has."""
    if kind == "pandas":
        if not hasattr(data, "columns"):
            raise wrong("", f"a pandas {type(data).__name__} is no table; give a DataFrame", f"pandas的{type(data).__name__}不是表；请给DataFrame")
        named = [name for name in data.index.names if name is not None]
        if named:
            data = data.reset_index(level=named)
        names = list(data.columns)

        def column(place: int) -> list[Any]:
            series = data.iloc[:, place]
            return widened(series.tolist(), narrow_code(series.dtype))

        return names, column, len(data)
    if kind == "polars":
        if hasattr(data, "collect"):
            data = data.collect()
        if not hasattr(data, "get_columns"):
            raise wrong("", f"a polars {type(data).__name__} is no table; give a DataFrame", f"polars的{type(data).__name__}不是表；请给DataFrame")
        series = data.get_columns()
        return list(data.columns), lambda place: widened(series[place].to_list(), narrow_code(series[place].dtype)), data.height
    if not hasattr(data, "column_names"):
        if not hasattr(data, "schema") or not hasattr(data, "num_rows"):
            raise wrong("", f"a pyarrow {type(data).__name__} is no table; give a Table", f"pyarrow的{type(data).__name__}不是表；请给Table")
        names = list(data.schema.names)
    else:
        names = list(data.column_names)
    return names, lambda place: widened(data.column(place).to_pylist(), narrow_code(data.schema.field(place).type)), data.num_rows


def widened(values: list[Any], code: str | None) -> list[Any]:
    """Floats of less than 64 bits as the decimals that they stand for."""
    if code is None:
        return values
    return [None if is_missing(value) else Decimal(narrow(float(value), code)) for value in values]


def read(data: Any, known: Sequence[str], renamed: Mapping[Any, str | None], needed: Sequence[str], rule: Callable[[str], Callable[[object], Cell]]) -> Table:
    """A table of any kind as rows."""
    kind = kind_of(data)
    if kind == "rows":
        return Table(kind, from_rows(data, known, renamed, rule))
    names, column, height = frame_columns(data, kind)
    doubled = {str(name) for name in names if names.count(name) > 1}
    if doubled:
        raise InputError(
            [Problem(name, f"the column `{name}` stands there twice; keep one", f"“{name}”列出现两次；请保留一列") for name in sorted(doubled)]
        )
    found = headings(names, known, renamed, needed if names or height else ())
    parts: list[tuple[str, list[Cell]]] = []
    default_unit: str | None = None
    for place, name in enumerate(names):
        heading = found[name]
        if heading.column is None:
            continue
        default_unit = heading.unit or default_unit
        convert = rule(heading.column)
        parts.append((heading.column, [convert(value) for value in column(place)]))
    rows: list[Any] = []
    for place in range(height):
        rows.append(with_unit({name: cells[place] for name, cells in parts if cells[place] is not None}, default_unit))
    return Table(kind, rows)


def with_unit(row: dict[str, Cell], unit: str | None) -> dict[str, Cell]:
    """The unit of the values' heading, where the row names none."""
    if unit is not None and not str(row.get("unit") or "").strip():
        row["unit"] = unit
    return row


def from_rows(data: Any, known: Sequence[str], renamed: Mapping[Any, str | None], rule: Callable[[str], Callable[[object], Cell]]) -> list[Any]:
    """Rows as mappings from headings to cells."""
    if isinstance(data, (str, bytes, Mapping)) or not isinstance(data, Iterable):
        raise wrong(
            "",
            f"a {type(data).__name__} is no table; give a frame, or a list with a dict for each row",
            f"{type(data).__name__}不是表；请给数据框，或每行一个dict的列表",
        )
    given = list(data)
    names: dict[Any, None] = {}
    for row in given:
        if isinstance(row, Mapping):
            names.update(dict.fromkeys(row))
    found = headings(names, known, renamed, ())
    default_unit = next((heading.unit for heading in found.values() if heading.unit), None)
    rows: list[Any] = []
    for row in given:
        if not isinstance(row, Mapping):
            rows.append(None if row is None else str(row)[:60])
            continue
        cells: dict[str, Cell] = {}
        for name, value in row.items():
            column = found[name].column
            if column is not None and (cell := rule(column)(value)) is not None:
                cells[column] = cell
        rows.append(with_unit(cells, default_unit))
    return rows


Schema = Sequence[tuple[str, str]]
"""The columns of a result: names, and ``text``, ``whole``, ``number`` or ``flag``."""

NUMBERS = ("decimal", "float", "text")


def number(text: str | None, numbers: str) -> Any:
    """An exact number as asked for."""
    if text is None or numbers == "text":
        return text
    return float(text) if numbers == "float" else Decimal(text)


def built(kind: str, schema: Schema, columns: Mapping[str, list[Any]], numbers: str) -> Any:
    """A table of a kind from columns."""

    def filled(name: str, holds: str) -> list[Any]:
        cells = columns[name]
        return [number(cell, numbers) for cell in cells] if holds == "number" else cells

    if kind == "rows":
        names = [name for name, _ in schema]
        return [dict(zip(names, cells)) for cells in zip(*(filled(name, holds) for name, holds in schema))]
    if kind == "pandas":
        import pandas

        types = {"text": "string", "whole": "Int64", "flag": "boolean", "number": {"float": "float64", "text": "string"}.get(numbers, "object")}
        return pandas.DataFrame({name: pandas.Series(filled(name, holds), dtype=types[holds]) for name, holds in schema})
    if kind == "polars":
        import polars

        kinds = {"text": polars.String, "whole": polars.Int64, "flag": polars.Boolean}
        kinds["number"] = polars.Float64 if numbers == "float" else polars.String
        return polars.DataFrame({name: filled(name, holds) for name, holds in schema}, schema={name: kinds[holds] for name, holds in schema})
    import pyarrow

    arrow = {"text": pyarrow.string(), "whole": pyarrow.int64(), "flag": pyarrow.bool_()}
    arrow["number"] = pyarrow.float64() if numbers == "float" else pyarrow.string()
    return pyarrow.table(
        [pyarrow.array(filled(name, holds), type=arrow[holds]) for name, holds in schema], names=[name for name, _ in schema]
    )
