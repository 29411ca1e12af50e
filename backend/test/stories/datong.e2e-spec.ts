import { TestApp } from '../app.js'
import { daysOf, stayOf } from '../days-of.js'
import { periodOver } from '../funding-world.js'
import { verifyLedger } from '../../src/ledger/index.js'
import { HomeClass, printClassName, School } from '../../src/organisation/index.js'
import { Student, StudentStay } from '../../src/people/index.js'

/** 3,012 primary classes in 63 schools, and one junior school; the published figures are rounder: "over 30 million yuan". */
const classCounts = [...Array.from({ length: 62 }, () => 48), 36]

describe("Datong's numbers", () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('come out to the fen: the pack, every declaration, one notice, the classes', async () => {
    const { world } = test
    await world.region('1402')
    const [education, checker, treasurer, bureau] = [
      await test.as(await world.user('education_finance_officer')),
      await test.as(await world.user('finance_bureau_officer')),
      await test.as(await world.user('finance_bureau_officer')),
      await test.as(await world.user('bureau_officer')),
    ]
    const loaded = await education.post('/api/policy-packs/datong/load', { regionCode: '1402' })
    expect(loaded.status).toBeLessThan(300)
    const care = (await education.get('/api/funds', { pageSize: 50 })).body.items.find(
      (fund: { code: string }) => fund.code === 'AFTER_SCHOOL_CARE_FUND',
    )
    const schools: School[] = []
    for (const count of classCounts) schools.push(await withClasses(await world.school(), count))
    const ids: number[] = []
    for (const school of schools) {
      const officer = await test.as(await world.user('school_finance_officer', { school }))
      const { body } = await officer.post('/api/declarations', {
        schoolId: school.id,
        fundId: care.id,
        fiscalYear: 2026,
      })
      expect((await officer.post(`/api/declarations/${body.id}/submit`)).status).toBe(200)
      ids.push(body.id as number)
    }
    const all = async (client: typeof education, path: string) => {
      const { body } = await client.post(path, { ids })
      expect([body.done, body.refused]).toEqual([ids, []])
    }
    await all(education, '/api/declarations/check-many')
    await all(checker, '/api/declarations/finance-check-many')
    const { body: publication } = await education.post('/api/declarations/publish', { declarationIds: ids })
    expect((await test.signedOut.get(`/api/public/publications/${publication.slug}`)).body.totals).toEqual([
      '合计',
      3_012,
      3_012_000_000,
    ])
    await periodOver(test, ids[0]!)
    await all(treasurer, '/api/declarations/approve-many')
    const draft = await education.post('/api/appropriations', {
      fundId: care.id,
      fiscalYear: 2026,
      title: '关于下达2026年课后看护经费的通知',
    })
    expect(draft.body).toMatchObject({ totalFen: 3_012_000_000 })
    expect(
      draft.body.lines.reduce((sum: number, line: { amountFen: number }) => sum + line.amountFen, 0),
    ).toBe(3_012_000_000)
    await education.post(`/api/appropriations/${draft.body.id}/submit`)
    await bureau.post(`/api/appropriations/${draft.body.id}/countersign`)
    expect(
      (
        await treasurer.post(`/api/appropriations/${draft.body.id}/issue`, {
          documentNumber: '同财教〔2026〕100号',
        })
      ).body.status,
    ).toBe('issued')
    const city = (await education.get('/api/statistics/money', { fiscalYear: 2026 })).body
    expect(city.totals).toMatchObject({
      entitledFen: 3_012_000_000,
      declaredFen: 3_012_000_000,
      approvedFen: 3_012_000_000,
    })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }, 120_000)

  // One pupil in each: a class without any does not count.
  async function withClasses(school: School, count: number): Promise<School> {
    await test.database.transaction(async (tx) => {
      const rows = Array.from({ length: count }, (_, index) => ({
        grade: Math.floor(index / 8) + 1,
        number: (index % 8) + 1,
      }))
      await tx.insert(
        HomeClass,
        rows.map(({ grade, number }) => ({
          schoolId: school.id,
          schoolYear: 2026,
          grade,
          number,
          name: printClassName(grade, number),
          homeRoomId: null,
          ...daysOf({}),
        })),
      )
      const classes = await tx.findBy(HomeClass, { schoolId: school.id })
      await tx.insert(
        Student,
        classes.map(({ id }) => ({
          schoolId: school.id,
          homeClassId: id,
          name: '学生',
          namePinyin: 'xue sheng',
          sex: 'male' as const,
          isLeftBehind: false,
          isMigrantChild: false,
          leftOn: null,
          weekRevision: 0,
        })),
      )
      const students = await tx.findBy(Student, { schoolId: school.id })
      await tx.insert(
        StudentStay,
        students.map((student) => stayOf(student, '2026-08-01')),
      )
    })
    return school
  }
})
