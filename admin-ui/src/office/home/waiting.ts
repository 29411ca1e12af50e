/** Where each thing that waits is dealt with; the codes are the server's. Pure. */

const listOf = (noun: string, filter?: Record<string, unknown>) => ({ noun, to: filter ? `/${noun}?filter=${encodeURIComponent(JSON.stringify(filter))}` : `/${noun}` })

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
  'declarations.submit': listOf('declarations'),
  'declarations.check': listOf('declarations', { status: 'submitted' }),
  'declarations.approve': listOf('declarations', { status: 'education_checked' }),
  'declarations.grant': listOf('appropriations'),
  'appropriations.submit': listOf('appropriations', { status: 'draft' }),
  'appropriations.countersign': listOf('appropriations', { status: 'submitted' }),
  'appropriations.issue': listOf('appropriations', { status: 'countersigned' }),
  'receipts.confirm': listOf('receipts', { received: 'no' }),
  'payments.submit': listOf('payments', { status: 'draft' }),
  'payments.approve': listOf('payments', { status: 'submitted' }),
  'surveys.open': listOf('surveys', { status: 'draft' }),
}

export const waitingKeys = Object.keys(addresses)
export const addressOf = (key: string): { noun: string; to: string } | undefined => addresses[key]
