"""Headings are those of the text tables; a table that cannot be read as a whole is an exception that says why in both languages."""

import re

import dabiao
import pytest
from common import DEATHS, ROOT, outcome
from dabiao._tables import HEADINGS, IGNORED

CODE = (ROOT / "examples" / "tables" / "src" / "header.rs").read_text("utf-8")


def test_the_words_are_those_of_the_text_tables():
    listed = CODE[CODE.index("const HEADERS") : CODE.index("\n];")]
    found = {}
    for name, words in re.findall(r"\(\s*Column::(\w+),\s*&\[([^\]]*)\],?\s*\)", listed):
        found[name] = tuple(re.findall(r'"([^"]+)"', words))
    assert set(found.pop("Ignored")) == set(IGNORED)
    # Any of three columns, and free words: here the caller says which column it is.
    del found["Disaggregation"], found["Remark"]
    assert {words[0]: words[1:] for words in found.values()} == HEADINGS


@pytest.mark.parametrize("heading", ["指标名称", " 指 标 ", "INDICATOR", "ｉｎｄｉｃａｔｏｒ", "indica\u200btor"])
def test_a_heading_is_known_however_it_is_written(heading):
    judged = dabiao.judge([{heading: "孕产妇死亡率", "年 份": 2024, "分子": 1, "分母": 823}], year=2024, targets=[DEATHS])
    assert outcome(judged)["outcome"] == "not_met"


def test_a_unit_behind_the_heading_of_values_is_that_of_rows_without_one():
    rows = [{"指标": "孕产妇死亡率", "年份": 2024, "数值（‰）": "0.12"}]
    assert str(outcome(dabiao.judge(rows, year=2024, targets=[DEATHS]))["value"]) == "12"
    rows = [{"指标": "孕产妇死亡率", "年份": 2024, "数值（‰）": "11", "单位": "/10万"}]
    assert str(outcome(dabiao.judge(rows, year=2024, targets=[DEATHS]))["value"]) == "11"


@pytest.mark.parametrize(
    ("row", "path", "words"),
    [
        ({"indicator": "孕产妇死亡率", "period": 2024, "valeu": 12}, "valeu", ["no column `valeu`", "没有“valeu”这一列"]),
        ({"indicator": "孕产妇死亡率", "period": 2024, "备注": "快报"}, "备注", ["columns={'备注': None}", "写None表示不读"]),
        ({"indicator": "孕产妇死亡率", "period": 2024, "年份": 2023}, "年份", ["`period` and `年份`", "“period”和“年份”"]),
    ],
)
def test_a_heading_that_is_not_known_or_stands_there_twice(row, path, words):
    with pytest.raises(dabiao.InputError) as error:
        dabiao.judge([row], year=2024)
    (problem,) = error.value.problems
    assert problem.path == path
    assert words[0] in problem.message
    assert words[1] in problem.message_zh
    assert all(word in str(error.value) for word in words)


def test_headings_of_ones_own():
    rows = [{"what": "孕产妇死亡率", "when": 2024, "deaths": 1, "births": 823, "note": "x", "序号": 7}]
    columns = {"what": "indicator", "when": "period", "deaths": "numerator", "births": "denominator", "note": None}
    judged = dabiao.judge(rows, year=2024, columns=columns, targets=[DEATHS])
    assert outcome(judged)["numerator"] == 1
    assert judged.findings == []
    with pytest.raises(dabiao.InputError, match="there is no column `deaths`"):
        dabiao.judge(rows, year=2024, columns={**columns, "deaths": "deaths"})


def test_a_frame_without_a_column_that_is_needed():
    pandas = pytest.importorskip("pandas")
    with pytest.raises(dabiao.InputError) as error:
        dabiao.judge(pandas.DataFrame({"数值": [1.0]}), year=2024)
    assert [problem.path for problem in error.value.problems] == ["indicator", "period"]
    assert error.value.problems[1].message_zh == "缺少“年份”列（period）"
    with pytest.raises(dabiao.InputError, match="stands there twice"):
        dabiao.judge(pandas.DataFrame([["a", "b", 2024]], columns=["indicator", "indicator", "period"]), year=2024)


@pytest.mark.parametrize("data", ["a.csv", b"", {"indicator": ["x"]}, 7, None])
def test_what_is_no_table(data):
    with pytest.raises(dabiao.InputError, match="is no table"):
        dabiao.judge(data, year=2024)
