"""What things take: a verdict, a report, and 1,000 areas.

python times.py [AREAS]     prints a table: the best of several runs by the clock, and in the time that the processors worked
"""

import csv
import json
import sys
import time
from pathlib import Path

import dabiao
import pandas as pd

DATA = Path(__file__).resolve().parents[1] / "data"
TARGET = "women.health.g2.maternal-mortality-ratio"


def told(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} s"


def best(what, work, runs):
    elapsed, worked = [], []
    for _ in range(runs):
        start, before = time.perf_counter(), time.process_time()
        work()
        worked.append(time.process_time() - before)
        elapsed.append(time.perf_counter() - start)
    print(f"{what:70} {told(min(elapsed)):>10} {told(min(worked)):>10}", flush=True)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with open(DATA / "national-names.csv", encoding="utf-8") as file:
        names = {row["name"]: row["indicator"] for row in csv.DictReader(file)}
    frame = pd.read_csv(DATA / "national-2020-2024.csv", dtype={"value": str})
    frame = frame.assign(indicator=frame["indicator"].map(lambda name: names.get(name, name)))
    one = [{"indicator": "孕产妇死亡率", "period": 2024, "numerator": 1, "denominator": 823}]
    request = json.dumps({"year": 2024, "judge": [TARGET], "observations": one}).encode()
    areas = pd.concat([frame.assign(area=f"{100000 + place}") for place in range(count)], ignore_index=True)
    print(f"{'':70} {'clock':>10} {'processor':>10}")
    best("one verdict, JSON in and out", lambda: dabiao.evaluate(request), 50)
    best("one verdict from a row", lambda: dabiao.judge(one, year=2024, targets=[TARGET]), 50)
    best(f"a report of all targets with sentences ({len(frame)} rows, pandas)", lambda: dabiao.judge(frame, year=2024), 10)
    best(f"{count} areas, one target ({len(areas)} rows, pandas)", lambda: dabiao.judge(areas, year=2024, targets=[TARGET]), 1)
    best(f"{count} areas, all targets, without sentences", lambda: dabiao.judge(areas, year=2024, languages=[]), 1)
    best(f"{count} areas, all targets, sentences in Chinese and English", lambda: dabiao.judge(areas, year=2024), 1)


if __name__ == "__main__":
    main()
