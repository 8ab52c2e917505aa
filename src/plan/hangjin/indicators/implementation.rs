//! What the chapters on organisation and monitoring count: meetings, reports, filings, evaluations.
//!
//! A meeting serves both plans and stands here once; a document is written for one plan and its key ends in that
//! plan's. A report counts in the year in which it is delivered.

use crate::plan::SourceKind;
use crate::plan::hangjin::card::*;

indicators! {
    /// 规划报送: filings of the women's plan with the city's committee office.
    PLAN_FILINGS_WOMEN: Count = amount("plan-filings.women", "妇女发展规划报送市妇儿工委办公室次数", "filings of the women's plan with the city").when_it_happens()
        .counts("妇女发展规划报送市妇儿工委办公室次数", "filings of the women's plan with the city")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 规划报送: filings of the children's plan with the city's committee office.
    PLAN_FILINGS_CHILDREN: Count = amount("plan-filings.children", "儿童发展规划报送市妇儿工委办公室次数", "filings of the children's plan with the city").when_it_happens()
        .counts("儿童发展规划报送市妇儿工委办公室次数", "filings of the children's plan with the city")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 部门实施方案: implementation schemes for the women's plan that a responsible body has filed.
    IMPLEMENTATION_SCHEMES_WOMEN: Count = amount("implementation-schemes.women", "责任单位报送妇女发展规划实施方案数", "implementation schemes for the women's plan filed").when_it_happens()
        .counts("责任单位报送妇女发展规划实施方案数", "implementation schemes for the women's plan filed")
        .word("份", "schemes")
        .from(SourceKind::Files);
    /// 部门实施方案: implementation schemes for the children's plan that a responsible body has filed.
    IMPLEMENTATION_SCHEMES_CHILDREN: Count = amount("implementation-schemes.children", "责任单位报送儿童发展规划实施方案数", "implementation schemes for the children's plan filed").when_it_happens()
        .counts("责任单位报送儿童发展规划实施方案数", "implementation schemes for the children's plan filed")
        .word("份", "schemes")
        .from(SourceKind::Files);
    /// 责任单位报告: yearly reports of a responsible body on the women's plan, with its work for the next year.
    RESPONSIBLE_BODY_REPORTS_WOMEN: Count = amount("responsible-body-reports.women", "责任单位妇女发展规划落实情况报告数", "reports of responsible bodies on the women's plan").when_it_happens()
        .counts("责任单位妇女发展规划落实情况报告数", "reports of responsible bodies on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 责任单位报告: yearly reports of a responsible body on the children's plan, with its work for the next year.
    RESPONSIBLE_BODY_REPORTS_CHILDREN: Count = amount("responsible-body-reports.children", "责任单位儿童发展规划落实情况报告数", "reports of responsible bodies on the children's plan").when_it_happens()
        .counts("责任单位儿童发展规划落实情况报告数", "reports of responsible bodies on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 向市妇儿工委报告: the banner's reports to the city on the women's plan, with the work for the next year.
    REPORTS_TO_CITY_WOMEN: Count = amount("reports-to-city.women", "旗妇儿工委向市妇儿工委报告妇女发展规划实施情况次数", "reports to the city on the women's plan").when_it_happens()
        .counts("旗妇儿工委向市妇儿工委报告妇女发展规划实施情况次数", "reports to the city on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 向市妇儿工委报告: the banner's reports to the city on the children's plan, with the work for the next year.
    REPORTS_TO_CITY_CHILDREN: Count = amount("reports-to-city.children", "旗妇儿工委向市妇儿工委报告儿童发展规划实施情况次数", "reports to the city on the children's plan").when_it_happens()
        .counts("旗妇儿工委向市妇儿工委报告儿童发展规划实施情况次数", "reports to the city on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 督查: inspections of how the plans are carried out; one inspection serves both plans.
    INSPECTIONS: Count = amount("plan-inspections", "规划落实及主要目标推进情况督查次数", "inspections of the plans' implementation").when_it_happens()
        .counts("规划落实及主要目标推进情况督查次数", "inspections of the plans' implementation")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 规划目标分解到责任单位: whether the targets of the women's plan are assigned to responsible bodies, 1 or 0.
    TARGETS_ASSIGNED_WOMEN: Count = amount("plan-targets-assigned.women", "妇女发展规划目标分解到责任单位", "targets of the women's plan assigned to responsible bodies").when_it_happens()
        .counts("妇女发展规划目标分解到责任单位", "targets of the women's plan assigned to responsible bodies")
        .word("项", "items")
        .from(SourceKind::Files);
    /// 规划目标分解到责任单位: whether the targets of the children's plan are assigned to responsible bodies, 1 or 0.
    TARGETS_ASSIGNED_CHILDREN: Count = amount("plan-targets-assigned.children", "儿童发展规划目标分解到责任单位", "targets of the children's plan assigned to responsible bodies").when_it_happens()
        .counts("儿童发展规划目标分解到责任单位", "targets of the children's plan assigned to responsible bodies")
        .word("项", "items")
        .from(SourceKind::Files);
    /// 规划所需经费纳入财政预算: whether the budget of the year has the funds for the women's plan, 1 or 0.
    PLAN_FUNDS_IN_BUDGET_WOMEN: Count = amount("plan-funds-in-budget.women", "实施妇女发展规划所需经费纳入财政预算", "funds for carrying out the women's plan in the budget").when_it_happens()
        .counts("实施妇女发展规划所需经费纳入财政预算", "funds for carrying out the women's plan in the budget")
        .word("项", "items")
        .from(SourceKind::Files);
    /// 规划所需经费纳入财政预算: whether the budget of the year has the funds for the children's plan, 1 or 0.
    PLAN_FUNDS_IN_BUDGET_CHILDREN: Count = amount("plan-funds-in-budget.children", "实施儿童发展规划所需经费纳入财政预算", "funds for carrying out the children's plan in the budget").when_it_happens()
        .counts("实施儿童发展规划所需经费纳入财政预算", "funds for carrying out the children's plan in the budget")
        .word("项", "items")
        .from(SourceKind::Files);

    /// 全旗妇女儿童工作会议: conferences of the banner on the work for women and children; one serves both plans.
    BANNER_CONFERENCES: Count = amount("banner-conferences", "全旗妇女儿童工作会议", "conferences of the banner on women and children").when_it_happens()
        .counts("全旗妇女儿童工作会议", "conferences of the banner on women and children")
        .word("次", "meetings")
        .from(SourceKind::Files);
    /// 委员会全体会议: plenary meetings of the committee; one meeting serves both plans.
    COMMITTEE_PLENARY_MEETINGS: Count = amount("committee-plenary-meetings", "妇儿工委全体会议", "plenary meetings of the working committee on women and children").when_it_happens()
        .counts("妇儿工委全体会议", "plenary meetings of the working committee on women and children")
        .word("次", "meetings")
        .from(SourceKind::Files);
    /// 委员会主任办公会议: meetings of the committee's chair; one meeting serves both plans.
    CHAIR_MEETINGS: Count = amount("committee-chair-meetings", "妇儿工委主任办公会议", "meetings of the working committee's chair").when_it_happens()
        .counts("妇儿工委主任办公会议", "meetings of the working committee's chair")
        .word("次", "meetings")
        .from(SourceKind::Files);
    /// 委员会联络员会议: meetings of the committee's liaison officers; one meeting serves both plans.
    LIAISON_MEETINGS: Count = amount("committee-liaison-meetings", "妇儿工委联络员会议", "meetings of the working committee's liaison officers").when_it_happens()
        .counts("妇儿工委联络员会议", "meetings of the working committee's liaison officers")
        .word("次", "meetings")
        .from(SourceKind::Files);
    /// 监测评估工作会议: meetings on monitoring and evaluation; one meeting serves both plans.
    MONITORING_MEETINGS: Count = amount("monitoring-and-evaluation-meetings", "监测评估工作会议", "meetings on monitoring and evaluation").when_it_happens()
        .counts("监测评估工作会议", "meetings on monitoring and evaluation")
        .word("次", "meetings")
        .from(SourceKind::Files);
    /// 办实事项目: practical projects for women by members of the committee.
    PRACTICAL_PROJECTS_WOMEN: Count = amount("practical-projects.women", "妇儿工委成员单位为妇女办实事项目数", "practical projects for women").when_it_happens()
        .counts("妇儿工委成员单位为妇女办实事项目数", "practical projects for women")
        .word("项", "projects")
        .from(SourceKind::Files);
    /// 办实事项目: practical projects for children by members of the committee.
    PRACTICAL_PROJECTS_CHILDREN: Count = amount("practical-projects.children", "妇儿工委成员单位为儿童办实事项目数", "practical projects for children").when_it_happens()
        .counts("妇儿工委成员单位为儿童办实事项目数", "practical projects for children")
        .word("项", "projects")
        .from(SourceKind::Files);

    /// 年度监测: rounds of annual monitoring of the women's plan.
    ANNUAL_MONITORING_WOMEN: Count = amount("annual-monitoring.women", "妇女发展规划年度监测次数", "rounds of annual monitoring of the women's plan").when_it_happens()
        .counts("妇女发展规划年度监测次数", "rounds of annual monitoring of the women's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 年度监测: rounds of annual monitoring of the children's plan.
    ANNUAL_MONITORING_CHILDREN: Count = amount("annual-monitoring.children", "儿童发展规划年度监测次数", "rounds of annual monitoring of the children's plan").when_it_happens()
        .counts("儿童发展规划年度监测次数", "rounds of annual monitoring of the children's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 年度监测数据: yearly submissions of a body's monitoring data on women to the statistics department.
    MONITORING_DATA_SUBMISSIONS_WOMEN: Count = amount("monitoring-data-submissions.women", "妇女发展规划年度监测数据报送次数", "submissions of monitoring data on women").when_it_happens()
        .counts("妇女发展规划年度监测数据报送次数", "submissions of monitoring data on women")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 年度监测数据: yearly submissions of a body's monitoring data on children to the statistics department.
    MONITORING_DATA_SUBMISSIONS_CHILDREN: Count = amount("monitoring-data-submissions.children", "儿童发展规划年度监测数据报送次数", "submissions of monitoring data on children").when_it_happens()
        .counts("儿童发展规划年度监测数据报送次数", "submissions of monitoring data on children")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 监测评估经费纳入财政预算: whether the budget of the year has the funds for monitoring and evaluating the women's plan, 1 or 0.
    EVALUATION_FUNDS_IN_BUDGET_WOMEN: Count = amount("evaluation-funds-in-budget.women", "妇女发展规划监测评估经费纳入财政预算", "funds for monitoring and evaluating the women's plan in the budget").when_it_happens()
        .counts("妇女发展规划监测评估经费纳入财政预算", "funds for monitoring and evaluating the women's plan in the budget")
        .word("项", "items")
        .from(SourceKind::Files);
    /// 监测评估经费纳入财政预算: whether the budget of the year has the funds for monitoring and evaluating the children's plan, 1 or 0.
    EVALUATION_FUNDS_IN_BUDGET_CHILDREN: Count = amount("evaluation-funds-in-budget.children", "儿童发展规划监测评估经费纳入财政预算", "funds for monitoring and evaluating the children's plan in the budget").when_it_happens()
        .counts("儿童发展规划监测评估经费纳入财政预算", "funds for monitoring and evaluating the children's plan in the budget")
        .word("项", "items")
        .from(SourceKind::Files);
    /// 中期评估: mid-term evaluations of the women's plan that the committee has organised.
    MID_TERM_EVALUATIONS_WOMEN: Count = amount("mid-term-evaluations.women", "妇女发展规划中期评估次数", "mid-term evaluations of the women's plan").when_it_happens()
        .counts("妇女发展规划中期评估次数", "mid-term evaluations of the women's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 中期评估: mid-term evaluations of the children's plan that the committee has organised.
    MID_TERM_EVALUATIONS_CHILDREN: Count = amount("mid-term-evaluations.children", "儿童发展规划中期评估次数", "mid-term evaluations of the children's plan").when_it_happens()
        .counts("儿童发展规划中期评估次数", "mid-term evaluations of the children's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 终期评估: final evaluations of the women's plan that the committee has organised.
    FINAL_EVALUATIONS_WOMEN: Count = amount("final-evaluations.women", "妇女发展规划终期评估次数", "final evaluations of the women's plan").when_it_happens()
        .counts("妇女发展规划终期评估次数", "final evaluations of the women's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 终期评估: final evaluations of the children's plan that the committee has organised.
    FINAL_EVALUATIONS_CHILDREN: Count = amount("final-evaluations.children", "儿童发展规划终期评估次数", "final evaluations of the children's plan").when_it_happens()
        .counts("儿童发展规划终期评估次数", "final evaluations of the children's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 部门中期评估报告: mid-term evaluation reports on the women's plan by a responsible body.
    BODY_MID_TERM_REPORTS_WOMEN: Count = amount("responsible-body-mid-term-reports.women", "责任单位妇女发展规划中期评估报告数", "mid-term reports of responsible bodies on the women's plan").when_it_happens()
        .counts("责任单位妇女发展规划中期评估报告数", "mid-term reports of responsible bodies on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 部门中期评估报告: mid-term evaluation reports on the children's plan by a responsible body.
    BODY_MID_TERM_REPORTS_CHILDREN: Count = amount("responsible-body-mid-term-reports.children", "责任单位儿童发展规划中期评估报告数", "mid-term reports of responsible bodies on the children's plan").when_it_happens()
        .counts("责任单位儿童发展规划中期评估报告数", "mid-term reports of responsible bodies on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 部门终期评估报告: final evaluation reports on the women's plan by a responsible body.
    BODY_FINAL_REPORTS_WOMEN: Count = amount("responsible-body-final-reports.women", "责任单位妇女发展规划终期评估报告数", "final reports of responsible bodies on the women's plan").when_it_happens()
        .counts("责任单位妇女发展规划终期评估报告数", "final reports of responsible bodies on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 部门终期评估报告: final evaluation reports on the children's plan by a responsible body.
    BODY_FINAL_REPORTS_CHILDREN: Count = amount("responsible-body-final-reports.children", "责任单位儿童发展规划终期评估报告数", "final reports of responsible bodies on the children's plan").when_it_happens()
        .counts("责任单位儿童发展规划终期评估报告数", "final reports of responsible bodies on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 监测评估领导小组: leading groups for monitoring and evaluation that the committee has set up; one serves both plans.
    LEADING_GROUPS: Count = amount("evaluation-leading-groups", "监测评估领导小组数", "leading groups for monitoring and evaluation").when_it_happens()
        .counts("监测评估领导小组数", "leading groups for monitoring and evaluation")
        .word("个", "groups")
        .from(SourceKind::Files);
    /// 监测组: monitoring groups set up; one serves both plans.
    MONITORING_GROUPS: Count = amount("monitoring-groups", "监测组数", "monitoring groups").when_it_happens()
        .counts("监测组数", "monitoring groups")
        .word("个", "groups")
        .from(SourceKind::Files);
    /// 评估组: evaluation groups set up; one serves both plans.
    EVALUATION_GROUPS: Count = amount("evaluation-groups", "评估组数", "evaluation groups").when_it_happens()
        .counts("评估组数", "evaluation groups")
        .word("个", "groups")
        .from(SourceKind::Files);
    /// 监测方案: schemes by which the women's plan is monitored.
    MONITORING_SCHEMES_WOMEN: Count = amount("monitoring-schemes.women", "妇女发展规划监测方案数", "monitoring schemes of the women's plan").when_it_happens()
        .counts("妇女发展规划监测方案数", "monitoring schemes of the women's plan")
        .word("份", "schemes")
        .from(SourceKind::Files);
    /// 监测方案: schemes by which the children's plan is monitored.
    MONITORING_SCHEMES_CHILDREN: Count = amount("monitoring-schemes.children", "儿童发展规划监测方案数", "monitoring schemes of the children's plan").when_it_happens()
        .counts("儿童发展规划监测方案数", "monitoring schemes of the children's plan")
        .word("份", "schemes")
        .from(SourceKind::Files);
    /// 监测指标体系: systems of indicators by which the women's plan is monitored.
    MONITORING_INDICATOR_SYSTEMS_WOMEN: Count = amount("monitoring-indicator-systems.women", "妇女发展规划监测指标体系数", "monitoring indicator systems of the women's plan").when_it_happens()
        .counts("妇女发展规划监测指标体系数", "monitoring indicator systems of the women's plan")
        .word("套", "systems")
        .from(SourceKind::Files);
    /// 监测指标体系: systems of indicators by which the children's plan is monitored.
    MONITORING_INDICATOR_SYSTEMS_CHILDREN: Count = amount("monitoring-indicator-systems.children", "儿童发展规划监测指标体系数", "monitoring indicator systems of the children's plan").when_it_happens()
        .counts("儿童发展规划监测指标体系数", "monitoring indicator systems of the children's plan")
        .word("套", "systems")
        .from(SourceKind::Files);
    /// 评估方案: schemes by which the women's plan is evaluated.
    EVALUATION_SCHEMES_WOMEN: Count = amount("evaluation-schemes.women", "妇女发展规划评估方案数", "evaluation schemes of the women's plan").when_it_happens()
        .counts("妇女发展规划评估方案数", "evaluation schemes of the women's plan")
        .word("份", "schemes")
        .from(SourceKind::Files);
    /// 评估方案: schemes by which the children's plan is evaluated.
    EVALUATION_SCHEMES_CHILDREN: Count = amount("evaluation-schemes.children", "儿童发展规划评估方案数", "evaluation schemes of the children's plan").when_it_happens()
        .counts("儿童发展规划评估方案数", "evaluation schemes of the children's plan")
        .word("份", "schemes")
        .from(SourceKind::Files);
    /// 年度监测报告: annual reports of the monitoring group on the women's plan.
    ANNUAL_MONITORING_REPORTS_WOMEN: Count = amount("annual-monitoring-reports.women", "监测组妇女发展规划年度监测报告数", "annual monitoring reports on the women's plan").when_it_happens()
        .counts("监测组妇女发展规划年度监测报告数", "annual monitoring reports on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 年度监测报告: annual reports of the monitoring group on the children's plan.
    ANNUAL_MONITORING_REPORTS_CHILDREN: Count = amount("annual-monitoring-reports.children", "监测组儿童发展规划年度监测报告数", "annual monitoring reports on the children's plan").when_it_happens()
        .counts("监测组儿童发展规划年度监测报告数", "annual monitoring reports on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 中期监测报告: mid-term reports of the monitoring group on the women's plan.
    MID_TERM_MONITORING_REPORTS_WOMEN: Count = amount("mid-term-monitoring-reports.women", "监测组妇女发展规划中期监测报告数", "mid-term monitoring reports on the women's plan").when_it_happens()
        .counts("监测组妇女发展规划中期监测报告数", "mid-term monitoring reports on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 中期监测报告: mid-term reports of the monitoring group on the children's plan.
    MID_TERM_MONITORING_REPORTS_CHILDREN: Count = amount("mid-term-monitoring-reports.children", "监测组儿童发展规划中期监测报告数", "mid-term monitoring reports on the children's plan").when_it_happens()
        .counts("监测组儿童发展规划中期监测报告数", "mid-term monitoring reports on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 终期监测报告: final reports of the monitoring group on the women's plan.
    FINAL_MONITORING_REPORTS_WOMEN: Count = amount("final-monitoring-reports.women", "监测组妇女发展规划终期监测报告数", "final monitoring reports on the women's plan").when_it_happens()
        .counts("监测组妇女发展规划终期监测报告数", "final monitoring reports on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 终期监测报告: final reports of the monitoring group on the children's plan.
    FINAL_MONITORING_REPORTS_CHILDREN: Count = amount("final-monitoring-reports.children", "监测组儿童发展规划终期监测报告数", "final monitoring reports on the children's plan").when_it_happens()
        .counts("监测组儿童发展规划终期监测报告数", "final monitoring reports on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 年度统计资料: edited yearbooks of statistics on women.
    STATISTICAL_YEARBOOKS_WOMEN: Count = amount("statistical-yearbooks.women", "年度妇女统计资料编辑出版数", "yearbooks of statistics on women").when_it_happens()
        .counts("年度妇女统计资料编辑出版数", "yearbooks of statistics on women")
        .word("份", "yearbooks")
        .from(SourceKind::Files);
    /// 年度统计资料: edited yearbooks of statistics on children.
    STATISTICAL_YEARBOOKS_CHILDREN: Count = amount("statistical-yearbooks.children", "年度儿童统计资料编辑出版数", "yearbooks of statistics on children").when_it_happens()
        .counts("年度儿童统计资料编辑出版数", "yearbooks of statistics on children")
        .word("份", "yearbooks")
        .from(SourceKind::Files);
    /// 评估组中期评估报告: mid-term reports of the evaluation group on the women's plan.
    MID_TERM_EVALUATION_REPORTS_WOMEN: Count = amount("mid-term-evaluation-reports.women", "评估组妇女发展规划中期评估报告数", "mid-term evaluation reports on the women's plan").when_it_happens()
        .counts("评估组妇女发展规划中期评估报告数", "mid-term evaluation reports on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 评估组中期评估报告: mid-term reports of the evaluation group on the children's plan.
    MID_TERM_EVALUATION_REPORTS_CHILDREN: Count = amount("mid-term-evaluation-reports.children", "评估组儿童发展规划中期评估报告数", "mid-term evaluation reports on the children's plan").when_it_happens()
        .counts("评估组儿童发展规划中期评估报告数", "mid-term evaluation reports on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 评估组终期评估报告: final reports of the evaluation group on the women's plan.
    FINAL_EVALUATION_REPORTS_WOMEN: Count = amount("final-evaluation-reports.women", "评估组妇女发展规划终期评估报告数", "final evaluation reports on the women's plan").when_it_happens()
        .counts("评估组妇女发展规划终期评估报告数", "final evaluation reports on the women's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 评估组终期评估报告: final reports of the evaluation group on the children's plan.
    FINAL_EVALUATION_REPORTS_CHILDREN: Count = amount("final-evaluation-reports.children", "评估组儿童发展规划终期评估报告数", "final evaluation reports on the children's plan").when_it_happens()
        .counts("评估组儿童发展规划终期评估报告数", "final evaluation reports on the children's plan")
        .word("份", "reports")
        .from(SourceKind::Files);
    /// 向旗人民政府报送: reports to the banner's government on the monitoring of the women's plan.
    REPORTS_TO_GOVERNMENT_WOMEN: Count = amount("reports-to-government.women", "向旗人民政府报送妇女发展规划监测评估情况次数", "reports to the government on the monitoring of the women's plan").when_it_happens()
        .counts("向旗人民政府报送妇女发展规划监测评估情况次数", "reports to the government on the monitoring of the women's plan")
        .word("次", "times")
        .from(SourceKind::Files);
    /// 向旗人民政府报送: reports to the banner's government on the monitoring of the children's plan.
    REPORTS_TO_GOVERNMENT_CHILDREN: Count = amount("reports-to-government.children", "向旗人民政府报送儿童发展规划监测评估情况次数", "reports to the government on the monitoring of the children's plan").when_it_happens()
        .counts("向旗人民政府报送儿童发展规划监测评估情况次数", "reports to the government on the monitoring of the children's plan")
        .word("次", "times")
        .from(SourceKind::Files);
}
