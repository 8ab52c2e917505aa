"""Plans: those that are built in, and one's own from TOML or JSON."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Union

from ._errors import wrong

BUILT_IN = {"hangjin": ("women", "children"), "women": ("women",), "children": ("children",)}
"""The built-in plans, and the ids of what each name stands for."""

Plan = Union[str, "os.PathLike[str]", Mapping[str, Any]]
"""A built-in plan's name, a file of TOML or JSON, such a text, or what a parser made of one."""


def resolved(plan: Plan | Sequence[Plan]) -> tuple[list[Any], list[str] | None]:
    """The own plans, and the ids of all that are to be judged; none where an own plan has no id, which is then refused."""
    given: list[Plan] = [plan] if isinstance(plan, (str, os.PathLike, Mapping)) else list(plan)
    if not given:
        raise wrong("plan", "there is no plan to judge by", "没有给出规划")
    own: list[Any] = []
    judged: list[str] | None = []
    for one in given:
        if isinstance(one, str) and one in BUILT_IN:
            ids: list[Any] = list(BUILT_IN[one])
        else:
            document = read(one)
            own.append(document)
            head = document.get("plan") if isinstance(document, dict) else None
            ids = [head.get("id") if isinstance(head, dict) else None]
        if judged is not None:
            judged = judged + ids if all(isinstance(each, str) for each in ids) else None
    return own, judged


def read(plan: Plan) -> Any:
    """A plan document: a mapping as it is, a text that begins with a brace as JSON, one of several lines as TOML, else a file."""
    if isinstance(plan, Mapping):
        return written(plan)
    text = os.fspath(plan)
    if isinstance(plan, str) and plan.lstrip().startswith("{"):
        return from_json(plan, "plan")
    if isinstance(plan, str) and "\n" in plan:
        return from_toml(plan, "plan")
    path = Path(text)
    if not path.is_file():
        names = ", ".join(BUILT_IN)
        raise wrong("plan", f"there is no file `{text}`; the built-in plans are {names}", f"没有“{text}”这个文件；内置规划有{names}")
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong(text, f"the file is not UTF-8: {error}", "文件不是UTF-8编码") from error
    return from_json(content, text) if path.suffix.lower() == ".json" else from_toml(content, text)


def from_json(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise wrong(source, f"cannot be read as JSON: {error}", f"不能读作JSON：{error}") from error


def from_toml(text: str, source: str) -> Any:
    try:
        import tomllib
    except ModuleNotFoundError:  # Python 3.10
        try:
            import tomli as tomllib  # type: ignore[import-not-found, no-redef, unused-ignore]
        except ModuleNotFoundError as error:
            raise wrong(
                source,
                "TOML needs Python 3.11, or the package tomli; a plan may also be written in JSON",
                "读取TOML需要Python 3.11或tomli包；也可以用JSON写规划",
            ) from error
    try:
        return written(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise wrong(source, f"cannot be read as TOML: {error}", f"不能读作TOML：{error}") from error


def written(part: Any) -> Any:
    """Dates as text. A number with a point stays one, and is refused where a bound has to be text."""
    if isinstance(part, Mapping):
        return {str(name): written(value) for name, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [written(value) for value in part]
    return part.isoformat() if isinstance(part, (datetime.date, datetime.time)) else part
