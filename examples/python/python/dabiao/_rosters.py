"""Rosters: who should report. A unit that is lost here makes a verdict over all units come out too well, so nothing is skipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import _native
from ._cells import text_cell, whole_cell
from ._errors import InputError, Problem
from ._tables import ROSTERS, kind_of, read

NONE = ("none", "无")
"""What stands in ``unit_id`` where an area has no unit of a kind."""


def rosters_of(given: Any, renamed: Mapping[Any, str | None]) -> list[dict[str, Any]]:
    """Rosters in the form of the JSON API, from that form or from a table with a line for each unit."""
    if given is None:
        return []
    if kind_of(given) == "rows" and isinstance(given, Iterable) and not isinstance(given, (str, bytes, Mapping)):
        given = list(given)
        if given and all(isinstance(roster, Mapping) and "members" in roster for roster in given):
            return [dict(roster) for roster in given]
    return gathered(read(given, ROSTERS, renamed, ("unit_kind", "unit_id", "year"), rule).rows)


def rule(column: str) -> Any:
    return text_cell if column == "unit_kind" else whole_cell


def gathered(rows: list[Any]) -> list[dict[str, Any]]:
    rosters: dict[tuple[str, str, int], dict[str, Any]] = {}
    problems: list[Problem] = []

    def slip(place: int, column: str, message: str, message_zh: str) -> None:
        problems.append(Problem(f"rosters[{place}].{column}", message, message_zh))

    for place, row in enumerate(rows):
        if not isinstance(row, Mapping):
            problems.append(Problem(f"rosters[{place}]", "this is no row", "这不是一行"))
            continue
        area, kind, unit, year, size = (row.get(column) for column in ROSTERS)
        before = len(problems)
        if not isinstance(kind, str) or not _native.keys([kind])[0]:
            slip(place, "unit_kind", "say of which kind the unit is", "请写明是哪一类单位")
        if unit is None or isinstance(unit, (bool, float)) or not _native.keys([str(unit)])[0]:
            slip(place, "unit_id", "name the unit; where there is none of the kind, write `none`", "请写单位名称；没有这类单位的写“无”")
        if isinstance(year, str) and year.strip().removesuffix("年").strip().isascii() and year.strip().removesuffix("年").strip().isdigit():
            year = int(year.strip().removesuffix("年"))
        if not isinstance(year, int) or isinstance(year, bool):
            slip(place, "year", f"cannot read `{year}` as a year; write 2024", f"无法将“{year}”读作年份；请写如2024")
        if isinstance(size, str) and size.strip().isascii() and size.strip().isdigit():
            size = int(size)
        if isinstance(size, str) and not size.strip():
            size = None
        if size is not None and (not isinstance(size, int) or isinstance(size, bool) or size < 0):
            slip(place, "size", f"cannot read `{size}` as a number of persons or cases", f"无法将“{size}”读作规模；请写整数")
        if len(problems) > before:
            continue
        area = "" if area is None else str(area)
        area_key, kind_key = _native.keys([area, str(kind)])
        roster = rosters.setdefault((area_key, kind_key, int(year)), {"kind": kind, "year": year, "members": []})  # type: ignore[arg-type]
        if area.strip():
            roster.setdefault("area", area)
        if str(unit).strip().lower() in NONE:
            continue
        roster["members"].append({"id": str(unit)} if size is None else {"id": str(unit), "size": size})
    if problems:
        raise InputError(problems)
    return list(rosters.values())
