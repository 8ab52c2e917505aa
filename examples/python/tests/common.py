"""What the tests share."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACK = ROOT / "tests" / "conformance"
DATA = ROOT / "examples" / "data"

DEATHS = "women.health.g2.maternal-mortality-ratio"
INFANTS = "children.health.g3.infant-mortality-rate"


def answers():
    """The requests of the conformance pack, each with the file of its answer."""
    found = []
    for request in sorted(PACK.glob("*/request.json")):
        (answer,) = [file for name in ("report", "errors", "answers") if (file := request.with_name(f"{name}.json")).exists()]
        found.append((request, answer))
    return found


def compact(file):
    """A file of the pack in the bytes in which the crate writes it."""
    return json.dumps(json.loads(file.read_text("utf-8")), ensure_ascii=False, separators=(",", ":")).encode()


def outcome(judged, target=DEATHS):
    """The one verdict on a target."""
    (row,) = [row for row in judged.to_dicts()["verdicts"] if row["target"] == target]
    return row
