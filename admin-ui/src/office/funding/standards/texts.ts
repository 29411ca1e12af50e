import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { 'fund-policies': '资金规定', 'policy-packs': '地区政策包' },
  resources: {
    'funding-standards': {
      fields: {
        fundId: '资金', schoolId: '学校自定（只能更严）', regionCode: '设定地区', area: '城乡', ownership: '办学性质', model: '计算方式', sharePerMille: '比例（%）', monthTenths: '月数', monthsCounted: '月数怎样算', roundTo: '取整到', roundMode: '取整方式', roundAt: '在哪里取整',
        shares: '各级分担', tiers: '分档', version: '版本', holds: '适用范围', level: '级别', weight: '份数', name: '名称', nameEn: '英文名称', code: '代码', regionCodes: '地区代码', coefficientPerMille: '系数（‰）', on: '执行日',
      },
    },
    'fund-policies': {
      name: '资金规定',
      fields: {
        fundId: '资金', fundName: '资金', regionCode: '设定地区', publicationWorkdays: '公示工作日', leftover: '结余', estimateDueDay: '测算截止（上一年）', declarationDueDay: '申报截止', spendingDueDay: '支出截止', distributionDays: '到账后几天内到班', payRateCapFen: '课时费上限',
        teacherSharePerMille: '教师支出最低比例（‰）', budgetCategory: '预算科目', validFromOn: '开始执行', validToOn: '停止执行', issuer: '发文机关', documentNumber: '文号',
      },
    },
  },
  standards: {
    models: { per_class: '按班级', per_enrolled: '按在籍学生', per_participant: '按参加学生', per_session: '按课次', per_waived: '按减免学生' },
    units: { year: '每年', term: '每学期', month: '每月', session: '每次' }, area: { any: '不限', urban: '城区', township: '乡镇', rural: '农村' }, ownership: { any: '不限', public: '公办', private: '民办' },
    monthsCounted: { fixed: '固定月数', each: '逐月计数' }, roundTo: { fen: '分', jiao: '角', yuan: '元' }, roundMode: { half_up: '四舍五入', down: '舍去尾数' }, roundAt: { class: '每班', school: '全校合计' },
    one: { per_class: '每班', per_enrolled: '每名在籍学生', per_participant: '每名参加学生', per_session: '每课次', per_waived: '每名减免学生' },
    formula: '怎样计算', example: '例：%{text}', months: '%{months} 个月', ofYear: '%{months}/12', eachMonth: '逐月人数之和', share: '%{percent}%', waivedSum: '实际减免金额', entitled: '应得',
    usual: '常用', more: '更多设置', moreHelp: '不填就是常用设置：城乡不限、公办民办不限、全年 12 个月、精确到分、由设定地区一级全额承担。', sharesHelp: '例如市 4 份、区 6 份。不填时由设定地区一级承担。', tiersHelp: '只有按地区分档的标准需要填。填了以后，只有列入的地区适用。地区代码用逗号隔开。',
    from: '设定地区 %{code}', ownSchool: '%{school}自定', pack: '政策包', version: '第 %{n} 版', noDocument: '来源未载文号', until: '至 %{on}', open: '长期', onlyNow: '执行中', newVersion: '新标准或新版本', versionHelp: '同一项标准填更晚的开始日期，就是新版本；以前的版本在前一天停止执行，内容不变。',
    leftover: { carry: '结转下年', return: '交回财政' }, noPolicies: '还没有资金规定。', noPoliciesNext: '没有规定时：公示 5 个工作日，没有截止日期。', newPolicy: '新建资金规定', policyConsequence: '从开始日期起执行；以前的规定在前一天停止。', dayHelp: '月-日，例如 10-31。', workdaysHelp: '至少 5 个工作日。',
    packs: '地区政策包', packsUnder: '已公开的地区政策，装载后成为本地区的资金、标准和规定。装载不改动已有的内容；来源没有写明的是预设，请按本地文件核对。', load: '装载', loadTitle: '装载“%{title}”', loadConsequence: '将加入 %{funds} 项资金、%{standards} 条标准和相应规定。已有的不变。请核对说明后再装载。', loadInto: '装载到哪个地区', loaded: '已装载：%{regions}',
    loadDone: '已装载：资金 %{fundCount} 项，标准 %{standardCount} 条，规定 %{policyCount} 项。', loadNothing: '全部已经装载过，没有变化。', source: '来源（转载，使用前请核对原文）', noSource: '来源为公开报道，没有网址。', packFacts: '%{funds} · %{count} 条标准 · 自 %{on} 起', notice: '来源没有公布计算标准，只有按附表下达的总额 %{amount}（%{on}）。学校不能据此申报。', noPacks: '没有政策包。',
  },
}

export const en: Words<typeof zh> = {
  menu: { 'fund-policies': 'Fund policies', 'policy-packs': 'Policy packs' },
  resources: {
    'funding-standards': {
      fields: {
        fundId: 'Fund', schoolId: 'Of one school (stricter only)', regionCode: 'Set by region', area: 'Area', ownership: 'Ownership', model: 'Counted by', sharePerMille: 'Share (%)', monthTenths: 'Months', monthsCounted: 'How months count', roundTo: 'Rounded to', roundMode: 'Rounding', roundAt: 'Rounded where',
        shares: 'Cost shares', tiers: 'Tiers', version: 'Version', holds: 'Holds for', level: 'Level', weight: 'Parts', name: 'Name', nameEn: 'English name', code: 'Code', regionCodes: 'Region codes', coefficientPerMille: 'Coefficient (‰)', on: 'In force on',
      },
    },
    'fund-policies': {
      name: 'Fund policy |||| Fund policies',
      fields: {
        fundId: 'Fund', fundName: 'Fund', regionCode: 'Set by region', publicationWorkdays: 'Workdays of publication', leftover: 'Money left', estimateDueDay: 'Estimates due (year before)', declarationDueDay: 'Declarations due', spendingDueDay: 'Spent by', distributionDays: 'Days from receipt to classes', payRateCapFen: 'Most for a class-hour',
        teacherSharePerMille: 'Least share of teachers (‰)', budgetCategory: 'Budget category', validFromOn: 'In force from', validToOn: 'In force until', issuer: 'Issuer', documentNumber: 'Document number',
      },
    },
  },
  standards: {
    models: { per_class: 'by class', per_enrolled: 'by enrolled student', per_participant: 'by student taking part', per_session: 'by session', per_waived: 'by student with a waiver' },
    units: { year: 'a year', term: 'a term', month: 'a month', session: 'each' }, area: { any: 'any', urban: 'urban', township: 'township', rural: 'rural' }, ownership: { any: 'any', public: 'public', private: 'private' },
    monthsCounted: { fixed: 'a fixed number', each: 'each month counted' }, roundTo: { fen: 'fen', jiao: 'jiao', yuan: 'yuan' }, roundMode: { half_up: 'half up', down: 'down' }, roundAt: { class: 'each class', school: 'the school\'s sum' },
    one: { per_class: 'a class', per_enrolled: 'an enrolled student', per_participant: 'a student taking part', per_session: 'a session', per_waived: 'a student with a waiver' },
    formula: 'How it is computed', example: 'That is: %{text}', months: '%{months} months', ofYear: '%{months}/12', eachMonth: 'sum of each month\'s students', share: '%{percent}%', waivedSum: 'sum waived', entitled: 'entitled',
    usual: 'Usual', more: 'More settings', moreHelp: 'Left as they are: any area, public and private, twelve months, exact to the fen, paid by the level that sets it.', sharesHelp: 'For example city 4, district 6. Without any, the level that sets it pays all.', tiersHelp: 'Only for standards with tiers of regions; then only these regions are covered. Region codes with commas between.',
    from: 'set by region %{code}', ownSchool: 'own of %{school}', pack: 'policy pack', version: 'version %{n}', noDocument: 'no number in the source', until: 'until %{on}', open: 'open', onlyNow: 'In force', newVersion: 'New standard or version', versionHelp: 'The same standard with a later beginning is its next version; the one before it ends the day before and stays as it was.',
    leftover: { carry: 'carried over', return: 'returned' }, noPolicies: 'There is no policy yet.', noPoliciesNext: 'Without any: five workdays of publication, no deadlines.', newPolicy: 'New policy', policyConsequence: 'In force from its first day; the one before it ends the day before.', dayHelp: 'Month-day, for example 10-31.', workdaysHelp: 'Five workdays at least.',
    packs: 'Policy packs', packsUnder: 'Published policies of regions, to be loaded as your funds, standards and policies. Loading changes nothing that is there. What a source does not say is a preset: check it against your own documents.', load: 'Load', loadTitle: 'Load "%{title}"', loadConsequence: 'Adds %{funds} funds, %{standards} standards and their policies. What is there stays. Read the notes first.', loadInto: 'Into which region', loaded: 'Loaded: %{regions}',
    loadDone: 'Loaded: %{fundCount} funds, %{standardCount} standards, %{policyCount} policies.', loadNothing: 'Everything was loaded before; nothing was changed.', source: 'Source (a copy; check it against the original)', noSource: 'From a press report without a web address.', packFacts: '%{funds} · %{count} standards · from %{on}', notice: 'The source publishes no formula, only a sum of %{amount} granted by an attached list (%{on}). Schools cannot declare by it.', noPacks: 'There are no packs.',
  },
}
