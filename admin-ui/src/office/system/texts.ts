import type { Words } from '../../shared/texts'

export const zh = {
  resources: {
    users: {
      name: '账号',
      fields: { username: '用户名', displayName: '姓名', role: '角色', regionCode: '地区', schoolId: '学校', isFrozen: '已停用', mustChangePassword: '待改密码', lastSignInAt: '上次登录' },
    },
    'audit-entries': {
      name: '操作记录',
      fields: { at: '时间', actorName: '操作人', action: '操作', entity: '对象', entityId: '编号', schoolId: '学校', requestId: '请求编号', before: '修改前', after: '修改后' },
    },
  },
  system: {
    users: {
      usernameHelp: '小写字母开头，3–40 位小写字母、数字、点、横线。',
      schoolHelp: '学校的人员要选学校；教育局和财政局的人员不选。',
      freeze: '停用', release: '恢复使用', reset: '重置密码',
      freezeConsequence: '%{name}（%{username}）马上退出所有登录，之后不能再登录，直到恢复使用。做过的事和记录都保留。',
      releaseConsequence: '%{name}（%{username}）又可以用原来的密码登录。',
      resetConsequence: '%{name}（%{username}）原来的密码马上失效，所有登录退出。您会看到一次性密码，请当面或用电话告诉本人，本人登录后要换成自己的密码。',
      oneTime: '一次性密码',
      oneTimeHelp: '只显示这一次。请现在抄下来交给本人，关闭后再也看不到。',
      copy: '复制', copied: '已复制', understood: '我已抄下',
      never: '还没有登录过', frozen: '已停用', active: '使用中',
      empty: '您的范围内还没有账号。',
    },
    audit: {
      what: '改了什么', noDifference: '没有记录字段的变化。', field: '字段', empty: '还没有操作记录。',
      did: '%{verb}%{thing}',
      actions: { 'sign_in.open': '登录', 'sign_in.end': '退出登录', 'user.change-password': '修改密码', 'user.reset-password': '重置密码', 'student.unmask': '查看学生完整信息', 'student.leave': '学生离校', 'objection.raise': '公众提出异议', 'finding.run': '运行审计规则', 'reminder.send': '发送提醒', 'reminder.run': '自动提醒', 'policy_pack.load': '载入政策包', 'payment.bank-order': '导出银行付款清单' },
      verbs: { create: '新建', update: '修改', delete: '删除', print: '打印', import: '导入' },
    },
  },
  entities: {
    user: '账号', school: '学校', home_class: '行政班', room: '场地', term: '学期', calendar_day: '校历', teacher: '教师', student: '学生', guardian: '监护人', activation_code: '激活码', category: '课程类别', course: '课程', section: '课程班', plan: '一校一案', slot: '时段', timetable: '课程表', placement: '排课格', session: '课次',
    enrolment: '报名', fund: '资金', funding_standard: '经费标准', declaration: '资金申报', appropriation: '经费下达', appropriation_line: '经费下达明细', allotment: '到班经费', payment: '支付', ledger_entry: '台账分录', fund_policy: '资金管理规定', policy_pack: '政策包', estimate: '预算测算', publication: '公示', objection: '异议', scheme: '分配方案', settlement: '结算', bank_return: '银行回单', bank_return_line: '回单明细', ledger_period: '会计期间', attachment: '附件', finding: '审计发现', reminder: '提醒', survey: '问卷', import: '导入', sign_in: '登录',
  },
  menu: { users: '账号', 'audit-entries': '操作记录' },
  errors: {
    access: { username_taken: '用户名“%{username}”已被使用。', role_needs_school: '这个角色必须属于一所学校。', role_has_no_school: '这个角色属于地区，不能指定学校。', own_account: '不能停用自己的账号。' },
  },
}

export const en: Words<typeof zh> = {
  resources: {
    users: {
      name: 'Account |||| Accounts',
      fields: { username: 'User name', displayName: 'Name', role: 'Role', regionCode: 'Region', schoolId: 'School', isFrozen: 'Frozen', mustChangePassword: 'Must change password', lastSignInAt: 'Last sign-in' },
    },
    'audit-entries': {
      name: 'Audit entry |||| Audit entries',
      fields: { at: 'When', actorName: 'Who', action: 'Did what', entity: 'To what', entityId: 'Number', schoolId: 'School', requestId: 'Request', before: 'Before', after: 'After' },
    },
  },
  system: {
    users: {
      usernameHelp: '3 to 40 lower-case letters, digits, dots or dashes, beginning with a letter.',
      schoolHelp: 'Staff of a school need one; staff of the bureaus have none.',
      freeze: 'Freeze', release: 'Release', reset: 'Reset password',
      freezeConsequence: '%{name} (%{username}) is signed out everywhere at once and cannot sign in until released. What they did stays on record.',
      releaseConsequence: '%{name} (%{username}) can sign in again with the old password.',
      resetConsequence: 'The password of %{name} (%{username}) stops working at once and all their sign-ins end. You will see a one-time password: hand it over in person or by telephone. They choose their own at the next sign-in.',
      oneTime: 'One-time password',
      oneTimeHelp: 'Shown this once only. Write it down for the person now; it cannot be seen again.',
      copy: 'Copy', copied: 'Copied', understood: 'I have written it down',
      never: 'never', frozen: 'Frozen', active: 'Active',
      empty: 'There are no accounts in your scope yet.',
    },
    audit: {
      what: 'What changed', noDifference: 'No change of a field is recorded.', field: 'Field', empty: 'Nothing has been recorded yet.',
      did: '%{verb}: %{thing}',
      actions: { 'sign_in.open': 'Signed in', 'sign_in.end': 'Signed out', 'user.change-password': 'Changed own password', 'user.reset-password': 'Reset a password', 'student.unmask': 'Looked at a student’s full data', 'student.leave': 'Student left', 'objection.raise': 'The public objected', 'finding.run': 'Ran the audit rules', 'reminder.send': 'Sent reminders', 'reminder.run': 'Reminders by the calendar', 'policy_pack.load': 'Loaded a policy pack', 'payment.bank-order': 'Exported the bank order' },
      verbs: { create: 'Add', update: 'Change', delete: 'Delete', print: 'Print', import: 'Import' },
    },
  },
  entities: {
    user: 'account', school: 'school', home_class: 'home class', room: 'room', term: 'term', calendar_day: 'calendar day', teacher: 'teacher', student: 'student', guardian: 'guardian', activation_code: 'activation code', category: 'category', course: 'course', section: 'section', plan: 'school plan', slot: 'time slot', timetable: 'timetable', placement: 'placement', session: 'session',
    enrolment: 'enrolment', fund: 'fund', funding_standard: 'funding standard', declaration: 'declaration', appropriation: 'appropriation', appropriation_line: 'line of an appropriation', allotment: 'class allotment', payment: 'payment', ledger_entry: 'ledger entry', fund_policy: 'fund policy', policy_pack: 'policy pack', estimate: 'budget estimate', publication: 'publication', objection: 'objection', scheme: 'distribution scheme', settlement: 'settlement', bank_return: 'bank return', bank_return_line: 'line of a bank return', ledger_period: 'month of the ledger', attachment: 'attachment', finding: 'audit finding', reminder: 'reminder', survey: 'survey', import: 'import', sign_in: 'sign-in',
  },
  menu: { users: 'Accounts', 'audit-entries': 'Audit trail' },
  errors: {
    access: { username_taken: 'The user name “%{username}” is taken.', role_needs_school: 'This role must belong to a school.', role_has_no_school: 'This role belongs to a region and cannot have a school.', own_account: 'You cannot freeze your own account.' },
  },
}
