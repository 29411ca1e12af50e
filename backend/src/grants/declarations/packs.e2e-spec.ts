import { TestApp } from '../../../test/app.js'
import { Enrolment } from '../../enrolment/index.js'
import type { School, Term } from '../../organisation/index.js'
import { approveSubmitted, type FundedSchool, issuedNotice } from '../../../test/funding-world.js'
import { Fund } from '../../entitlement/index.js'
import { addFen, fen, readYuan } from '../../platform/money.js'
import type { Client } from '../../../test/app.js'

interface Made {
  readonly school: School
  readonly officer: Client
  readonly classIds: number[]
}

describe('what regions have published', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** The pack in its region; answers the ids of its funds by their codes. */
  const load = async (pack: string, regionCode: string): Promise<Map<string, number>> => {
    await test.world.region(regionCode)
    const bureau = await test.as(await test.world.user('education_finance_officer', { regionCode }))
    expect((await bureau.post(`/api/policy-packs/${pack}/load`, { regionCode })).status).toBe(200)
    const funds = (await bureau.get('/api/funds')).body.items as {
      id: number
      code: string
      regionCode: string
    }[]
    return new Map(funds.filter((fund) => fund.regionCode === regionCode).map(({ id, code }) => [code, id]))
  }

  /** A school with so many pupils in each class; of each, so many take part in the term. */
  const schoolOf = async (
    regionCode: string,
    classes: readonly { pupils: number; takePart?: number; schoolYear?: number }[],
    term?: Term,
    ofSchool: Partial<School> = {},
  ): Promise<Made> => {
    const school = await test.world.school({ regionCode, ...ofSchool })
    const section = term ? await test.world.section({ school, termId: term.id }) : null
    const classIds: number[] = []
    for (const { pupils, takePart = 0, schoolYear = 2026 } of classes) {
      const homeClass = await test.world.homeClass({ school, schoolYear })
      classIds.push(homeClass.id)
      for (let index = 0; index < pupils; index += 1) {
        const student = await test.world.student({ school, homeClass })
        if (section && index < takePart)
          await test.world.make(Enrolment, {
            schoolId: school.id,
            termId: term!.id,
            studentId: student.id,
            sectionId: section.id,
            startsOn: term!.startsOn,
            endsOn: null,
            status: 'active',
          })
      }
    }
    return {
      school,
      classIds,
      officer: await test.as(await test.world.user('school_finance_officer', { school })),
    }
  }

  const declare = async (
    { school, officer }: Made,
    fundId: number,
    fiscalYear: number,
    rest: object = {},
  ) => {
    const { body } = await officer.post('/api/declarations', {
      schoolId: school.id,
      fundId,
      fiscalYear,
      ...rest,
    })
    if (!body.id) throw new Error(JSON.stringify(body))
    return body
  }
  const waived = async ({ officer, classIds }: Made, id: number, count: object) =>
    (
      await officer.patch(`/api/declarations/${id}`, {
        counts: [{ homeClassId: classIds[0], ...count }],
        reason: '按减免审批名单',
      })
    ).body

  it("Datong: 10,000 for a primary class, and the principal's fund of 30,000, of which a junior school decides the part", async () => {
    const funds = await load('datong', '1402')
    const primary = await schoolOf('140213', [{ pupils: 1 }, { pupils: 1 }, { pupils: 1 }])
    expect((await declare(primary, funds.get('AFTER_SCHOOL_CARE_FUND')!, 2026)).amountFen).toBe(
      readYuan('30,000'),
    )
    expect((await declare(primary, funds.get('PRINCIPAL_FUND')!, 2026)).amountFen).toBe(readYuan('90,000'))
    const junior = await schoolOf('140213', [{ pupils: 1 }], undefined, { stage: 'junior_secondary' })
    const made = await declare(junior, funds.get('PRINCIPAL_FUND')!, 2026, { serviceSharePerMille: 400 })
    expect(made).toMatchObject({ amountFen: readYuan('30,000'), serviceSharePerMille: 400 })
  })

  it('Xiamen: 50 a month for four and a half months of each term, city and district 4 : 6', async () => {
    const funds = await load('xiamen', '3502')
    const term = await test.world.term({ regionCode: '3502' })
    await test.world.term({ regionCode: '3502', name: '春', startsOn: '2026-02-24', endsOn: '2026-07-10' })
    const made = await schoolOf('350203', [{ pupils: 3, takePart: 2 }], term)
    const declared = await declare(made, funds.get('XIAMEN_SUBSIDY')!, 2026, {
      periodKey: `2026:T${term.id}`,
    })
    expect(declared).toMatchObject({
      amountFen: readYuan('450'),
      levels: [
        { level: 'city', amountFen: readYuan('180') },
        { level: 'district', amountFen: readYuan('270') },
      ],
    })
    expect(declared.sentences[0]).toBe('2 名参加学生 × 50.00 元 × 4.5 个月 = 450.00 元')
  })

  it('Harbin: 20 a month for ten months, and half of what was waived, city and district 1 : 1', async () => {
    const funds = await load('harbin', '2301')
    const term = await test.world.term({
      regionCode: '2301',
      schoolYear: 2020,
      startsOn: '2020-09-01',
      endsOn: '2021-01-15',
    })
    const made = await schoolOf('230102', [{ pupils: 2, takePart: 2, schoolYear: 2020 }], term)
    expect(await declare(made, funds.get('HARBIN_SUBSIDY')!, 2020)).toMatchObject({
      amountFen: readYuan('400'),
      levels: [{ amountFen: readYuan('200') }, { amountFen: readYuan('200') }],
    })
    const { id } = await declare(made, funds.get('HARBIN_HARDSHIP')!, 2020)
    const hardship = await waived(made, id, { waived: 1, waivedFen: readYuan('361') })
    expect(hardship).toMatchObject({
      amountFen: readYuan('180.5'),
      levels: [{ amountFen: readYuan('90.25') }, { amountFen: readYuan('90.25') }],
    })
  })

  it('Jiangsu: 300 a year for thirty per cent of the pupils of the north, paid by the province', async () => {
    const funds = await load('jiangsu', '32')
    const made = await schoolOf('320924', [{ pupils: 4 }, { pupils: 6 }])
    expect(await declare(made, funds.get('PROVINCIAL_SUBSIDY')!, 2026)).toMatchObject({
      amountFen: readYuan('900'),
      levels: [{ level: 'province', amountFen: readYuan('900') }],
    })
  })

  it('Hainan: 240 a year for each who takes part; Guichi: 350 a term for each of 2,435', async () => {
    const hainan = await load('hainan', '46')
    const term = await test.world.term({ regionCode: '46' })
    const made = await schoolOf('460105', [{ pupils: 3, takePart: 2 }], term)
    expect((await declare(made, hainan.get('HAINAN_SUBSIDY')!, 2026)).amountFen).toBe(readYuan('480'))
    const guichi = await load('guichi', '341702')
    const spring = await test.world.term({
      regionCode: '341702',
      startsOn: '2024-02-26',
      endsOn: '2024-07-05',
    })
    const other = await schoolOf('341702', [{ pupils: 1, schoolYear: 2023 }])
    const { id } = await declare(other, guichi.get('GUICHI_HARDSHIP')!, 2024, {
      periodKey: `2024:T${spring.id}`,
    })
    expect((await waived(other, id, { waived: 2_435 })).amountFen).toBe(readYuan('852,250'))
  })

  it('Ouhai: 5,721,730 by one notice, to the fen, over what its schools have declared', async () => {
    const regionCode = '330304'
    const funds = await load('ouhai', regionCode)
    const fundId = funds.get('OUHAI_SUBSIDY')!
    // The notice publishes no formula: the district enters its own standard, and the notice says what there is.
    const fund = await test.database.read.findOneByOrFail(Fund, { id: fundId })
    await test.world.standard({ fund, regionCode, model: 'per_enrolled', amountFen: readYuan('600') })
    const people = async (role: 'education_finance_officer' | 'finance_bureau_officer' | 'bureau_officer') =>
      test.as(await test.world.user(role, { regionCode }))
    const offices = {
      education: await people('education_finance_officer'),
      finance: await people('finance_bureau_officer'),
      treasurer: await people('finance_bureau_officer'),
      bureau: await people('bureau_officer'),
      fund,
    } as FundedSchool
    for (const enrolled of [7_001, 3_002]) {
      const made = await schoolOf(regionCode, [{ pupils: 1 }])
      const { id } = await declare(made, fundId, 2026)
      await waived(made, id, { enrolled })
      await made.officer.post(`/api/declarations/${id}/submit`)
      await approveSubmitted(test, offices, id)
    }
    const { id, lines } = await issuedNotice(offices, 2026, { availableFen: readYuan('5,721,730') })
    expect(addFen(...lines.map(({ amountFen }) => fen(amountFen)))).toBe(readYuan('5,721,730'))
    expect((await offices.education.get(`/api/appropriations/${id}`)).body).toMatchObject({
      totalFen: readYuan('5,721,730'),
      budgetCategory: '205',
    })
  })
})
