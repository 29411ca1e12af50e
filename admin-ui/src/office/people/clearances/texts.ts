import type { Words } from '../../../shared/texts'

export const zh = {
  people: {
    clearances: '准入审查',
    clearancesUnder: '外聘人员在有效期内才能与学生在一起，按人、按天核对（规则 BAN-5）。',
    addClearance: '登记审查',
    addClearanceOf: '登记 %{teacher} 的审查',
    noClearances: '还没有审查记录，排课和代课都不能安排这位外聘人员。',
    noClearancesNext: '核对无犯罪记录证明、健康证明等以后，在这里登记有效期。',
    notCleared: '%{teacher} 现在没有有效的审查，不能安排上课。请登记新的审查。',
    clearanceEnding: '%{teacher} 的审查还有 %{count} 天到期，请及时续办。到期以后的课次要换人。',
    clearanceFromTo: '%{from} 至 %{to}',
    clearanceSeen: '%{document}，%{person} 登记',
    clearanceDaysLeft: '还有 %{count} 天',
    clearanceStates: {
      valid: '有效',
      ending: '快到期',
      future: '未开始',
      ended: '已到期',
      revoked: '已撤销',
    },
    revokeClearance: '撤销审查',
    revokeClearanceConsequence:
      '撤销以后这条审查在任何一天都不算有效，不能恢复，只能重新登记。已经排好的课次请另行换人。',
    clearanceRevoked: '审查已撤销。',
    validFromOn: '有效期从',
    validToOn: '到（含当天）',
    clearanceDocument: '看到的证明',
    clearanceDocumentHelp: '名称和编号，例如：无犯罪记录证明 2026-0815。',
  },
}

export const en: Words<typeof zh> = {
  people: {
    clearances: 'Clearance',
    clearancesUnder:
      'People from outside may be with children only while they are cleared; this is checked for each person and day (rule BAN-5).',
    addClearance: 'Record a clearance',
    addClearanceOf: 'Record a clearance of %{teacher}',
    noClearances: 'There is no clearance, so this person can be neither placed nor asked to substitute.',
    noClearancesNext:
      'Check the proofs (no criminal record, health), then record from when to when they hold.',
    notCleared: '%{teacher} is not cleared now and cannot take sessions. Record a new clearance.',
    clearanceEnding:
      'The clearance of %{teacher} ends in %{count} days; renew it in time, or the sessions after it need somebody else.',
    clearanceFromTo: '%{from} to %{to}',
    clearanceSeen: '%{document}, recorded by %{person}',
    clearanceDaysLeft: '%{count} days left',
    clearanceStates: {
      valid: 'Valid',
      ending: 'Ending',
      future: 'Not yet',
      ended: 'Ended',
      revoked: 'Revoked',
    },
    revokeClearance: 'Revoke',
    revokeClearanceConsequence:
      'It will count on no day any more and cannot be restored, only recorded anew. Sessions that are arranged need somebody else.',
    clearanceRevoked: 'The clearance is revoked.',
    validFromOn: 'Valid from',
    validToOn: 'To (included)',
    clearanceDocument: 'Proof that was seen',
    clearanceDocumentHelp: 'Kind and number, for example: certificate of no criminal record 2026-0815.',
  },
}
