/** A funded school for tests: its people, classes, fund and standard, and the steps of the chain in one call each. */
import { asIf } from './as-if.js'
import type { User } from '../src/access/index.js'
import { Declaration, Publication } from '../src/grants/index.js'
import { type Fund, FundPolicy } from '../src/entitlement/index.js'
import type { HomeClass, School } from '../src/organisation/index.js'
import { placedLines } from '../src/ledger/index.js'
import { fen } from '../src/platform/money.js'
import type { Client, TestApp } from './app.js'

export interface FundedSchool {
  readonly school: School
  readonly fund: Fund
  readonly classes: HomeClass[]
  readonly officer: Client
  /** A second officer of the school, who asks for what is sent to the bank: the first may then read the bank's file. */
  readonly requester: Client
  readonly principal: Client
  readonly education: Client
  readonly bureau: Client
  /** Two people of the finance bureau: who checks, who approves and issues. */
  readonly finance: Client
  readonly treasurer: Client
  /** Who checks payments and draws the orders for the bank. */
  readonly centre: Client
  readonly educationUser: User
}

/** A primary school of so many classes with one pupil each, 10,000 yuan a class, and one person for each step. */
export async function fundedSchool(
  test: TestApp,
  classCount = 2,
  fund?: Fund,
  ofSchool: Partial<School> = {},
): Promise<FundedSchool> {
  const { world } = test
  const school = await world.school(ofSchool)
  const classes = []
  for (let number = 1; number <= classCount; number += 1)
    classes.push(await world.homeClass({ school, number }))
  for (const homeClass of classes) await world.student({ school, homeClass })
  const ownFund = fund ?? (await world.fund())
  if (!fund) await world.standard({ fund: ownFund })
  const educationUser = await world.user('education_finance_officer')
  return {
    school,
    fund: ownFund,
    classes,
    educationUser,
    officer: await test.as(await world.user('school_finance_officer', { school })),
    requester: await test.as(await world.user('school_finance_officer', { school })),
    principal: await test.as(await world.user('principal', { school })),
    education: await test.as(educationUser),
    bureau: await test.as(await world.user('bureau_officer')),
    finance: await test.as(await world.user('finance_bureau_officer')),
    treasurer: await test.as(await world.user('finance_bureau_officer')),
    centre: await test.as(await world.user('accounting_centre_officer')),
  }
}

/** Through both checks and the publication, whose period is over; then approved. */
export async function approvedDeclaration(
  test: TestApp,
  funded: FundedSchool,
  fiscalYear = 2026,
): Promise<number> {
  const created = await funded.officer.post('/api/declarations', {
    schoolId: funded.school.id,
    fundId: funded.fund.id,
    fiscalYear,
  })
  const id = created.body.id as number
  await funded.officer.post(`/api/declarations/${id}/submit`)
  await approveSubmitted(test, funded, id)
  return id
}

export async function approveSubmitted(test: TestApp, funded: FundedSchool, id: number): Promise<void> {
  await funded.education.post(`/api/declarations/${id}/check`)
  await funded.finance.post(`/api/declarations/${id}/finance-check`)
  await funded.education.post('/api/declarations/publish', { declarationIds: [id] })
  await periodOver(test, id)
  const approved = await funded.treasurer.post(`/api/declarations/${id}/approve`)
  if (approved.status !== 200) throw new Error(`declaration was not approved: ${approved.text}`)
}

/** As if the days of the publication had passed. */
export async function periodOver(test: TestApp, declarationId: number): Promise<void> {
  const { publicationId } = await test.database.read.findOneByOrFail(Declaration, { id: declarationId })
  const id = publicationId!
  await asIf(test, [{ entity: 'publication', id }], (tx) =>
    tx.update(Publication, { id }, { opensOn: '2026-01-05', closesOn: '2026-01-12' }),
  )
}

let documentCounter = 0

export interface IssuedNotice {
  readonly id: number
  readonly lines: { id: number; schoolId: number; amountFen: number }[]
}

/** Drafts, signs and issues a notice for everything approved; answers the notice with its lines. */
export async function issuedNotice(
  funded: FundedSchool,
  fiscalYear = 2026,
  rest: object = {},
): Promise<IssuedNotice> {
  const draft = await funded.education.post('/api/appropriations', {
    fundId: funded.fund.id,
    fiscalYear,
    title: '关于下达课后服务补助经费的通知',
    ...rest,
  })
  if (draft.status !== 201) throw new Error(`notice was not drafted: ${draft.text}`)
  return issueDraft(funded, draft.body.id as number)
}

/** Submits, signs and issues a draft. */
export async function issueDraft(funded: FundedSchool, id: number): Promise<IssuedNotice> {
  await funded.education.post(`/api/appropriations/${id}/submit`)
  await funded.bureau.post(`/api/appropriations/${id}/countersign`)
  documentCounter += 1
  const issued = await funded.treasurer.post(`/api/appropriations/${id}/issue`, {
    documentNumber: `同财教〔2026〕${documentCounter}号`,
  })
  if (issued.status !== 200) throw new Error(`notice was not issued: ${issued.text}`)
  return issued.body as IssuedNotice
}

/** What the city lays down for the fund; no deadlines unless said otherwise. */
export function fundPolicy(
  test: TestApp,
  fund: Fund,
  overrides: Partial<FundPolicy> = {},
): Promise<FundPolicy> {
  return test.world.make(FundPolicy, {
    fundId: fund.id,
    regionCode: fund.regionCode,
    publicationWorkdays: 5,
    leftover: 'carry',
    estimateDueDay: null,
    declarationDueDay: null,
    spendingDueDay: null,
    distributionDays: null,
    payRateCapFen: null,
    teacherSharePerMille: null,
    leastParticipants: null,
    standardsBy: 'count_day',
    declarationPeriod: null,
    budgetCategory: '205',
    validFromOn: '2020-01-01',
    validToOn: null,
    issuer: '市财政局',
    documentNumber: '同财教〔2020〕1号',
    ...overrides,
  })
}

/** The whole way to money standing on the classes; answers the allotments' ids in class order. */
export async function allotted(test: TestApp, funded: FundedSchool): Promise<number[]> {
  await received(test, funded)
  const list = await funded.officer.get('/api/receipts', { schoolId: funded.school.id, received: 'yes' })
  const draft = await funded.officer.post('/api/schemes', { receiptId: list.body.items[0].id })
  await funded.officer.post(`/api/schemes/${draft.body.id}/submit`, { staffMeetingOn: '2026-11-20' })
  const approved = await funded.principal.post(`/api/schemes/${draft.body.id}/approve`)
  if (approved.status !== 200) throw new Error(`scheme was not approved: ${approved.text}`)
  const allotments = await funded.officer.get('/api/allotments', { schoolId: funded.school.id, sort: 'id' })
  return (allotments.body.items as { id: number; homeClassId: number }[])
    .sort((a, b) => a.homeClassId - b.homeClassId)
    .map((item) => item.id)
}

/** Up to money that the school has and no class yet; answers the receipt's id. */
export async function received(test: TestApp, funded: FundedSchool): Promise<number> {
  await approvedDeclaration(test, funded)
  const notice = await issuedNotice(funded)
  const line = notice.lines.find((each) => each.schoolId === funded.school.id)!
  const done = await funded.officer.post(`/api/receipts/${line.id}/receive`)
  if (done.status !== 200) throw new Error(`receipt was not confirmed: ${done.text}`)
  return line.id
}

/** Whom a payment goes to, with an account of its own for each name. */
export const accountOf = (payee: string) => ({
  payee,
  payeeAccount: [...payee]
    .map((letter) => letter.codePointAt(0)!)
    .join('')
    .slice(0, 40),
  payeeBank: '工商银行大同分行',
})

export interface Asked {
  readonly allotmentId: number
  readonly amountFen: number
  readonly account?: string
  readonly payee?: string
  readonly payeeAccount?: string
  readonly payeeBank?: string
  readonly payeeId?: number
  readonly lessonCount?: number
  readonly reason?: string
  readonly commitmentId?: number
  readonly invoices?: readonly { readonly invoiceId: number; readonly amountFen: number }[]
}

/** A request that has been approved, checked and sent to the bank; answers its id. */
export async function sentToBank(funded: FundedSchool, request: Asked): Promise<number> {
  const { allotmentId, amountFen, account = 'E530', lessonCount = null, ...rest } = request
  const { body } = await funded.requester.post('/api/payments', {
    lines: [{ allotmentId, amountFen, account, lessonCount }],
    ...accountOf(request.payee ?? '材料店'),
    reason: '剪纸材料一批',
    ...rest,
  })
  await funded.requester.post(`/api/payments/${body.id}/submit`)
  await funded.principal.post(`/api/payments/${body.id}/approve`)
  const checked = await funded.centre.post(`/api/payments/${body.id}/check`)
  if (checked.status !== 200) throw new Error(`payment was not sent: ${checked.text}`)
  return body.id as number
}

/** A request that the bank has paid; answers its id. */
export async function paid(funded: FundedSchool, request: Asked): Promise<number> {
  const id = await sentToBank(funded, request)
  const settled = await funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial: `S${id}` })
  if (settled.status !== 200) throw new Error(`payment was not settled: ${settled.text}`)
  return id
}

/** The lines that the ledger has for a journal or a source, with their journal's fields. */
export function booked(
  test: TestApp,
  where: { businessKey: string } | { sourceEntity: string; sourceId: number } | { schoolId: number },
): Promise<Booked[]> {
  const query = placedLines(test.database.read).select([
    'journal.sequence AS sequence',
    'journal.kind AS kind',
    'journal.reverses AS reverses',
    'journal.accountedOn AS accountedOn',
    'line.phase AS phase',
    'line.debitAccount AS debitAccount',
    'line.creditAccount AS creditAccount',
    'line.amountFen AS amountFen',
    'line.level AS level',
    'standing.homeClassId AS homeClassId',
    'standing.purpose AS purpose',
    'standing.fiscalYear AS fiscalYear',
  ])
  for (const [name, value] of Object.entries(where))
    query.andWhere(`journal.${name} = :${name}`, { [name]: value })
  return query
    .orderBy('line.sequence')
    .addOrderBy('line.number')
    .getRawMany<Booked>()
    .then((rows) => rows.map((row) => ({ ...row, amountFen: Number(row.amountFen) })))
}

export interface Booked {
  readonly sequence: number
  readonly kind: string
  readonly reverses: number | null
  readonly accountedOn: string
  readonly phase: string
  readonly debitAccount: string
  readonly creditAccount: string
  readonly amountFen: number
  readonly level: string
  readonly homeClassId: number | null
  readonly purpose: string
  readonly fiscalYear: number
}

/** What to go to the bank by: the reference of a payment. */
export const referenceOf = (paymentId: number): string => `KH${String(paymentId).padStart(8, '0')}`

/** The region pays at most so much for a class-hour. */
export async function payPolicy(test: TestApp, funded: FundedSchool, payRateCapFen: number): Promise<void> {
  await test.world.make(FundPolicy, {
    fundId: funded.fund.id,
    regionCode: '1402',
    publicationWorkdays: 5,
    leftover: 'carry',
    estimateDueDay: null,
    declarationDueDay: null,
    spendingDueDay: null,
    distributionDays: null,
    payRateCapFen: fen(payRateCapFen),
    teacherSharePerMille: null,
    leastParticipants: null,
    standardsBy: 'count_day',
    declarationPeriod: null,
    budgetCategory: null,
    validFromOn: '2026-01-01',
    validToOn: null,
    issuer: '市财政局',
    documentNumber: '同财教〔2026〕9号',
  })
}

/** Settles what a school has of 2026, by a policy that returns it: it waits on its way to the treasury. Answers the return's id. */
export async function settledReturn(funded: FundedSchool): Promise<number> {
  const { school, fund, officer, principal } = funded
  const of = { schoolId: school.id, fundId: fund.id, fiscalYear: 2026 }
  const { body } = await officer.post('/api/settlements', of)
  await officer.post(`/api/settlements/${body.id}/submit`)
  const approved = await principal.post(`/api/settlements/${body.id}/approve`)
  if (!approved.body.treasuryReturn) throw new Error(`nothing was set aside: ${approved.text}`)
  return approved.body.treasuryReturn.id as number
}

/** An account of the treasury among the school's payees; answers the payee's id. */
export async function treasuryPayee(
  { school, officer }: FundedSchool,
  rest: { account?: string; kind?: string } = {},
): Promise<number> {
  const { body } = await officer.post('/api/payees', {
    schoolId: school.id,
    name: '市财政局国库专户',
    kind: 'unit',
    account: '14000000000001',
    bankName: '工商银行大同分行',
    ...rest,
  })
  return body.id as number
}
