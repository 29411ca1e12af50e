/** The demo city's money (演示经费): one school has gone the whole way, one waits for its check, one has everything before it. */
import type { INestApplicationContext } from '@nestjs/common'
import type { Actor } from '../access/index.js'
import { AuditEntries, requireAsNoted } from '../audit/index.js'
import {
  AppropriationsService,
  DeclarationPublishingService,
  DeclarationsService,
  DeclarationStepsService,
  Publication,
} from '../grants/index.js'
import { FindingsService, ReminderRoundsService } from '../oversight/index.js'
import { Fund, FundPolicy } from '../entitlement/index.js'
import {
  BankOrdersService,
  PayeesService,
  type PayListEntryIn,
  PayListsService,
  PayListStepsService,
  PaymentsService,
  ReceiptsService,
  DistributionSchemesService,
  DistributionSchemeStepsService,
} from '../spending/index.js'
import { addDays, Clock } from '../platform/calendar.js'
import { Database } from '../platform/database/database.js'
import { fen } from '../platform/money.js'

type As = (username: string) => Promise<Actor>

/** What a city may lay down; a demonstration, not any city's own document. */
const policy = {
  regionCode: '1402',
  publicationWorkdays: 5,
  leftover: 'return',
  estimateDueDay: '11-30',
  declarationDueDay: '11-30',
  spendingDueDay: '12-20',
  distributionDays: 10,
  payRateCapFen: fen(6_000),
  teacherSharePerMille: 500,
  leastParticipants: null,
  standardsBy: 'count_day',
  declarationPeriod: null,
  budgetCategory: '205',
  validFromOn: '2019-01-01',
  validToOn: null,
  issuer: '大同市财政局、大同市教育局',
  documentNumber: '演示文号〔2019〕1号',
} as const

/** Through the services, as the people themselves would. */
export async function moveMoney(app: INestApplicationContext, as: As): Promise<void> {
  const database = app.get(Database)
  const [care, principal] = await database.read.find(Fund, { order: { id: 'ASC' } })
  await database.transaction((tx) =>
    tx.insert(FundPolicy, [
      { ...policy, fundId: care!.id },
      { ...policy, fundId: principal!.id },
    ]),
  )
  await wholeWay(app, as, care!.id)
  const [declarations, steps] = [app.get(DeclarationsService), app.get(DeclarationStepsService)]
  const junior = await as('finance3')
  const second = await declarations.create(junior, {
    schoolId: junior.schoolId!,
    fundId: principal!.id,
    fiscalYear: 2026,
    serviceSharePerMille: 400,
  })
  await steps.act(junior, second.id, 'submit')
  await app.get(FindingsService).runEverywhere()
  await app.get(ReminderRoundsService).runEverywhere()
}

async function wholeWay(app: INestApplicationContext, as: As, fundId: number): Promise<void> {
  const [declarations, declarationSteps] = [app.get(DeclarationsService), app.get(DeclarationStepsService)]
  const [appropriations, receipts] = [app.get(AppropriationsService), app.get(ReceiptsService)]
  const [schemes, schemeSteps] = [
    app.get(DistributionSchemesService),
    app.get(DistributionSchemeStepsService),
  ]
  const [officer, head, education, treasury, second, bureau] = [
    await as('finance2'),
    await as('principal2'),
    await as('education'),
    await as('treasury'),
    await as('treasury2'),
    await as('bureau'),
  ]
  const declaration = await declarations.create(officer, {
    schoolId: officer.schoolId!,
    fundId,
    fiscalYear: 2026,
  })
  await declarationSteps.act(officer, declaration.id, 'submit')
  await declarationSteps.act(education, declaration.id, 'check')
  await declarationSteps.act(treasury, declaration.id, 'finance-check')
  const { publicationId } = await app.get(DeclarationPublishingService).publish(education, [declaration.id])
  await letPeriodPass(app, publicationId)
  await declarationSteps.act(second, declaration.id, 'approve')
  const notice = await appropriations.create(education, {
    fundId,
    fiscalYear: 2026,
    title: '关于下达2026年课后看护经费（第一批）的通知',
    spendByOn: '2026-12-20',
  })
  await appropriations.act(education, notice.id, 'submit')
  await appropriations.act(bureau, notice.id, 'countersign')
  await appropriations.act(second, notice.id, 'issue', { documentNumber: '演示财教〔2026〕12号' })
  const [line] = notice.lines
  await receipts.receive(officer, line!.id, { slipNumber: 'ED20261026' })
  const scheme = await schemes.create(officer, { receiptId: line!.id })
  await schemeSteps.act(officer, scheme.id, 'submit', { staffMeetingOn: app.get(Clock).today() })
  await schemeSteps.act(head, scheme.id, 'approve')
  await spend(app, as)
}

// Two payments made by one order, one that waits for the next order, one before the principal.
async function spend(app: INestApplicationContext, as: As): Promise<void> {
  const [payments, bankOrders] = [app.get(PaymentsService), app.get(BankOrdersService)]
  const [officer, head, centre, second] = [
    await as('finance2'),
    await as('principal2'),
    await as('centre'),
    await as('treasury2'),
  ]
  const { read } = app.get(Database)
  const allotments = await read.query<{ id: number }[]>(
    'SELECT id FROM allotment WHERE schoolId = ? AND receivedFen > 0 AND homeClassId IS NOT NULL ORDER BY id',
    [officer.schoolId],
  )
  const wanted = [
    {
      amountFen: 480_000,
      account: 'E500',
      payee: 'wages',
      reason: '九月、十月课后服务课时补助（教师 8 人）',
      lessonCount: 96,
      until: 'paid',
    },
    { amountFen: 126_050, account: 'E530', payee: 'stationer', reason: '剪纸和书法材料', until: 'paid' },
    {
      amountFen: 450_000,
      account: 'E500',
      payee: 'wages',
      reason: '十一月课后服务课时补助（教师 7 人）',
      lessonCount: 90,
      until: 'check',
    },
    { amountFen: 88_000, account: 'E543', payee: 'printer', reason: '家长告知书印刷', until: 'submit' },
  ] as const
  const payees = await payeesOf(app, officer)
  await payList(
    app,
    as,
    allotments.map(({ id }) => id),
  )
  const sent: number[] = []
  for (const [index, { until, payee, reason, ...line }] of wanted.entries()) {
    if (until === 'check') await sendAndPay(sent)
    const { id } = await payments.create(officer, {
      reason,
      payeeId: payees.get(payee)!,
      lines: [{ ...line, allotmentId: allotments[index % allotments.length]!.id }],
    })
    await payments.act(officer, id, 'submit')
    if (until === 'submit') continue
    await payments.act(head, id, 'approve')
    await payments.act(centre, id, 'check')
    if (until === 'paid') sent.push(id)
  }

  async function sendAndPay(ids: readonly number[]): Promise<void> {
    const order = await bankOrders.draw(centre, {})
    await bankOrders.act(centre, order.id, 'send', {})
    for (const id of ids)
      await payments.act(second, id, 'register-slip', { bankSerial: `YH2026${String(id).padStart(6, '0')}` })
  }
}

// One list whose payments are made and not yet handed in: nothing of it is reserved.
async function payList(app: INestApplicationContext, as: As, allotmentIds: readonly number[]): Promise<void> {
  const [lists, steps, payees] = [
    app.get(PayListsService),
    app.get(PayListStepsService),
    app.get(PayeesService),
  ]
  const officer = await as('finance2')
  const entries: PayListEntryIn[] = []
  for (const [index, [name, account, hoursHundredths, taxKind]] of listed.entries()) {
    const { id: payeeId } = await payees.create(officer, {
      schoolId: officer.schoolId!,
      name,
      kind: 'person',
      account,
      bankName: '农业银行大同平城支行',
    })
    const paidFrom = taxKind === 'wages' ? 'E500' : 'E510'
    entries.push({
      payeeId,
      hoursHundredths,
      rateFen: 5_500,
      taxKind,
      lines: [{ allotmentId: allotmentIds[index % allotmentIds.length]!, account: paidFrom }],
    })
  }
  const today = app.get(Clock).today()
  const list = await lists.create(officer, {
    schoolId: officer.schoolId!,
    fiscalYear: 2026,
    title: '课后服务课时费（本月）',
    startsOn: `${today.slice(0, 8)}01`,
    endsOn: today,
    entries,
  })
  await steps.act(officer, list.id, 'make-payments')
}

/** People, accounts and hours are made up. */
const listed = [
  ['郭晓梅', '6228000000000000108', 1200, 'wages'],
  ['任建军', '6228000000000000116', 1050, 'wages'],
  ['段雅琴', '6228000000000000124', 800, 'wages'],
  ['侯志远', '6228000000000000132', 600, 'labour_remuneration'],
] as const

/** The accounts are made up. */
async function payeesOf(app: INestApplicationContext, officer: Actor): Promise<Map<string, number>> {
  const payees = app.get(PayeesService)
  const ids = new Map<string, number>()
  for (const [key, name, account, bankName] of [
    ['wages', '教职工工资代发专户', '6228000000000000017', '农业银行大同平城支行'],
    ['stationer', '晨光文具店', '6222000000000000025', '工商银行大同迎宾街支行'],
    ['printer', '校园印务', '6217000000000000033', '建设银行大同新建路支行'],
  ] as const) {
    const { id } = await payees.create(officer, {
      schoolId: officer.schoolId!,
      name,
      kind: 'unit',
      account,
      bankName,
    })
    ids.set(key, id)
  }
  return ids
}

// The demo is loaded in a moment: its publication was opened a month ago.
async function letPeriodPass(app: INestApplicationContext, id: number): Promise<void> {
  const today = app.get(Clock).today()
  await app.get(Database).transaction(async (tx) => {
    await requireAsNoted(tx, 'publication', [id])
    const dates = { opensOn: addDays(today, -30), closesOn: addDays(today, -22) }
    await tx.update(Publication, { id }, dates)
    const change = { action: 'publication.demo', entity: 'publication', entityId: id, after: dates }
    await app.get(AuditEntries).recordWithoutPerson(tx, change, 'demo')
  })
}
