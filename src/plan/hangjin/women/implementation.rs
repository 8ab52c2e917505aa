//! Duties of chapters three and four of the women's plan, in printed order.

use crate::plan::Commitment;
use crate::plan::hangjin::{
    card::*,
    frame::{ISSUED, WOMEN_DOMAINS},
    indicators::*,
};
use crate::values::quantity::*;

targets! {
    plan "women", domains WOMEN_DOMAINS;

    /// The plan is filed with the city's committee office within a month of its issue (W三（一）三).
    PLAN_FILING = organisation("一.三", "women.organisation.o1-3.plan-filings.women")
        .asks(PLAN_FILINGS_WOMEN, at_least(count("1")))
        .words("旗级规划颁布后1个月内报送市妇儿工委办公室")
        .within_months(1, ISSUED);
    /// Each responsible body files its implementation scheme (W三（一）四).
    IMPLEMENTATION_SCHEMES = organisation("一.四", "women.organisation.o1-4.implementation-schemes.women")
        .asks(IMPLEMENTATION_SCHEMES_WOMEN, at_least(count("1")))
        .words("制定实施方案并报送旗妇儿工委办公室")
        .once(2022, 2023)
        .for_every("responsible_body")
        .note("未写日期，按规划期末计", "no date is printed; taken as the end of the plan");

    /// The targets of the plan are assigned to responsible bodies by 2023 (W三（二）一).
    ASSIGNED_TARGETS = organisation("二.一", "women.organisation.o2-1.plan-targets-assigned.women")
        .asks(TARGETS_ASSIGNED_WOMEN, at_least(count("1")))
        .words("规划目标分解到责任单位")
        .once(2022, 2023)
        .note(
            "未写日期，按2023年底前计",
            "no date is printed; taken as by the end of 2023",
        );
    /// Each responsible body reports every year, with its work for the next (W三（二）一).
    RESPONSIBLE_BODY_REPORTS = organisation("二.一", "women.organisation.o2-1.responsible-body-reports.women")
        .asks(RESPONSIBLE_BODY_REPORTS_WOMEN, at_least(count("1")))
        .words("责任单位每年向旗妇儿工委报告")
        .every_year_from(2022)
        .for_every("responsible_body");
    /// The banner's committee reports to the city's every year, with the work for the next (W三（二）一).
    REPORTS_TO_CITY = organisation("二.一", "women.organisation.o2-1.reports-to-city.women")
        .asks(REPORTS_TO_CITY_WOMEN, at_least(count("1")))
        .words("旗妇儿工委每年向市妇儿工委报告")
        .every_year_from(2022);
    /// Inspections are watched: a regular one has no number (W三（二）一).
    REGULAR_INSPECTIONS = organisation("二.一", "women.organisation.o2-1.plan-inspections")
        .asks(INSPECTIONS, monitored())
        .words("定期对规划落实及主要目标推进情况开展督查")
        .every_year_from(2022);
    /// A conference of the banner on women and children every five years, in principle (W三（二）二).
    CONFERENCE = organisation("二.二", "women.organisation.o2-2.banner-conferences")
        .asks(BANNER_CONFERENCES, at_least(count("1")))
        .words("原则上每5年召开一次全旗妇女儿童工作会议")
        .every_five_years()
        .commitment(Commitment::InPrinciple);
    /// A plenary meeting of the committee every year (W三（二）二).
    PLENARY_MEETING = organisation("二.二", "women.organisation.o2-2.committee-plenary-meetings")
        .asks(COMMITTEE_PLENARY_MEETINGS, at_least(count("1")))
        .words("每年召开一次委员会全体会议")
        .every_year_from(2022);
    /// Meetings of the committee's chair are watched: they are held as needed (W三（二）二).
    CHAIR_MEETING = organisation("二.二", "women.organisation.o2-2.committee-chair-meetings")
        .asks(CHAIR_MEETINGS, monitored())
        .words("根据需要由委员会主任主持随时召开")
        .every_year_from(2022);
    /// At least one meeting of the committee's liaison officers every year (W三（二）二).
    LIAISON_MEETING = organisation("二.二", "women.organisation.o2-2.committee-liaison-meetings")
        .asks(LIAISON_MEETINGS, at_least(count("1")))
        .words("每年至少召开一次委员会联络员会议")
        .every_year_from(2022);
    /// A meeting on monitoring and evaluation every year (W三（二）二).
    MONITORING_MEETING = organisation("二.二", "women.organisation.o2-2.monitoring-and-evaluation-meetings")
        .asks(MONITORING_MEETINGS, at_least(count("1")))
        .words("每年召开一次监测评估工作会议")
        .every_year_from(2022);
    /// Practical projects for women by members of the committee, every year (W三（二）三).
    PRACTICAL_PROJECTS = organisation("二.三", "women.organisation.o2-3.practical-projects.women")
        .asks(PRACTICAL_PROJECTS_WOMEN, at_least(count("1")))
        .words("按年度推动妇儿工委成员单位开展为妇女办实事项目")
        .every_year_from(2022)
        .commitment(Commitment::Advance)
        .note(
            "未写数量，按成员单位至少一个项目计",
            "no number is printed; at least one project among the members",
        );
    /// The budget of every year has the funds for the plan (W三（三）一).
    PLAN_FUNDS = organisation("三.一", "women.organisation.o3-1.plan-funds-in-budget.women")
        .asks(PLAN_FUNDS_IN_BUDGET_WOMEN, at_least(count("1")))
        .words("旗人民政府将实施规划所需经费纳入财政预算")
        .every_year_from(2022)
        .note(
            "每年的预算列入为一，未列入为零",
            "one for a budget that has them, nought for one that has not",
        );

    /// The plan is monitored every year (W四（一）).
    ANNUAL_MONITORING = monitoring("一", "women.monitoring.m1.annual-monitoring.women")
        .asks(ANNUAL_MONITORING_WOMEN, at_least(count("1")))
        .words("旗统计部门牵头组织开展年度监测")
        .every_year_from(2022);
    /// Each responsible body hands in its monitoring data every year (W四（一）).
    MONITORING_DATA = monitoring("一", "women.monitoring.m1.monitoring-data-submissions.women")
        .asks(MONITORING_DATA_SUBMISSIONS_WOMEN, at_least(count("1")))
        .words("向统计部门报送年度监测数据")
        .every_year_from(2022)
        .for_every("responsible_body");
    /// The plan is evaluated at mid-term, on the data for 2025, by the end of 2026 (W四（一）).
    MID_TERM_EVALUATION = monitoring("一", "women.monitoring.m1.mid-term-evaluations.women")
        .asks(MID_TERM_EVALUATIONS_WOMEN, at_least(count("1")))
        .words("旗妇儿工委组织开展中期、终期评估")
        .once(2025, 2026)
        .note(
            "未写日期，按规划中期的次年计，其时已有2025年数据",
            "no date is printed; the year after the middle of the plan, when the data for 2025 exist",
        );
    /// The plan is evaluated at its end, on the data for 2030, by the end of 2031 (W四（一）).
    FINAL_EVALUATION = monitoring("一", "women.monitoring.m1.final-evaluations.women")
        .asks(FINAL_EVALUATIONS_WOMEN, at_least(count("1")))
        .words("旗妇儿工委组织开展中期、终期评估")
        .once(2030, 2031)
        .note(
            "未写日期，按规划期满的次年计，其时已有2030年数据",
            "no date is printed; the year after the plan, when the data for 2030 exist",
        );
    /// Each responsible body hands in its mid-term evaluation report by the end of 2026 (W四（一）).
    BODY_MID_TERM_REPORTS = monitoring("一", "women.monitoring.m1.responsible-body-mid-term-reports.women")
        .asks(BODY_MID_TERM_REPORTS_WOMEN, at_least(count("1")))
        .words("向旗妇儿工委办公室提交中期、终期评估报告")
        .once(2025, 2026)
        .for_every("responsible_body");
    /// Each responsible body hands in its final evaluation report by the end of 2031 (W四（一）).
    BODY_FINAL_REPORTS = monitoring("一", "women.monitoring.m1.responsible-body-final-reports.women")
        .asks(BODY_FINAL_REPORTS_WOMEN, at_least(count("1")))
        .words("向旗妇儿工委办公室提交中期、终期评估报告")
        .once(2030, 2031)
        .for_every("responsible_body");
    /// The budget of every year has the funds for monitoring and evaluation (W四（一）).
    EVALUATION_FUNDS = monitoring("一", "women.monitoring.m1.evaluation-funds-in-budget.women")
        .asks(EVALUATION_FUNDS_IN_BUDGET_WOMEN, at_least(count("1")))
        .words("监测评估工作所需经费纳入财政预算")
        .every_year_from(2022)
        .note(
            "每年的预算列入为一，未列入为零",
            "one for a budget that has them, nought for one that has not",
        );

    /// The committee has set up a leading group by 2023 (W四（二）).
    LEADING_GROUP = monitoring("二", "women.monitoring.m2.evaluation-leading-groups")
        .asks(LEADING_GROUPS, at_least(count("1")))
        .words("旗妇儿工委设立监测评估领导小组")
        .once(2022, 2023)
        .note(
            "未写日期，按2023年底前计",
            "no date is printed; taken as by the end of 2023",
        );
    /// There is a monitoring group by 2023 (W四（二）).
    MONITORING_GROUP = monitoring("二", "women.monitoring.m2.monitoring-groups")
        .asks(MONITORING_GROUPS, at_least(count("1")))
        .words("领导小组下设监测组和评估组")
        .once(2022, 2023)
        .note(
            "未写日期，按2023年底前计",
            "no date is printed; taken as by the end of 2023",
        );
    /// There is an evaluation group by 2023 (W四（二）).
    EVALUATION_GROUP = monitoring("二", "women.monitoring.m2.evaluation-groups")
        .asks(EVALUATION_GROUPS, at_least(count("1")))
        .words("领导小组下设监测组和评估组")
        .once(2022, 2023)
        .note(
            "未写日期，按2023年底前计",
            "no date is printed; taken as by the end of 2023",
        );
    /// There is a monitoring scheme by 2023 (W四（二）).
    MONITORING_SCHEME = monitoring("二.监测组", "women.monitoring.m2-monitoring-group.monitoring-schemes.women")
        .asks(MONITORING_SCHEMES_WOMEN, at_least(count("1")))
        .words("制定监测方案、监测指标体系")
        .once(2022, 2023)
        .note(
            "未写日期，按2023年底前计",
            "no date is printed; taken as by the end of 2023",
        );
    /// There is a system of indicators for monitoring by 2023 (W四（二）).
    INDICATOR_SYSTEM = monitoring("二.监测组", "women.monitoring.m2-monitoring-group.monitoring-indicator-systems.women")
        .asks(MONITORING_INDICATOR_SYSTEMS_WOMEN, at_least(count("1")))
        .words("制定监测方案、监测指标体系")
        .once(2022, 2023)
        .note(
            "未写日期，按2023年底前计",
            "no date is printed; taken as by the end of 2023",
        );

    /// The monitoring group reports every year (W四（二）).
    ANNUAL_MONITORING_REPORT = monitoring("二.监测组", "women.monitoring.m2-monitoring-group.annual-monitoring-reports.women")
        .asks(ANNUAL_MONITORING_REPORTS_WOMEN, at_least(count("1")))
        .words("提交年度、中期和终期监测报告")
        .every_year_from(2022);
    /// The monitoring group reports at mid-term, by the end of 2026 (W四（二）).
    MID_TERM_MONITORING_REPORT = monitoring("二.监测组", "women.monitoring.m2-monitoring-group.mid-term-monitoring-reports.women")
        .asks(MID_TERM_MONITORING_REPORTS_WOMEN, at_least(count("1")))
        .words("提交年度、中期和终期监测报告")
        .once(2025, 2026);
    /// The monitoring group reports at the end, by the end of 2031 (W四（二）).
    FINAL_MONITORING_REPORT = monitoring("二.监测组", "women.monitoring.m2-monitoring-group.final-monitoring-reports.women")
        .asks(FINAL_MONITORING_REPORTS_WOMEN, at_least(count("1")))
        .words("提交年度、中期和终期监测报告")
        .once(2030, 2031);
    /// A yearbook of statistics on women is edited every year (W四（二）).
    STATISTICAL_YEARBOOK = monitoring("二.监测组", "women.monitoring.m2-monitoring-group.statistical-yearbooks.women")
        .asks(STATISTICAL_YEARBOOKS_WOMEN, at_least(count("1")))
        .words("编辑出版年度妇女统计资料")
        .every_year_from(2022);
    /// There is an evaluation scheme by the mid-term evaluation (W四（二）).
    EVALUATION_SCHEME = monitoring("二.评估组", "women.monitoring.m2-evaluation-group.evaluation-schemes.women")
        .asks(EVALUATION_SCHEMES_WOMEN, at_least(count("1")))
        .words("制定评估方案")
        .once(2022, 2026)
        .note(
            "未写日期，按中期评估的年份2026年底前计",
            "no date is printed; taken as by the end of 2026, the year of the mid-term evaluation",
        );
    /// The evaluation group reports at mid-term, by the end of 2026 (W四（二）).
    MID_TERM_EVALUATION_REPORT = monitoring("二.评估组", "women.monitoring.m2-evaluation-group.mid-term-evaluation-reports.women")
        .asks(MID_TERM_EVALUATION_REPORTS_WOMEN, at_least(count("1")))
        .words("提交中期和终期评估报告")
        .once(2025, 2026);
    /// The evaluation group reports at the end, by the end of 2031 (W四（二）).
    FINAL_EVALUATION_REPORT = monitoring("二.评估组", "women.monitoring.m2-evaluation-group.final-evaluation-reports.women")
        .asks(FINAL_EVALUATION_REPORTS_WOMEN, at_least(count("1")))
        .words("提交中期和终期评估报告")
        .once(2030, 2031);
    /// Reports to the banner's government are watched: a regular one has no number (W四（三）).
    REPORTS_TO_GOVERNMENT = monitoring("三", "women.monitoring.m3.reports-to-government.women")
        .asks(REPORTS_TO_GOVERNMENT_WOMEN, monitored())
        .words("定期向旗人民政府及相关部门报送监测评估情况")
        .every_year_from(2022);
}
