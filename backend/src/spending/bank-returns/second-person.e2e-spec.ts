import { type Client, TestApp } from '../../../test/app.js'
import { xlsxOf } from '../../../test/fixtures/sheets/make.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  paid,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import type { User } from '../../access/index.js'
import { AuditEntry } from '../../audit/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'

const titles = ['业务参考号', '交易日期', '收款人名称', '交易金额', '交易状态', '银行流水号', '附言']

describe('the second person of a bank return', () => {
  let test: TestApp
  let funded: FundedSchool
  let allotmentId: number
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 1)
    allotmentId = (await allotted(test, funded))[0]!
  })
  afterAll(() => test.stop())

  interface People {
    officer: User
    coordinator: User
    officers: Client
    coordinators: Client
    seconds: Client
  }

  /** An officer, a coordinator who acts in the officer's place once `lends` has been called, and a second officer. */
  async function people(): Promise<People> {
    const { school } = funded
    const officer = await test.world.user('school_finance_officer', { school })
    const coordinator = await test.world.user('coordinator', { school })
    return {
      officer,
      coordinator,
      officers: await test.as(officer),
      coordinators: await test.as(coordinator),
      seconds: await test.as(await test.world.user('school_finance_officer', { school })),
    }
  }
  const lends = ({ officer, coordinator }: People) =>
    test.world.delegation({ from: officer, to: coordinator, permissions: ['payment.reconcile'] })

  /** A line that waits to be settled and one that the bank has sent back, as the client imports them. */
  async function imported(client: Client) {
    const open = await sentToBank(funded, { allotmentId, amountFen: 100 })
    const back = await paid(funded, { allotmentId, amountFen: 200 })
    const bytes = xlsxOf({
      回单: [
        titles,
        [null, '2026-11-20', '材料店', 1, '成功', `S${open}`, null],
        [referenceOf(back), '2026-11-20', '材料店', 2, '失败', `B${back}`, '账户已销户'],
      ],
    })
    const answer = await client.upload('/api/bank-returns', {}, { name: '回单.xlsx', bytes })
    expect(answer.status).toBe(201)
    const lines = (
      await client.get('/api/bank-return-lines', { bankReturnId: answer.body.id, sort: 'rowNumber' })
    ).body.items as { id: number; outcome: string }[]
    expect(lines.map(({ outcome }) => outcome)).toEqual(['unmatched', 'returned'])
    return { fileId: answer.body.id as number, open, back, settles: lines[0]!.id, takesBack: lines[1]!.id }
  }
  type File = Awaited<ReturnType<typeof imported>>

  /** How both acts are answered; the page must have offered just those that pass. */
  async function tryBoth(client: Client, file: File): Promise<string[]> {
    const offered = (
      await client.get('/api/bank-return-lines', { bankReturnId: file.fileId, sort: 'rowNumber' })
    ).body.items as { actions: string[] }[]
    const answers = [
      await client.post(`/api/bank-return-lines/${file.settles}/settle`, { paymentId: file.open }),
      await client.post(`/api/bank-return-lines/${file.takesBack}/take-back`, {}),
    ]
    expect(offered.map(({ actions }) => actions)).toEqual(
      answers.map(({ status }, i) => (status === 200 ? [['settle', 'close'], ['take-back']][i] : [])),
    )
    return answers.map(({ status, body }) => (status === 200 ? 'done' : (body.code as string)))
  }
  const refused = ['funding.bank_second_person', 'funding.bank_second_person']

  async function expectUntouched({ settles, takesBack, open, back }: File): Promise<void> {
    expect(await test.database.read.findOneBy(BankReturnLine, { id: settles })).toMatchObject({
      outcome: 'unmatched',
      paymentId: null,
    })
    expect(await test.database.read.findOneBy(BankReturnLine, { id: takesBack })).toMatchObject({
      outcome: 'returned',
    })
    expect((await test.database.read.findOneByOrFail(Payment, { id: open })).status).toBe('checked')
    expect((await test.database.read.findOneByOrFail(Payment, { id: back })).status).toBe('paid')
  }

  it('is not who stands in for the importer', async () => {
    const who = await people()
    const file = await imported(who.officers)
    expect(await test.database.read.findOneBy(BankReturn, { id: file.fileId })).toMatchObject({
      importedById: who.officer.id,
      importedForId: null,
    })
    await lends(who)
    expect(await tryBoth(who.coordinators, file)).toEqual(refused)
    expect(await tryBoth(who.officers, file)).toEqual(refused)
    await expectUntouched(file)
    expect(await tryBoth(who.seconds, file)).toEqual(['done', 'done'])
  })

  it('is not the one in whose place it was imported', async () => {
    const who = await people()
    await lends(who)
    const file = await imported(who.coordinators)
    expect(await test.database.read.findOneBy(BankReturn, { id: file.fileId })).toMatchObject({
      importedById: who.coordinator.id,
      importedForId: who.officer.id,
    })
    expect(await tryBoth(who.officers, file)).toEqual(refused)
    expect(await tryBoth(who.coordinators, file)).toEqual(refused)
    await expectUntouched(file)
    expect(await tryBoth(who.seconds, file)).toEqual(['done', 'done'])
  })

  it('may stand in for somebody who has no hand in the import', async () => {
    const who = await people()
    const file = await imported(who.seconds)
    await lends(who)
    expect(await tryBoth(who.coordinators, file)).toEqual(['done', 'done'])
    expect((await test.database.read.findOneByOrFail(Payment, { id: file.open })).status).toBe('paid')
    expect((await test.database.read.findOneByOrFail(Payment, { id: file.back })).status).toBe('failed')
    expect(
      await test.database.read.findOneBy(AuditEntry, {
        action: 'bank_return_line.settle',
        entityId: file.settles,
      }),
    ).toMatchObject({ actorId: who.coordinator.id, onBehalfOfId: who.officer.id })
  })

  it('confirms at once all that the importer has asked for, and nothing else', async () => {
    const who = await people()
    const asks = { ...funded, requester: who.officers }
    const ids = [
      await sentToBank(asks, { allotmentId, amountFen: 300 }),
      await sentToBank(asks, { allotmentId, amountFen: 400 }),
    ]
    const bytes = xlsxOf({
      回单: [
        titles,
        ...ids.map((id, i) => [referenceOf(id), '2026-11-20', '材料店', 3 + i, '成功', `O${id}`, null]),
        [null, '2026-11-20', '材料店', 9, '成功', 'OTHER', null],
      ],
    })
    const { body } = await who.officers.upload('/api/bank-returns', {}, { name: '回单.xlsx', bytes })
    const lines = (
      await who.officers.get('/api/bank-return-lines', { bankReturnId: body.id, sort: 'rowNumber' })
    ).body.items as { id: number; reason: string; actions: string[] }[]
    expect(lines.map(({ reason, actions }) => [reason, actions])).toEqual([
      ['own_request', []],
      ['own_request', []],
      ['no_reference', []],
    ])
    const all = { ids: lines.map(({ id }) => id) }
    const own = await who.officers.post(`/api/bank-return-lines/${lines[0]!.id}/settle`, {
      paymentId: ids[0],
    })
    expect([own.status, own.body.code]).toEqual([422, 'funding.bank_second_person'])
    expect((await who.seconds.post('/api/bank-return-lines/settle-many', all)).body).toMatchObject({
      done: [lines[0]!.id, lines[1]!.id],
      doneFen: 700,
      refused: [{ id: lines[2]!.id, code: 'funding.bank_line_by_itself' }],
    })
    for (const id of ids)
      expect((await test.database.read.findOneByOrFail(Payment, { id })).status).toBe('paid')
    expect((await who.seconds.post('/api/bank-return-lines/settle-many', { ids: [] })).status).toBe(400)
  })
})
