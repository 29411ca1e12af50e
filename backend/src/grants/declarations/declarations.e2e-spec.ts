import { TestApp } from '../../../test/app.js'
import { approvedDeclaration, fundedSchool } from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { fen } from '../../platform/money.js'
import { declarationPaper } from './declaration-paper.js'
import { DeclarationLine } from './declaration-line.entity.js'

describe('declarations', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('is prefilled with the classes on the count date × the standard in force', async () => {
    const funded = await fundedSchool(test, 3)
    await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    await test.world.student({ school: funded.school, homeClass: funded.classes[0]!, leftOn: '2026-09-15' })
    await test.world.homeClass({ school: funded.school, number: 9, isActive: false })
    await test.world.homeClass({ school: funded.school, number: 8, schoolYear: 2025 })
    const created = await funded.officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      status: 'draft',
      classCount: 3,
      amountFen: 3_000_000,
      countedOn: '2026-10-01',
      models: ['per_class'],
      documentNumbers: ['同财教〔2019〕1号'],
      sequence: 0,
      actions: ['submit', 'update'],
    })
    expect(created.body.sentences[0]).toBe('3 个班 × 10,000.00 元 × 12/12 = 30,000.00 元')
    expect(
      (await funded.officer.inEnglish().get(`/api/declarations/${created.body.id}`)).body.sentences[0],
    ).toBe('3 classes × 10,000.00 yuan × 12/12 = 30,000.00 yuan')
    expect(
      created.body.lines.map((line: { className: string; studentCount: number; amountFen: number }) => [
        line.className,
        line.studentCount,
        line.amountFen,
      ]),
    ).toEqual([
      ['三(1)班', 2, 1_000_000],
      ['三(2)班', 1, 1_000_000],
      ['三(3)班', 1, 1_000_000],
    ])
    const again = await funded.officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    expect([again.status, again.body.code]).toEqual([409, 'funding.declaration_exists'])
  })

  it('says "not entitled" where no standard is in force', async () => {
    const funded = await fundedSchool(test)
    const early = await funded.officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2018,
    })
    expect([early.status, early.body.code]).toEqual([422, 'funding.not_entitled_not_yet_in_force'])
    expect(early.body.message).toBe(
      `“课后看护经费”的标准在 2018 年度的计数日还没有开始执行，${funded.school.name}不能申报。`,
    )
  })

  it('takes counts that differ from the records with a reason, keeps both, and computes them again years later', async () => {
    const funded = await fundedSchool(test, 2)
    await test.world.standard({
      fund: funded.fund,
      model: 'per_enrolled',
      amountFen: fen(10_000),
      shares: [
        { level: 'city', weight: 4 },
        { level: 'district', weight: 6 },
      ],
    })
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    const [first, second] = funded.classes
    const counts = [{ homeClassId: first!.id, enrolled: 3 }]
    const withoutReason = await funded.officer.patch(`/api/declarations/${id}`, { counts })
    expect([withoutReason.status, withoutReason.body.code]).toEqual([422, 'funding.reason_needed'])
    expect(
      (
        await funded.officer.patch(`/api/declarations/${id}`, {
          counts: [{ homeClassId: 999_999, enrolled: 1 }],
          reason: '转入',
        })
      ).body.code,
    ).toBe('funding.class_not_declared')
    expect(
      (
        await funded.officer.patch(`/api/declarations/${id}`, {
          counts: [{ homeClassId: first!.id, enrolled: -1 }],
          reason: '转入',
        })
      ).status,
    ).toBe(400)
    expect((await funded.education.patch(`/api/declarations/${id}`, { counts, reason: '转入' })).status).toBe(
      403,
    )
    const changed = await funded.officer.patch(`/api/declarations/${id}`, {
      counts,
      reason: '两名学生学籍在途',
    })
    expect(changed.body).toMatchObject({
      amountFen: 2_040_000,
      reason: '两名学生学籍在途',
      levels: [
        { level: 'city', amountFen: 2_016_000 },
        { level: 'district', amountFen: 24_000 },
      ],
    })
    expect(
      changed.body.lines.map(
        (line: {
          homeClassId: number
          isChanged: boolean
          counts: { enrolled: number }
          recorded: { enrolled: number }
        }) => [line.homeClassId, line.isChanged, line.counts.enrolled, line.recorded.enrolled],
      ),
    ).toEqual([
      [first!.id, true, 3, 1],
      [second!.id, false, 1, 1],
    ])
    expect(
      await test.database.read.findOneBy(DeclarationLine, { declarationId: id, homeClassId: first!.id }),
    ).toMatchObject({ amountFen: 1_030_000, counts: { enrolled: 3 }, recorded: { enrolled: 1 } })
    // A count by the records of now keeps what was declared while its record is the same, and drops it when that has changed.
    expect((await funded.officer.post(`/api/declarations/${id}/recount`)).body.amountFen).toBe(2_040_000)
    await test.world.student({ school: funded.school, homeClass: first! })
    expect((await funded.officer.post(`/api/declarations/${id}/recount`)).body).toMatchObject({
      amountFen: 2_030_000,
      lines: [{ isChanged: false, counts: { enrolled: 2 } }, {}],
    })
    expect((await funded.officer.patch(`/api/declarations/${id}`, { counts })).body.amountFen).toBe(2_040_000)
    await funded.officer.post(`/api/declarations/${id}/submit`)
    const locked = await funded.officer.patch(`/api/declarations/${id}`, { counts, reason: '再改' })
    expect([locked.status, locked.body.code]).toEqual([409, 'state.not_possible'])
    const checked = await funded.education.get(`/api/declarations/${id}/recompute`)
    expect(checked.body).toMatchObject({
      agrees: true,
      declaredFen: 2_040_000,
      recomputedFen: 2_040_000,
      ruleVersion: 1,
    })
    expect(checked.body.recomputedHash).toBe(checked.body.snapshotHash)
    await test.database.transaction((tx) =>
      tx.update(
        DeclarationLine,
        { declarationId: id, homeClassId: first!.id },
        { amountFen: fen(1_030_001) },
      ),
    )
    const spoilt = await funded.education.get(`/api/declarations/${id}/recompute`)
    expect(spoilt.body).toMatchObject({ agrees: false, declaredFen: 2_040_001, recomputedFen: 2_040_000 })
    expect(spoilt.body.findings).toEqual(
      expect.arrayContaining(['有班级的金额不一致。', '校验码不一致：提交后有改动。']),
    )
  })

  it('is printed with the sum in capitals, in Word and PDF, and exported as a sheet', async () => {
    const funded = await fundedSchool(test)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    const docx = await funded.officer.get(`/api/declarations/${id}/paper.docx`)
    expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const pdf = await funded.education.inEnglish().get(`/api/declarations/${id}/paper.pdf`)
    expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    const paper = declarationPaper(
      (await funded.officer.get(`/api/declarations/${id}`)).body,
      '2026-11-20',
      'zh',
    )
    expect(paper.blocks.find((block) => block.kind === 'table')).toMatchObject({
      table: {
        inCapitals: 2_000_000,
        rows: [
          ['三(1)班', 1, 0, 1_000_000, null],
          ['三(2)班', 1, 0, 1_000_000, null],
        ],
        total: ['合计', 2, 0, 2_000_000, null],
      },
    })
    const sheet = readWorkbook(
      (await funded.officer.get(`/api/declarations/${id}/classes.xlsx`)).raw,
      'declaration.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(sheet[0]![0]).toBe(`${funded.school.name} 2026年度课后看护经费申报表`)
    expect(sheet.slice(1).map((cells) => cells.slice(0, 4))).toEqual([
      ['班级', '在籍学生', '参加学生', '申报金额'],
      ['三(1)班', 1, 0, 10_000],
      ['三(2)班', 1, 0, 10_000],
      ['合计', 2, 0, 20_000],
    ])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    for (const path of ['paper.pdf', 'paper.docx', 'classes.xlsx', 'recompute', 'differences'])
      expect([path, (await stranger.get(`/api/declarations/${id}/${path}`)).status]).toEqual([path, 404])
  })

  it('shows the share of the service where the fund has two purposes', async () => {
    const school = await test.world.school({ stage: 'junior_secondary' })
    const fund = await test.world.fund({
      purposes: [{ stage: 'junior_secondary', service: 'after_school_junior', other: 'school_general' }],
    })
    await test.world.standard({ fund, stage: 'junior_secondary', amountFen: 3_000_000 as never })
    await test.world.student({ school, homeClass: await test.world.homeClass({ school }) })
    const officer = await test.as(await test.world.user('school_finance_officer', { school }))
    const created = await officer.post('/api/declarations', {
      schoolId: school.id,
      fundId: fund.id,
      fiscalYear: 2026,
      serviceSharePerMille: 400,
    })
    expect(created.body).toMatchObject({
      amountFen: 3_000_000,
      serviceSharePerMille: 400,
      otherPurpose: 'school_general',
    })
    const board = async () =>
      (await officer.get('/api/funding/board', { schoolId: school.id, fiscalYear: 2026 })).body.rows
    // A draft is nobody's business yet.
    expect(await board()).toEqual([])
    await officer.post(`/api/declarations/${created.body.id}/submit`)
    const rows = await board()
    expect(
      rows.map((row: { purpose: string; figures: { entitledFen: number } }) => [
        row.purpose,
        row.figures.entitledFen,
      ]),
    ).toEqual([
      ['after_school_junior', 1_200_000],
      ['school_general', 1_800_000],
    ])
  })

  it('is invisible to another school and another district', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/declarations/${id}`)).status).toBe(404)
    expect((await stranger.get('/api/declarations', { schoolId: funded.school.id })).body.total).toBe(0)
    expect(
      (
        await stranger.post('/api/declarations', {
          schoolId: funded.school.id,
          fundId: funded.fund.id,
          fiscalYear: 2027,
        })
      ).status,
    ).toBe(404)
    const elsewhere = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '140299' }),
    )
    expect((await elsewhere.get(`/api/declarations/${id}`)).status).toBe(404)
  })
})
