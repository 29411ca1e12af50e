import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { findings: '审计发现' },
  resources: {
    findings: {
      name: '审计发现',
      fields: { sentence: '发现', ruleName: '规则', schoolName: '学校', severity: '程度', status: '状态', ownerName: '责任人', dueOn: '整改期限', foundAt: '发现时间', goneAt: '不再查出', fiscalYear: '年度' },
      events: {
        assign: { label: '指定责任人', consequence: '责任人要在期限前整改，到期前会收到提醒。', done: '已指定。' },
        rectify: { label: '已整改', consequence: '写明怎么整改的，由主管部门核实。', done: '已提交，等核实。' },
        verify: { label: '核实通过', consequence: '系统会再查一遍：规则不再查出才能通过。', done: '已核实。' },
        'send-back': { label: '退回整改', consequence: '写明还缺什么。', done: '已退回。' },
        dismiss: { label: '不是问题', consequence: '写明原因；以后仍能查到这条记录。', done: '已关闭。' },
      },
    },
  },
  states: { findings: { open: '待指定责任人', rectifying: '整改中', rectified: '等核实', verified: '已核实', dismissed: '不是问题' } },
  findings: {
    before: '审计规则在这所学校查出 %{smart_count} 条问题，还没有人负责整改。', look: '去看看',
    none: '没有查出问题。', noneNext: '规则每小时自动运行，提交申报前也会运行。', run: '现在检查', running: '正在检查…', ran: '检查完成：新发现 %{fresh} 条，现有 %{present} 条，已消失 %{gone} 条。', severities: { error: '错误', warning: '提示' }, there: { yes: '现在仍有', no: '已不再查出' },
    rules: '规则一览', rulesUnder: '二十条规则中，现有数据能查的都在自动运行；缺数据的写明缺什么。', evidence: '证据', noEvidence: '没有单独的记录可看。', owner: '责任人', due: '整改期限', late: '已超期', gone: '规则从 %{at} 起不再查出', still: '规则现在仍查出', runs: '自动运行', waits: '不能运行：%{why}', number: '第 %{number} 条', own: '补充规则', openCount: '未关闭',
    things: { declaration: '申报 %{id}', payment: '支付 %{id}', session: '课次 %{id}', appropriation: '下达通知 %{id}', allotment: '到班经费 %{id}', settlement: '结算 %{id}', publication: '公示 %{id}', receipt: '到账 %{id}' },
  },
}
export const en: Words<typeof zh> = {
  menu: { findings: 'Audit findings' },
  resources: {
    findings: {
      name: 'Audit findings',
      fields: { sentence: 'Finding', ruleName: 'Rule', schoolName: 'School', severity: 'Weight', status: 'State', ownerName: 'Responsible', dueOn: 'Due', foundAt: 'Found', goneAt: 'Gone since', fiscalYear: 'Year' },
      events: {
        assign: { label: 'Make responsible', consequence: 'It is to be mended by the date; a reminder comes before.', done: 'Done.' },
        rectify: { label: 'Mended', consequence: 'Say how it was mended; the office verifies it.', done: 'Sent for verification.' },
        verify: { label: 'Verify', consequence: 'The rule runs once more: it passes only if nothing is found.', done: 'Verified.' },
        'send-back': { label: 'Send back', consequence: 'Say what is missing.', done: 'Sent back.' },
        dismiss: { label: 'Not a problem', consequence: 'Say why; the finding can still be looked up.', done: 'Closed.' },
      },
    },
  },
  states: { findings: { open: 'Nobody responsible yet', rectifying: 'Being mended', rectified: 'To be verified', verified: 'Verified', dismissed: 'Not a problem' } },
  findings: {
    before: 'The audit rules found a problem at this school that nobody mends yet. |||| The audit rules found %{smart_count} problems at this school that nobody mends yet.', look: 'Look at them',
    none: 'Nothing was found.', noneNext: 'The rules run every hour by themselves, and before a declaration is submitted.', run: 'Check now', running: 'Checking…', ran: 'Checked. New: %{fresh}, present: %{present}, gone: %{gone}.', severities: { error: 'Error', warning: 'Warning' }, there: { yes: 'Still there', no: 'Found no more' },
    rules: 'All rules', rulesUnder: 'Of the twenty rules, those that the data allow run by themselves; the others say what they wait for.', evidence: 'Evidence', noEvidence: 'There is no single record to look at.', owner: 'Responsible', due: 'Due', late: 'late', gone: 'Found no more since %{at}', still: 'The rule still finds it', runs: 'Runs by itself', waits: 'Cannot run: %{why}', number: 'No. %{number}', own: 'Further rule', openCount: 'Not closed',
    things: { declaration: 'Declaration %{id}', payment: 'Payment %{id}', session: 'Session %{id}', appropriation: 'Notice %{id}', allotment: 'Allotment %{id}', settlement: 'Settlement %{id}', publication: 'Publication %{id}', receipt: 'Receipt %{id}' },
  },
}
