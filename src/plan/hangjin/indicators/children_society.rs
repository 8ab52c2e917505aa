//! Indicators of the children's plan on the other domains, in printed order.

use crate::plan::SourceKind;
use crate::plan::hangjin::card::*;

indicators! {
    /// 儿童伤害死亡率: deaths of children by injury over the children of the year.
    CHILD_INJURY_MORTALITY_RATE: Per100k = events("child-injury-mortality-rate", "儿童伤害死亡率", "child injury mortality rate").aged(0, 17)
        .counts("死于伤害的儿童人数", "children who died of injury")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("人", "deaths")
        .from(SourceKind::Surveillance);
    /// 儿童伤害致残率: children disabled by an injury in the year over the children of the year.
    CHILD_INJURY_DISABILITY_RATE: Per100k = events("child-injury-disability-rate", "儿童伤害致残率", "child injury disability rate").aged(0, 17)
        .counts("当年因伤害致残的儿童人数", "children disabled by an injury in the year")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("人", "children")
        .from(SourceKind::Surveillance);
    /// 儿童溺水死亡率: deaths of children by drowning over the children of the year.
    CHILD_DROWNING_MORTALITY_RATE: Per100k = events("child-drowning-mortality-rate", "儿童溺水死亡率", "child drowning mortality rate").aged(0, 17)
        .counts("死于溺水的儿童人数", "children who drowned")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("人", "deaths")
        .from(SourceKind::Surveillance);
    /// 儿童道路交通事故伤害死亡率: deaths of children in road accidents over the children of the year.
    CHILD_ROAD_TRAFFIC_MORTALITY_RATE: Per100k = events("child-road-traffic-mortality-rate", "儿童道路交通事故伤害死亡率", "child road traffic mortality rate").aged(0, 17)
        .counts("死于道路交通事故伤害的儿童人数", "children who died in road accidents")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("人", "deaths")
        .from(SourceKind::Surveillance);
    /// 儿童跌倒、跌落、烧烫伤和中毒等伤害发生率: such injuries of children over the children of the year.
    CHILD_FALL_BURN_POISONING_INCIDENCE: Per100k = events("child-fall-burn-poisoning-incidence-rate", "儿童跌倒、跌落、烧烫伤和中毒等伤害发生率", "incidence of falls, burns, poisoning and similar injuries among children").aged(0, 17)
        .counts("跌倒、跌落、烧烫伤和中毒等伤害的发生例数", "falls, burns, poisonings and similar injuries")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("例", "injuries")
        .from(SourceKind::Surveillance);
    /// 儿童跌倒、跌落、烧烫伤和中毒等伤害致残率: children disabled by such injuries over the children of the year.
    CHILD_FALL_BURN_POISONING_DISABILITY: Per100k = events("child-fall-burn-poisoning-disability-rate", "儿童跌倒、跌落、烧烫伤和中毒等伤害致残率", "disability from falls, burns, poisoning and similar injuries among children").aged(0, 17)
        .counts("因这些伤害致残的儿童人数", "children disabled by such injuries")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("人", "children")
        .from(SourceKind::Surveillance);
    /// 儿童跌倒、跌落、烧烫伤和中毒等伤害死亡率: deaths of children by such injuries over the children of the year.
    CHILD_FALL_BURN_POISONING_MORTALITY: Per100k = events("child-fall-burn-poisoning-mortality-rate", "儿童跌倒、跌落、烧烫伤和中毒等伤害死亡率", "mortality from falls, burns, poisoning and similar injuries among children").aged(0, 17)
        .counts("死于这些伤害的儿童人数", "children who died of such injuries")
        .over("年平均儿童人数", "mean number of children in the year")
        .among("0—17岁儿童", "children aged 0-17")
        .word("人", "deaths")
        .from(SourceKind::Surveillance);

    /// 开展儿童用品安全主题教育活动的学校、幼儿园、社区比例: those with such an activity in the year over all of the three kinds.
    PRODUCT_SAFETY_EDUCATION: Percent = stock("product-safety-education-coverage", "开展儿童用品安全主题教育活动的学校、幼儿园、社区比例", "schools, kindergartens and communities that teach the safe use of products")
        .counts("当年开展主题教育活动的机构数", "those with such an activity in the year")
        .over("机构数", "all of the three kinds")
        .among("学校、幼儿园、社区", "schools, kindergartens and communities")
        .word("个", "institutions")
        .from(SourceKind::Records);
    /// 为未满十六周岁儿童注册的网络直播发布者账号数: live-streaming accounts registered for children younger than 16.
    UNDER_16_STREAMING_ACCOUNTS: Count = amount("under-16-streaming-accounts", "为未满十六周岁儿童注册的网络直播发布者账号数", "live-streaming publisher accounts registered for children under 16").aged(0, 15)
        .counts("查实的为不满16周岁儿童注册的账号数", "accounts found registered for children under 16")
        .among("不满16周岁的儿童", "children younger than 16")
        .word("个", "accounts")
        .from(SourceKind::Records);

    /// 学前教育毛入园率: children of any age in preschool over the population of preschool age; may pass 100％.
    PRESCHOOL_ENROLMENT: Percent = amount("preschool-gross-enrolment-rate", "学前教育毛入园率", "gross enrolment ratio, pre-primary education").every_school_year().aged(3, 5)
        .counts("在园幼儿人数，不论年龄", "children in pre-primary education, of any age")
        .over("3—5岁人口数", "population aged 3-5")
        .among("3—5岁", "aged 3-5")
        .word("人", "children")
        .from(SourceKind::Records).usual();
    /// 义务教育阶段学生每天作业时长: the mean of minutes that a pupil spends on homework a day.
    HOMEWORK_MINUTES: Minutes = amount("compulsory-education-homework-time", "义务教育阶段学生每天作业时长", "daily homework time in compulsory education").every_school_year()
        .counts("每天完成作业所用时间平均值", "mean time spent on homework a day")
        .among("义务教育阶段学生", "pupils in compulsory education")
        .word("分钟", "minutes")
        .from(SourceKind::Survey);
    /// 残疾儿童义务教育巩固率: disabled pupils who finish nine years over those who entered; may pass 100％ where pupils move in.
    DISABLED_CHILDREN_RETENTION: Percent = amount("disabled-children-compulsory-education-retention-rate", "残疾儿童义务教育巩固率", "compulsory education retention rate of children with disabilities").every_school_year()
        .counts("九年级毕业班残疾学生人数", "pupils with disabilities in the final grade")
        .over("九年前入学的残疾学生人数", "pupils with disabilities who entered nine years before")
        .among("义务教育阶段残疾学生", "pupils with disabilities in compulsory education")
        .word("人", "pupils")
        .from(SourceKind::Records);

    /// 学前教育公共服务体系覆盖率: children of preschool age within reach of the public service over all of that age; the plan does not define it.
    PRESCHOOL_SERVICE_COVERAGE: Percent = share("preschool-public-service-coverage", "学前教育公共服务体系覆盖率", "coverage of the public service of pre-primary education").aged(3, 5)
        .counts("学前教育公共服务体系覆盖的幼儿人数", "children within reach of the public service")
        .over("学龄前儿童人数", "children of preschool age")
        .among("3—5岁儿童", "children aged 3-5")
        .word("人", "children")
        .from(SourceKind::Records);
    /// 实行免试就近入学的义务教育学校比例: schools of compulsory education that admit by residence and without tests over all of them.
    NEARBY_ADMISSION: Percent = stock("test-free-nearby-admission-coverage", "实行免试就近入学的义务教育学校比例", "compulsory education schools with test-free admission by residence").every_school_year()
        .counts("实行免试就近入学的学校数", "schools that admit by residence and without tests")
        .over("义务教育学校数", "schools of compulsory education")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 义务教育阶段随迁子女在公办学校就读比例: migrant workers' children in public schools over all of them in compulsory education.
    MIGRANT_CHILDREN_IN_PUBLIC_SCHOOLS: Percent = share("migrant-children-in-public-schools", "义务教育阶段随迁子女在公办学校就读比例", "migrant workers' children in public schools of compulsory education").every_school_year()
        .counts("在公办学校就读的随迁子女人数", "migrant workers' children in public schools")
        .over("随迁子女在校生人数", "migrant workers' children at school")
        .among("义务教育阶段", "compulsory education")
        .word("人", "pupils")
        .from(SourceKind::Records);
    /// 课后服务结束时间不早于当地正常下班时间的学校比例: schools whose care lasts until the end of the working day over schools of compulsory education.
    AFTER_SCHOOL_SERVICE_END: Percent = stock("after-school-service-until-end-of-work", "课后服务结束时间不早于当地正常下班时间的义务教育学校比例", "schools whose after-school service lasts until the end of the working day").every_school_year()
        .counts("课后服务结束时间不早于当地正常下班时间的学校数", "schools whose after-school service lasts until the end of the working day")
        .over("义务教育学校数", "schools of compulsory education")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 适龄残疾儿童义务教育覆盖率: disabled children of school age in compulsory education over all of them.
    DISABLED_CHILDREN_ENROLMENT: Percent = share("disabled-children-compulsory-education-coverage", "适龄残疾儿童义务教育覆盖率", "coverage of compulsory education among children with disabilities of school age").every_school_year()
        .counts("接受义务教育的残疾儿童人数", "children with disabilities in compulsory education")
        .over("适龄残疾儿童人数", "children with disabilities of school age")
        .among("义务教育适龄残疾儿童，含随班就读、特教学校、送教上门", "of school age, in ordinary classes, special schools and taught at home")
        .word("人", "children")
        .from(SourceKind::Register);
    /// 城镇义务教育大班额比例: classes of 56 pupils and more over classes of compulsory education in the towns.
    URBAN_OVERSIZE_CLASSES: Percent = stock("urban-oversize-class-share", "城镇义务教育大班额比例（56人及以上）", "oversize classes (56 pupils and more) in urban compulsory education").every_school_year().of_towns()
        .counts("56人及以上的班级数", "classes of 56 pupils and more")
        .over("班级数", "classes")
        .among("城镇义务教育学校", "urban schools of compulsory education")
        .word("个", "classes")
        .from(SourceKind::Records);
    /// 民办义务教育在校生比例: pupils of private schools over pupils of compulsory education.
    PRIVATE_COMPULSORY_EDUCATION: Percent = stock("private-compulsory-education-pupil-share", "民办义务教育在校生比例", "pupils in private schools of compulsory education").every_school_year()
        .counts("民办学校在校生人数", "pupils of private schools")
        .over("在校生人数", "pupils")
        .among("义务教育阶段", "compulsory education")
        .word("人", "pupils")
        .from(SourceKind::Records);
    /// 学科类培训机构超标超前培训查实件数: cases found of tutoring beyond or ahead of the curriculum.
    TUTORING_AHEAD_CASES: Count = amount("tutoring-ahead-of-curriculum-cases", "学科类培训机构超标超前培训查实件数", "confirmed cases of subject tutoring beyond or ahead of the curriculum")
        .counts("查实的件数", "cases confirmed")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 非学科类培训机构从事学科类培训查实件数: cases found of subject tutoring by institutions of another kind.
    TUTORING_OUT_OF_LICENCE_CASES: Count = amount("subject-tutoring-by-other-institutions-cases", "非学科类培训机构从事学科类培训查实件数", "confirmed cases of subject tutoring by non-subject institutions")
        .counts("查实的件数", "cases confirmed")
        .word("件", "cases")
        .from(SourceKind::Records);

    /// 儿童参加城乡居民基本医疗保险覆盖率: insured children over children to be insured; may pass 100％.
    CHILDREN_MEDICAL_INSURANCE: Percent = amount("children-resident-medical-insurance-coverage", "儿童参加城乡居民基本医疗保险覆盖率", "children's coverage by basic medical insurance for residents").aged(0, 17)
        .counts("参加城乡居民基本医疗保险的儿童人数", "insured children")
        .over("儿童人数", "children")
        .among("不满18岁的儿童，以医保部门口径为准", "children younger than 18, as the insurance office counts")
        .word("人", "children")
        .from(SourceKind::Records);

    /// 托育机构数量: institutions that look after children younger than 3.
    CHILDCARE_INSTITUTIONS: Count = amount("childcare-institutions", "托育机构数量", "childcare institutions")
        .counts("备案的托育机构数", "registered childcare institutions")
        .among("照护3岁以下婴幼儿的机构，年末", "institutions for children under 3, at the end of the year")
        .word("个", "institutions")
        .from(SourceKind::Records);
    /// 托位数量: places in childcare.
    CHILDCARE_PLACES: Count = amount("childcare-places", "托位数量", "childcare places")
        .counts("托位数", "places in childcare")
        .among("3岁以下婴幼儿的托位，年末", "places for children under 3, at the end of the year")
        .word("个", "places")
        .from(SourceKind::Records);
    /// 城乡社区儿童之家覆盖率: communities and villages with a children's home over all of them.
    CHILDRENS_HOME_COVERAGE: Percent = stock("community-childrens-home-coverage", "城乡社区儿童之家覆盖率", "communities and villages with a children's home")
        .counts("建有儿童之家的嘎查村和社区数", "villages and communities with a children's home")
        .over("嘎查村和社区数", "villages and communities")
        .word("个", "homes")
        .from(SourceKind::Records);
    /// 统一的未成年人保护热线数: hotlines for the protection of minors, one for the whole banner.
    CHILD_PROTECTION_HOTLINES: Count = amount("child-protection-hotlines", "统一的未成年人保护热线数", "unified child protection hotlines")
        .counts("开通的统一未成年人保护热线条数", "unified child protection hotlines opened")
        .word("条", "hotlines")
        .from(SourceKind::Records);
    /// 为儿童服务的社会组织数量: registered social organisations that serve children.
    CHILD_SERVICE_ORGANISATIONS: Count = amount("child-service-organisations", "为儿童服务的社会组织数量", "social organisations that serve children")
        .counts("登记的为儿童服务的社会组织数", "registered social organisations that serve children")
        .word("家", "organisations")
        .from(SourceKind::Records);
    /// 儿童社会工作专业队伍人数: professional social workers for children.
    CHILD_SOCIAL_WORK_STAFF: Persons = amount("child-social-work-staff", "儿童社会工作专业队伍人数", "professional social workers for children")
        .counts("从事儿童社会工作的专业人员人数", "professional social workers for children")
        .among("年末在岗者", "those at work at the end of the year")
        .word("名", "social workers")
        .from(SourceKind::Records);

    /// 旗级妇女儿童活动中心数: activity centres of the banner for women and children.
    ACTIVITY_CENTRES: Count = amount("women-and-children-activity-centres", "旗级妇女儿童活动中心数", "activity centres of the banner for women and children")
        .counts("建成的旗级妇女儿童活动中心数", "activity centres of the banner built")
        .word("处", "centres")
        .from(SourceKind::Records);
    /// 集中养育孤儿基本生活保障标准: the monthly allowance of an orphan in an institution.
    INSTITUTIONAL_ORPHAN_ALLOWANCE: Yuan = amount("institutional-orphan-allowance", "集中养育孤儿基本生活保障标准", "monthly living allowance of orphans in institutions")
        .counts("每人每月的基本生活保障标准", "allowance for a person and month")
        .among("集中养育孤儿", "orphans in institutions")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 社会散居孤儿基本生活保障标准: the monthly allowance of an orphan in a family.
    COMMUNITY_ORPHAN_ALLOWANCE: Yuan = amount("community-orphan-allowance", "社会散居孤儿基本生活保障标准", "monthly living allowance of orphans in the community")
        .counts("每人每月的基本生活保障标准", "allowance for a person and month")
        .among("社会散居孤儿、事实无人抚养儿童", "orphans in the community and children without actual care")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 残疾儿童康复服务覆盖率: disabled children given rehabilitation over disabled children in need of it.
    DISABLED_CHILDREN_REHABILITATION: Percent = share("disabled-children-rehabilitation-coverage", "残疾儿童康复服务覆盖率", "rehabilitation service coverage of children with disabilities").aged(0, 17)
        .counts("得到康复服务的残疾儿童人数", "children with disabilities given rehabilitation")
        .over("有康复需求的残疾儿童人数", "children with disabilities in need of it")
        .among("0—17岁残疾儿童", "children with disabilities aged 0-17")
        .word("人", "children")
        .from(SourceKind::Register);
    /// 配备专兼职工作人员的儿童之家比例: children's homes with full-time or part-time staff over all of them.
    CHILDRENS_HOMES_WITH_STAFF: Percent = stock("childrens-homes-with-staff", "配备专兼职工作人员的儿童之家比例", "children's homes with full-time or part-time staff")
        .counts("配备专兼职工作人员的儿童之家数", "children's homes with full-time or part-time staff")
        .over("儿童之家数", "children's homes")
        .word("个", "homes")
        .from(SourceKind::Records);
    /// 苏木镇专职儿童社会工作者人数: full-time social workers for children, counted in each township.
    TOWNSHIP_CHILD_SOCIAL_WORKERS: Persons = amount("township-child-social-workers", "苏木镇专职儿童社会工作者人数", "full-time child social workers in a township")
        .counts("专职儿童社会工作者人数", "full-time social workers for children")
        .among("每个苏木镇，年末在岗者", "each township, those at work at the end of the year")
        .word("名", "social workers")
        .from(SourceKind::Records);

    /// 建立家长学校或家庭教育指导服务站点的城市社区比例: urban communities with a parents' school or a guidance station over all of them.
    URBAN_FAMILY_EDUCATION_STATIONS: Percent = stock("urban-family-education-station-coverage", "建立家长学校或家庭教育指导服务站点的城市社区比例", "urban communities with a parents' school or family education station").of_towns()
        .counts("建立家长学校或指导服务站点的城市社区数", "urban communities with a parents' school or guidance station")
        .over("城市社区数", "urban communities")
        .word("个", "stations")
        .from(SourceKind::Records);
    /// 建立家长学校或家庭教育指导服务站点的农村社区（村）比例: villages with a parents' school or a guidance station over all of them.
    RURAL_FAMILY_EDUCATION_STATIONS: Percent = stock("rural-family-education-station-coverage", "建立家长学校或家庭教育指导服务站点的农村社区（村）比例", "villages with a parents' school or family education station").of_rural_areas()
        .counts("建立家长学校或指导服务站点的嘎查村数", "villages with a parents' school or guidance station")
        .over("嘎查村数", "villages")
        .word("个", "stations")
        .from(SourceKind::Records);
    /// 家庭教育指导服务中心数: centres of the banner that guide family education.
    FAMILY_EDUCATION_CENTRES: Count = amount("family-education-guidance-centres", "家庭教育指导服务中心数", "family education guidance centres")
        .counts("设立的家庭教育指导服务中心数", "guidance centres set up")
        .word("个", "centres")
        .from(SourceKind::Records);
    /// 对儿童实施殴打、虐待等暴力的查实件数: cases of violence against children found in the year.
    VIOLENCE_AGAINST_CHILDREN: Count = amount("violence-against-children-cases", "对儿童实施殴打、虐待等暴力的查实件数", "confirmed cases of violence against children").aged(0, 17)
        .counts("公安、检察、法院、民政查实的件数", "cases confirmed by police, prosecution, courts and civil affairs")
        .among("不满18岁的儿童", "children younger than 18")
        .word("件", "cases")
        .from(SourceKind::Records);

    /// 儿童友好城市（旗）建设数: whether the banner is a city friendly to children, 1 or 0.
    CHILD_FRIENDLY_CITIES: Count = amount("child-friendly-cities", "儿童友好城市（旗）建设数", "child-friendly city status of the banner")
        .counts("建成的儿童友好城市数，建成为1，否则为0", "1 if the banner is a child-friendly city, 0 if not")
        .word("个", "cities")
        .from(SourceKind::Files);
    /// 儿童友好社区数: communities friendly to children.
    CHILD_FRIENDLY_COMMUNITIES: Count = amount("child-friendly-communities", "儿童友好社区数", "child-friendly communities")
        .counts("建成的儿童友好社区数", "child-friendly communities recognised")
        .word("个", "communities")
        .from(SourceKind::Records);

    /// 公益性儿童校外活动场所数量: non-profit places for children's activities out of school.
    OUT_OF_SCHOOL_VENUES: Count = amount("out-of-school-venues", "公益性儿童校外活动场所数量", "non-profit out-of-school venues for children")
        .counts("向儿童开放的公益性校外活动场所数", "non-profit venues open to children")
        .among("教育、科技、文化、体育、娱乐五类合计", "education, science, culture, sport and recreation together")
        .word("个", "venues")
        .from(SourceKind::Records);
    /// 公益性儿童校外活动场所利用率: use over capacity; the plan does not define it, and it may pass 100％.
    OUT_OF_SCHOOL_VENUE_USE: Percent = amount("out-of-school-venue-utilisation-rate", "公益性儿童校外活动场所利用率", "utilisation rate of non-profit out-of-school venues for children")
        .counts("当年实际接待人次", "visits received in the year")
        .over("设计接待人次", "visits it is built for")
        .among("公益性校外活动场所", "non-profit out-of-school venues")
        .word("人次", "visits")
        .from(SourceKind::Records);
    /// 饮用水水质达标率: samples of drinking water up to standard over samples tested, in urban and rural areas.
    DRINKING_WATER_COMPLIANCE: Percent = share("drinking-water-quality-compliance-rate", "饮用水水质达标率", "drinking water quality compliance rate")
        .counts("水质达标的水样数", "samples up to the standard")
        .over("监测的水样数", "samples tested")
        .among("城乡饮用水，出厂水和末梢水", "urban and rural drinking water, treated and tap")
        .word("个", "samples")
        .from(SourceKind::Surveillance);

    /// 校外活动场所少先队组织建立比例: venues fit for it that have a Young Pioneers organisation over all venues fit for it.
    YOUNG_PIONEERS_IN_VENUES: Percent = stock("young-pioneers-in-venues-coverage", "具备条件的校外活动场所少先队组织建立比例", "out-of-school venues fit for it with a Young Pioneers organisation")
        .counts("建立少先队组织的场所数", "venues with a Young Pioneers organisation")
        .over("具备条件的场所数", "venues fit for it")
        .word("个", "venues")
        .from(SourceKind::Records);
    /// 儿童活动场所财政投入: public money spent in the year on venues for children's activities.
    SPENDING_ON_VENUES: Yuan = amount("public-spending-on-childrens-venues", "儿童活动场所财政投入", "public spending on venues for children's activities")
        .counts("当年用于儿童活动场所的财政支出", "public money spent on venues for children in the year")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 针对儿童的大众传播媒介上发布的不得发布的广告数: advertisements of the named kinds found in mass media for children.
    BARRED_ADVERTISEMENTS: Count = amount("barred-advertisements-in-childrens-media", "针对儿童的大众传播媒介上违规发布的广告数", "barred advertisements in mass media for children")
        .counts("查实的违规广告条数", "barred advertisements confirmed")
        .among("针对儿童的大众传播媒介", "mass media for children")
        .word("条", "advertisements")
        .from(SourceKind::Records);
    /// 违规发布的母乳代用品广告数: advertisements of breast-milk substitutes found in mass media and public places.
    BREAST_MILK_SUBSTITUTE_ADVERTISEMENTS: Count = amount("breast-milk-substitute-advertisements", "违规发布的母乳代用品广告数", "barred advertisements of breast-milk substitutes")
        .counts("查实的违规广告条数", "barred advertisements confirmed")
        .among("大众传播媒介和公共场所", "mass media and public places")
        .word("条", "advertisements")
        .from(SourceKind::Records);
    /// 生态环境科普基地数: bases built.
    ENVIRONMENTAL_SCIENCE_BASES: Count = amount("environmental-science-bases", "生态环境科普基地数", "bases for environmental science education")
        .counts("建成的生态环境科普基地数", "bases for environmental science education built")
        .word("个", "bases")
        .from(SourceKind::Records);
    /// 中小学环境教育社会实践基地数: bases built.
    SCHOOL_ENVIRONMENT_BASES: Count = amount("school-environment-practice-bases", "中小学环境教育社会实践基地数", "bases for pupils' environmental practice")
        .counts("建成的中小学环境教育社会实践基地数", "bases for pupils' environmental practice built")
        .word("个", "bases")
        .from(SourceKind::Records);
    /// 儿童自然教育保护基地数: bases built.
    NATURE_EDUCATION_BASES: Count = amount("nature-education-bases", "儿童自然教育保护基地数", "bases for children's nature education")
        .counts("建成的儿童自然教育保护基地数", "bases for children's nature education built")
        .word("个", "bases")
        .from(SourceKind::Records);

    /// 未成年人犯罪人数占未成年人人口数量的比重: offenders younger than 18 over the population younger than 18.
    JUVENILE_OFFENDERS: Per100k = events("juvenile-offender-rate", "未成年人犯罪人数占未成年人人口数量的比重", "juvenile offenders per 100,000 population under 18").aged(0, 17)
        .counts("犯罪人数", "offenders sentenced")
        .over("人口数", "population")
        .among("不满18岁的人口", "population younger than 18")
        .word("人", "offenders")
        .from(SourceKind::Records);
    /// 查处的使用童工件数: cases of child labour found in the year.
    CHILD_LABOUR_CASES: Count = amount("child-labour-cases", "查处的使用童工件数", "confirmed cases of child labour").aged(0, 15)
        .counts("查处的使用童工件数", "cases of child labour confirmed")
        .among("不满16周岁的未成年人", "persons younger than 16")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 办理未成年人案件的专门机构或专门人员数: units or persons of a body that are charged with cases of minors.
    JUVENILE_CASE_UNITS: Count = amount("juvenile-case-units", "办理涉及未成年人案件的专门机构或专门人员数", "units or persons charged with juvenile cases")
        .counts("专门机构数与专门人员数之和", "special units and persons together")
        .among("每个办案机关", "each body that handles cases")
        .word("个", "units or persons")
        .from(SourceKind::Records);
    /// 青少年法治教育实践基地数: bases built.
    YOUTH_LEGAL_EDUCATION_BASES: Count = amount("youth-legal-education-bases", "青少年法治教育实践基地数", "bases for legal education of young people")
        .counts("建成的青少年法治教育实践基地数", "bases for legal education of young people built")
        .word("个", "bases")
        .from(SourceKind::Records);
    /// 早婚早育人数: persons under age found married or parents.
    CHILD_MARRIAGES: Persons = amount("child-marriages-and-births", "早婚早育人数", "persons under age found married or parents")
        .counts("不到法定婚龄结婚、同居或生育的人数", "persons married, living as married or parents before the legal age")
        .among("男不满22周岁、女不满20周岁", "men younger than 22, women younger than 20")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 因早婚辍学人数: pupils who left school to marry.
    DROP_OUTS_TO_MARRY: Persons = amount("drop-outs-to-marry", "因早婚辍学人数", "pupils who leave school to marry").every_school_year()
        .counts("因早婚辍学的学生人数", "pupils who left school to marry")
        .among("义务教育和高中阶段学生", "pupils of compulsory and upper secondary education")
        .word("人", "pupils")
        .from(SourceKind::Records);
    /// 接受用人单位定期健康检查的未成年工比例: young workers examined in the year over young workers.
    YOUNG_WORKERS_EXAMINED: Percent = share("young-workers-health-check-coverage", "接受用人单位定期健康检查的未成年工比例", "young workers given regular health checks").aged(16, 17)
        .counts("接受定期健康检查的未成年工人数", "young workers given the regular check")
        .over("未成年工人数", "young workers")
        .among("16—17周岁的劳动者", "workers aged 16-17")
        .word("人", "workers")
        .from(SourceKind::Records);

    /// 安排未成年工从事危害身心健康的劳动或者危险作业的件数: cases found in the year.
    HARMFUL_WORK_OF_MINORS: Count = amount("harmful-work-of-young-workers", "安排未成年工从事危害身心健康的劳动或者危险作业的件数", "cases of young workers put to harmful or dangerous work").aged(16, 17)
        .counts("查实的件数", "cases confirmed")
        .among("16—17周岁的劳动者", "workers aged 16-17")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 针对儿童的家庭暴力和严重忽视件数: cases found in the year.
    DOMESTIC_VIOLENCE_AGAINST_CHILDREN: Count = amount("domestic-violence-and-neglect-of-children", "针对儿童的家庭暴力以及严重忽视件数", "cases of domestic violence against children and of serious neglect").aged(0, 17)
        .counts("查实的件数", "cases confirmed")
        .among("不满18岁的儿童", "children younger than 18")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 违规收集DNA数据等信息查实件数: cases found of DNA and other data of trafficked children collected by others than the police.
    DNA_COLLECTION_CASES: Count = amount("unlawful-dna-data-collection-cases", "违规收集DNA数据等信息查实件数", "confirmed cases of unlawful collection of DNA data")
        .counts("查实的件数", "cases confirmed")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 涉未成年人淫秽色情物品和网络信息查实件数: cases of sexual abuse material of children found in the year.
    CHILD_ABUSE_MATERIAL_CASES: Count = amount("child-sexual-abuse-material-cases", "涉未成年人淫秽色情物品和网络信息查实件数", "confirmed cases of child sexual abuse material")
        .counts("查实的件数", "cases confirmed")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 针对儿童的网络欺凌查实件数: cases of online bullying of children found in the year.
    ONLINE_BULLYING_CASES: Count = amount("online-bullying-of-children-cases", "针对儿童的网络欺凌查实件数", "confirmed cases of online bullying of children").aged(0, 17)
        .counts("查实的件数", "cases confirmed")
        .among("不满18岁的儿童", "children younger than 18")
        .word("件", "cases")
        .from(SourceKind::Records);
}
