"""Frames of every kind give what rows give, in their own kind."""

import csv
import datetime
import json
import math
from decimal import Decimal

import dabiao
import pytest
from common import DATA, DEATHS, PACK, outcome

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

ROWS = [
    {"indicator": "孕产妇死亡率", "area": "甲", "period": 2023, "value": None, "numerator": 0, "denominator": 702},
    {"indicator": "孕产妇死亡率", "area": "甲", "period": 2024, "value": None, "numerator": 1, "denominator": 823},
    {"indicator": "婴儿死亡率", "area": "甲", "period": 2024, "value": 4.9, "numerator": None, "denominator": None},
    {"indicator": "新生儿死亡率", "area": "甲", "period": 2024, "value": 5.1, "numerator": None, "denominator": None},
    {"indicator": "婴儿死亡率", "area": "乙", "period": 2024, "value": 5.5, "numerator": None, "denominator": None},
    {"indicator": "婴儿死亡率", "area": "乙", "period": 2023, "value": None, "numerator": None, "denominator": None},
]


def frames():
    table = pandas.DataFrame(ROWS)
    return {
        "pandas": table,
        "pandas nullable": table.convert_dtypes(),
        "pandas categorical": table.astype({"indicator": "category", "area": "category"}),
        "pandas arrow": table.convert_dtypes(dtype_backend="pyarrow"),
        "pandas float32": table.astype({"value": "float32"}),
        "pandas object": table.astype(object).where(table.notna(), None),
        "pandas index": table.set_index(["indicator", "period"]),
        "polars": polars.DataFrame(ROWS),
        "polars lazy": polars.LazyFrame(ROWS),
        "polars categorical": polars.DataFrame(ROWS).with_columns(polars.col("area").cast(polars.Categorical)),
        "polars float32": polars.DataFrame(ROWS).with_columns(polars.col("value").cast(polars.Float32)),
        "polars decimal": polars.DataFrame(ROWS).with_columns(polars.col("value").cast(polars.Decimal(10, 1))),
        "pyarrow": pyarrow.Table.from_pylist(ROWS),
        "pyarrow batch": pyarrow.RecordBatch.from_pylist(ROWS),
        "pyarrow dictionary": pyarrow.Table.from_pylist(ROWS).set_column(1, "area", pyarrow.array([row["area"] for row in ROWS]).dictionary_encode()),
        "pyarrow float32": pyarrow.Table.from_pylist(ROWS).set_column(3, "value", pyarrow.array([row["value"] for row in ROWS], pyarrow.float32())),
    }


@pytest.mark.parametrize("name", frames())
def test_a_frame_is_judged_as_its_rows(name):
    wanted = dabiao.judge(ROWS, year=2024).to_dicts(numbers="text")
    judged = dabiao.judge(frames()[name], year=2024)
    assert judged.to_dicts(numbers="text") == wanted
    assert len(wanted["verdicts"]) > 200 and len(wanted["audits"]) == 1 and wanted["findings"][-1]["row"] == 5
    kind = {"pandas": pandas.DataFrame, "polars": polars.DataFrame, "pyarrow": pyarrow.Table}[name.split()[0]]
    for table in ("verdicts", "warnings", "findings", "audits", "summary", "errors"):
        assert type(getattr(judged, table)) is kind


def test_a_frame_holds_what_the_dicts_hold():
    wanted = dabiao.judge(ROWS, year=2024).to_dicts(numbers="float")
    for name in ("pandas", "polars", "pyarrow"):
        judged = dabiao.judge(frames()[name], year=2024)
        for table, rows in wanted.items():
            frame = getattr(judged, table)
            if name == "pandas":
                found = [{key: None if value is pandas.NA or value != value else value for key, value in row.items()} for row in frame.to_dict("records")]
            else:
                found = frame.to_dicts() if name == "polars" else frame.to_pylist()
            assert found == rows


def test_numbers_of_results():
    rows = ROWS[2:3]
    assert [type(outcome(dabiao.judge(rows, year=2024), "children.health.g3.infant-mortality-rate")["value"])] == [Decimal]
    judged = dabiao.judge(rows, year=2024, numbers="text")
    assert "4.9" in [row["value"] for row in judged.verdicts]
    judged = dabiao.judge(pandas.DataFrame(rows), year=2024)
    assert judged.verdicts["value"].dtype == "float64" and 4.9 in judged.verdicts["value"].to_list()
    judged = dabiao.judge(pandas.DataFrame(rows), year=2024, numbers="decimal")
    assert Decimal("4.9") in judged.verdicts["value"].to_list()
    with pytest.raises(dabiao.InputError, match="exact `text`"):
        dabiao.judge(polars.DataFrame(rows), year=2024, numbers="decimal")
    with pytest.raises(dabiao.InputError, match="there is no `exact`"):
        dabiao.judge(rows, year=2024, numbers="exact")


def test_an_empty_frame_is_a_report_of_no_data():
    for frame in (pandas.DataFrame(), polars.DataFrame(), pyarrow.table({}), []):
        judged = dabiao.judge(frame, year=2024, targets=[DEATHS])
        assert outcome(judged)["reasons"] == "2024 no_data"
        assert judged.areas == (None,)


def test_dates_of_a_frame():
    frame = pandas.DataFrame({"indicator": ["孕产妇死亡率"], "period": pandas.to_datetime(["2024-12-31"]), "value": [11.0]})
    judged = dabiao.judge(frame, year=2024, targets=[DEATHS])
    assert list(judged.findings["effect"]) == ["refused"]
    judged = dabiao.judge(frame.assign(period=frame["period"].dt.year), year=2024, targets=[DEATHS])
    assert list(judged.verdicts["outcome"]) == ["met"]
    rows = polars.DataFrame({"indicator": ["孕产妇死亡率"], "period": [datetime.date(2024, 12, 31)], "value": [11.0]})
    assert list(dabiao.judge(rows, year=2024, targets=[DEATHS]).findings["effect"]) == ["refused"]


def test_published_figures_through_pandas_are_those_of_the_pack():
    names = {row["name"]: row["indicator"] for row in csv.DictReader(open(DATA / "national-names.csv", encoding="utf-8"))}
    frame = pandas.read_csv(DATA / "national-2020-2024.csv", dtype={"value": str})
    frame["indicator"] = frame["indicator"].map(lambda name: names.get(name, name))
    report = json.loads((PACK / "national-2024" / "report.json").read_text("utf-8"))
    wanted = {row["target"]["id"]: row["assessment"]["outcome"] for row in report["rows"]}
    for table in (frame, frame.assign(value=pandas.to_numeric(frame["value"], errors="coerce").astype(object).where(frame["value"].notna(), frame["value"]))):
        judged = dabiao.judge(table, year=2024)
        assert dict(zip(judged.verdicts["target"], judged.verdicts["outcome"])) == wanted


def test_a_table_of_pandas_that_is_none():
    with pytest.raises(dabiao.InputError, match="give a DataFrame"):
        dabiao.judge(pandas.Series([1]), year=2024)
    with pytest.raises(dabiao.InputError, match="give a DataFrame"):
        dabiao.judge(polars.Series([1]), year=2024)
    with pytest.raises(dabiao.InputError, match="give a Table"):
        dabiao.judge(pyarrow.array([1]), year=2024)


def test_nan_of_a_column_is_said_row_by_row():
    frame = pandas.DataFrame({"indicator": ["孕产妇死亡率", "婴儿死亡率"], "period": [2024, 2024], "value": [math.nan, 4.0]})
    judged = dabiao.judge(frame, year=2024)
    assert judged.findings[["row", "column", "effect"]].to_numpy().tolist() == [[0, "value", "refused"]]
