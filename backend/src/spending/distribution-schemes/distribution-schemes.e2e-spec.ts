import { TestApp } from '../../../test/app.js'
import { asIf, asIfMade } from '../../../test/as-if.js'
import {
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
  received,
} from '../../../test/funding-world.js'
import { fen } from '../../platform/money.js'
import { LedgerService, verifyLedger, Allotment } from '../../ledger/index.js'
import { Declaration, DeclarationLine, Claim } from '../../grants/index.js'
import { DistributionScheme } from './distribution-scheme.entity.js'

interface Line {
  homeClassId: number
  purpose: string
  amountFen: number
}

describe('distribution schemes', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const drafted = async (funded: FundedSchool) => {
    const receiptId = await received(test, funded)
    return { receiptId, ...(await funded.officer.post('/api/schemes', { receiptId })).body } as {
      receiptId: number
      id: number
      lines: Line[]
      totalFen: number
      classCount: number
      actions: string[]
    }
  }
  const onClasses = async (funded: FundedSchool, fiscalYear = 2026) =>
    (
      await test.database.read.find(Allotment, {
        where: { schoolId: funded.school.id, fiscalYear },
        order: { classKey: 'ASC' },
      })
    ).map((row) => [row.classKey, row.receivedFen])

  it('drafts what each class declared, once for a receipt, and needs the receipt confirmed', async () => {
    const funded = await fundedSchool(test, 2)
    await approvedDeclaration(test, funded)
    const {
      lines: [line],
    } = await issuedNotice(funded)
    expect((await funded.officer.post('/api/schemes', { receiptId: line!.id })).body.code).toBe(
      'funding.not_received',
    )
    await funded.officer.post(`/api/receipts/${line!.id}/receive`)
    const answers = await Promise.all(
      [1, 2].map(() => funded.officer.post('/api/schemes', { receiptId: line!.id })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    const made = answers.find((answer) => answer.status === 201)!.body
    expect(made).toMatchObject({
      status: 'draft',
      totalFen: 2_000_000,
      classCount: 2,
      actions: ['submit', 'update', 'delete'],
    })
    expect(made.lines.map((each: Line) => each.amountFen)).toEqual([1_000_000, 1_000_000])
    expect((await funded.principal.post('/api/schemes', { receiptId: line!.id })).status).toBe(403)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post('/api/schemes', { receiptId: line!.id })).status).toBe(404)
    expect((await stranger.get(`/api/schemes/${made.id}`)).status).toBe(404)
    expect((await funded.officer.post('/api/schemes', {})).status).toBe(400)
  })

  it('lets the lines be changed while they add up, and names the difference where they do not', async () => {
    const funded = await fundedSchool(test, 2)
    const { id, lines } = await drafted(funded)
    const spare = await test.world.homeClass({ school: funded.school, number: 9 })
    const [first, second] = lines as [Line, Line]
    const change = (body: object) => funded.officer.patch(`/api/schemes/${id}`, body)
    const less = await change({ lines: [{ ...plain(first), amountFen: 900_000 }, plain(second)] })
    expect([less.status, less.body.code, less.body.params]).toEqual([
      422,
      'funding.scheme_sum_differs',
      { purpose: '小学课后服务', sumFen: 1_900_000, totalFen: 2_000_000, differenceFen: 100_000, side: '少' },
    ])
    expect(less.body.message).toContain('¥1,000.00')
    expect(
      (await change({ lines: [{ ...plain(first), purpose: 'school_general' }, plain(second)] })).body.code,
    ).toBe('funding.scheme_sum_differs')
    expect((await change({ lines: [plain(first), plain(first)] })).body.code).toBe('request.row_twice')
    const foreign = await test.world.homeClass({ school: await test.world.school() })
    expect(
      (await change({ lines: [{ ...plain(first), homeClassId: foreign.id }, plain(second)] })).body.code,
    ).toBe('funding.scheme_class_strange')
    expect((await change({ lines: [{ ...plain(first), amountFen: -1 }] })).status).toBe(400)
    const good = await change({
      note: '按课时调整',
      lines: [
        { ...plain(first), amountFen: 0 },
        { ...plain(second), amountFen: 1_250_000 },
        { homeClassId: spare.id, purpose: first.purpose, amountFen: 750_000 },
      ],
    })
    expect(good.body).toMatchObject({ note: '按课时调整', totalFen: 2_000_000, classCount: 2 })
    await funded.officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-19' })
    expect((await change({ note: '太晚' })).status).toBe(409)
    expect((await funded.officer.delete(`/api/schemes/${id}`)).status).toBe(409)
    await funded.principal.post(`/api/schemes/${id}/approve`)
    expect(await onClasses(funded)).toEqual([
      [0, 0],
      [first.homeClassId, 0],
      [second.homeClassId, 1_250_000],
      [spare.id, 750_000],
    ])
  })

  it('puts the money on the classes when the principal approves, once', async () => {
    const funded = await fundedSchool(test, 2)
    const { id } = await drafted(funded)
    expect((await funded.officer.post(`/api/schemes/${id}/submit`)).status).toBe(400)
    await funded.officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-20' })
    expect((await funded.officer.post(`/api/schemes/${id}/approve`)).status).toBe(403)
    expect((await funded.principal.post(`/api/schemes/${id}/send-back`)).status).toBe(400)
    const answers = await Promise.all(
      [1, 2, 3].map(() => funded.principal.post(`/api/schemes/${id}/approve`)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect(await onClasses(funded)).toEqual([[0, 0], ...funded.classes.map((each) => [each.id, 1_000_000])])
    const approved = (
      await funded.officer.get('/api/schemes', { status: 'approved', schoolId: funded.school.id })
    ).body.items
    expect(approved).toEqual([expect.objectContaining({ id, staffMeetingOn: '2026-11-20', actions: [] })])
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('can be thrown away as a draft and made anew', async () => {
    const funded = await fundedSchool(test, 1)
    const { id, receiptId } = await drafted(funded)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.delete(`/api/schemes/${id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/schemes/${id}`, { note: '别校' })).status).toBe(404)
    expect((await funded.officer.delete(`/api/schemes/${id}`)).status).toBe(204)
    expect(await test.database.read.countBy(DistributionScheme, { id })).toBe(0)
    expect((await funded.officer.post('/api/schemes', { receiptId })).status).toBe(201)
  })

  it('splits two purposes as they were received, to the fen', async () => {
    const fund = await test.world.fund({
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: 'school_general' }],
    })
    await test.world.standard({ fund, amountFen: fen(1_000_001) })
    const funded = await fundedSchool(test, 3, fund)
    const created = await funded.officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: fund.id,
      fiscalYear: 2026,
      serviceSharePerMille: 333,
    })
    expect(created.status).toBe(201)
    await asIf(test, [{ entity: 'declaration', id: created.body.id }], async (tx) => {
      await tx.update(Declaration, { id: created.body.id }, { status: 'approved' })
      await tx.insert(Claim, {
        schoolId: funded.school.id,
        fundId: fund.id,
        fiscalYear: 2026,
        level: 'whole',
        approvedFen: fen(3_000_003),
        grantedFen: fen(0),
      })
    })
    const {
      lines: [line],
    } = await issuedNotice(funded)
    await funded.officer.post(`/api/receipts/${line!.id}/receive`)
    const { body } = await funded.officer.post('/api/schemes', { receiptId: line!.id })
    const sum = (purpose: string) =>
      (body.lines as Line[])
        .filter((each) => each.purpose === purpose)
        .reduce((total, each) => total + each.amountFen, 0)
    expect([sum('after_school_primary'), sum('school_general')]).toEqual([999_001, 2_001_002])
    await funded.officer.post(`/api/schemes/${body.id}/submit`, { staffMeetingOn: '2026-11-20' })
    expect((await funded.principal.post(`/api/schemes/${body.id}/approve`)).status).toBe(200)
  })

  it("puts a supplement where the supplement's classes are, and a second instalment where the first left off", async () => {
    const funded = await fundedSchool(test, 2)
    const declarationId = await approvedDeclaration(test, funded)
    const first = await issuedNotice(funded, 2026, { availableFen: 500_001 })
    await distribute(funded, first.lines[0]!.id)
    const late = await test.world.homeClass({ school: funded.school, number: 8 })
    await supplement(test, declarationId, funded, [
      [late.id, 1_000_000],
      [funded.classes[0]!.id, -400_000],
    ])
    const second = await issuedNotice(funded)
    expect(second.lines[0]!.amountFen).toBe(2_099_999)
    await distribute(funded, second.lines[0]!.id)
    expect(await onClasses(funded)).toEqual([
      [0, 0],
      [funded.classes[0]!.id, 600_000],
      [funded.classes[1]!.id, 1_000_000],
      [late.id, 1_000_000],
    ])
  })

  it('distributes money carried over, and not what a receipt still waits with', async () => {
    const funded = await fundedSchool(test, 2)
    expect(
      (await funded.officer.post('/api/schemes', { fundId: funded.fund.id, fiscalYear: 2026 })).body.code,
    ).toBe('funding.scheme_nothing')
    await received(test, funded)
    await carriedIn(funded, 300_001)
    const made = await funded.officer.post('/api/schemes', { fundId: funded.fund.id, fiscalYear: 2026 })
    expect(made.body).toMatchObject({ receiptId: null, totalFen: 300_001, classCount: 2 })
    expect(made.body.lines.map((each: Line) => each.amountFen)).toEqual([150_001, 150_000])
    expect(
      (await funded.officer.post('/api/schemes', { fundId: funded.fund.id, fiscalYear: 2026 })).body.code,
    ).toBe('funding.scheme_open')
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect(
      (
        await stranger.post('/api/schemes', {
          fundId: funded.fund.id,
          fiscalYear: 2026,
          schoolId: funded.school.id,
        })
      ).status,
    ).toBe(404)
    await funded.officer.post(`/api/schemes/${made.body.id}/submit`, { staffMeetingOn: '2026-11-20' })
    expect((await funded.principal.post(`/api/schemes/${made.body.id}/approve`)).status).toBe(200)
    expect(await onClasses(funded)).toEqual([
      [0, 1_699_999],
      ...funded.classes.map((each, index) => [each.id, index === 0 ? 150_001 : 150_000]),
    ])
  })

  it('has one open scheme for the money carried over, also where two begin at once', async () => {
    const funded = await fundedSchool(test, 1)
    await carriedIn(funded, 300_001)
    const draft = () =>
      funded.officer.postPatiently('/api/schemes', { fundId: funded.fund.id, fiscalYear: 2026 })
    const rows = () =>
      test.database.read.find(DistributionScheme, {
        where: { schoolId: funded.school.id },
        order: { id: 'ASC' },
      })
    const answers = await Promise.all([1, 2, 3, 4].map(draft))
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      201,
      ...Array<string>(3).fill('funding.scheme_open'),
    ])
    const [made, ...others] = await rows()
    expect([made!.openKey, others]).toEqual([`${funded.school.id}:${funded.fund.id}:2026`, []])
    // Sent back and thrown away it makes room; so it does when it is approved and there is money again.
    await funded.officer.post(`/api/schemes/${made!.id}/submit`, { staffMeetingOn: '2026-11-20' })
    expect((await draft()).body.code).toBe('funding.scheme_open')
    await funded.principal.post(`/api/schemes/${made!.id}/send-back`, { comment: '再议' })
    expect((await draft()).body.code).toBe('funding.scheme_open')
    expect((await funded.officer.delete(`/api/schemes/${made!.id}`)).status).toBe(204)
    const second = (await draft()).body.id as number
    await funded.officer.post(`/api/schemes/${second}/submit`, { staffMeetingOn: '2026-11-20' })
    expect((await funded.principal.post(`/api/schemes/${second}/approve`)).status).toBe(200)
    await carriedIn(funded, 100)
    expect((await draft()).status).toBe(201)
    expect((await rows()).map(({ status, openKey }) => [status, openKey !== null])).toEqual([
      ['approved', false],
      ['draft', true],
    ])
  })

  const carriedIn = (funded: FundedSchool, amountFen: number) =>
    test.database.transaction((tx) =>
      test.nest.get(LedgerService).post(tx, { userId: 1 } as never, [
        {
          schoolId: funded.school.id,
          kind: 'carry-in',
          businessKey: `test:${funded.school.id}:${amountFen}`,
          source: { entity: 'settlement', id: 0, hash: '' },
          lines: [
            {
              debit: 'A110',
              credit: 'N300',
              amountFen: fen(amountFen),
              homeClassId: null,
              fundId: funded.fund.id,
              purpose: 'after_school_primary',
              fiscalYear: 2026,
              level: 'whole',
            },
          ],
        },
      ]),
    )

  async function distribute(funded: FundedSchool, receiptId: number) {
    await funded.officer.post(`/api/receipts/${receiptId}/receive`)
    const { id } = (await funded.officer.post('/api/schemes', { receiptId })).body
    await funded.officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-20' })
    const approved = await funded.principal.post(`/api/schemes/${id}/approve`)
    expect(approved.status).toBe(200)
  }
})

const plain = ({ homeClassId, purpose, amountFen }: Line): Line => ({ homeClassId, purpose, amountFen })

/** A supplementary declaration as its approval leaves it. */
async function supplement(
  test: TestApp,
  declarationId: number,
  funded: FundedSchool,
  lines: readonly [number, number][],
): Promise<void> {
  await asIfMade(test, 'declaration', async (tx) => {
    const { id: _id, ...regular } = await tx.findOneByOrFail(Declaration, { id: declarationId })
    const amountFen = fen(lines.reduce((sum, [, amount]) => sum + amount, 0))
    const made = await tx.save(
      tx.create(Declaration, {
        ...regular,
        sequence: 1,
        supplementsId: declarationId,
        amountFen,
        levels: [{ level: regular.levels[0]!.level, amountFen }],
      }),
    )
    const { counts, recorded } = (await tx.findBy(DeclarationLine, { declarationId }))[0]!
    await tx.insert(
      DeclarationLine,
      lines.map(([homeClassId, amount]) => ({
        declarationId: made.id,
        schoolId: funded.school.id,
        homeClassId,
        className: '补',
        studentCount: 0,
        counts,
        recorded,
        parts: [],
        amountFen: fen(amount),
        serviceFen: fen(amount),
      })),
    )
    await tx
      .createQueryBuilder()
      .update(Claim)
      .set({ approvedFen: () => `approvedFen + ${amountFen}` })
      .where({ schoolId: funded.school.id, fundId: funded.fund.id })
      .execute()
    return made
  })
}
