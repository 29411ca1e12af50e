import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { estimates: '预算测算' },
  resources: {
    estimates: {
      name: '预算测算',
      fields: { schoolId: '学校', schoolName: '学校', fundId: '资金', fundName: '资金', fiscalYear: '年度', classCount: '班级数', amountFen: '测算金额', dueOn: '截止日期', status: '状态', updatedAt: '更新时间' },
      events: {
        submit: { label: '提交测算', done: '已提交，等教育局审核。' }, withdraw: { label: '撤回', consequence: '撤回后可以修改，再重新提交。', done: '已撤回。' },
        review: { label: '审核通过', done: '已审核，等财政局审定。' }, 'send-back': { label: '退回学校', consequence: '学校会看到您写的原因，修改后再提交。', done: '已退回。' },
        approve: { label: '审定', done: '已审定。' }, 'refer-back': { label: '退回学校', consequence: '学校会看到您写的原因，修改后再提交。', done: '已退回。' },
      },
    },
  },
  states: { estimates: { draft: '草稿', submitted: '等教育局审核', reviewed: '等财政局审定', approved: '已审定', returned: '已退回' } },
  estimating: {
    new: '新建预算测算', empty: '还没有预算测算。', emptyNext: '测算从现有记录自动填好，再改成下一年预计的数字。', fill: '自动填写', filled: '已按现有记录填好，请改成预计的数字并填写目标，再提交。', consequence: '保存后是草稿；提交后送教育局审核。',
    titleOf: '%{school} %{year} 年度预算测算', amount: '测算金额', byRecords: '按现有记录', due: '截止日期', noDue: '未规定', late: '已逾期', edit: '修改预计数字', expected: '预计', now: '现有',
    submit: '%{classes} 个班，%{amount}。提交后锁定，由教育局审核。', decide: '%{school}：%{classes} 个班，%{amount}。',
    targets: '绩效目标', editTargets: '填写目标', sessions: '全年课次', participantsPerMille: '参加率（%）', satisfactionPerMille: '满意度（%）', costPerStudentFen: '每名参加学生成本（元）', note: '其他目标', unset: '未填', targetsSaved: '目标已保存。', word: '下载测算表（可编辑）', pdf: '下载测算表（打印用）',
  },
}

export const en: Words<typeof zh> = {
  menu: { estimates: 'Estimates' },
  resources: {
    estimates: {
      name: 'Estimate |||| Estimates',
      fields: { schoolId: 'School', schoolName: 'School', fundId: 'Fund', fundName: 'Fund', fiscalYear: 'Year', classCount: 'Classes', amountFen: 'Estimated', dueOn: 'Due', status: 'State', updatedAt: 'Updated' },
      events: {
        submit: { label: 'Submit estimate', done: 'Submitted; the education office reviews it next.' }, withdraw: { label: 'Withdraw', consequence: 'You can change it and submit it again.', done: 'Withdrawn.' },
        review: { label: 'Pass review', done: 'Reviewed; the finance office approves it next.' }, 'send-back': { label: 'Return to school', consequence: 'The school sees your reason, mends it and submits again.', done: 'Returned.' },
        approve: { label: 'Approve', done: 'Approved.' }, 'refer-back': { label: 'Return to school', consequence: 'The school sees your reason, mends it and submits again.', done: 'Returned.' },
      },
    },
  },
  states: { estimates: { draft: 'Draft', submitted: 'Waits for education review', reviewed: 'Waits for finance approval', approved: 'Approved', returned: 'Returned' } },
  estimating: {
    new: 'New estimate', empty: 'There is no estimate yet.', emptyNext: 'It is filled in from the records; then change it to what you expect next year.', fill: 'Fill in', filled: 'Filled in from the records. Set what you expect and the targets, then submit.', consequence: 'Saved as a draft; submitting sends it to the education office.',
    titleOf: 'Estimate of %{school}, %{year}', amount: 'Estimated', byRecords: 'By the records', due: 'Due', noDue: 'not laid down', late: 'late', edit: 'Change what is expected', expected: 'Expected', now: 'Now',
    submit: '%{classes} classes, %{amount}. It is locked and goes to the education office.', decide: '%{school}: %{classes} classes, %{amount}.',
    targets: 'Targets', editTargets: 'Set targets', sessions: 'Sessions of the year', participantsPerMille: 'Taking part (%)', satisfactionPerMille: 'Satisfaction (%)', costPerStudentFen: 'Cost for each student (yuan)', note: 'Other targets', unset: 'not set', targetsSaved: 'Targets saved.', word: 'Word form', pdf: 'PDF form',
  },
}
