//! The audit sheet that goes back to those who reported.

use dabiao::{Catalogue, Evaluator, Language, Record, Year};
use dabiao_tables::audit::sheet;

use super::Sheet;

fn lines(sheet_of: &Sheet, language: Language) -> Vec<String> {
    let catalogue = Catalogue::hangjin();
    let data = sheet_of.data(&catalogue);
    let report =
        Evaluator::new(&catalogue).report(data.area_or_empty(""), Year::literal(2024)).expect("a report");
    sheet(&[report], language).lines().map(str::to_owned).collect()
}

#[test]
fn one_line_for_each_finding() {
    let county = Sheet::default()
        .told("新生儿死亡率", "2024", "3.1‰")
        .told("婴儿死亡率", "2024", "2.9‰")
        .counted("梅毒孕产妇感染者治疗率", "2024", "5", "4")
        .row(Record {
            indicator: "孕产妇死亡率",
            period: "2024",
            value: "900/10万",
            source: "=1+1,\"甲\"",
            ..Record::default()
        });
    assert_eq!(
        lines(&county, Language::Chinese),
        [
            "\u{feff}级别,地区,单元格,相关单元格,说明,应如何,来源,关系代码",
            "不可用,,梅毒孕产妇感染者治疗率2024年,,分子大于分母（5/4）；请核对两个数,,rows.csv:4,",
            "差错,,新生儿死亡率2024年3.1‰（rows.csv:2，“数值”列）,\
             婴儿死亡率2024年2.9‰（rows.csv:3，“数值”列）,新生儿死亡数（率）不高于婴儿死亡数（率）,请核对两处，前者应不大于2.9,rows.csv:2,neonatal-within-infant-deaths",
            "核实,,\"孕产妇死亡率2024年900/10万（=1+1,\"\"甲\"\"，“数值”列）\",,数值在合理范围内,\
             一般在0.5至500/10万之间（或为0）；请核对数值、小数点和单位,\"'=1+1,\"\"甲\"\"\",range.maternal-mortality-ratio",
        ]
    );
    let english = lines(&county, Language::English);
    assert_eq!(english[0], "\u{feff}level,area,cell,beside,finding,remedy,source,relation");
    assert_eq!(
        english[2],
        "error,,\"neonatal mortality rate 2024 = 3.1‰ (rows.csv:2, column `value`)\",\
         \"infant mortality rate 2024 = 2.9‰ (rows.csv:3, column `value`)\",neonatal deaths cannot exceed infant deaths,\
         check both figures; the first should be at most 2.9,rows.csv:2,neonatal-within-infant-deaths"
    );
}

#[test]
fn nothing_found_is_a_header() {
    let county = Sheet::default().told("婴儿死亡率", "2024", "2.9‰");
    assert_eq!(lines(&county, Language::English).len(), 1);
}
