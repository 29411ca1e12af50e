import fc from 'fast-check'
import { TestApp } from '../../test/app.js'
import {
  accountOf,
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  issueDraft,
} from '../../test/funding-world.js'
import { fen, shareOut } from '../platform/money.js'
import { Allotment, leftOf, figures, placedLines, readFigures, selectFigures } from '../ledger/index.js'
import { verifyBooks } from './verify-books.js'
import { Appropriation, AppropriationLine, Claim } from '../grants/index.js'

/** For how long to draw histories that nobody has seen; left out, some that are always the same. */
const seconds = Number(process.env['KEHOU_HISTORY_SECONDS'] ?? 0)

// Whatever people do in whatever order, refused or not: the money adds up everywhere.
type Step =
  | { readonly kind: 'grant'; readonly available: number; readonly doIssue: boolean }
  | { readonly kind: 'mend'; readonly pick: number; readonly amount: number }
  | {
      readonly kind:
        | 'discard'
        | 'receive'
        | 'distribute'
        | 'carried'
        | 'approve-payment'
        | 'pay'
        | 'fail'
        | 'resend'
        | 'return'
        | 'give-up'
        | 'settle'
        | 'treasury'
        | 'term'
      readonly pick: number
    }
  | { readonly kind: 'request' | 'race'; readonly pick: number; readonly amount: number }

const amount = fc.integer({ min: 1, max: 1_300_000 })
const simple = fc.constantFrom(
  'discard',
  'receive',
  'receive',
  'distribute',
  'distribute',
  'carried',
  'approve-payment',
  'pay',
  'pay',
  'fail',
  'resend',
  'return',
  'give-up',
  'settle',
  'settle',
  'treasury',
  'treasury',
  'treasury',
  'treasury',
  'term',
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('grant' as const), available: amount, doIssue: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mend' as const), pick: fc.nat(9), amount }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('request' as const), pick: fc.nat(9), amount }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('race' as const), pick: fc.nat(9), amount }) },
  { weight: 12, arbitrary: fc.record({ kind: simple, pick: fc.nat(9) }) as fc.Arbitrary<Step> },
)

describe('histories of money', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it(
    'always add up: documents, journal, standings, boards, notices and claims',
    async () => {
      let refused = 0
      let done = 0
      let settled = 0
      let kept = 0
      let returned = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 12, maxLength: 30 }),
          fc.constantFrom('carry' as const, 'return' as const),
          async (steps, leftover) => {
            const schools = await twoSchools(test, leftover)
            for (const each of [
              { kind: 'grant', available: 900_000, doIssue: true } as Step,
              { kind: 'receive', pick: 0 } as Step,
              { kind: 'distribute', pick: 0 } as Step,
              ...steps,
            ]) {
              const statuses = await take(test, schools, each)
              for (const status of statuses) {
                expect([200, 201, 204, 404, 409, 422]).toContain(status)
                if (status < 300) done += 1
                else refused += 1
              }
              kept += 1
              // What goes back to the treasury agrees at each of its steps.
              if (each.kind === 'treasury' && statuses.includes(200)) {
                returned += statuses.filter((status) => status === 200).length
                await requireOwnBooks(test, schools)
                await requireAgreement(test, schools)
              }
              if (each.kind === 'settle') settled += statuses.filter((status) => status === 200).length
            }
            await requireAgreement(test, schools)
            expect((await verifyBooks(test.database.read)).problems).toEqual([])
          },
        ),
        seconds === 0
          ? { numRuns: 15, seed: 20261123, endOnFailure: true }
          : { numRuns: 1_000_000, endOnFailure: true, interruptAfterTimeLimit: seconds * 1000 },
      )
      if (seconds > 0) console.log(`${kept} steps of money in ${seconds} s, ${done} done, ${refused} refused`)
      // The histories are worth something: much was done, some was refused, years were settled.
      expect([done > 100, refused > 20, settled > 5, returned > 3]).toEqual([true, true, true, true])
    },
    240_000 + seconds * 2000,
  )
})

async function twoSchools(test: TestApp, leftover: 'carry' | 'return'): Promise<FundedSchool[]> {
  const first = await fundedSchool(test, 2)
  await fundPolicy(test, first.fund, { leftover })
  const schools = [first, await fundedSchool(test, 1, first.fund)]
  for (const school of schools) await approvedDeclaration(test, school)
  return schools
}

/** Does one thing for every school that can, and answers what came of it. */
async function take(test: TestApp, schools: readonly FundedSchool[], what: Step): Promise<number[]> {
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
  const payment = async (status: string) => (await listed('/api/payments', { status }))[what.pick % 3]
  switch (what.kind) {
    case 'receive': {
      const receipt = (await listed('/api/receipts', { received: 'no' }))[0]
      return receipt ? [(await officer.post(`/api/receipts/${receipt.id}/receive`)).status] : []
    }
    case 'distribute': {
      const receipt = (await listed('/api/receipts', { received: 'yes' }))[what.pick % 4]
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
      return []
  }
}

/** Of one class, or shared over up to three of them, of one year. */
function linesOf(
  all: readonly { id: number; fiscalYear?: number }[],
  { pick }: { pick: number },
  amountFen: number,
  account: string,
) {
  const year = all[pick % all.length]!.fiscalYear
  const allotments = all.filter(({ fiscalYear }) => fiscalYear === year)
  const count = Math.min(1 + (pick % 3), allotments.length, amountFen)
  const parts = shareOut(fen(amountFen), Array<number>(count).fill(1))
  return parts.map((part, index) => ({
    allotmentId: allotments[(pick + index) % allotments.length]!.id,
    amountFen: part,
    account,
  }))
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

async function requireOwnBooks(test: TestApp, schools: readonly FundedSchool[]): Promise<void> {
  for (const { school } of schools)
    expect((await verifyBooks(test.database.read, school.id)).problems).toEqual([])
}

async function requireAgreement(test: TestApp, schools: readonly FundedSchool[]): Promise<void> {
  const { read } = test.database
  const [one] = schools as [FundedSchool]
  for (const standing of await read.findBy(Allotment, { fundId: one.fund.id }))
    expect(leftOf(standing)).toBeGreaterThanOrEqual(0)
  for (const claim of await read.findBy(Claim, { fundId: one.fund.id }))
    expect(claim.grantedFen).toBeLessThanOrEqual(claim.approvedFen)
  const granted = new Map<number, number>()
  for (const notice of await read.findBy(Appropriation, { fundId: one.fund.id })) {
    const lines = await read.findBy(AppropriationLine, { appropriationId: notice.id })
    expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(notice.totalFen)
    for (const line of lines) granted.set(line.schoolId, (granted.get(line.schoolId) ?? 0) + line.amountFen)
  }
  for (const claim of await read.findBy(Claim, { fundId: one.fund.id }))
    expect(granted.get(claim.schoolId) ?? 0).toBe(claim.grantedFen)
  for (const fiscalYear of [2026, 2027]) {
    const region = (
      await one.education.get('/api/funding/region-board', { fiscalYear, fundId: one.fund.id, classes: true })
    ).body
    const query = placedLines(read).where('standing.fundId = :fundId AND standing.fiscalYear = :fiscalYear', {
      fundId: one.fund.id,
      fiscalYear,
    })
    selectFigures(query.select('COUNT(*)', 'lineCount'))
    const entries = readFigures((await query.getRawOne<Record<string, string | number | null>>())!)
    for (const figure of figures) expect(region.totals[`${figure}Fen`]).toBe(entries[figure])
    for (const school of region.schools as {
      schoolId: number
      figures: object
      rows: { figures: { leftFen: number } }[]
    }[]) {
      const own = (
        await one.education.get('/api/funding/board', {
          schoolId: school.schoolId,
          fiscalYear,
          fundId: one.fund.id,
        })
      ).body
      expect(own.totals).toEqual(school.figures)
      expect(own.rows).toEqual(school.rows)
      expect(
        own.rows.reduce((sum: number, row: { figures: { leftFen: number } }) => sum + row.figures.leftFen, 0),
      ).toBe(own.totals.leftFen)
    }
  }
}
