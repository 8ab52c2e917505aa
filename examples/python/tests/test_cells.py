"""Cells as programs keep them: every rule of the README, and nothing that is lost or becomes a zero."""

import datetime
import json
import math
from decimal import Decimal
from fractions import Fraction

import dabiao
import pytest
from common import DEATHS, outcome
from dabiao._cells import digits15, narrow, value_cell, whole_cell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")

MISSING = [None, math.nan, numpy.nan, numpy.float32("nan"), Decimal("NaN"), pandas.NA, pandas.NaT, numpy.datetime64("NaT")]


def judged_value(value, **more):
    return dabiao.judge([{"indicator": "孕产妇死亡率", "period": 2024, "value": value, **more}], year=2024, targets=[DEATHS])


def api(**row):
    """The same row handed to the JSON API as text."""
    request = {"year": 2024, "judge": [DEATHS], "observations": [{"indicator": "孕产妇死亡率", "period": 2024, **row}]}
    return json.loads(dabiao.evaluate(json.dumps(request)))


@pytest.mark.parametrize("missing", MISSING, ids=repr)
def test_what_is_missing_is_said_and_is_no_zero(missing):
    judged = judged_value(missing)
    row = outcome(judged)
    assert (row["outcome"], row["value"]) == ("undetermined", None)
    (finding,) = judged.findings
    assert (finding["row"], finding["column"], finding["kind"], finding["effect"]) == (0, "value", "unreadable", "refused")
    assert "status" in finding["message_en"] and "status" in finding["message_zh"]
    # With a reason it is a missing value, and nothing is odd about it.
    judged = judged_value(missing, status="未统计")
    assert (outcome(judged)["outcome"], outcome(judged)["reasons"], judged.findings) == ("undetermined", "2024 missing not_collected", [])


@pytest.mark.parametrize("missing", MISSING, ids=repr)
def test_a_count_without_the_other_is_said(missing):
    judged = dabiao.judge([{"indicator": "孕产妇死亡率", "period": 2024, "numerator": 1, "denominator": missing}], year=2024, targets=[DEATHS])
    assert outcome(judged)["outcome"] == "undetermined"
    assert [finding["column"] for finding in judged.findings] == ["denominator"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (89.7 + 0.1 + 0.1 + 0.1, "90"),
        (89.99999999999999, "90"),
        (89.9999999999999, "89.9999999999999"),
        (12.0, "12"),
        (-0.0, "0"),
        (1e-5, "0.00001"),
        (1e20, "100000000000000000000"),
        (numpy.float64(14.3), "14.3"),
        (numpy.float32(14.3), "14.3"),
        (numpy.float16(14.3), "14.3"),
        (numpy.int64(12), "12"),
        (numpy.uint8(12), "12"),
        (numpy.str_("12‰"), "12‰"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+2"), "100"),
        (12, "12"),
        ("９７．３％", "９７．３％"),
    ],
    ids=repr,
)
def test_numbers(value, text):
    assert value_cell(value) == text


@pytest.mark.parametrize(
    ("value", "whole"),
    [(702.0, 702), (701.9999999999999, 702), (numpy.float64(702), 702), (numpy.float32(702), 702), (Decimal("702.00"), 702), (numpy.int32(7), 7)],
    ids=repr,
)
def test_float_counts(value, whole):
    assert whole_cell(value) == whole and type(whole_cell(value)) is int


@pytest.mark.parametrize("value", [math.inf, -math.inf, True, Fraction(1, 823), datetime.date(2024, 3, 1), 12j, b"12", [12], {"a": 1}, 10**5000, 1e300, object()], ids=lambda value: type(value).__name__)
def test_what_is_no_value_is_refused_by_name(value):
    judged = judged_value(value)
    assert outcome(judged)["outcome"] == "undetermined"
    assert {finding["effect"] for finding in judged.findings} == {"refused"}


@pytest.mark.parametrize("value", [702.5, math.inf, True, 1e16, -1.5, "70O", Decimal("702.5"), object()])
def test_what_is_no_count_is_refused_by_name(value):
    judged = dabiao.judge([{"indicator": "孕产妇死亡率", "period": 2024, "numerator": 0, "denominator": value}], year=2024, targets=[DEATHS])
    assert outcome(judged)["outcome"] == "undetermined"
    assert {finding["column"] for finding in judged.findings} == {"denominator"}


@pytest.mark.parametrize(
    "period",
    [2024, 2024.0, numpy.int64(2024), "2024年", pandas.Period("2024", "Y"), numpy.datetime64("2024")],
    ids=repr,
)
def test_periods(period):
    judged = dabiao.judge([{"indicator": "孕产妇死亡率", "period": period, "numerator": 0, "denominator": 823}], year=2024, targets=[DEATHS])
    assert (outcome(judged)["outcome"], judged.findings) == ("met", [])


@pytest.mark.parametrize("period", [2024.12, 2024.5, pandas.Timestamp("2024-12-31"), datetime.datetime(2024, 12, 31, 8), True], ids=repr)
def test_a_fraction_of_a_year_and_a_day_are_no_year(period):
    judged = dabiao.judge([{"indicator": "孕产妇死亡率", "period": period, "numerator": 0, "denominator": 823}], year=2024, targets=[DEATHS])
    assert outcome(judged)["outcome"] == "undetermined"
    assert len(judged.findings) == 1 and judged.findings[0]["effect"] == "refused"


def test_a_code_that_a_program_kept_as_a_number():
    rows = [{"indicator": "孕产妇死亡率", "period": 2024, "numerator": 0, "denominator": 823, "area": area} for area in (150625, 150625.0, "150625", numpy.int64(150625))]
    judged = dabiao.judge(rows, year=2024, targets=[DEATHS])
    assert judged.areas == ("150625",)
    assert outcome(judged)["outcome"] == "met"


decimals = st.decimals(min_value=Decimal("-1e9"), max_value=Decimal("1e9"), allow_nan=False, allow_infinity=False, places=4)


@given(decimals)
def test_a_decimal_of_15_digits_survives_a_double(number):
    assert Decimal(value_cell(float(number))) == number


@given(st.decimals(min_value=0, max_value=Decimal("999.999"), places=3))
def test_a_decimal_of_6_digits_survives_a_single(number):
    assert Decimal(value_cell(numpy.float32(str(number)))) == number
    assert Decimal(narrow(float(numpy.float32(str(number))), "f")) == number


@given(st.floats(-1e300, 1e300))
def test_15_digits_are_those_of_the_float(number):
    text = digits15(number)
    assert len(Decimal(text).normalize().as_tuple().digits) <= 15
    assert float(text) == pytest.approx(number, rel=1e-14)


@given(st.integers(0, 2**53 - 1))
def test_a_whole_float_is_its_whole_number(number):
    if number < 9e15 and len(str(number)) <= 15:
        assert whole_cell(float(number)) == number


@settings(deadline=None, max_examples=60)
@given(st.decimals(min_value=0, max_value=100, places=3), st.sampled_from([float, numpy.float64, Decimal, str]))
def test_the_verdict_is_that_of_the_json_api(number, kind):
    found = outcome(judged_value(kind(str(number)) if kind is not Decimal else number))
    wanted = api(value=str(number))["rows"][0]["assessment"]
    assert found["outcome"] == wanted["outcome"] == ("met" if number <= 12 else "not_met")
    assert found["margin"] == Decimal(wanted["margin"]) == 12 - number


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 5), st.integers(1, 5000), st.sampled_from([int, float, numpy.int64, numpy.float64, numpy.uint16, Decimal, str]))
def test_counts_of_any_type_are_those_of_the_json_api(numerator, denominator, kind):
    row = {"indicator": "孕产妇死亡率", "period": kind(2024), "numerator": kind(min(numerator, denominator)), "denominator": kind(denominator)}
    judged = dabiao.judge([row], year=2024, targets=[DEATHS], languages=[])
    assert judged.report() == api(numerator=min(numerator, denominator), denominator=denominator)


anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.binary(max_size=4), st.decimals(), st.fractions(),
    st.dates(), st.datetimes(), st.timedeltas(), st.complex_numbers(), st.lists(st.integers(), max_size=2), st.sampled_from(MISSING),
    st.dictionaries(st.sampled_from(["low", "high", "number", "included", "x"]), st.one_of(st.none(), st.floats(), st.booleans()), max_size=2),
    st.sampled_from(["2024", "14.3", "—", "\ud800", "\x00", "未统计", "is\u200bo"]),
)  # fmt: skip
columns = ["area", "unit_kind", "unit_id", "residence", "sex", "age", "period", "value", "interval", "unit", "numerator", "denominator", "status", "break", "source"]


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["indicator", *columns]), anything))
def test_no_row_is_an_exception(row):
    good = {"indicator": "孕产妇死亡率", "period": 2023, "numerator": 0, "denominator": 823, "area": "甲"}
    judged = dabiao.judge([good, row], year=2024, targets=[DEATHS], area="甲")
    assert judged.areas[0] == "甲"
    assert all(finding["message_zh"] and finding["message_en"] for finding in judged.findings)
    # A row is used, or something is said of it, or it is of another area, which is its own report.
    verdict = outcome(judged)
    if verdict["value"] == 0 and verdict["outcome"] == "met":
        assert "value" in row or "interval" in row or "numerator" in row


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.none(), st.integers(), st.text(max_size=4), st.lists(st.integers(), max_size=1), st.binary(max_size=2)))
def test_what_is_no_row_is_refused_alone(row):
    judged = dabiao.judge([row, {"indicator": "孕产妇死亡率", "period": 2024, "numerator": 0, "denominator": 823}], year=2024, targets=[DEATHS])
    assert outcome(judged)["outcome"] == "met"
    assert [(finding["row"], finding["effect"]) for finding in judged.findings] == [(0, "refused")]
