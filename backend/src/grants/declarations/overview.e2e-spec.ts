import { TestApp } from '../../../test/app.js'
import { fundedSchool } from '../../../test/funding-world.js'
import { FundPolicy } from '../../entitlement/index.js'

interface Row {
  schoolId: number
  status: string
  isLate: boolean
  dueOn: string | null
  amountFen: number | null
  registerCount: number
  declaredCount: number | null
  heldCount: number
  isRegisterDifferent: boolean
  isHeldDifferent: boolean
  isCovered: boolean
}

describe('the overview of declarations', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('tells who has declared, who is late, and where register, declaration and sessions differ', async () => {
    const declared = await fundedSchool(test, 2)
    const waiting = await fundedSchool(test, 1, declared.fund)
    const junior = await test.world.school({ stage: 'junior_secondary' })
    await test.world.make(FundPolicy, {
      fundId: declared.fund.id,
      regionCode: '1402',
      publicationWorkdays: 5,
      leftover: 'carry',
      estimateDueDay: null,
      declarationDueDay: '10-31',
      spendingDueDay: null,
      distributionDays: null,
      payRateCapFen: null,
      teacherSharePerMille: null,
      leastParticipants: null,
      standardsBy: 'count_day',
      budgetCategory: null,
      validFromOn: '2019-01-01',
      validToOn: null,
      issuer: '市财政局',
      documentNumber: '同财教〔2019〕2号',
    })
    const { id } = (
      await declared.officer.post('/api/declarations', {
        schoolId: declared.school.id,
        fundId: declared.fund.id,
        fiscalYear: 2026,
      })
    ).body
    await declared.officer.post(`/api/declarations/${id}/submit`)
    await test.world.homeClass({ school: declared.school, number: 9 })
    const section = await test.world.section({
      school: declared.school,
      kind: 'home_class',
      homeClassId: declared.classes[0]!.id,
    })
    await test.world.session({
      section,
      slot: await test.world.slot({ school: declared.school }),
      heldOn: '2026-09-14',
    })
    // Made after the count day, it is not on its register; what is still to come was not held.
    await test.world.homeClass({ school: waiting.school, number: 8, startsOn: '2026-11-01' })
    await test.world.session({
      section: await test.world.section({
        school: waiting.school,
        kind: 'home_class',
        homeClassId: waiting.classes[0]!.id,
      }),
      slot: await test.world.slot({ school: waiting.school }),
      heldOn: '2026-11-30',
    })
    const asked = { fundId: declared.fund.id, fiscalYear: 2026, pageSize: 100 }
    const rows = async (query = {}) =>
      (await declared.education.get('/api/declarations/overview', { ...asked, ...query })).body.items as Row[]
    const bySchool = new Map((await rows()).map((row) => [row.schoolId, row]))
    expect(bySchool.get(declared.school.id)).toMatchObject({
      id,
      status: 'submitted',
      isLate: false,
      dueOn: '2026-10-31',
      amountFen: 2_000_000,
      registerCount: 3,
      declaredCount: 2,
      heldCount: 1,
      isRegisterDifferent: true,
      isHeldDifferent: true,
      actions: ['check', 'send-back'],
    })
    expect(bySchool.get(waiting.school.id)).toMatchObject({
      status: 'not_declared',
      isLate: true,
      amountFen: null,
      declaredCount: null,
      registerCount: 1,
      heldCount: 0,
      isRegisterDifferent: false,
      actions: [],
    })
    expect(bySchool.get(junior.id)).toMatchObject({ isCovered: false, isLate: false })
    expect((await rows({ status: 'not_declared' })).some((row) => row.schoolId === declared.school.id)).toBe(
      false,
    )
    expect((await rows({ status: 'submitted' })).map((row) => row.schoolId)).toEqual([declared.school.id])
    const late = (await rows({ isLate: true })).map((row) => row.schoolId)
    expect([late.includes(waiting.school.id), late.includes(declared.school.id)]).toEqual([true, false])
    expect((await rows({ q: waiting.school.name })).map((row) => row.schoolId)).toEqual([waiting.school.id])
    expect(
      (await waiting.officer.get('/api/declarations/overview', asked)).body.items.map(
        (row: Row) => row.schoolId,
      ),
    ).toEqual([waiting.school.id])
    expect(
      (await declared.education.get('/api/declarations/overview', { fiscalYear: 2026 })).body.fields[0].field,
    ).toBe('fundId')
    const elsewhere = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '1403' }),
    )
    expect((await elsewhere.get('/api/declarations/overview', asked)).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school: declared.school }))
    expect((await teacher.get('/api/declarations/overview', asked)).status).toBe(403)
  })

  it('asks as many questions of the database for thirty schools as for three', async () => {
    const fund = await test.world.fund()
    await test.world.standard({ fund })
    const district = async (regionCode: string, count: number) => {
      for (let each = 0; each < count; each += 1)
        await test.world.homeClass({ school: await test.world.school({ regionCode }) })
      return test.as(await test.world.user('education_finance_officer', { regionCode }))
    }
    const small = await district('140221', 3)
    const large = await district('140222', 30)
    const reader = test.database.connections.reader
    const questions = async (client: typeof small) => {
      const create = reader.createQueryRunner.bind(reader)
      let count = 0
      reader.createQueryRunner = (...given) => {
        count += 1
        return create(...given)
      }
      const { body } = await client.get('/api/declarations/overview', {
        fundId: fund.id,
        fiscalYear: 2026,
        pageSize: 100,
      })
      reader.createQueryRunner = create
      return [count, body.total]
    }
    const [few, three] = await questions(small)
    const [many, thirty] = await questions(large)
    expect([three, thirty]).toEqual([3, 30])
    expect(few).toBeGreaterThan(3)
    expect(many).toBe(few)
  })
})
