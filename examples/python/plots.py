"""Plots of what was judged: one indicator, an overview of a plan, and areas side by side.

python plots.py FOLDER      writes indicator.png, overview.png and areas.png

The figures are those of examples/data: published national ones, and a made-up prefecture.
"""

import csv
import sys
import textwrap
from pathlib import Path

import dabiao
import matplotlib
import pandas as pd

matplotlib.use("Agg")
import matplotlib.pyplot as plt

DATA = Path(__file__).resolve().parents[1] / "data"
COLOURS = {
    "met": "#2a7f62",
    "not_met": "#c0392b",
    "undetermined": "#b8b8b8",
    "not_applicable": "#dcdcdc",
    "not_due": "#9fb8d0",
    "not_judged": "#ececec",
}
SEVERITIES = {"notice": "#d9c36b", "watch": "#e0a030", "warning": "#d2691e", "critical": "#8e1b1b"}
YEARS = range(2020, 2025)


def words(code):
    return code.replace("_", " ")


def national():
    """Published national figures, under the names of the catalogue."""
    with open(DATA / "national-names.csv", encoding="utf-8") as file:
        names = {row["name"]: row["indicator"] for row in csv.DictReader(file)}
    frame = pd.read_csv(DATA / "national-2020-2024.csv", dtype={"value": str})
    return frame.assign(indicator=frame["indicator"].map(lambda name: names.get(name, name)))


def indicator(frame, target, file):
    """The values of a target over the years, coloured by verdict, with its bound, its path and its outlook."""
    years = pd.concat([dabiao.judge(frame, year=year, targets=[target]).verdicts for year in YEARS])
    years = years[years["value"].notna()]
    now = dabiao.judge(frame, year=YEARS[-1], targets=[target])
    row = now.verdicts.iloc[0]
    outlook = now.report()["rows"][0].get("outlook") or {}
    figure, axes = plt.subplots(figsize=(9, 5), layout="constrained")
    axes.plot(years["year"], years["value"], color="#888888", zorder=1)
    for outcome, found in years.groupby("outcome"):
        axes.scatter(found["year"], found["value"], s=60, color=COLOURS[outcome], label=words(outcome), zorder=2)
    sign = {"lower": "≤" if row["included"] else "<", "higher": "≥" if row["included"] else ">"}[row["better"]]
    axes.axhline(row["limit"], color="black", linestyle="--", linewidth=1, label=f"target {sign}{row['limit']:g}")
    if outlook.get("path_value") is not None:
        start = outlook["baseline"]
        axes.plot([start["year"], outlook["due"]], [float(start["value"]), row["limit"]], color="#4a6fa5", linestyle=":", label="path to the due year")
    if outlook.get("projection") is not None:
        latest = outlook["latest"]
        axes.plot(
            [latest["year"], outlook["due"]], [float(latest["value"]), float(outlook["projection"])], color="#7a4fa5", linestyle="-.", label="projection"
        )
    axes.set_xlim(YEARS[0] - 0.5, (row["due"] if pd.notna(row["due"]) else 2030) + 0.5)
    axes.set_ylabel(words(row["unit"]))
    axes.set_title("\n".join(textwrap.wrap(row["sentence_en"], 95)), fontsize=10, loc="left")
    axes.legend(frameon=False, fontsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, dpi=120)
    plt.close(figure)


def overview(frame, file):
    """How the targets of each domain came out, and what there is to warn of."""
    judged = dabiao.judge(frame, year=YEARS[-1], languages=["en"])
    verdicts = judged.verdicts
    verdicts = verdicts[verdicts["kind"] == "threshold"].copy()
    verdicts["domain"] = verdicts["plan"] + " · " + verdicts["target"].str.split(".").str[1]
    order = list(dict.fromkeys(verdicts["domain"]))[::-1]
    outcomes = verdicts.groupby(["domain", "outcome"]).size().unstack(fill_value=0).reindex(order)
    severities = verdicts.groupby(["domain", "severity"]).size().unstack(fill_value=0).reindex(order, fill_value=0)
    figure, (left, right) = plt.subplots(1, 2, figsize=(12, 6), sharey=True, layout="constrained")
    for axes, table, colours, title in (
        (left, outcomes, COLOURS, f"{len(verdicts)} targets with a number, {YEARS[-1]}"),
        (right, severities, SEVERITIES, "the most severe warning of each target"),
    ):
        before = pd.Series(0, index=order)
        for code, colour in colours.items():
            if code in table and table[code].any():
                axes.barh(order, table[code], left=before, color=colour, label=words(code))
                before = before + table[code]
        axes.set_title(title, fontsize=11, loc="left")
        axes.legend(frameon=False, fontsize=9, loc="lower center", bbox_to_anchor=(0.5, -0.15), ncols=4)
        axes.xaxis.set_major_locator(matplotlib.ticker.MaxNLocator(integer=True))
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, dpi=120)
    plt.close(figure)
    return outcomes.sum()


def areas(frame, file):
    """Areas side by side: one tile for each area and target."""
    judged = dabiao.judge(frame, year=YEARS[-1], languages=[])
    verdicts = judged.verdicts
    told = verdicts[verdicts["value"].notna() & (verdicts["kind"] == "threshold")]
    table = told.pivot(index="area", columns="target", values="outcome")
    table.columns = [f"{column.split('.')[0][0].upper()} {column.split('.')[-1]}" for column in table.columns]
    codes = list(COLOURS)
    tiles = table.map(lambda outcome: codes.index(outcome) if isinstance(outcome, str) else len(codes))
    colours = matplotlib.colors.ListedColormap([*COLOURS.values(), "white"])
    figure, axes = plt.subplots(figsize=(2.5 + 0.55 * len(table.columns), 2.5 + 0.4 * len(table)), layout="constrained")
    axes.pcolormesh(tiles.to_numpy(dtype=float), cmap=colours, vmin=-0.5, vmax=len(codes) + 0.5, edgecolors="white", linewidth=2)
    axes.set_xticks([place + 0.5 for place in range(len(table.columns))], table.columns, rotation=55, ha="right", fontsize=8)
    # Many machines have no font with Chinese characters; areas are numbered, and their names printed.
    axes.set_yticks([place + 0.5 for place in range(len(table))], [f"area {place + 1}" for place in range(len(table))], fontsize=8)
    axes.invert_yaxis()
    shown = [code for code in codes if (table == code).any(axis=None)]
    axes.legend(
        handles=[matplotlib.patches.Patch(color=COLOURS[code], label=words(code)) for code in shown],
        frameon=False,
        fontsize=9,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=4,
    )
    figure.savefig(file, dpi=120)
    plt.close(figure)
    for place, area in enumerate(table.index):
        print(f"area {place + 1}: {area}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    figures = national()
    indicator(figures, "women.health.g2.maternal-mortality-ratio", folder / "indicator.png")
    counts = overview(figures, folder / "overview.png")
    areas(pd.read_csv(DATA / "made-up-prefecture.csv", dtype={"value": str}), folder / "areas.png")
    print(", ".join(f"{number} {words(code)}" for code, number in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
