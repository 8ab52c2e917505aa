//! Indicators of the women's plan on decision-making, in printed order.

use crate::plan::SourceKind;
use crate::plan::hangjin::card::*;

indicators! {
    /// 中国共产党党员总数中的女性比例: women over party members.
    WOMEN_AMONG_PARTY_MEMBERS: Percent = stock("women-share-of-party-members", "中国共产党党员总数中的女性比例", "women among party members").of_women()
        .counts("女党员人数", "women party members")
        .over("党员总数", "party members")
        .among("年末党员", "party members at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 党员代表大会中女党员代表比例: women over delegates of a party congress.
    WOMEN_AMONG_PARTY_CONGRESS_DELEGATES: Percent = stock("women-share-of-party-congress-delegates", "党员代表大会中女党员代表比例", "women among delegates to party congresses").every_term().of_women()
        .counts("女党员代表人数", "women delegates")
        .over("代表总数", "delegates")
        .among("各级党员代表大会的代表", "delegates to party congresses")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 人大代表中的女性比例: women over deputies of a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_DEPUTIES: Percent = stock("women-share-of-peoples-congress-deputies", "人大代表中的女性比例", "women among people's congress deputies").every_term().of_women()
        .counts("女代表人数", "women deputies")
        .over("代表总数", "deputies")
        .among("各级人大代表", "deputies to people's congresses")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 人大常委会组成人员中的女性比例: women over members of the standing committee of a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_COMMITTEE: Percent = stock("women-share-of-peoples-congress-committee", "人大常委会组成人员中的女性比例", "women on people's congress standing committees").every_term().of_women()
        .counts("女性组成人员人数", "women on the standing committee")
        .over("常委会组成人员总数", "members of the standing committee")
        .among("人大常委会组成人员", "members of standing committees of people's congresses")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 政协委员中的女性比例: women over members of a political consultative conference.
    WOMEN_AMONG_CPPCC_MEMBERS: Percent = stock("women-share-of-cppcc-members", "政协委员中的女性比例", "women among CPPCC members").every_term().of_women()
        .counts("女委员人数", "women members")
        .over("委员总数", "members")
        .among("各级政协委员", "members of political consultative conferences")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 政协常委中的女性比例: women over members of the standing committee of a political consultative conference.
    WOMEN_AMONG_CPPCC_COMMITTEE: Percent = stock("women-share-of-cppcc-committee", "政协常委中的女性比例", "women on CPPCC standing committees").every_term().of_women()
        .counts("女常委人数", "women on the standing committee")
        .over("常委总数", "members of the standing committee")
        .among("政协常委", "members of standing committees of political consultative conferences")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 党委委员中的女性比例: women over members of party committees.
    WOMEN_ON_PARTY_COMMITTEES: Percent = stock("women-share-of-party-committees", "党委委员中的女性比例", "women on party committees").every_term().of_women()
        .counts("女性党委委员人数", "women on party committees")
        .over("党委委员总数", "members of party committees")
        .among("旗、苏木镇党委委员", "members of party committees of the banner and its townships")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 旗政府领导班子女干部人数: women in the leading group of the banner's government.
    WOMEN_IN_BANNER_LEADERSHIP: Persons = amount("women-in-banner-government-leadership", "旗政府领导班子女干部人数", "women in the banner government's leadership").of_women()
        .counts("旗政府领导班子中的女干部人数", "women in the leading group of the banner's government")
        .among("年末在任者", "those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 旗级正职干部中的女性比例: women over holders of chief posts at the banner's level.
    WOMEN_AMONG_BANNER_CHIEFS: Percent = stock("women-share-of-banner-chief-posts", "旗级正职干部中的女性比例", "women among chief posts at banner level").of_women()
        .counts("担任正职的女干部人数", "women in chief posts")
        .over("同级正职干部人数", "holders of chief posts of that level")
        .among("旗级正职干部，年末在任者", "chief posts at banner level, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 旗政府工作部门领导班子中女干部比例: women over members of the leading groups of the government's departments.
    WOMEN_AMONG_DEPARTMENT_LEADERSHIP: Percent = stock("women-share-of-department-leadership", "旗政府工作部门领导班子中女干部比例", "women in the leadership of government departments").of_women()
        .counts("领导班子中的女干部人数", "women in the leading groups")
        .over("领导班子成员人数", "members of the leading groups")
        .among("旗政府工作部门，年末在任者", "departments of the banner's government, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 旗政府工作部门正职干部中的女性比例: women over heads of the government's departments.
    WOMEN_AMONG_DEPARTMENT_CHIEFS: Percent = stock("women-share-of-department-chief-posts", "旗政府工作部门正职干部中的女性比例", "women among heads of government departments").of_women()
        .counts("担任正职的女干部人数", "women who head a department")
        .over("正职干部人数", "heads of departments")
        .among("旗政府工作部门，年末在任者", "departments of the banner's government, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 苏木镇领导班子女干部人数: women in the leading group of a township.
    WOMEN_IN_TOWNSHIP_LEADERSHIP: Persons = amount("women-in-township-leadership", "苏木镇领导班子女干部人数", "women in township leadership").of_women()
        .counts("苏木镇领导班子中的女干部人数", "women in the leading group of a township")
        .among("年末在任者", "those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 苏木镇领导班子女性正职人数: women who hold a chief post in a township.
    WOMEN_IN_TOWNSHIP_CHIEF_POSTS: Persons = amount("women-in-township-chief-posts", "苏木镇领导班子女性正职人数", "women in chief posts of townships").of_women()
        .counts("担任苏木镇正职的女性人数", "women in chief posts of townships")
        .among("全部苏木镇，年末在任者", "all townships, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 嘎查村党组织成员中女性比例: women over members of the villages' party organisations.
    WOMEN_AMONG_VILLAGE_PARTY_ORGANISATION: Percent = stock("women-share-of-village-party-organisation", "嘎查村党组织成员中女性比例", "women among members of village party organisations").every_term().of_women()
        .counts("女性成员人数", "women members")
        .over("成员总数", "members")
        .among("嘎查村党组织成员", "members of village party organisations")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 嘎查村党组织书记中女性比例: women over secretaries of the villages' party organisations.
    WOMEN_AMONG_VILLAGE_PARTY_SECRETARIES: Percent = stock("women-share-of-village-party-secretaries", "嘎查村党组织书记中女性比例", "women among village party secretaries").every_term().of_women()
        .counts("女性书记人数", "women secretaries")
        .over("书记总数", "secretaries")
        .among("嘎查村党组织书记", "secretaries of village party organisations")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 村民代表会议组成人员中妇女村民代表比例: women over members of a village assembly.
    WOMEN_IN_VILLAGE_ASSEMBLY: Percent = stock("women-share-of-village-assembly", "村民代表会议组成人员中妇女村民代表比例", "women in village assemblies").every_term().of_women()
        .counts("妇女村民代表人数", "women in the assembly")
        .over("村民代表会议组成人员总数", "members of the assembly")
        .among("村民代表会议组成人员，逐个会议", "members of village assemblies, each assembly")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 嘎查村委会成员中女性比例: women over members of the village committees.
    WOMEN_AMONG_VILLAGE_COMMITTEE: Percent = stock("women-share-of-village-committee", "嘎查村委会成员中女性比例", "women among village committee members").every_term().of_women()
        .counts("女性成员人数", "women members")
        .over("成员总数", "members")
        .among("嘎查村委会成员", "members of village committees")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 嘎查村委会主任中女性比例: women over heads of the village committees.
    WOMEN_AMONG_VILLAGE_COMMITTEE_HEADS: Percent = stock("women-share-of-village-committee-heads", "嘎查村委会主任中女性比例", "women among village committee heads").every_term().of_women()
        .counts("女性主任人数", "women heads")
        .over("主任总数", "heads")
        .among("嘎查村委会主任", "heads of village committees")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 社区党组织成员中女性比例: women over members of the communities' party organisations.
    WOMEN_AMONG_COMMUNITY_PARTY_ORGANISATION: Percent = stock("women-share-of-community-party-organisation", "社区党组织成员中女性比例", "women among members of community party organisations").every_term().of_women()
        .counts("女性成员人数", "women members")
        .over("成员总数", "members")
        .among("社区党组织成员", "members of community party organisations")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 社区党组织书记中女性比例: women over secretaries of the communities' party organisations.
    WOMEN_AMONG_COMMUNITY_PARTY_SECRETARIES: Percent = stock("women-share-of-community-party-secretaries", "社区党组织书记中女性比例", "women among community party secretaries").every_term().of_women()
        .counts("女性书记人数", "women secretaries")
        .over("书记总数", "secretaries")
        .among("社区党组织书记", "secretaries of community party organisations")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 社区居委会成员中女性比例: women over members of the residents' committees.
    WOMEN_AMONG_RESIDENTS_COMMITTEE: Percent = stock("women-share-of-residents-committee", "社区居委会成员中女性比例", "women among residents' committee members").every_term().of_women()
        .counts("女性成员人数", "women members")
        .over("成员总数", "members")
        .among("社区居委会成员", "members of residents' committees")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 社区居委会主任中女性比例: women over heads of the residents' committees.
    WOMEN_AMONG_RESIDENTS_COMMITTEE_HEADS: Percent = stock("women-share-of-residents-committee-heads", "社区居委会主任中女性比例", "women among residents' committee heads").every_term().of_women()
        .counts("女性主任人数", "women heads")
        .over("主任总数", "heads")
        .among("社区居委会主任", "heads of residents' committees")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 事业单位领导班子成员中的女性比例: women over members of the leading groups of public institutions.
    WOMEN_AMONG_INSTITUTION_LEADERSHIP: Percent = stock("women-share-of-public-institution-leadership", "事业单位领导班子成员中的女性比例", "women in the leadership of public institutions").of_women()
        .counts("女性成员人数", "women members")
        .over("领导班子成员总数", "members of the leading groups")
        .among("各级各类事业单位，年末在任者", "public institutions of every level and kind, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 国有企业董事会成员中的女性比例: women over members of the boards of state-owned enterprises.
    WOMEN_ON_STATE_ENTERPRISE_BOARDS: Percent = stock("women-share-of-state-enterprise-boards", "国有企业董事会成员中的女性比例", "women on boards of state-owned enterprises").of_women()
        .counts("女性董事人数", "women on boards")
        .over("董事总数", "board members")
        .among("国有企业，年末在任者", "state-owned enterprises, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 国有企业监事会成员中的女性比例: women over members of the supervisory boards of state-owned enterprises.
    WOMEN_ON_STATE_ENTERPRISE_SUPERVISORY_BOARDS: Percent = stock("women-share-of-state-enterprise-supervisory-boards", "国有企业监事会成员中的女性比例", "women on supervisory boards of state-owned enterprises").of_women()
        .counts("女性监事人数", "women on supervisory boards")
        .over("监事总数", "members of supervisory boards")
        .among("国有企业，年末在任者；不设监事会的不计", "state-owned enterprises, those in office at the end of the year; enterprises without such a board are not counted")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 国有企业管理层中的女性比例: women over managers of state-owned enterprises.
    WOMEN_IN_STATE_ENTERPRISE_MANAGEMENT: Percent = stock("women-share-of-state-enterprise-management", "国有企业管理层中的女性比例", "women in the management of state-owned enterprises").of_women()
        .counts("女性管理人员人数", "women managers")
        .over("管理层人员总数", "managers")
        .among("国有企业，年末在任者", "state-owned enterprises, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 企事业单位职工代表大会中女性比例: women over delegates to the workers' congresses of enterprises and institutions.
    WOMEN_AMONG_WORKERS_CONGRESS_DELEGATES: Percent = stock("women-share-of-workers-congress", "企事业单位职工代表大会中女性比例", "women among delegates to workers' congresses").of_women()
        .counts("女性职工代表人数", "women delegates")
        .over("职工代表总数", "delegates")
        .among("企业、事业单位职工代表大会，工会年度汇总", "workers' congresses of enterprises and institutions, yearly aggregate of the unions")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 事业单位职工代表大会中女代表比例: women over delegates to the workers' congresses of public institutions.
    WOMEN_AMONG_INSTITUTION_CONGRESS_DELEGATES: Percent = stock("women-share-of-public-institution-workers-congress", "事业单位职工代表大会中女代表比例", "women among delegates to workers' congresses of public institutions").of_women()
        .counts("女性职工代表人数", "women delegates")
        .over("职工代表总数", "delegates")
        .among("事业单位职工代表大会，工会年度汇总", "workers' congresses of public institutions, yearly aggregate of the unions")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 企业职工代表大会中女职工代表比例: women over delegates to the workers' congresses of enterprises.
    WOMEN_AMONG_ENTERPRISE_CONGRESS_DELEGATES: Percent = stock("women-share-of-enterprise-workers-congress", "企业职工代表大会中女职工代表比例", "women among delegates to workers' congresses of enterprises").of_women()
        .counts("女性职工代表人数", "women delegates")
        .over("职工代表总数", "delegates")
        .among("企业职工代表大会，工会年度汇总", "workers' congresses of enterprises, yearly aggregate of the unions")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 企业女职工比例: women over the staff of enterprises that have a workers' congress.
    WOMEN_AMONG_ENTERPRISE_STAFF: Percent = stock("women-share-of-enterprise-staff", "企业女职工比例", "women among staff of enterprises").of_women()
        .counts("女职工人数", "women among the staff")
        .over("职工总数", "staff")
        .among("建立职工代表大会的企业", "enterprises with a workers' congress")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 卫生、教育、文化行业决策管理层中的女性比例: women over those who decide and manage in the three trades.
    WOMEN_IN_SOCIAL_SECTOR_DECISIONS: Percent = stock("women-share-of-health-education-culture-decision-makers", "卫生、教育、文化行业决策管理层中的女性比例", "women in decision-making in health, education and culture").of_women()
        .counts("女性决策管理人员人数", "women who decide and manage")
        .over("决策管理人员总数", "those who decide and manage")
        .among("卫生、教育、文化行业的事业单位", "public institutions of health, education and culture")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 领导班子女干部比例: women over members of the leading groups of party and government bodies.
    WOMEN_IN_LEADING_BODIES: Percent = stock("women-share-of-leading-bodies", "领导班子女干部比例", "women in leading bodies").of_women()
        .counts("领导班子中的女干部人数", "women in leading bodies")
        .over("领导班子成员人数", "members of leading bodies")
        .among("旗、苏木镇党政领导班子，年末在任者", "leading bodies of party and government in the banner and its townships, those in office at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 社会组织负责人中的女性比例: women over heads of social organisations.
    WOMEN_HEADING_SOCIAL_ORGANISATIONS: Percent = stock("women-share-of-social-organisation-heads", "社会组织负责人中的女性比例", "women among heads of social organisations").of_women()
        .counts("女性负责人人数", "women who head one")
        .over("社会组织负责人总数", "heads of social organisations")
        .among("登记的社会组织", "registered social organisations")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 企事业单位女职工比例: women over the staff for whom the workers' congresses speak.
    WOMEN_AMONG_STAFF: Percent = stock("women-share-of-staff", "企事业单位女职工比例", "women among staff of enterprises and institutions").of_women()
        .counts("女职工人数", "women among the staff")
        .over("职工总数", "staff")
        .among("建立职工代表大会的企业、事业单位", "enterprises and institutions with a workers' congress")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 城乡社区妇女议事会覆盖率: villages and communities with a women's council over all villages and communities.
    WOMENS_COUNCIL_COVERAGE: Percent = stock("womens-council-coverage", "城乡社区妇女议事会覆盖率", "villages and communities with a women's council")
        .counts("建立妇女议事会的嘎查村和社区数", "villages and communities with a women's council")
        .over("嘎查村和社区数", "villages and communities")
        .word("个", "councils")
        .from(SourceKind::Records);
    /// 人大代表候选人中的女性人数: women put up as candidates for a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_CANDIDATES: Persons = amount("women-among-peoples-congress-candidates", "人大代表候选人中的女性人数", "women among candidates for people's congresses").every_term().of_women()
        .counts("女性候选人人数", "women candidates")
        .among("人大代表候选人", "candidates for people's congresses")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 政协委员建议名单中的女性比例: women over persons proposed for a political consultative conference.
    WOMEN_AMONG_CPPCC_NOMINEES: Percent = stock("women-share-of-cppcc-nominees", "政协委员建议名单中的女性比例", "women among nominees for the CPPCC").every_term().of_women()
        .counts("建议名单中的女性人数", "women on the list")
        .over("建议名单总人数", "persons on the list")
        .among("政协委员建议名单", "list of nominees for the political consultative conference")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 优秀年轻干部队伍中女干部比例: women over outstanding young cadres.
    WOMEN_AMONG_YOUNG_CADRES: Percent = stock("women-share-of-young-cadres", "优秀年轻干部队伍中女干部比例", "women among outstanding young cadres").of_women()
        .counts("优秀年轻女干部人数", "women among them")
        .over("优秀年轻干部人数", "outstanding young cadres")
        .among("优秀年轻干部，年末在册者", "outstanding young cadres on the list at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 女干部选拔配备到位率: posts held by women over posts that the rules on women cadres reserve for them.
    WOMEN_CADRE_POSTS_FILLED: Percent = stock("women-cadre-posts-filled-rate", "女干部选拔配备到位率", "posts due to women cadres that are filled").of_women()
        .counts("已配备女干部的岗位数", "posts held by women")
        .over("应配备女干部的岗位数", "posts due to women")
        .among("女干部选拔配备规定的岗位", "posts that the rules on women cadres reserve")
        .word("个", "posts")
        .from(SourceKind::Records);
    /// 事业单位决策管理人员中的女性比例: women over those who take part in decisions and management in public institutions.
    WOMEN_AMONG_INSTITUTION_DECISION_MAKERS: Percent = stock("women-share-of-public-institution-decision-makers", "事业单位决策管理人员中的女性比例", "women in the decision-making of public institutions").of_women()
        .counts("女性决策管理人员人数", "women who decide and manage")
        .over("决策管理人员总数", "those who decide and manage")
        .among("事业单位", "public institutions")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 事业单位女职工比例: women over the staff of public institutions.
    WOMEN_AMONG_INSTITUTION_STAFF: Percent = stock("women-share-of-public-institution-staff", "事业单位女职工比例", "women among staff of public institutions").of_women()
        .counts("女职工人数", "women among the staff")
        .over("职工总数", "staff")
        .among("事业单位", "public institutions")
        .word("人", "women")
        .from(SourceKind::Records);
}
