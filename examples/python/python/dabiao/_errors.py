"""What is raised. A row that cannot be read is not among it: that is an entry in ``findings``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where."""

    path: str
    """Where: ``plans[0].targets[3].rule.value``, ``rosters[7].unit_id``, ``year``; empty for the whole."""
    message: str
    """What is wrong and what would be right, in English."""
    message_zh: str | None = None
    """The same in Chinese, where it is known in Chinese."""
    line: int | None = None
    """The line of a text that cannot be read."""
    column: int | None = None
    """The column in that line."""

    def __str__(self) -> str:
        place = self.path or ("" if self.line is None else f"line {self.line}, column {self.column}")
        english = f"{place}: {self.message}" if place else self.message
        return english if self.message_zh is None else f"{english} / {self.message_zh}"


class DabiaoError(ValueError):
    """Something that cannot be judged at all. ``problems`` has everything that is wrong, each with its place and in both languages."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(DabiaoError):
    """A table, a plan, a roster or an area that cannot be used as a whole, seen before anything was judged."""


class RequestError(DabiaoError):
    """A request that the JSON API refuses."""

    answer: bytes
    """The refusal as the JSON API wrote it."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        super().__init__(problems_of(json.loads(answer)["errors"]))


def problems_of(errors: Iterable[Mapping[str, Any]]) -> list[Problem]:
    """The errors of a refusal."""
    return [Problem(**error) for error in errors]


def wrong(path: str, message: str, message_zh: str) -> InputError:
    """An error with one problem."""
    return InputError([Problem(path, message, message_zh)])
