/** Contracts, invoices and corrections in a history of money. */
import { fen, shareOut } from '../../src/platform/money.js'
import { accountOf, type FundedSchool } from '../funding-world.js'
import type { Asking, Step } from './steps.js'

interface Row {
  readonly id: number
  readonly status: string
}
type Listed = (path: string, filter?: Record<string, string | number>) => Promise<Row[]>

export async function takeDocument(school: FundedSchool, what: Step, listed: Listed): Promise<number[]> {
  switch (what.kind) {
    case 'contract':
      return contract(school, what, listed)
    case 'part':
      return partOfContract(school, what, listed)
    case 'invoice':
      return twoPaymentsOfOneInvoice(school, what, listed)
    case 'correct':
    case 'correct-twice':
      return correct(school, what, listed)
    case 'end-contract':
      return endContract(school, what.pick, listed)
    case 'end-correction':
      return endCorrection(school, what.pick, listed)
    default:
      return []
  }
}

let number = 0

async function contract({ school, officer, principal }: FundedSchool, what: Asking, listed: Listed) {
  const allotments = await listed('/api/allotments')
  if (allotments.length === 0) return []
  const unit = { name: '晨光公司', kind: 'unit', account: '62220000000001', bankName: '工商银行大同分行' }
  await officer.post('/api/payees', { schoolId: school.id, ...unit })
  const [payee] = (await officer.get('/api/payees', { schoolId: school.id, q: unit.name })).body.items
  const { status, body } = await officer.post('/api/commitments', {
    kind: what.pick > 4 ? 'contract' : 'purchase',
    number: `HT-${(number += 1)}`,
    title: '美术课服务',
    payeeId: payee.id,
    signedOn: '2026-11-01',
    endsOn: '2026-12-31',
    lines: linesOf(allotments, what, what.amount, 'E520'),
  })
  if (status !== 201) return [status]
  const submitted = await officer.post(`/api/commitments/${body.id}/submit`)
  return [submitted.status, (await principal.post(`/api/commitments/${body.id}/approve`)).status]
}

/** Two parts of one contract at one instant: together never more than it has left. */
async function partOfContract({ officer }: FundedSchool, what: Asking, listed: Listed) {
  const known = pickOf(await listed('/api/commitments', { status: 'approved' }), what.pick)
  if (!known) return []
  const { lines } = (await officer.get(`/api/commitments/${known.id}`)).body
  const { allotmentId, remainingFen } = lines[what.pick % lines.length]
  if (remainingFen === 0) return []
  const drafts = await Promise.all(
    [1 + (what.amount % remainingFen), remainingFen].map((amountFen) =>
      officer.post('/api/payments', {
        commitmentId: known.id,
        lines: [{ allotmentId, account: 'E520', amountFen }],
        reason: '服务费',
      }),
    ),
  )
  const handedIn = await Promise.all(
    drafts
      .filter(({ status }) => status === 201)
      .map(({ body }) => officer.post(`/api/payments/${body.id}/submit`)),
  )
  return [...drafts, ...handedIn].map(({ status }) => status)
}

/** Each wants more than half of it, at one instant. */
async function twoPaymentsOfOneInvoice({ school, officer }: FundedSchool, what: Asking, listed: Listed) {
  const allotments = await listed('/api/allotments')
  if (allotments.length === 0) return []
  const invoice = await officer.post('/api/invoices', {
    schoolId: school.id,
    number: `26142000000${String((number += 1)).padStart(9, '0')}`,
    seller: '文具店',
    issuedOn: '2026-11-18',
    amountFen: what.amount,
  })
  if (invoice.status !== 201) return [invoice.status]
  const amountFen = Math.floor(what.amount / 2) + 1
  const statuses = await Promise.all(
    [0, 1].map(async () => {
      const { status, body } = await officer.post('/api/payments', {
        lines: linesOf(allotments, what, amountFen, 'E530'),
        invoices: [{ invoiceId: invoice.body.id, amountFen }],
        ...accountOf('文具店'),
        reason: '材料',
      })
      return status === 201 ? (await officer.post(`/api/payments/${body.id}/submit`)).status : status
    }),
  )
  return statuses
}

/** Of a paid payment: taken back, taken out or moved, once or by two at one instant. */
async function correct({ officer, principal }: FundedSchool, what: Asking, listed: Listed) {
  const paid = pickOf(await listed('/api/payments', { status: 'paid' }), what.pick)
  if (!paid) return []
  const places = (await officer.get(`/api/payments/${paid.id}/correctable`)).body as {
    allotmentId: number
    account: string
    spentFen: number
  }[]
  if (places.length === 0) return []
  const { allotmentId, account, spentFen } = places[what.pick % places.length]!
  const kind = (['refund', 'reclassification', 'red_letter'] as const)[what.pick % 3]!
  const allotments = await listed('/api/allotments')
  const line = { allotmentId, account, amountFen: Math.min(what.amount, spentFen) }
  const to = { toAllotmentId: allotments[what.pick % allotments.length]!.id, toAccount: 'E542' }
  const drafts = await Promise.all(
    Array.from({ length: what.kind === 'correct' ? 1 : 2 }, () =>
      officer.post('/api/corrections', {
        paymentId: paid.id,
        kind,
        ...(kind === 'red_letter' ? {} : { lines: [kind === 'refund' ? line : { ...line, ...to }] }),
        reason: '更正',
      }),
    ),
  )
  const made = drafts.filter(({ status }) => status === 201).map(({ body }) => body.id as number)
  const submitted = await Promise.all(made.map((id) => officer.post(`/api/corrections/${id}/submit`)))
  const approved = await Promise.all(made.map((id) => principal.post(`/api/corrections/${id}/approve`)))
  return [...drafts, ...submitted, ...approved].map(({ status }) => status)
}

async function endContract({ officer }: FundedSchool, pick: number, listed: Listed) {
  const known = pickOf(await listed('/api/commitments', { status: 'approved' }), pick)
  return known ? [(await officer.post(`/api/commitments/${known.id}/end`)).status] : []
}

async function endCorrection({ centre, finance }: FundedSchool, pick: number, listed: Listed) {
  const known = pickOf(await listed('/api/corrections', { status: 'approved' }), pick)
  if (!known) return []
  const at = (step: string) => `/api/corrections/${known.id}/${step}`
  if (pick > 7) return [(await centre.post(at('refer-back'), { comment: '再核' })).status]
  const slip = { receivedOn: '2026-11-20', bankSerial: `R${known.id}` }
  const received = await finance.post(at('receive'), slip)
  return received.status === 200 ? [200] : [(await centre.post(at('post'))).status]
}

/** One of those that are there. */
export const pickOf = <Item>(all: readonly Item[], pick: number): Item | undefined => all[pick % all.length]

/** Of one class, or shared over up to three of them, of one year. */
export function linesOf(
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
