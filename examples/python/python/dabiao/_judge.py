"""One call from a table to its verdicts."""

from __future__ import annotations

import json
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from . import _native
from ._cells import COLUMNS
from ._errors import InputError, Problem, RequestError, wrong
from ._plans import Plan, resolved
from ._rosters import rosters_of
from ._tables import NUMBERS, OBSERVATIONS, Schema, built, kind_of, read

T = TypeVar("T")

VERDICTS: Schema = (
    ("area", "text"),
    ("year", "whole"),
    ("plan", "text"),
    ("clause", "text"),
    ("target", "text"),
    ("indicator", "text"),
    ("indicator_zh", "text"),
    ("indicator_en", "text"),
    ("kind", "text"),
    ("outcome", "text"),
    ("standing", "text"),
    ("severity", "text"),
    ("value", "number"),
    ("unit", "text"),
    ("numerator", "whole"),
    ("denominator", "whole"),
    ("limit", "number"),
    ("better", "text"),
    ("included", "flag"),
    ("margin", "number"),
    ("margin_unit", "text"),
    ("due", "whole"),
    ("expected_year", "whole"),
    ("chance", "text"),
    ("reasons", "text"),
    ("sentence_zh", "text"),
    ("sentence_en", "text"),
)
WARNINGS: Schema = (
    ("area", "text"),
    ("year", "whole"),
    ("plan", "text"),
    ("clause", "text"),
    ("target", "text"),
    ("indicator_zh", "text"),
    ("severity", "text"),
    ("signal", "text"),
    ("headline", "flag"),
    ("sure", "flag"),
    ("counts_wanted", "flag"),
    ("clearing", "text"),
    ("sentence_zh", "text"),
    ("sentence_en", "text"),
)
FINDINGS: Schema = (
    ("area", "text"),
    ("row", "whole"),
    ("column", "text"),
    ("kind", "text"),
    ("effect", "text"),
    ("indicator", "text"),
    ("period", "text"),
    ("cell_zh", "text"),
    ("cell_en", "text"),
    ("source", "text"),
    ("message_zh", "text"),
    ("message_en", "text"),
)
AUDITS: Schema = (
    ("area", "text"),
    ("row", "whole"),
    ("relation", "text"),
    ("level", "text"),
    ("relation_zh", "text"),
    ("relation_en", "text"),
    ("indicator", "text"),
    ("period", "text"),
    ("message_zh", "text"),
    ("message_en", "text"),
)
BRIEF: Schema = (
    ("area", "text"),
    ("year", "whole"),
    ("target", "text"),
    ("outcome", "text"),
    ("standing", "text"),
    ("value", "number"),
    ("limit", "number"),
    ("margin", "number"),
    ("signal", "text"),
    ("severity", "text"),
)
SUMMARY: Schema = (
    ("area", "text"),
    ("year", "whole"),
    ("plan", "text"),
    ("total", "whole"),
    ("met", "whole"),
    ("not_met", "whole"),
    ("undetermined", "whole"),
    ("not_applicable", "whole"),
    ("not_due", "whole"),
    ("not_judged", "whole"),
)
ERRORS: Schema = (("area", "text"), ("path", "text"), ("message", "text"), ("message_zh", "text"))

PLACE = re.compile(r"observations\[(\d+)\](?:\.(\w+))?")

AREAS_SHOWN = 5
IN_FLIGHT = 4


@dataclass(frozen=True)
class _Part:
    """The request of one area, and where its rows stand in the caller's table."""

    area: str | None
    request: bytes
    rows: Sequence[int]


class _Tables:
    """What tables of verdicts have in common."""

    kind: str
    areas: tuple[str | None, ...]
    _tables: Mapping[str, tuple[Schema, Mapping[str, list[Any]]]]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(columns[schema[0][0]])} {name}" for name, (schema, columns) in self._tables.items())
        return f"<{type(self).__name__} {self.kind}: {len(self.areas)} areas, {counts}>"

    def to_dicts(self, numbers: str = "decimal") -> dict[str, list[dict[str, Any]]]:
        """All tables as lists of dicts, whatever kind was given."""
        _checked(numbers)
        return {name: built("rows", schema, columns, numbers) for name, (schema, columns) in self._tables.items()}


@dataclass(frozen=True, eq=False, repr=False)
class Judged(_Tables, Generic[T]):
    """What was judged, in tables of the kind that was given: a frame for a frame, a list of dicts for rows.

    Every number in them is exact before it is shown; see ``numbers`` of :func:`judge`.
    """

    kind: str
    """``pandas``, ``polars``, ``pyarrow`` or ``rows``."""
    verdicts: T
    """One row for each area and target."""
    warnings: T
    """One row for each warning and remark; ``headline`` marks a target's most severe."""
    findings: T
    """What was odd about rows and cells, and which rows were refused. ``row`` is the row's place in the table that was given, from 0."""
    audits: T
    """Relations between figures that do not hold (逻辑审核)."""
    summary: T
    """For each area and plan, how many targets came out how."""
    errors: T
    """In a batch, the areas that could not be judged at all. Where there is only one area, an exception takes its place."""
    areas: tuple[str | None, ...]
    """The areas that were judged; ``None`` for rows that name none."""
    _tables: Mapping[str, tuple[Schema, Mapping[str, list[Any]]]]
    _parts: Mapping[str | None, _Part]

    def report(self, area: str | None = None) -> dict[str, Any]:
        """The whole report of an area as the JSON API gives it, made anew. The area may be left out where there is only one."""
        if area is None and len(self._parts) == 1:
            (part,) = self._parts.values()
        else:
            key = None if area is None else _native.keys([area])[0]
            found = [part for name, part in self._parts.items() if (None if name is None else _native.keys([name])[0]) == key]
            if not found:
                raise wrong("area", f"`{area}` was not judged; the areas are {_named(self.areas)}", f"没有评价“{area}”；地区有{_named(self.areas)}")
            part = found[0]
        report: dict[str, Any] = json.loads(evaluate(part.request))
        return report


@dataclass(frozen=True, eq=False, repr=False)
class Brief(_Tables, Generic[T]):
    """Verdicts in short, in tables of the kind that was given. They are those of :func:`judge`; relations between figures are not looked at."""

    kind: str
    """``pandas``, ``polars``, ``pyarrow`` or ``rows``."""
    verdicts: T
    """One row for each area and target; ``signal`` and ``severity`` are those of the warning that is told first."""
    findings: T
    """What was odd about rows and cells, and which rows were refused, as in :class:`Judged`."""
    errors: T
    """In a batch, the areas that could not be judged at all. Where there is only one area, an exception takes its place."""
    areas: tuple[str | None, ...]
    """The areas that were judged; ``None`` for rows that name none."""
    _tables: Mapping[str, tuple[Schema, Mapping[str, list[Any]]]]


def evaluate(request: bytes | str) -> bytes:
    """The JSON API as it is: a request, or an array of requests, in; a report, or an array of answers, out.

    Raises :class:`RequestError` where the request is refused. Other threads run meanwhile.
    """
    answered, answer = _native.evaluate(request.encode("utf-8", "surrogatepass") if isinstance(request, str) else bytes(request))
    if not answered:
        raise RequestError(answer)
    return answer


def judge(
    data: T,
    plan: Plan | Sequence[Plan] = "hangjin",
    year: int | None = None,
    area: str | int | Sequence[str | int] | None = None,
    *,
    targets: Sequence[str] | None = None,
    rosters: Any = None,
    columns: Mapping[Any, str | None] | None = None,
    settings: Mapping[str, Any] | None = None,
    languages: Sequence[str] = ("zh", "en"),
    catalogue: str = "hangjin",
    allow_empty: bool = False,
    numbers: str | None = None,
    threads: int | None = None,
) -> Judged[T]:
    """Judges a table.

    :param data: a pandas or polars frame, a pyarrow table, or a list with a dict for each row. Its columns are those of an observation
        table (``indicator``, ``period``, ``value``, …) or their Chinese headings (指标, 年份, 数值, …).
    :param plan: ``"hangjin"`` (both built-in plans), ``"women"``, ``"children"``, an own plan (a file of TOML or JSON, its text, or what a
        parser made of it), or several of these.
    :param year: the year to assess.
    :param area: the area, or several. Where it is left out, each area of the table is judged. Rows that name no area belong to the
        one area that is judged, and are an area of their own, ``None``, where there are several.
    :param targets: ids of the targets to judge; all of the plan where it is left out.
    :param rosters: who should report: a table with ``area``, ``unit_kind``, ``unit_id``, ``year``, ``size``, or rosters in the form of
        the JSON API.
    :param columns: what headings of one's own stand for, ``{"death_count": "numerator", "remarks": None}``; ``None`` is not read.
    :param settings: what differs from the default settings, in the form of the JSON API.
    :param languages: in which languages the sentences are made.
    :param catalogue: ``"none"`` to begin without the built-in indicators and plans.
    :param allow_empty: whether an area that is asked for may be without rows.
    :param numbers: numbers of the results as ``"float"`` (usual in frames), exact ``"text"``, or ``"decimal"`` (usual in rows; not in
        polars and pyarrow).
    :param threads: how many areas are judged at a time; the processors' number where it is left out.
    :raises InputError: where the table, a plan, a roster or an area cannot be used as a whole.
    :raises RequestError: where the request is refused.
    """
    kind, numbers, parts, whole_year = _asked_of(
        data, plan, year, area, targets, rosters, columns, settings, catalogue, allow_empty, numbers, {"languages": list(languages)}
    )
    gathered = _Gathered({"verdicts": VERDICTS, "warnings": WARNINGS, "findings": FINDINGS, "audits": AUDITS, "summary": SUMMARY, "errors": ERRORS})
    done = gathered.take_all(parts, threads, lambda part, report: gathered.take(part, report, whole_year))
    return Judged(kind=kind, areas=tuple(done), _tables=gathered.tables, _parts=done, **gathered.built(kind, numbers))


def brief(
    data: T,
    plan: Plan | Sequence[Plan] = "hangjin",
    year: int | None = None,
    area: str | int | Sequence[str | int] | None = None,
    *,
    targets: Sequence[str] | None = None,
    rosters: Any = None,
    columns: Mapping[Any, str | None] | None = None,
    settings: Mapping[str, Any] | None = None,
    catalogue: str = "hangjin",
    allow_empty: bool = False,
    numbers: str | None = None,
    threads: int | None = None,
) -> Brief[T]:
    """Judges a table in short: outcome, standing, value, limit, margin and headline of each target, for a fraction of the time.

    The arguments, and what they raise, are those of :func:`judge`. What verdicts rest on, sentences, warnings beside the headline and
    the relations between figures are left out; no verdict is another one.
    """
    kind, numbers, parts, whole_year = _asked_of(
        data, plan, year, area, targets, rosters, columns, settings, catalogue, allow_empty, numbers, {"brief": True}
    )
    gathered = _Gathered({"verdicts": BRIEF, "findings": FINDINGS, "errors": ERRORS})
    done = gathered.take_all(parts, threads, lambda part, report: gathered.take_brief(part, report, whole_year))
    return Brief(kind=kind, areas=tuple(done), _tables=gathered.tables, **gathered.built(kind, numbers))


def targets(plan: Plan | Sequence[Plan] = "hangjin", year: int = 2030, catalogue: str = "hangjin") -> list[dict[str, Any]]:
    """The targets of a plan in force in a year, each with its card and that of its indicator, as the JSON API has them."""
    own, judged = resolved(plan)
    request: dict[str, Any] = {"year": year, "catalogue": catalogue, "plans": own}
    if judged is not None:
        request["judge"] = judged
    report = json.loads(evaluate(json.dumps(request)))
    return [{**row["target"], "clause_id": row["clause"], "kind": row["kind"], "card": row["indicator"]} for row in report["rows"]]


def _asked_of(
    data: Any,
    plan: Plan | Sequence[Plan],
    year: Any,
    area: Any,
    targets: Sequence[str] | None,
    rosters: Any,
    columns: Mapping[Any, str | None] | None,
    settings: Mapping[str, Any] | None,
    catalogue: str,
    allow_empty: bool,
    numbers: str | None,
    more: Mapping[str, Any],
) -> tuple[str, str, list[_Part], int]:
    """The kind of table, how numbers are shown, the requests, and the year."""
    kind = kind_of(data)
    numbers = _checked(numbers or ("decimal" if kind == "rows" else "float"), kind)
    if year is None:
        raise wrong("year", "name the year to be assessed: year=2024", "请写明评价年份，如year=2024")
    table = read(data, OBSERVATIONS, columns or {}, ("indicator", "period"), COLUMNS.__getitem__)
    own, judged = resolved(plan)
    base: dict[str, Any] = {"year": _whole_year(year), **more}
    if catalogue != "hangjin":
        base["catalogue"] = catalogue
    if own:
        base["plans"] = own
    if targets is not None:
        base["judge"] = [targets] if isinstance(targets, str) else list(targets)
    elif judged is not None and set(judged) != {"women", "children"}:
        base["judge"] = judged
    if settings:
        base["settings"] = settings
    return kind, numbers, _parts(table.rows, rosters_of(rosters, {}), _asked(area), base, allow_empty), base["year"]


def _checked(numbers: str, kind: str = "rows") -> str:
    if numbers not in NUMBERS:
        raise wrong("numbers", f"there is no `{numbers}`; write one of {', '.join(NUMBERS)}", f"没有“{numbers}”；可用：{'、'.join(NUMBERS)}")
    if numbers == "decimal" and kind in ("polars", "pyarrow"):
        raise wrong("numbers", f"numbers of {kind} come as `float` or exact `text`", f"{kind}的数只能是float，或精确的text")
    return numbers


def _whole_year(year: Any) -> Any:
    return year.item() if hasattr(year, "dtype") and hasattr(year, "item") else year


def _asked(area: Any) -> list[str] | None:
    if area is None:
        return None
    several = [area] if isinstance(area, (str, int)) or hasattr(area, "dtype") and not hasattr(area, "__len__") else list(area)
    if not several:
        raise wrong("area", "name at least one area, or leave `area` out", "请至少写一个地区，或不写area")
    return [str(COLUMNS["area"](each)) for each in several]


def _named(areas: Iterable[str | None]) -> str:
    known = [str(area) for area in areas if area is not None]
    return ", ".join(known[:AREAS_SHOWN]) + (" …" if len(known) > AREAS_SHOWN else "")


def _parts(rows: list[Any], rosters: list[dict[str, Any]], asked: list[str] | None, base: Mapping[str, Any], allow_empty: bool) -> list[_Part]:
    """The table taken apart into a request for each area. Areas are one however they are written."""
    of_rows = [str(row.get("area") or "") if isinstance(row, Mapping) else "" for row in rows]
    of_rosters = [str(roster.get("area") or "") for roster in rosters]
    written = list(dict.fromkeys([*of_rows, *of_rosters, *(asked or [])]))
    # Half a character is no text; the API refuses its row.
    keys = dict(zip(written, _native.keys([name.encode("utf-8", "replace").decode() for name in written])))
    places: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for place, area in enumerate(of_rows):
        places.setdefault(keys[area], []).append(place)
        names.setdefault(keys[area], area.strip())
    lists: dict[str, list[dict[str, Any]]] = {}
    for roster, area in zip(rosters, of_rosters):
        lists.setdefault(keys[area], []).append(roster)
        names.setdefault(keys[area], area.strip())
    known = [key for key in names if key]
    if asked is None:
        wanted = known
    else:
        wanted = list(dict.fromkeys(keys[area] for area in asked))
        unknown = [area for area in asked if keys[area] not in names]
        if known and unknown and not allow_empty and (len(wanted) > 1 or not places.get("")):
            told = _named(names[key] for key in known)
            raise InputError(
                Problem("area", f"no rows are of `{area}`; areas with rows are {told}", f"没有“{area}”的数据；有数据的地区是{told}") for area in unknown
            )
        for area in asked:
            names.setdefault(keys[area], area.strip())
    alone = len(wanted) <= 1
    if not alone and (places.get("") or lists.get("")):
        wanted = [*wanted, ""]
    parts: list[_Part] = []
    for key in wanted or [""]:
        own = places.get(key, [])
        own_lists = lists.get(key, [])
        if alone and key:
            own = sorted([*own, *places.get("", [])])
            own_lists = [*own_lists, *lists.get("", [])]
        request = dict(base)
        if key:
            request["area"] = names[key]
        if allow_empty:
            request["allow_empty"] = True
        if own_lists:
            request["rosters"] = own_lists
        request["observations"] = [rows[place] for place in own]
        parts.append(_Part(names[key] if key else None, _encoded(request), own))
    return parts


def _encoded(request: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(request, allow_nan=False, separators=(",", ":")).encode()
    except (TypeError, ValueError) as error:
        raise wrong("", f"plan, settings and rosters have to be what JSON can hold: {error}", f"规划、设置和名录应能写成JSON：{error}") from error


def _answers(parts: list[_Part], threads: int | None) -> Iterator[tuple[_Part, tuple[bool, bytes]]]:
    """The answers in the order of the areas. A few are made ahead while the last one is read."""
    workers = max(1, threads or os.cpu_count() or 1)
    if len(parts) < 2 or workers == 1:
        for part in parts:
            yield part, _native.evaluate(part.request)
        return
    with ThreadPoolExecutor(workers) as pool:
        ahead: deque[tuple[_Part, Future[tuple[bool, bytes]]]] = deque()
        for part in parts:
            ahead.append((part, pool.submit(_native.evaluate, part.request)))
            if len(ahead) >= IN_FLIGHT * workers:
                first, answer = ahead.popleft()
                yield first, answer.result()
        for first, answer in ahead:
            yield first, answer.result()


class _Gathered:
    """Columns as they grow, area by area."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self.tables: dict[str, tuple[Schema, dict[str, list[Any]]]] = {
            name: (schema, {column: [] for column, _ in schema}) for name, schema in schemas.items()
        }
        self.seen: dict[str, str] = {}

    def add(self, table: str, *cells: Any) -> None:
        """One row. Texts that come again and again are kept once."""
        for column, cell in zip(self.tables[table][1].values(), cells, strict=True):
            column.append(self.seen.setdefault(cell, cell) if type(cell) is str and len(cell) < 64 else cell)

    def refuse(self, part: _Part, error: RequestError) -> None:
        for problem in error.problems:
            self.add("errors", part.area, problem.path, problem.message, problem.message_zh)

    def take_all(
        self, parts: list[_Part], threads: int | None, take: Callable[[_Part, Mapping[str, Any]], str | None]
    ) -> dict[str | None, _Part]:
        """The answers to all requests, and the areas that were judged."""
        done: dict[str | None, _Part] = {}
        refused: list[RequestError] = []
        for part, (answered, answer) in _answers(parts, threads):
            if answered:
                # Of several ways to write an area the report chooses one.
                done[take(part, json.loads(answer))] = part
            else:
                error = RequestError(answer)
                if len(parts) == 1:
                    raise error
                refused.append(error)
                self.refuse(part, error)
        if refused and len(refused) == len(parts):
            raise refused[0]
        return done

    def built(self, kind: str, numbers: str) -> dict[str, Any]:
        return {name: built(kind, schema, cells, numbers) for name, (schema, cells) in self.tables.items()}

    def take_brief(self, part: _Part, report: Mapping[str, Any], year: int) -> str | None:
        """A report in short; its area's name."""
        area: str | None = report.get("area")
        names = ("targets", "outcomes", "standings", "values", "bounds", "margins", "signals", "severities")
        for cells in zip(*(report[name] for name in names), strict=True):
            self.add("verdicts", area, year, *cells)
        self.take_findings(area, part, report["findings"])
        return area

    def take(self, part: _Part, report: Mapping[str, Any], year: int) -> str | None:
        """A report; its area's name."""
        area: str | None = report.get("area")
        for row in report["rows"]:
            self.take_row(area, year, row)
        for tally in report["rollup"]["plans"]:
            counts = tally["tally"]
            self.add("summary", area, year, tally["plan"], *(counts[name] for name, _ in SUMMARY[3:]))
        self.take_findings(area, part, report["findings"])
        return area

    def take_row(self, area: str | None, year: int, row: Mapping[str, Any]) -> None:
        target, card, found = row["target"], row["indicator"], row["assessment"]
        counts, bound = found.get("counts") or {}, found.get("bound") or {}
        warned, texts = row.get("warnings", ()), row.get("texts", {})
        zh, en = texts.get("zh", {}), texts.get("en", {})
        headline: Mapping[str, Any] = next((warning for warning in warned if warning.get("headline")), {})
        small = row.get("small_numbers") or row.get("gap_numbers") or {}
        shared = (area, year, target["plan"], row["clause"], target["id"])
        self.add(
            "verdicts",
            *shared,
            target["indicator"],
            card["zh"],
            card["en"],
            row["kind"],
            found["outcome"],
            row["standing"],
            headline.get("severity"),
            found.get("value"),
            card["unit"],
            counts.get("numerator"),
            counts.get("denominator"),
            bound.get("limit"),
            bound.get("better"),
            bound.get("included"),
            found.get("margin"),
            found.get("margin_unit"),
            target["timing"].get("due"),
            (row.get("outlook") or {}).get("expected_year"),
            small.get("label"),
            "; ".join(_reason(reason) for reason in found.get("reasons", ())) or None,
            zh.get("verdict"),
            en.get("verdict"),
        )
        for place, warning in enumerate(warned):
            self.add(
                "warnings",
                *shared,
                card["zh"],
                warning.get("severity"),
                warning["signal"]["kind"],
                warning.get("headline", False),
                warning.get("sure"),
                warning.get("counts_wanted", False),
                (warning.get("clearing") or {}).get("kind"),
                *(words["warnings"][place] if place < len(words.get("warnings", ())) else None for words in (zh, en)),
            )

    def take_findings(self, area: str | None, part: _Part, findings: list[dict[str, Any]]) -> None:
        if not findings:
            return
        for finding in findings:
            _placed(finding, part.rows)
        said = json.loads(_native.sentences(json.dumps(findings).encode()))
        for finding, (effect, zh, en) in zip(findings, said, strict=True):
            what = finding["finding"]
            source = finding.get("source")
            place = PLACE.match(source or "")
            row = int(place[1]) if place else None
            if what["kind"] == "relation_broken":
                cells = what["cells"]
                place = PLACE.match((cells[0].get("source") if cells else None) or "")
                row = int(place[1]) if place else row
                told = (what["relation"], what["level"], what["zh"], what["en"], cells[0]["indicator"] if cells else None)
                self.add("audits", area, row, *told, cells[0]["period"] if cells else None, zh, en)
                continue
            column = what.get("column") or (place[2] if place else None)
            cell = finding.get("cell") or {}
            about = (finding.get("indicator"), finding.get("period"), cell.get("zh"), cell.get("en"), source)
            self.add("findings", finding.get("area", area), row, column, what["kind"], effect, *about, zh, en)


def _reason(reason: Mapping[str, Any]) -> str:
    """A reason in one word, with its year and unit."""
    cause = reason["cause"]
    if isinstance(cause, Mapping):
        ((name, more),) = cause.items() if len(cause) == 1 else (("other", cause),)
        cause = f"{name} {more}"
    return " ".join(str(part) for part in (reason["year"], reason.get("unit"), cause) if part is not None)


def _placed(finding: dict[str, Any], rows: Sequence[int]) -> None:
    """Puts the place of each row in the caller's table for its place in the request."""

    def moved(text: Any) -> Any:
        if not isinstance(text, str) or not (found := PLACE.match(text)) or int(found[1]) >= len(rows):
            return text
        return f"observations[{rows[int(found[1])]}]{text[found.end(1) + 1 :]}"

    if "source" in finding:
        finding["source"] = moved(finding["source"])
    what = finding["finding"]
    for cell in what.get("cells", ()):
        if "source" in cell:
            cell["source"] = moved(cell["source"])
    if isinstance(what.get("first"), list):
        what["first"] = [{language: moved(text) for language, text in cell.items()} for cell in what["first"]]


__all__ = ["Judged", "evaluate", "judge", "targets"]
