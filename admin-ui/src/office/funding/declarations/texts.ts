import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { 'declarations-overview': '申报情况' },
  resources: {
    declarations: {
      fields: { sequence: '种类', kind: '种类' },
      events: {
        check: { label: '审核通过', done: '已审核，等财政局审核。' },
        'finance-check': { label: '财政审核通过', done: '已审核，等公示。' },
        publish: { label: '公示', done: '已公示。期满没有异议就可以批准。' },
        object: { label: '异议成立，退回', consequence: '公示期内的异议成立，申报退回学校，学校会看到您写的原因。', done: '已退回。' },
        reject: { label: '不批准，退回', consequence: '学校会看到您写的原因，修改后再提交。', done: '已退回。' },
        recount: { label: '重新计数' }, create: { label: '新建' },
      },
    },
    'declarations/overview': {
      name: '申报情况',
      fields: { schoolName: '学校', status: '申报状态', amountFen: '申报金额', dueOn: '截止日期', registerCount: '在册班级', declaredCount: '申报班级', heldCount: '开课班级', isLate: '逾期未报', regionCode: '地区' },
    },
  },
  states: {
    declarations: { submitted: '等教育局审核', education_checked: '等财政局审核', finance_checked: '等公示', publishing: '公示中', not_declared: '未申报', not_covered: '不适用' },
  },
  declaring: {
    kinds: { regular: '年度申报', supplementary: '补充申报' }, kindOf: '第 %{n} 次补充', titleOf: '%{school} %{year} 年度申报', supplementOf: '%{school} %{year} 年度第 %{n} 次补充申报',
    levels: { whole: '全额', nation: '中央', province: '省', city: '市', district: '区县' }, levelsFact: '各级分担', sources: '依据', hash: '校验码', notLocked: '提交后锁定', period: '公示', periodOf: '%{from} 至 %{to}', chain: '相关申报',
    counts: { enrolled: '在籍学生', participants: '参加学生', participantMonths: '参加人·月', sessions: '课次', waived: '减免学生', waivedFen: '减免金额' },
    recorded: '记录 %{count}', goneClass: '已不在册', more: '增减', tabs: { how: '计算说明', differences: '差额' },
    editCounts: '修改数字', editCountsHelp: '只填与记录不一致的数字。记录保留在旁边，审核的人会看到两个数字和原因。', reason: '原因', reasonHelp: '写明为什么与记录不一致，例如学籍在途。', saveCounts: '保存', countsSaved: '已保存，金额已重新计算。',
    recompute: '重新计算核对', recomputeHelp: '用锁定的班级数字、标准和当时的计算规则再算一遍，与申报逐项对比。', agrees: '今天重新计算：与申报分毫不差。', disagrees: '今天重新计算：与申报不一致，请查明原因。',
    noDifferences: '与现在的班级和标准一致，没有差额。', differencesUnder: '已申报的合计与今天按现有班级和标准计算的结果对比。申报不会被悄悄改动；有差额时做补充申报。',
    declared: '已申报', entitledNow: '现在应得', difference: '差额', why: '原因', before: '申报', after: '现在', sessionsHeld: '课次', unchangedClasses: '其余 %{count} 个班没有变化。', openFirst: '本年度还有一份申报没有批准。差额请在那份申报里重新计数。', openIt: '打开那份申报',
    supplement: '做补充申报', supplementConsequence: '新建一份只含差额的补充申报：%{count} 个班，%{amount}。它走同样的审核、公示和批准；原申报不变。', supplementReason: '补充申报的原因', supplementDone: '已建好补充申报，请核对后提交。',
    publishConsequence: '把这份申报的学校、班级数和金额公示给公众，期满后才能批准。', word: '下载申报表（可编辑）', pdf: '下载申报表（打印用）',
    batch: {
      check: '%{count} 份申报（%{schools} 所学校），共 %{amount}。审核通过后送财政局审核。', 'finance-check': '%{count} 份申报（%{schools} 所学校），共 %{amount}。通过后由教育局公示。', approve: '%{count} 份申报（%{schools} 所学校），共 %{amount}。批准后可以写进下达通知。',
      each: '逐份办理，不能办理的会说明原因，不影响其他。', confirm: '%{label}（%{count} 份）', done: '已办理 %{count} 份，共 %{amount}。', partly: '办理了 %{done} 份，%{refused} 份没有办理：', adding: '正在合计…', others: '所选的另外 %{count} 份现在不在这一步，不会办理。',
      publish: '%{count} 份申报（%{schools} 所学校），共 %{amount}，放在一份公示里。', unchecked: '所选的另外 %{count} 份还没有通过财政审核，请先取消选择。',
    },
    remind: '提醒未申报的 %{count} 所学校', remindConsequence: '%{count} 所学校的经费负责人会在首页看到提醒；今天已经提醒过的不再重复。', reminded: '已提醒 %{count} 所学校。',
    overview: '申报情况', overviewUnder: '谁报了，谁逾期，在册、申报和实际开课的班级数哪里不一致。', chooseFund: '请先选择资金。', chooseFundNext: '每项资金分别申报；没有资金时，请先建资金和标准，或装载政策包。', noSchools: '没有符合条件的学校。', late: '逾期', registerDiffers: '与在册不一致', heldDiffers: '有班级没有课次', fine: '一致', yesLate: '只看逾期', flags: '核对', searchSchool: '校名',
    preview: '按现有记录计算', notEntitled: '不能申报',
  },
}

export const en: Words<typeof zh> = {
  menu: { 'declarations-overview': 'Who has declared' },
  resources: {
    declarations: {
      fields: { sequence: 'Kind', kind: 'Kind' },
      events: {
        check: { label: 'Pass check', done: 'Checked; the finance office checks it next.' },
        'finance-check': { label: 'Pass finance check', done: 'Checked; it is published next.' },
        publish: { label: 'Publish', done: 'Published. It can be approved when the period is over without objection.' },
        object: { label: 'Uphold objection', consequence: 'An objection was right: the declaration goes back to the school, which sees your reason.', done: 'Returned.' },
        reject: { label: 'Refuse', consequence: 'The school sees your reason, mends it and submits again.', done: 'Returned.' },
        recount: { label: 'Count anew' }, create: { label: 'Begin' },
      },
    },
    'declarations/overview': {
      name: 'Who has declared',
      fields: { schoolName: 'School', status: 'Declaration', amountFen: 'Declared', dueOn: 'Due', registerCount: 'Register', declaredCount: 'Classes declared', heldCount: 'Held', isLate: 'Late', regionCode: 'Region' },
    },
  },
  states: {
    declarations: { submitted: 'Waits for education check', education_checked: 'Waits for finance check', finance_checked: 'Waits for publication', publishing: 'Being published', not_declared: 'Not declared', not_covered: 'Does not apply' },
  },
  declaring: {
    kinds: { regular: 'Regular', supplementary: 'Supplementary' }, kindOf: 'Supplement %{n}', titleOf: 'Declaration of %{school}, %{year}', supplementOf: 'Supplement %{n} of %{school}, %{year}',
    levels: { whole: 'Whole', nation: 'Nation', province: 'Province', city: 'City', district: 'District' }, levelsFact: 'Paid by', sources: 'Source', hash: 'Hash', notLocked: 'Locked when submitted', period: 'Publication', periodOf: '%{from} to %{to}', chain: 'Related',
    counts: { enrolled: 'Enrolled', participants: 'Taking part', participantMonths: 'Student-months', sessions: 'Sessions', waived: 'Waived', waivedFen: 'Sum waived' },
    recorded: 'records: %{count}', goneClass: 'no longer on the register', more: 'More or less', tabs: { how: 'How it came about', differences: 'Differences' },
    editCounts: 'Change counts', editCountsHelp: 'Change only what differs from the records. The record stays beside it: whoever checks sees both and your reason.', reason: 'Reason', reasonHelp: 'Why it differs from the records, for example a transfer under way.', saveCounts: 'Save', countsSaved: 'Saved; the amount has been computed anew.',
    recompute: 'Compute again', recomputeHelp: 'Computes from the locked counts, standards and arithmetic of then, and compares everything with the declaration.', agrees: 'Computed again today: the same to the fen.', disagrees: 'Computed again today: not the same. Find out why.',
    noDifferences: 'It agrees with the classes and standards of now.', differencesUnder: 'All that was declared, against what today\'s classes and standards give. A declaration is never changed silently; a difference goes through a supplement.',
    declared: 'Declared', entitledNow: 'Entitled now', difference: 'Difference', why: 'Why', before: 'Declared', after: 'Now', sessionsHeld: 'Sessions', unchangedClasses: 'The other %{count} classes have not changed.', openFirst: 'A declaration of this year is not approved yet. Count anew there.', openIt: 'Open it',
    supplement: 'Supplement', supplementConsequence: 'Begins a supplementary declaration with the differences only: %{count} classes, %{amount}. It goes the same way; the declaration before it stays as it is.', supplementReason: 'Reason of the supplement', supplementDone: 'The supplement is drafted; please check and submit.',
    publishConsequence: 'Shows school, number of classes and sum to the public; it can be approved when the period is over.', word: 'Word form', pdf: 'PDF form',
    batch: {
      check: '%{count} declarations of %{schools} schools, %{amount} in all. They go on to the finance office.', 'finance-check': '%{count} declarations of %{schools} schools, %{amount} in all. They are published next.', approve: '%{count} declarations of %{schools} schools, %{amount} in all. They can then be granted by a notice.',
      each: 'Each is decided by itself; one that cannot be done says why and stops no other.', confirm: '%{label} (%{count})', done: '%{count} done, %{amount} in all.', partly: '%{done} done, %{refused} not done:', adding: 'Adding up …', others: 'The other %{count} that you chose do not stand at this step and will not be decided.',
      publish: '%{count} declarations of %{schools} schools, %{amount} in all, in one publication.', unchecked: 'The other %{count} that you chose have not passed the finance check; take them out first.',
    },
    remind: 'Remind schools that have not declared (%{count})', remindConsequence: 'The finance officers of these schools (%{count}) see a reminder on their home page. Who was reminded today is not reminded again.', reminded: 'Schools reminded: %{count}.',
    overview: 'Who has declared', overviewUnder: 'Who has declared, who is late, and where register, declaration and sessions differ.', chooseFund: 'Choose a fund first.', chooseFundNext: 'Each fund is declared by itself. Without any, make a fund and its standards, or load a policy pack.', noSchools: 'No school fits.', late: 'Late', registerDiffers: 'Differs from the register', heldDiffers: 'Classes without sessions', fine: 'Agrees', yesLate: 'Only late', flags: 'Check', searchSchool: 'School name',
    preview: 'By the records of now', notEntitled: 'Cannot declare',
  },
}
