#!/usr/bin/env bash
# Has LibreOffice save the test figures as xlsx, xls and ods, and fails if the verdicts are not those of the CSV. Then has it
# open what the program writes: the report for Word as PDF, the annex as CSV, and looks for their words and cells.
# Without soffice it says that this was left out, and succeeds.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v soffice >/dev/null; then
  echo "LEFT OUT: soffice is not installed (apt-get install --no-install-recommends libreoffice-calc libreoffice-writer)"
  exit 0
fi
out="$(cargo test --quiet --locked --test libreoffice -- --nocapture 2>&1)" || { printf '%s\n' "$out" >&2; exit 1; }
grep -F "LibreOffice: xlsx, xls and ods give the verdicts of the CSV" <<<"$out" || {
  printf '%s\nthe comparison did not run\n' "$out" >&2
  exit 1
}

grep -F "LibreOffice: the made-up banner has the same verdicts as xlsx, xls and ods" <<<"$out" || {
  printf '%s\nthe comparison of the banner did not run\n' "$out" >&2
  exit 1
}

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
office() { soffice "-env:UserInstallation=file://$work/profile" --headless "$@" --outdir "$work" >/dev/null 2>&1; }
expect() { # file text
  grep -qF -- "$2" "$1" || { printf '%s: “%s” is not there\n' "$1" "$2" >&2; exit 1; }
}
# A made-up banner as its office keeps it: a township that fails, bodies that answer, figures of five years.
{
  echo "指标,单位,2020,2021,2022,2023,2024,责任单位"
  echo "孕产妇死亡率,/10万,16.9,16.1,15.7,15.1,14.3,旗卫健委"
  echo "高中阶段教育毛入学率,%,91.2,91.4,91.6,91.8,92.0,旗教体局"
  echo "适龄儿童免疫规划疫苗接种率,%,95.0,95.0,95.0,95.0,95.0,旗疾控中心"
  echo "其中：锡尼镇,%,96.0,96.0,96.0,96.0,96.4,"
  echo "巴拉贡镇,%,92.0,92.0,92.0,92.0,88.3,"
} >"$work/figures.csv"
printf '单位类别,单位名称,年份\n苏木镇,锡尼镇,2024\n苏木镇,巴拉贡镇,2024\n' >"$work/units.csv"
for lang in zh en; do
  cargo run --quiet --locked -- "$work/figures.csv" "$work/units.csv" --lang "$lang" --out "$work/$lang" >/dev/null
done
cp "$work/zh/报告.docx" "$work/zh.docx"
cp "$work/en/report.docx" "$work/en.docx"
cp "$work/zh/附表.xlsx" "$work/zh.xlsx"
office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1' "$work/zh.xlsx"
annex=("$work"/zh*.csv)
expect "${annex[0]}" "比目标值高2.3/10万"
expect "${annex[0]}" "旗卫健委"
echo "LibreOffice: the annex is read"
if ! office --convert-to pdf "$work/zh.docx" || [ ! -e "$work/zh.pdf" ]; then
  echo "LEFT OUT: the report for Word (apt-get install --no-install-recommends libreoffice-writer)"
  exit 0
fi
office --convert-to pdf "$work/en.docx"
if ! command -v pdftotext >/dev/null; then
  echo "LEFT OUT: the words of the report (apt-get install poppler-utils)"
  exit 0
fi
for lang in zh en; do
  pdftotext -layout "$work/$lang.pdf" "$work/$lang.spaced"
  # A line may be broken anywhere, and letters of two scripts stand apart.
  tr -d ' \n\f' <"$work/$lang.spaced" >"$work/$lang.txt"
done
for wanted in "2024年度监测报告" "一、总体" "二、未达标和有风险的目标" "责任单位：旗疾控中心" "巴拉贡镇未达标" "图1" "附表" "指标解释" "—1—" "—2—"; do
  expect "$work/zh.txt" "$wanted"
done
for wanted in "1.Overall" "2.Notmetoratrisk" "Responsible:旗疾控中心" "Figure1" "Definitions" "—2—"; do
  expect "$work/en.txt" "$wanted"
done
if command -v pdfinfo >/dev/null; then
  pdfinfo "$work/zh.pdf" >"$work/info"
  expect "$work/info" "A4"
fi
echo "LibreOffice: the reports for Word are read in both languages"
