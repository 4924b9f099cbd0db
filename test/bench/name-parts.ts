/** Parts that made-up names are put together from, each in Chinese and in English. */

/** A part of a name in both languages. */
export type NamePart = readonly [zh: string, en: string];

/** Reads `中 en` pairs parted by `·`. */
function parts(text: string): readonly NamePart[] {
  return text.split('·').map((pair): NamePart => {
    const [zh = '', ...en] = pair.trim().split(' ');
    return [zh, en.join(' ')];
  });
}

/** What places begin with. */
export const PLACE_FIRST = parts(
  '云 Yun·岚 Lan·澄 Cheng·沧 Cang·霁 Ji·翠 Cui·苍 Cang·鹿 Lu·鹭 Lu·枫 Feng·桐 Tong·梧 Wu·松 Song·柏 Bai·银 Yin·玉 Yu·碧 Bi·丹 Dan·青 Qing·白 Bai·赤 Chi·紫 Zi·金 Jin·石 Shi·龙 Long·凤 Feng·雁 Yan·鹤 He·望 Wang·临 Lin·怀 Huai·永 Yong·嘉 Jia·景 Jing·瑞 Rui·明 Ming·朝 Zhao·晴 Qing·梅 Mei·兰 Lan',
);

/** What places end with. */
export const PLACE_LAST = parts(
  '岭 ling·屿 yu·湾 wan·浦 pu·泽 ze·原 yuan·溪 xi·塘 tang·埠 bu·津 jin·渡 du·陵 ling·川 chuan·野 ye·坪 ping·冈 gang·洲 zhou·沙 sha·峪 yu·台 tai·桥 qiao·堰 yan·滨 bin·麓 lu·坞 wu·汀 ting·垣 yuan·坊 fang·皋 gao·畴 chou',
);

/** What brands are made of, two of them each. */
export const BRANDS = parts(
  '蓝 lan·海 hai·星 xing·辰 chen·联 lian·创 chuang·科 ke·达 da·华 hua·锐 rui·盛 sheng·安 an·康 kang·博 bo·源 yuan·诚 cheng·恒 heng·信 xin·润 run·泰 tai·宏 hong·远 yuan·智 zhi·芯 xin·微 wei·晶 jing·峰 feng·启 qi·航 hang·拓 tuo·新 xin·奥 ao·普 pu·瑞 rui·迈 mai·格 ge·仁 ren·和 he·天 tian·宇 yu·凌 ling·云 yun·思 si·维 wei·维 wei·卓 zhuo·越 yue·鼎 ding·合 he·众 zhong·颐 yi·汇 hui·通 tong·美 mei·佳 jia·利 li·洋 yang·光 guang·电 dian·凯 kai',
);

/** What firms do. */
export const TRADES = parts(
  '半导体 Semiconductor·微电子 Microelectronics·精密仪器 Precision Instruments·医疗器械 Medical Devices·生物技术 Biotechnology·制药 Pharmaceutical·新材料 New Materials·新能源 New Energy·智能装备 Smart Equipment·机器人 Robotics·航空科技 Aviation Technology·船舶工程 Marine Engineering·汽车零部件 Auto Parts·光电科技 Optoelectronics·传感技术 Sensing Technology·软件 Software·数据服务 Data Services·信息技术 Information Technology·通信设备 Communication Equipment·环保科技 Environmental Technology·自动化 Automation·激光 Laser·电源 Power Supply·储能 Energy Storage·氢能 Hydrogen Energy·化工 Chemical·模具 Moulds·包装 Packaging·食品 Food·纺织 Textile·仪表 Meters·轴承 Bearings·电机 Motors·阀门 Valves·检测 Testing·物流装备 Logistics Equipment·特种气体 Specialty Gases·光学 Optics·诊断 Diagnostics·基因 Genomics',
);

/** What firms are legally; most are the first. */
export const LEGAL_FORMS = parts(
  '有限公司 Co., Ltd.·有限公司 Co., Ltd.·有限公司 Co., Ltd.·科技有限公司 Technology Co., Ltd.·股份有限公司 Corp.·集团有限公司 Group Co., Ltd.',
);

/** What groups of industries are called. */
export const INDUSTRY_GROUPS = parts(
  '先进制造 Advanced Manufacturing·电子信息 Electronic Information·生命健康 Life and Health·绿色低碳 Green Economy·高端装备 High-End Equipment·新型材料 New Materials·数字经济 Digital Economy·时尚消费 Consumer Goods·未来产业 Industries of the Future·现代服务 Modern Services',
);

/** What industries begin with. */
export const INDUSTRY_FIRST = parts(
  '智能 Smart·新型 Novel·精密 Precision·绿色 Green·数字 Digital·先进 Advanced·高端 High-End·柔性 Flexible·低碳 Low-Carbon·微纳 Micro-Nano·海洋 Marine·空天 Aerospace',
);

/** What industries make. */
export const INDUSTRY_LAST = parts(
  '传感器 Sensors·集成电路 Integrated Circuits·显示 Displays·医疗器械 Medical Devices·生物医药 Biomedicine·机器人 Robots·机床 Machine Tools·汽车 Vehicles·电池 Batteries·材料 Materials·仪器 Instruments·通信 Communications·软件 Software·能源装备 Energy Equipment·船舶 Ships·航空器 Aircraft·纺织 Textiles·食品 Food·环保装备 Environmental Equipment·终端 Terminals',
);

/** The segments of a chain, from its upper end to its lower. */
export const SEGMENTS: readonly (readonly [...NamePart, stage: string])[] = [
  ['原料', 'Raw Materials', 'UPSTREAM'],
  ['设备', 'Equipment', 'UPSTREAM'],
  ['设计', 'Design', 'UPSTREAM'],
  ['零部件', 'Components', 'MIDSTREAM'],
  ['制造', 'Manufacturing', 'MIDSTREAM'],
  ['组装', 'Assembly', 'MIDSTREAM'],
  ['检测', 'Testing', 'SERVICE'],
  ['应用', 'Applications', 'DOWNSTREAM'],
];

/** Sorts of zones, with their kind in the model. */
export const ZONE_SORTS: readonly (readonly [...NamePart, kind: string])[] = [
  ['高新技术产业开发区', 'High-Tech Zone', 'NATIONAL_DEVELOPMENT_ZONE'],
  ['经济技术开发区', 'Economic Development Zone', 'NATIONAL_DEVELOPMENT_ZONE'],
  ['科学城', 'Science City', 'SCIENCE_CITY'],
  ['特色产业园', 'Specialised Park', 'SPECIALISED_PARK'],
  ['产业基地', 'Industrial Base', 'INDUSTRIAL_BASE'],
  ['创新策源区', 'Innovation Area', 'INNOVATION_AREA'],
  ['智造园', 'Smart Manufacturing Park', 'SITE'],
];

/** Offices of a government. */
export const OFFICES = parts(
  '人民政府 Government·经济和信息化局 Bureau of Economy and Informatisation·科学技术局 Science and Technology Bureau·发展和改革委员会 Development and Reform Commission·财政局 Finance Bureau·统计局 Statistics Bureau',
);

/** Sorts of policies: how their titles begin and end, and their kind in the model. */
export const POLICY_SORTS: readonly (readonly [before: string, after: string, en: string, kind: string])[] = [
  ['关于促进', '高质量发展的若干措施', 'Measures for', 'MEASURES'],
  ['加快发展', '产业行动方案', 'Action Plan for', 'ACTION_PLAN'],
  ['', '产业发展规划', 'Plan for', 'PLAN'],
  ['支持', '专项资金管理办法', 'Rules on Funds for', 'RULES'],
  ['关于开展', '项目申报的通知', 'Notice on Projects of', 'NOTICE'],
];

/** Helps that measures give, with their instrument in the model. */
export const HELPS: readonly (readonly [...NamePart, instrument: string])[] = [
  ['研发投入补助', 'R&D Grant', 'GRANT'],
  ['首台套奖励', 'First-Set Award', 'GRANT'],
  ['设备贷款贴息', 'Equipment Loan Interest', 'LOAN_INTEREST'],
  ['厂房租金补贴', 'Rent Subsidy', 'RENT'],
  ['人才安家补贴', 'Talent Settlement', 'TALENT'],
  ['产业用地保障', 'Industrial Land', 'LAND_AND_SPACE'],
  ['示范应用奖励', 'Demonstration Award', 'DEMONSTRATION'],
  ['引导基金投资', 'Guidance Fund', 'FUND'],
];
