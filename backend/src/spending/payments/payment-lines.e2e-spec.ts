import { TestApp } from '../../../test/app.js'
import { accountOf, allotted, booked, fundedSchool, payPolicy } from '../../../test/funding-world.js'
import { Enrolment } from '../../enrolment/index.js'
import { Allotment, verifyLedger } from '../../ledger/index.js'

describe('payment lines', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const standing = (id: number) => test.database.read.findOneByOrFail(Allotment, { id })

  it('takes one bill from many classes, each as much as its line says, or nothing at all', async () => {
    const funded = await fundedSchool(test, 3)
    const [first, second, third] = (await allotted(test, funded)) as [number, number, number]
    const line = (allotmentId: number, amountFen: number, account = 'E542') => ({
      allotmentId,
      amountFen,
      account,
    })
    const bill = { ...accountOf('供电公司'), reason: '十一月电费' }
    const lines = [line(first, 33_334), line(second, 33_333), line(third, 33_333), line(first, 2_000, 'E530')]
    const { body: draft } = await funded.officer.post('/api/payments', { ...bill, lines })
    expect(draft).toMatchObject({
      amountFen: 102_000,
      classCount: 3,
      fundCount: 1,
      accountCount: 2,
      fiscalYear: 2026,
      lines: [
        { number: 1, className: '三(1)班', amountFen: 33_334, leftAfterFen: 964_666 },
        { number: 2, leftAfterFen: 966_667 },
        { number: 3 },
        // Both lines of the class together.
        { number: 4, account: 'E530', leftAfterFen: 964_666 },
      ],
    })
    expect((await funded.officer.post(`/api/payments/${draft.id}/submit`)).status).toBe(200)
    const reserved = await booked(test, { sourceEntity: 'payment', sourceId: draft.id })
    expect(reserved.map(({ phase, debitAccount, amountFen }) => [phase, debitAccount, amountFen])).toEqual([
      ['pending', 'E542', 33_334],
      ['pending', 'E542', 33_333],
      ['pending', 'E542', 33_333],
      ['pending', 'E530', 2_000],
    ])
    expect(await standing(first)).toMatchObject({ committedFen: 35_334 })
    await funded.principal.post(`/api/payments/${draft.id}/approve`)
    await funded.centre.post(`/api/payments/${draft.id}/check`)
    await funded.finance.post(`/api/payments/${draft.id}/register-slip`, { bankSerial: 'ONE-BILL' })
    expect(await standing(third)).toMatchObject({ committedFen: 0, spentFen: 33_333 })
    // One class of three has too little left: nothing is reserved of any.
    const { body: over } = await funded.officer.post('/api/payments', {
      ...bill,
      lines: [line(second, 100), line(third, 966_668)],
    })
    expect(over.unusual.map(({ code }: { code: string }) => code)).toContain('over_left')
    expect((await funded.officer.post(`/api/payments/${over.id}/submit`)).body.code).toBe(
      'funding.ceiling_exceeded',
    )
    expect(await standing(second)).toMatchObject({ committedFen: 0, spentFen: 33_333 })
    expect((await funded.officer.get('/api/payments', { allotmentId: second })).body.total).toBe(2)
    const stranger = await fundedSchool(test, 1)
    const [theirs] = (await allotted(test, stranger)) as [number]
    const asked = (given: object[]) => funded.officer.post('/api/payments', { ...bill, lines: given })
    expect((await asked([line(first, 1), line(theirs, 1)])).status).toBe(404)
    expect((await asked([])).status).toBe(400)
    expect((await asked([line(first, 1), line(first, 2)])).body.fields).toMatchObject([
      { field: 'lines', code: 'funding.line_twice', message: expect.stringContaining('第 2 行与第 1 行') },
    ])
    // All lines anew on a draft; what is reserved keeps its own.
    const { body: edited } = await funded.officer.patch(`/api/payments/${over.id}`, {
      lines: [line(third, 5)],
    })
    expect(edited).toMatchObject({ amountFen: 5, classCount: 1, lines: [{ number: 1, amountFen: 5 }] })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('pays people no more for a class-hour than the region allows', async () => {
    const funded = await fundedSchool(test, 1)
    const allotmentId = (await allotted(test, funded))[0]!
    const given = (amountFen: number) => ({
      lines: [{ allotmentId, amountFen, account: 'E530' }],
      ...accountOf('文具店'),
      reason: '美术材料',
    })
    await payPolicy(test, funded, 8_000)
    const hours = (amountFen: number, lessonCount: number | null) => ({
      lines: [{ allotmentId, amountFen, account: 'E500', lessonCount }],
    })
    const teachers = { ...given(1), ...hours(80_100, null), payee: '十月课后服务教师' }
    const without = (await funded.officer.post('/api/payments', teachers)).body.id
    expect((await funded.officer.post(`/api/payments/${without}/submit`)).body.fields).toMatchObject([
      { field: 'lines', code: 'funding.lessons_needed', message: expect.stringContaining('¥80.00') },
    ])
    await funded.officer.patch(`/api/payments/${without}`, hours(80_100, 10))
    const over = await funded.officer.post(`/api/payments/${without}/submit`)
    expect([over.status, over.body.code, over.body.params]).toEqual([
      422,
      'funding.pay_rate_exceeded',
      {
        className: '三(1)班',
        capFen: 8_000,
        rateFen: 8_010,
        lessonCount: 10,
        documentNumber: '同财教〔2026〕9号',
      },
    ])
    expect(over.body.message).toContain('每课时 ¥80.10')
    await funded.officer.patch(`/api/payments/${without}`, hours(80_000, 10))
    expect((await funded.officer.post(`/api/payments/${without}/submit`)).body).toMatchObject({
      status: 'submitted',
      lines: [{ lessonCount: 10 }],
    })
    const material = (await funded.officer.post('/api/payments', given(80_100))).body.id
    expect((await funded.officer.post(`/api/payments/${material}/submit`)).body).toMatchObject({
      status: 'submitted',
    })
  })

  it('are proposed by class, by pupils and by who attends one section, exact to the fen', async () => {
    const funded = await fundedSchool(test, 3)
    const allotmentIds = (await allotted(test, funded)) as [number, number, number]
    const [first, second] = funded.classes
    const more = [first!, first!, second!]
    const pupils = []
    for (const homeClass of more) pupils.push(await test.world.student({ school: funded.school, homeClass }))
    const shared = async (rest: object) => {
      const { body } = await funded.officer.post('/api/payments/shares', {
        allotmentIds,
        amountFen: 100_000,
        ...rest,
      })
      return body.shares?.map((each: { amountFen: number }) => each.amountFen) ?? body.code
    }
    expect(await shared({ by: 'classes' })).toEqual([33_334, 33_333, 33_333])
    // 3, 2 and 1 pupils: one each from the beginning.
    expect(await shared({ by: 'pupils' })).toEqual([50_000, 33_333, 16_667])
    const section = await test.world.section({ school: funded.school, teacherId: null })
    expect(await shared({ by: 'section', sectionId: section.id })).toBe('funding.nothing_to_share_by')
    for (const student of pupils)
      await test.world.make(Enrolment, {
        schoolId: funded.school.id,
        termId: section.termId,
        studentId: student.id,
        sectionId: section.id,
        startsOn: '2026-09-01',
        endsOn: null,
        status: 'active',
      })
    expect(await shared({ by: 'section', sectionId: section.id })).toEqual([66_667, 33_333])
    expect(
      await shared({ by: 'section', sectionId: section.id, allotmentIds: allotmentIds.slice(0, 1) }),
    ).toBe('funding.section_class_without_money')
    const stranger = await fundedSchool(test, 1)
    expect(await shared({ by: 'classes', allotmentIds: await allotted(test, stranger) })).toBe('not_found')
    const theirs = await test.world.section({ school: stranger.school, teacherId: null })
    expect(await shared({ by: 'section', sectionId: theirs.id })).toBe('not_found')
  })
})
