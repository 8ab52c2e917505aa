"""The conformance pack, byte for byte, and the same tables through ``judge``."""

import csv
import json

import dabiao
import pytest
from common import PACK, ROOT, answers, compact


@pytest.mark.parametrize(("request_file", "answer_file"), answers(), ids=lambda file: file.parent.name if file.name == "request.json" else "")
def test_the_answer_has_the_same_bytes(request_file, answer_file):
    request = request_file.read_bytes()
    if answer_file.name == "errors.json":
        with pytest.raises(dabiao.RequestError) as refused:
            dabiao.evaluate(request)
        assert refused.value.answer == compact(answer_file)
    else:
        assert dabiao.evaluate(request) == compact(answer_file)


def test_the_pack_is_there():
    assert len(answers()) >= 16


def judged_as_request(request):
    """A request of the pack through ``judge``."""
    plans = request.get("plans", [])
    return dabiao.judge(
        request.get("observations", []),
        plan=[*(["hangjin"] if request.get("catalogue") != "none" else []), *plans],
        year=request["year"],
        area=request.get("area"),
        targets=request.get("judge"),
        rosters=request.get("rosters"),
        settings=request.get("settings"),
        languages=request.get("languages", []),
        catalogue=request.get("catalogue", "hangjin"),
        allow_empty=request.get("allow_empty", False),
    )


@pytest.mark.parametrize(
    ("request_file", "answer_file"),
    [pair for pair in answers() if pair[1].name == "report.json" and pair[0].parent.name != "awkward-rows"],
    ids=lambda file: file.parent.name if file.name == "request.json" else "",
)
def test_judge_gives_the_report_of_the_request(request_file, answer_file):
    request, report = json.loads(request_file.read_text("utf-8")), json.loads(answer_file.read_text("utf-8"))
    judged = judged_as_request(request)
    assert judged.report() == report
    tables = judged.to_dicts(numbers="text")
    assert [(row["target"], row["outcome"], row["margin"], row["standing"]) for row in tables["verdicts"]] == [
        (row["target"]["id"], row["assessment"]["outcome"], row["assessment"].get("margin"), row["standing"]) for row in report["rows"]
    ]
    assert len(tables["warnings"]) == sum(len(row.get("warnings", [])) for row in report["rows"])
    assert len(tables["findings"]) + len(tables["audits"]) == len(report["findings"])
    said = [text for row in report["rows"] for text in row.get("texts", {}).get("zh", {}).get("warnings", [])]
    assert [row["sentence_zh"] for row in tables["warnings"] if row["sentence_zh"]] == said


def test_a_table_of_text_with_rosters_is_the_request():
    folder = PACK / "one-table"
    request = json.loads((folder / "request.json").read_text("utf-8"))
    wanted = json.loads((folder / "report.json").read_text("utf-8"))
    with open(folder / "table.csv", encoding="utf-8", newline="") as table, open(folder / "rosters.csv", encoding="utf-8", newline="") as rosters:
        judged = dabiao.judge(
            list(csv.DictReader(table)),
            year=request["year"],
            area=request["area"],
            targets=request["judge"],
            rosters=list(csv.DictReader(rosters)),
            languages=request["languages"],
        )
    assert judged.report() == wanted


def test_versions_agree():
    report = json.loads((PACK / "levels" / "report.json").read_text("utf-8"))
    assert (dabiao.__version__, dabiao.SCHEMA_VERSION) == (report["crate_version"], report["schema_version"])
    assert f'\nversion = "{dabiao.__version__}"\n' in (ROOT / "Cargo.toml").read_text("utf-8")
