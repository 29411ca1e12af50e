/** Where each thing that waits is dealt with; the codes are the server's. Pure. */

const listOf = (noun: string, filter?: Record<string, unknown>) => ({
  noun,
  to: filter ? `/${noun}?filter=${encodeURIComponent(JSON.stringify(filter))}` : `/${noun}`,
})

const addresses: Record<string, { noun: string; to: string }> = {
  'plans.write': listOf('plans'),
  'plans.review': listOf('plans', { status: 'submitted' }),
  'sections.unstaffed': listOf('sections'),
  'timetables.publish': listOf('timetables'),
  'substitutions.answer': { noun: 'substitutions', to: '/my-week' },
  'inspections.patrol': { noun: 'inspections', to: '/patrol' },
  'sessions.uncovered': listOf('teacher-leaves', { status: 'granted' }),
  'leaves.arrange': listOf('teacher-leaves', { status: 'granted' }),
  'substitutions.approve': listOf('substitutions', { status: 'agreed' }),
  'leaves.grant': listOf('teacher-leaves', { status: 'requested' }),
  'duties.missing': listOf('duties'),
  'inspections.mend': listOf('inspections', { status: 'open' }),
  'estimates.submit': listOf('estimates'),
  'estimates.review': listOf('estimates', { status: 'submitted' }),
  'estimates.approve': listOf('estimates', { status: 'reviewed' }),
  'declarations.submit': listOf('declarations'),
  'declarations.check': listOf('declarations', { status: 'submitted' }),
  'declarations.finance-check': listOf('declarations', { status: 'education_checked' }),
  'declarations.publish': listOf('declarations', { status: 'finance_checked' }),
  'declarations.approve': listOf('declarations', { status: 'publishing' }),
  'declarations.grant': listOf('appropriations'),
  'appropriations.submit': listOf('appropriations', { status: 'draft' }),
  'appropriations.countersign': listOf('appropriations', { status: 'submitted' }),
  'appropriations.issue': listOf('appropriations', { status: 'countersigned' }),
  'receipts.confirm': listOf('receipts', { received: 'no' }),
  'objections.answer': listOf('objections', { status: 'open' }),
  'schemes.draft': listOf('receipts', { received: 'yes' }),
  'schemes.approve': listOf('schemes', { status: 'submitted' }),
  'payments.submit': listOf('payments'),
  'payments.approve': listOf('payments', { status: 'submitted' }),
  'payments.check': listOf('payments', { status: 'approved' }),
  'payments.settle': listOf('payments', { status: 'checked' }),
  'settlements.submit': listOf('settlements', { status: 'draft' }),
  'settlements.approve': listOf('settlements', { status: 'submitted' }),
  'settlements.return': listOf('settlements', { returning: 'waiting' }),
  'settlements.check-return': listOf('settlements', { returning: 'submitted' }),
  'settlements.slip-return': listOf('settlements', { returning: 'checked' }),
  'findings.assign': listOf('findings', { status: 'open' }),
  'findings.rectify': listOf('findings', { status: 'rectifying' }),
  'findings.verify': listOf('findings', { status: 'rectified' }),
  'surveys.open': listOf('surveys', { status: 'draft' }),
}

export const waitingKeys = Object.keys(addresses)
export const addressOf = (key: string): { noun: string; to: string } | undefined => addresses[key]
