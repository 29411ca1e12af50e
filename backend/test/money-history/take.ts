/** One step of a history of money, done over the wire by the people whose work it is; refusals are answers too. */
import { Appropriation, AppropriationLine } from '../../src/grants/index.js'
import type { TestApp } from '../app.js'
import { accountOf, type FundedSchool, issueDraft } from '../funding-world.js'
import { linesOf, pickOf, takeDocument } from './documents.js'
import type { Step } from './steps.js'

/** Does one thing for every school that can, and answers what came of it. */
export async function take(test: TestApp, schools: readonly FundedSchool[], what: Step): Promise<number[]> {
  const [one] = schools as [FundedSchool]
  const drafts = () => test.database.read.findBy(Appropriation, { fundId: one.fund.id, status: 'draft' })
  if (what.kind === 'grant') {
    const draft = await one.education.post('/api/appropriations', {
      fundId: one.fund.id,
      fiscalYear: 2026,
      title: '下达通知',
      availableFen: what.available,
    })
    if (draft.status === 201 && what.doIssue) await issueDraft(one, draft.body.id as number)
    return [draft.status]
  }
  if (what.kind === 'mend' || what.kind === 'discard') {
    const any = (await drafts())[0]
    if (!any) return []
    if (what.kind !== 'mend') return [(await one.education.delete(`/api/appropriations/${any.id}`)).status]
    const lines = await test.database.read.findBy(AppropriationLine, { appropriationId: any.id })
    return [
      (
        await one.education.patch(`/api/appropriations/${any.id}`, {
          reason: '调整',
          amounts: [{ lineId: lines[what.pick % lines.length]!.id, amountFen: what.amount }],
        })
      ).status,
    ]
  }
  const statuses: number[] = []
  for (const school of schools) statuses.push(...(await takeInSchool(test, school, what)))
  return statuses
}

async function takeInSchool(
  test: TestApp,
  school: FundedSchool,
  what: Exclude<Step, { kind: 'grant' }>,
): Promise<number[]> {
  const { officer, principal, centre } = school
  const listed = async (path: string, filter: Record<string, string | number> = {}) =>
    (await officer.get(path, { schoolId: school.school.id, sort: 'id', pageSize: 200, ...filter })).body
      .items as { id: number; status: string }[]
  const pass = async (id: number | undefined): Promise<number[]> => {
    if (id === undefined) return []
    await officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-20' })
    return [(await principal.post(`/api/schemes/${id}/approve`)).status]
  }
  const payment = async (status: string) => pickOf(await listed('/api/payments', { status }), what.pick)
  switch (what.kind) {
    case 'receive': {
      const receipt = (await listed('/api/receipts', { received: 'no' }))[0]
      return receipt ? [(await officer.post(`/api/receipts/${receipt.id}/receive`)).status] : []
    }
    case 'distribute': {
      const receipt = pickOf(await listed('/api/receipts', { received: 'yes' }), what.pick)
      if (!receipt) return []
      const draft = await officer.post('/api/schemes', { receiptId: receipt.id })
      return [draft.status, ...(await pass(draft.body.id as number | undefined))]
    }
    case 'carried': {
      const draft = await officer.post('/api/schemes', {
        fundId: school.fund.id,
        fiscalYear: 2026 + (what.pick % 2),
      })
      return [draft.status, ...(await pass(draft.body.id as number | undefined))]
    }
    case 'request': {
      const allotments = await listed('/api/allotments')
      if (allotments.length === 0) return []
      const { body } = await officer.post('/api/payments', {
        lines: linesOf(allotments, what, what.amount, 'E500'),
        ...accountOf('教师'),
        reason: '课时补助',
      })
      return [(await officer.post(`/api/payments/${body.id}/submit`)).status]
    }
    case 'race': {
      // Changed while it is handed in: one of them is late, or both see one amount.
      const allotments = await listed('/api/allotments')
      if (allotments.length === 0) return []
      const lines = (amountFen: number) => linesOf(allotments, what, amountFen, 'E530')
      const { body } = await officer.post('/api/payments', {
        lines: lines(1),
        ...accountOf('材料店'),
        reason: '材料',
      })
      const [edited, submitted] = await Promise.all([
        officer.patch(`/api/payments/${body.id}`, { lines: lines(what.amount) }),
        officer.post(`/api/payments/${body.id}/submit`),
      ])
      return [edited.status, submitted.status]
    }
    case 'fail':
    case 'return': {
      const [status, event] = what.kind === 'fail' ? ['checked', 'failure'] : ['paid', 'return']
      const checked = what.kind === 'fail' ? (await payment('approved'))?.id : undefined
      if (checked !== undefined) await centre.post(`/api/payments/${checked}/check`)
      const known = await payment(status!)
      const comment = { comment: '账号不符' }
      return known
        ? [(await school.finance.post(`/api/payments/${known.id}/register-${event}`, comment)).status]
        : []
    }
    case 'resend': {
      const failed = await payment('failed')
      if (!failed) return []
      if (what.pick > 4) return [(await officer.post(`/api/payments/${failed.id}/give-up`)).status]
      await officer.patch(`/api/payments/${failed.id}`, accountOf('教师二'))
      return [(await officer.post(`/api/payments/${failed.id}/resend`)).status]
    }
    case 'approve-payment': {
      const waiting = await payment('submitted')
      return waiting ? [(await principal.post(`/api/payments/${waiting.id}/approve`)).status] : []
    }
    case 'give-up': {
      const waiting = await payment('submitted')
      return waiting ? [(await officer.post(`/api/payments/${waiting.id}/withdraw`)).status] : []
    }
    case 'pay': {
      const approved = await payment('approved')
      if (!approved) return []
      await centre.post(`/api/payments/${approved.id}/check`)
      const slip = { bankSerial: `S${approved.id}` }
      return [(await school.finance.post(`/api/payments/${approved.id}/register-slip`, slip)).status]
    }
    case 'settle':
      return settle(school, await listed('/api/settlements'))
    case 'treasury': {
      const [waiting] = await listed('/api/treasury-returns')
      return waiting ? towardsTreasury(school, waiting, what.pick) : []
    }
    case 'term': {
      const term = await test.world.term()
      return [
        (
          await officer.post('/api/settlements', {
            schoolId: school.school.id,
            fundId: school.fund.id,
            fiscalYear: 2026,
            termId: term.id,
          })
        ).status,
      ]
    }
    default:
      return takeDocument(school, what, listed)
  }
}

async function settle(
  { school, fund, officer, principal }: FundedSchool,
  known: readonly { id: number; termId?: number | null }[],
): Promise<number[]> {
  let id = known.find((each) => each.termId === null)?.id
  if (id === undefined) {
    const draft = await officer.post('/api/settlements', {
      schoolId: school.id,
      fundId: fund.id,
      fiscalYear: 2026,
    })
    if (draft.status !== 201) return [draft.status]
    id = draft.body.id as number
  }
  await officer.post(`/api/settlements/${id}/submit`)
  const approved = await principal.post(`/api/settlements/${id}/approve`)
  if (approved.status !== 200) await principal.post(`/api/settlements/${id}/send-back`, { comment: '再算' })
  return [approved.status]
}

/** The next step of what goes back: into one of two accounts, refused, failed or registered. */
async function towardsTreasury(
  { school, officer, centre, finance }: FundedSchool,
  { id, status }: { id: number; status: string },
  pick: number,
): Promise<number[]> {
  const act = async (who: typeof officer, step: string, body: object = {}) => [
    (await who.post(`/api/treasury-returns/${id}/${step}`, body)).status,
  ]
  if (status === 'submitted')
    return pick > 7 ? act(centre, 'refer-back', { comment: '户名不对' }) : act(centre, 'check')
  if (status === 'checked')
    return pick > 6
      ? act(finance, 'register-failure', { comment: '账户已销户' })
      : act(finance, 'register-slip', { returnedOn: '2026-11-20', bankSerial: `T${id}` })
  const account = { account: `1400000000000${pick % 2}`, bankName: '工商银行大同分行' }
  await officer.post('/api/payees', { schoolId: school.id, name: '国库专户', kind: 'unit', ...account })
  const payees = (await officer.get('/api/payees', { schoolId: school.id, kind: 'unit', sort: 'id' })).body
  return act(officer, 'submit', { payeeId: payees.items.at(-1).id })
}
