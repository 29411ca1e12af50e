import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import type { School } from '../../organisation/index.js'

describe('satisfaction as a workbook', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('says the formula, and hides what the page hides', async () => {
    const regionCode = '140214'
    const [large, small, alone] = [
      await test.world.school({ regionCode, name: '甲校' }),
      await test.world.school({ regionCode, name: '乙校' }),
      await test.world.school({ regionCode, name: '丙校' }),
    ]
    const term = await test.world.term()
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode }))
    const families = async (school: School, count: number) => {
      const homeClass = await test.world.homeClass({ school })
      return Promise.all(
        Array.from({ length: count }, async () => {
          const student = await test.world.student({ school, homeClass })
          const user = await test.world.user('guardian', { school })
          await test.world.guardian({ student, user })
          return { student, client: await test.as(user) }
        }),
      )
    }
    const [manyFamilies, few] = [await families(large, 6), await families(small, 3)]
    const { body: survey } = await bureau.post('/api/surveys', {
      termId: term.id,
      title: '满意度问卷',
      titleEn: 'Satisfaction',
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
      questions: [{ kind: 'scale', text: '总体满意吗？', textEn: 'Satisfied overall?' }],
    })
    await bureau.post(`/api/surveys/${survey.id}/open`)
    const answer = ({ student, client }: (typeof few)[number], value: number) =>
      client.post(`/api/parents/surveys/${survey.id}/answers`, {
        studentId: student.id,
        answers: [{ questionId: survey.questions[0].id, value }],
      })
    for (const [index, family] of manyFamilies.entries())
      expect((await answer(family, index < 4 ? 5 : 2)).status).toBe(200)
    for (const family of few) await answer(family, 1)
    const path = `/api/statistics/satisfaction/${survey.id}/export.xlsx`
    const cells = (bytes: Buffer, sheet: number) =>
      readWorkbook(bytes, 'satisfaction.xlsx').sheets[sheet]!.rows.map((row) => row.cells)
    const city = (await bureau.get(path)).raw
    expect(cells(city, 0)[1]).toEqual(['总体满意吗？', 9, 3, 2, 0, 0, 4, 0.444])
    expect(cells(city, 0).flat()).toContain(
      '口径: 满意率 = 选 4 分及以上的答案 ÷ 有效答案；回收率 = 已答 ÷ 邀请',
    )
    const bySchool = cells(city, 1)
    expect(bySchool.find((row) => row[0] === '乙校')!.slice(0, 3)).toEqual(['乙校', 3, '不足5份，不显示'])
    expect(bySchool.find((row) => row[0] === '甲校')!.slice(0, 3)).toEqual(['甲校', 6, '不足5份，不显示'])
    const principal = await test.as(await test.world.user('principal', { school: large }))
    expect(cells((await principal.inEnglish().get(path)).raw, 0)[1]).toEqual([
      'Satisfied overall?',
      6,
      0,
      2,
      0,
      0,
      4,
      0.667,
    ])
    expect(cells((await principal.inEnglish().get(path)).raw, 1)[1]).toEqual(['甲校', 6, 6, 1, 0.667])
    const other = await test.as(await test.world.user('principal', { school: alone }))
    expect(cells((await other.get(path)).raw, 0)[1]!.slice(0, 2)).toEqual(['总体满意吗？', '不足5份，不显示'])
    expect(
      (
        await (
          await test.as(await test.world.user('principal', { school: await test.world.school() }))
        ).get(path)
      ).status,
    ).toBe(404)
    expect(
      (await (await test.as(await test.world.user('school_finance_officer', { school: large }))).get(path))
        .status,
    ).toBe(403)
  })
})
