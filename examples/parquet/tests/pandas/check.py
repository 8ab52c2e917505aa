"""The verdicts that were written, read by pandas and DataFusion; figures that pyarrow wrote, judged; what is said of files that are wrong.

check.py PROGRAM FOLDER, where the folder has nation.parquet, its verdicts, and those of its halves.
"""

import collections
import fractions
import pathlib
import re
import subprocess
import sys

import datafusion
import pandas
import pyarrow
import pyarrow.parquet

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
WORDS = ["met", "not met", "undetermined", "not applicable", "not due", "not judged"]


def judge(file, *options, wanted=0):
    command = [program, "judge", str(file), "--year", "2024", *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == wanted, (done.returncode, done.stdout, done.stderr)
    assert "panicked" not in done.stderr, done.stderr
    return done.stdout if wanted == 0 else done.stderr


# The verdicts.
verdicts = pandas.read_parquet(folder / "verdicts.parquet")
for line in (folder / "whole").read_text().splitlines()[1:]:
    year, total = map(int, re.match(r"(\d+): (\d+) verdicts", line).groups())
    of_year = verdicts[verdicts.year == year]
    counts = collections.Counter(of_year.outcome)
    printed = {word: int(re.search(rf"(\d+) {word}(?: \+|$)", line).group(1)) for word in WORDS}
    assert {word.replace(" ", "_"): count for word, count in printed.items() if count} == dict(counts), line
    assert len(of_year) == total
assert str(verdicts.outcome.dtype) == "category" and verdicts.area.nunique() == 30
halves = pandas.concat(pandas.read_parquet(folder / f"half-{half}.parquet") for half in (1, 2))
assert halves.astype(str).reset_index(drop=True).equals(verdicts.astype(str)), "the halves are not the whole"

# The same counts by DataFusion, whose decimals are those that pandas reads.
session = datafusion.SessionContext()
session.register_parquet("verdicts", str(folder / "verdicts.parquet"))
query = "SELECT year, outcome, count(*) AS verdicts, sum(margin) AS margins FROM verdicts GROUP BY year, outcome"
rows = session.sql(query).to_pylist()
assert {(row["year"], row["outcome"]): row["verdicts"] for row in rows} == dict(collections.Counter(zip(verdicts.year, verdicts.outcome)))
for row in rows:
    margins = verdicts[(verdicts.year == row["year"]) & (verdicts.outcome == row["outcome"])].margin.dropna()
    assert row["margins"] == (margins.sum() if len(margins) else None), row
print(f"DataFusion {datafusion.__version__}: {len(rows)} groups, the same counts")

# A decimal is the number itself, or stands beside the fraction that it is rounded from.
exact = 0
for column in ("value", "bound", "margin"):
    for number, fraction in zip(verdicts[column], verdicts[f"{column}_exact"]):
        if fraction is not None and not pandas.isna(fraction):
            exact += 1
            fraction = fractions.Fraction(fraction)
            assert fraction != fractions.Fraction(number)
            assert abs(fraction - fractions.Fraction(number)) <= fractions.Fraction(1, 2 * 10**12)
assert exact > 1_000, exact
print(f"pandas {pandas.__version__}: {len(verdicts)} verdicts, {exact} fractions beside their decimals")

# The figures, written by pyarrow in other ways: the same verdicts.
figures = pyarrow.parquet.read_table(folder / "nation.parquet")
whole = judge(folder / "nation.parquet")
coded = figures.set_column(1, "indicator", figures["indicator"].dictionary_encode())
wide = figures.cast(pyarrow.schema([
    ("area", pyarrow.large_string()), ("indicator", pyarrow.large_string()), ("period", pyarrow.int64()),
    ("value", pyarrow.string()), ("numerator", pyarrow.string()), ("denominator", pyarrow.uint32()),
]))
ways = {
    "dictionary": (coded, dict(compression="zstd")),
    "wide": (wide, dict(compression="none", row_group_size=5_000)),
    "checksums": (figures, dict(compression="snappy", write_page_checksum=True, data_page_version="2.0")),
    "plain": (figures, dict(use_dictionary=False, compression="zstd", data_page_size=20_000)),
}
for name, (table, options) in ways.items():
    file = folder / f"{name}.parquet"
    pyarrow.parquet.write_table(table, file, **options)
    assert judge(file) == whole, f"{name}: {judge(file)}"
frame = figures.to_pandas(types_mapper={pyarrow.int64(): pandas.Int64Dtype()}.get)
frame.to_parquet(folder / "frame.parquet")
assert judge(folder / "frame.parquet") == whole
print(f"pyarrow {pyarrow.__version__}: the same verdicts of {len(ways) + 1} other files")

# Binary fractions are refused by the column's name.
for column in ("value", "numerator"):
    floats = frame.copy()
    floats[column] = floats[column].astype(float)
    floats.to_parquet(folder / "floats.parquet")
    said = judge(folder / "floats.parquet", wanted=2)
    assert f"floats.parquet: column `{column}` is Float64: it holds binary fractions" in said, said
# A page that is not what its checksum says is an error, wherever in the file the damage lies.
whole_file = bytearray((folder / "checksums.parquet").read_bytes())
metadata = pyarrow.parquet.read_metadata(folder / "checksums.parquet")
for place in range(metadata.num_columns):
    chunk = metadata.row_group(0).column(place)
    damaged = bytearray(whole_file)
    damaged[chunk.data_page_offset + chunk.total_compressed_size // 2] ^= 1
    (folder / "damaged.parquet").write_bytes(damaged)
    said = judge(folder / "damaged.parquet", wanted=2)
    assert "damaged.parquet: the rows from " in said and "the file is damaged" in said, said
(folder / "damaged.parquet").write_bytes(whole_file[: len(whole_file) * 2 // 3])
assert "cannot be read as Parquet" in judge(folder / "damaged.parquet", wanted=2)
# Without checksums a reader may break off; that is an error too.
plain_file = (folder / "nation.parquet").read_bytes()
for place in range(len(plain_file) - 4_000, len(plain_file), 37):
    damaged = bytearray(plain_file)
    damaged[place] ^= 0xFF
    (folder / "damaged.parquet").write_bytes(damaged)
    done = subprocess.run([program, "judge", str(folder / "damaged.parquet"), "--year", "2024"], capture_output=True, text=True)
    assert done.returncode in (0, 2) and "panicked" not in done.stderr, (place, done)
    assert done.returncode == 0 or "damaged.parquet: " in done.stderr, (place, done)
print(f"damage in each of {metadata.num_columns} columns is told")
