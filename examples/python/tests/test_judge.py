"""Areas, batches, plans, rosters, and what is raised."""

import json
import threading
import time
from pathlib import Path

import dabiao
import pytest
from common import DATA, DEATHS, INFANTS, PACK, outcome


def row(area, period=2024, deaths=0, **more):
    return {"indicator": "孕产妇死亡率", "period": period, "numerator": deaths, "denominator": 823, "area": area, **more}


def of_areas(judged):
    return {found["area"]: found["outcome"] for found in judged.to_dicts()["verdicts"]}


def test_each_area_of_a_table_is_judged():
    rows = [row("甲"), row("乙", deaths=1), row(" 甲 ", period=2023), row("Ａ"), row("a", period=2023)]
    judged = dabiao.judge(rows, year=2024, targets=[DEATHS])
    assert judged.areas == ("甲", "乙", "a")
    assert of_areas(judged) == {"甲": "met", "乙": "not_met", "a": "met"}
    assert [found["total"] for found in judged.summary] == [1, 1, 1]
    assert repr(judged) == "<Judged rows: 3 areas, 3 verdicts, 0 warnings, 0 findings, 0 audits, 3 summary, 0 errors>"
    assert judged.report("ａ")["area"] == judged.report("Ａ")["area"] == "a"
    assert judged.report("乙")["rows"][0]["assessment"]["outcome"] == "not_met"
    with pytest.raises(dabiao.InputError, match="`丙` was not judged; the areas are 甲, 乙, a"):
        judged.report("丙")


@pytest.mark.parametrize("kind", ["rows", "pandas", "polars", "pyarrow"])
def test_verdicts_in_short_are_those_of_judge(kind):
    rows = [
        *(row("甲", period=year, deaths=year % 3) for year in range(2020, 2025)),
        row("乙", deaths=1),
        row("丙", period="2O24"),
        {"indicator": "婴儿死亡率", "period": 2024, "value": "4.4", "unit": "‰", "area": "乙", "numerator": None, "denominator": None},
    ]
    data = rows
    if kind != "rows":
        columns = {name: [str(cell) if (cell := one.get(name)) is not None else None for one in rows] for name in rows[-1]}
        frame = pytest.importorskip(kind)
        data = frame.table(columns) if kind == "pyarrow" else frame.DataFrame(columns)
    full, short = dabiao.judge(data, year=2024), dabiao.brief(data, year=2024)
    assert type(short.verdicts) is type(full.verdicts) and short.areas == full.areas == ("甲", "乙", "丙")
    in_full, in_short = full.to_dicts(), short.to_dicts()
    assert list(in_short) == ["verdicts", "findings", "errors"]
    heads = {(warning["area"], warning["target"]): warning["signal"] for warning in in_full["warnings"] if warning["headline"]}
    names = ("area", "year", "target", "outcome", "standing", "severity", "value", "limit", "margin")
    wanted = [{**{name: found[name] for name in names}, "signal": heads.get((found["area"], found["target"]))} for found in in_full["verdicts"]]
    assert in_short["verdicts"] == wanted
    assert in_short["findings"] == in_full["findings"] != []
    assert repr(short).startswith(f"<Brief {kind}: 3 areas, {len(wanted)} verdicts, ")
    with pytest.raises(dabiao.RequestError):
        dabiao.brief(rows[:5], year=1800)


def test_one_area_or_several_of_a_table():
    rows = [row("甲"), row("乙", deaths=1), row("丙")]
    assert of_areas(dabiao.judge(rows, year=2024, area="乙", targets=[DEATHS])) == {"乙": "not_met"}
    assert of_areas(dabiao.judge(rows, year=2024, area=["丙", "甲"], targets=[DEATHS])) == {"丙": "met", "甲": "met"}
    for area in ("丁", ["甲", "丁"]):
        with pytest.raises(dabiao.InputError) as error:
            dabiao.judge(rows, year=2024, area=area, targets=[DEATHS])
        assert error.value.problems[0].message == "no rows are of `丁`; areas with rows are 甲, 乙, 丙"
        assert error.value.problems[0].message_zh == "没有“丁”的数据；有数据的地区是甲, 乙, 丙"
    judged = dabiao.judge(rows, year=2024, area=["甲", "丁"], targets=[DEATHS], allow_empty=True)
    assert of_areas(judged) == {"甲": "met", "丁": "undetermined"}
    with pytest.raises(dabiao.InputError, match="name at least one area"):
        dabiao.judge(rows, year=2024, area=[])


def test_rows_without_an_area():
    # Of the one area that there is,
    assert of_areas(dabiao.judge([row("甲", period=2023), row(None)], year=2024, targets=[DEATHS])) == {"甲": "met"}
    # or of the one that is asked for,
    judged = dabiao.judge([row("甲", period=2023), row("乙"), row(None)], year=2024, area="甲", targets=[DEATHS])
    assert of_areas(judged) == {"甲": "met"}
    # else one of their own: they are never left out.
    judged = dabiao.judge([row("甲"), row("乙"), row(None, deaths=1)], year=2024, area=["甲", "乙"], targets=[DEATHS])
    assert of_areas(judged) == {"甲": "met", "乙": "met", None: "not_met"}


def test_findings_name_the_row_of_the_whole_table():
    rows = [row("甲"), row("乙"), row("甲", value="9O.5"), row("乙", period="2O24"), row("甲", period=2022, sex="男孩")]
    judged = dabiao.judge(rows, year=2024, targets=[DEATHS])
    found = sorted((finding["row"], finding["column"], finding["source"]) for finding in judged.findings)
    assert found == [(2, "value", "observations[2].value"), (3, "period", "observations[3].period"), (4, "sex", "observations[4].sex")]


def test_an_area_alone_is_judged_as_in_a_batch():
    rows = [row(f"县{place}", period=year, deaths=(place * year) % 3 % 2) for place in range(40) for year in (2022, 2023, 2024)]
    together = dabiao.judge(rows, year=2024).to_dicts()
    alone = [dabiao.judge(rows, year=2024, area=f"县{place}").to_dicts() for place in range(40)]
    for name in ("verdicts", "warnings", "audits", "summary"):
        assert together[name] == [found for tables in alone for found in tables[name]]
    assert dabiao.judge(rows, year=2024, threads=1).to_dicts() == together


def test_a_thousand_areas_in_one_call():
    rows = [row(f"{100000 + place}", deaths=place % 2) for place in range(1000)]
    judged = dabiao.judge(rows, year=2024, targets=[DEATHS, INFANTS], languages=[])
    assert len(judged.areas) == 1000 and len(judged.verdicts) == 2000
    assert sum(found["outcome"] == "met" for found in judged.verdicts) == 500


def test_other_threads_run_meanwhile():
    request = json.dumps([json.loads((PACK / "national-2024" / "request.json").read_bytes())] * 60).encode()
    done = threading.Event()
    took = []

    def work():
        start = time.perf_counter()
        dabiao.evaluate(request)
        took.append(time.perf_counter() - start)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    longest, last = 0.0, time.perf_counter()
    while not done.is_set():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    thread.join()
    # With the lock held the longest wait would be the whole call.
    assert longest < took[0] / 2


def test_own_plans_from_toml_json_and_a_file(tmp_path):
    text = (DATA / "own-plan.toml").read_text("utf-8")
    judged = dabiao.judge([row("市")], plan=DATA / "own-plan.toml", year=2024)
    target = "city.health.g2.maternal-mortality-ratio"
    assert outcome(judged, target)["outcome"] == "met"
    assert {found["plan"] for found in judged.verdicts} == {"city"}
    tomllib = pytest.importorskip("tomllib")
    document = tomllib.loads(text)
    as_json = json.dumps(document, default=str)
    (tmp_path / "plan.json").write_text(as_json, "utf-8")
    for plan in (text, str(DATA / "own-plan.toml"), document, as_json, tmp_path / "plan.json", [document]):
        assert dabiao.judge([row("市")], plan=plan, year=2024).to_dicts() == judged.to_dicts()
    both = dabiao.judge([row("市")], plan=["women", document], year=2024)
    assert {found["plan"] for found in both.verdicts} == {"city", "women"}


def test_built_in_plans():
    plans = {name: {found["plan"] for found in dabiao.judge([], plan=name, year=2024).verdicts} for name in ("hangjin", "women", "children")}
    assert plans == {"hangjin": {"women", "children"}, "women": {"women"}, "children": {"children"}}
    cards = dabiao.targets("women")
    assert DEATHS in [card["id"] for card in cards] and all(card["plan"] == "women" for card in cards)


@pytest.mark.parametrize(
    ("plan", "path", "words"),
    [
        ("hangjn", "plan", ["no file `hangjn`; the built-in plans are hangjin, women, children", "没有“hangjn”这个文件"]),
        ("[plan]\nid = ", "plan", ["cannot be read as TOML", "不能读作TOML"]),
        ("{", "plan", ["cannot be read as JSON", "不能读作JSON"]),
        ([], "plan", ["no plan to judge by", "没有给出规划"]),
    ],
)
def test_a_plan_that_cannot_be_read(plan, path, words):
    with pytest.raises(dabiao.InputError) as error:
        dabiao.judge([], plan=plan, year=2024)
    (problem,) = error.value.problems
    assert problem.path == path and words[0] in problem.message and words[1] in problem.message_zh


def test_what_is_wrong_with_a_plan_is_told_with_paths_and_in_both_languages():
    request = json.loads((PACK / "refused-plan" / "request.json").read_text("utf-8"))
    wanted = json.loads((PACK / "refused-plan" / "errors.json").read_text("utf-8"))
    with pytest.raises(dabiao.RequestError) as error:
        dabiao.judge(request.get("observations", []), plan=request["plans"], year=request["year"])
    assert [(problem.path, problem.message, problem.message_zh) for problem in error.value.problems] == [
        (problem["path"], problem["message"], problem.get("message_zh")) for problem in wanted["errors"]
    ]
    assert isinstance(error.value, ValueError) and error.value.problems[0].path in str(error.value)


def test_settings():
    rows = [{"indicator": "孕产妇死亡率", "period": 2024, "value": "12.04"}]
    assert outcome(dabiao.judge(rows, year=2024, targets=[DEATHS]))["outcome"] == "not_met"
    with pytest.raises(dabiao.RequestError) as error:
        dabiao.judge(rows, year=2024, settings={"around_tolerance": "-1"})
    (problem,) = error.value.problems
    assert problem.path == "settings.around_tolerance" and problem.message_zh == "around_tolerance“-1”不能使用：不小于0"
    with pytest.raises(dabiao.InputError, match="what JSON can hold"):
        dabiao.judge(rows, year=2024, settings={"around_tolerance": object()})


@pytest.mark.parametrize("year", [None, 1800, 2024.5, "2024", True])
def test_a_year_that_is_none(year):
    with pytest.raises(dabiao.DabiaoError) as error:
        dabiao.judge([row("甲"), row("乙")], year=year)
    assert error.value.problems[0].path == "year"



def rosters():
    return [{"area": "甲", "unit_kind": "乡镇", "unit_id": unit, "year": 2024} for unit in ("东镇", "西镇")]


def units(*values):
    return [
        {"indicator": "适龄儿童免疫规划疫苗接种率", "area": "甲", "unit_kind": "乡镇", "unit_id": unit, "period": 2024, "value": value}
        for unit, value in zip(("东镇", "西镇"), values)
    ]


def covered(judged):
    (found,) = [found for found in judged.verdicts if found["kind"] and found["indicator_zh"] == "适龄儿童免疫规划疫苗接种率" and found["value"] is None]
    return found["outcome"], found["reasons"]


def test_rosters_say_who_has_not_reported():
    whole = dabiao.judge(units("96", "97"), year=2024, rosters=rosters())
    assert covered(whole) == ("met", None)
    silent = dabiao.judge(units("96"), year=2024, rosters=rosters())
    assert covered(silent)[0] == "undetermined"
    form = [{"area": "甲", "kind": "township", "year": 2024, "members": [{"id": "东镇"}, {"id": "西镇"}]}]
    assert dabiao.judge(units("96"), year=2024, rosters=form).to_dicts() == silent.to_dicts()
    pandas = pytest.importorskip("pandas")
    assert dabiao.judge(units("96"), year=2024, rosters=pandas.DataFrame(rosters())).to_dicts() == silent.to_dicts()


def test_a_roster_with_a_slip_is_refused_as_a_whole():
    wrong = [*rosters(), {"area": "甲", "unit_kind": "乡镇", "unit_id": None, "year": "2O24", "size": -1}]
    with pytest.raises(dabiao.InputError) as error:
        dabiao.judge(units("96", "97"), year=2024, rosters=wrong)
    assert [problem.path for problem in error.value.problems] == ["rosters[2].unit_id", "rosters[2].year", "rosters[2].size"]
    assert all(problem.message and problem.message_zh for problem in error.value.problems)


def test_an_area_that_cannot_be_judged_does_not_stop_the_others():
    lists = [{"area": "甲", "kind": "township", "year": 2024, "members": []}, {"area": "乙", "kind": "township", "year": 1, "members": []}]
    judged = dabiao.judge([row("甲"), row("乙")], year=2024, targets=[DEATHS], rosters=lists)
    assert of_areas(judged) == {"甲": "met"}
    assert [(error["area"], error["path"]) for error in judged.errors] == [("乙", "rosters[0].year")]
    with pytest.raises(dabiao.RequestError):
        dabiao.judge([row("乙")], year=2024, targets=[DEATHS], rosters=lists[1:])


def test_the_readme_and_the_types_are_there():
    package = Path(dabiao.__file__).parent
    assert (package / "py.typed").exists() and (package / "_native.pyi").exists()
    assert all(getattr(dabiao, name).__doc__ for name in ("judge", "evaluate", "targets", "Judged", "InputError", "RequestError", "Problem"))
