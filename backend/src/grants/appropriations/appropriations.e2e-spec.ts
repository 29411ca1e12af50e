import { type Client, TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import {
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
  issueDraft,
} from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Appropriation } from './appropriation.entity.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { AppropriationLine } from './appropriation-line.entity.js'
import { Claim } from './claim.entity.js'

interface Row {
  id: number
  schoolId: number
  schoolName: string
  classCount: number
  claimFen: number
  amountFen: number
}
/** A day as a sheet keeps it. */
const on = (day: string) => Date.parse(day) / 86_400_000 + 25_569
const title = '关于下达课后服务补助经费的通知'
const draftOf = (funded: FundedSchool, rest: object = {}) =>
  funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear: 2026, title, ...rest })

describe('appropriations', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('is drafted, signed by education and issued by finance, by three people', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (
      await funded.education.post('/api/appropriations', {
        fundId: funded.fund.id,
        fiscalYear: 2026,
        title: '通知',
      })
    ).body
    expect((await funded.bureau.post(`/api/appropriations/${id}/countersign`)).body.code).toBe(
      'state.not_possible',
    )
    await funded.education.post(`/api/appropriations/${id}/submit`)
    expect((await funded.education.post(`/api/appropriations/${id}/countersign`)).status).toBe(403)
    expect(
      (await funded.bureau.post(`/api/appropriations/${id}/send-back`, { comment: '标题不完整' })).body
        .status,
    ).toBe('draft')
    await funded.education.post(`/api/appropriations/${id}/submit`)
    await funded.bureau.post(`/api/appropriations/${id}/countersign`)
    expect((await funded.finance.post(`/api/appropriations/${id}/issue`)).body.fields[0].field).toBe(
      'documentNumber',
    )
    const issued = await funded.finance.post(`/api/appropriations/${id}/issue`, {
      documentNumber: '同财教〔2026〕45号',
    })
    expect(issued.body).toMatchObject({
      status: 'issued',
      documentNumber: '同财教〔2026〕45号',
      issuedOn: '2026-11-20',
      actions: [],
    })
    expect(
      (await funded.bureau.get('/api/transitions', { entity: 'appropriation', entityId: id })).body.map(
        (row: { event: string }) => row.event,
      ),
    ).toEqual(['create', 'submit', 'send-back', 'submit', 'countersign', 'issue'])
  })

  it('is withdrawn by who drafted it before it is signed, and keeps its claims', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (await draftOf(funded)).body
    await funded.education.post(`/api/appropriations/${id}/submit`)
    expect((await funded.bureau.post(`/api/appropriations/${id}/withdraw`)).status).toBe(403)
    const answers = await Promise.all(
      [1, 2].map(() => funded.education.post(`/api/appropriations/${id}/withdraw`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await test.database.read.findOneByOrFail(Appropriation, { id })).status).toBe('draft')
    expect(
      await test.database.read.findBy(Transition, {
        entity: 'appropriation',
        entityId: id,
        event: 'withdraw',
      }),
    ).toMatchObject([{ fromState: 'submitted', toState: 'draft' }])
    expect(await test.database.read.findBy(Claim, { fundId: funded.fund.id })).toMatchObject([
      { grantedFen: 2_000_000 },
    ])
    expect((await funded.bureau.post(`/api/appropriations/${id}/countersign`)).status).toBe(409)
    expect((await funded.education.patch(`/api/appropriations/${id}`, { title: '改过的通知' })).status).toBe(
      200,
    )
    expect((await issueDraft(funded, id)).lines.map(({ amountFen }) => amountFen)).toEqual([2_000_000])
  })

  it('stands in the exported list with its number, its sum and its state', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    await issuedNotice(funded, 2026, { availableFen: 1_234_567 })
    await draftOf(funded)
    const rows = async (client: Client) =>
      readWorkbook(
        (
          await client.get('/api/appropriations/export.xlsx', {
            fundId: funded.fund.id,
            sort: 'id',
            order: 'asc',
          })
        ).raw,
        'appropriations.xlsx',
      ).sheets[0]!.rows.map(({ cells }) => cells)
    const { documentNumber } = await test.database.read.findOneByOrFail(Appropriation, {
      fundId: funded.fund.id,
      status: 'issued',
    })
    const titles = ['标题', '文号', '资金', '年度', '总额', '下达日期', '状态']
    const issued = [title, documentNumber, '课后看护经费', 2026, 12_345.67, on('2026-11-20'), '已下达']
    const draft = [title, null, '课后看护经费', 2026, 7_654.33, null, '草稿']
    expect(await rows(funded.education)).toEqual([titles, issued, draft])
    // A school sees what is issued.
    expect(await rows(funded.officer)).toEqual([titles, issued])
  })

  it('takes each document number once', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (
      await funded.education.post('/api/appropriations', {
        fundId: funded.fund.id,
        fiscalYear: 2026,
        title: '通知',
      })
    ).body
    await funded.education.post(`/api/appropriations/${id}/submit`)
    await funded.bureau.post(`/api/appropriations/${id}/countersign`)
    const taken = await funded.finance.post(`/api/appropriations/${id}/issue`, {
      documentNumber: '同财教〔2026〕45号',
    })
    expect([taken.status, taken.body.code]).toEqual([422, 'funding.document_number_taken'])
    expect((await test.database.read.findOneByOrFail(Appropriation, { id })).status).toBe('countersigned')
  })

  it('refuses a notice whose attachment no longer adds up', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (
      await funded.education.post('/api/appropriations', {
        fundId: funded.fund.id,
        fiscalYear: 2026,
        title: '通知',
      })
    ).body
    await asIf(test, [{ entity: 'appropriation', id }], (tx) =>
      tx.update(AppropriationLine, { appropriationId: id }, { amountFen: 1_999_999 as never }),
    )
    const wrong = await funded.education.post(`/api/appropriations/${id}/submit`)
    expect([wrong.status, wrong.body.code]).toEqual([422, 'funding.sum_differs'])
    expect(wrong.body.message).toContain('¥20,000.00')
  })

  it('shows a school its own row of an issued notice, and others nothing', async () => {
    const first = await fundedSchool(test)
    const second = await fundedSchool(test, 1, first.fund)
    await approvedDeclaration(test, first)
    await approvedDeclaration(test, second)
    const draft = await first.education.post('/api/appropriations', {
      fundId: first.fund.id,
      fiscalYear: 2026,
      title: '草稿',
    })
    expect((await first.officer.get(`/api/appropriations/${draft.body.id}`)).status).toBe(404)
    await first.education.delete(`/api/appropriations/${draft.body.id}`)
    const notice = await issuedNotice(first)
    expect(
      (await first.officer.get(`/api/appropriations/${notice.id}`)).body.lines.map(
        (line: { schoolId: number }) => line.schoolId,
      ),
    ).toEqual([first.school.id])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/appropriations/${notice.id}`)).status).toBe(404)
    const listed = async (client: Client) =>
      (await client.get('/api/appropriations', { schoolId: first.school.id })).body.total
    expect([await listed(first.officer), await listed(stranger)]).toEqual([1, 0])
    const district = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '140213' }),
    )
    expect((await district.get(`/api/appropriations/${notice.id}`)).body).toMatchObject({ actions: [] })
    expect((await district.delete(`/api/appropriations/${notice.id}`)).status).toBe(403)
  })

  it('mends a draft: title, day and amounts down to zero, with a reason and an exact sum', async () => {
    const first = await fundedSchool(test, 1)
    const second = await fundedSchool(test, 2, first.fund)
    await approvedDeclaration(test, first)
    await approvedDeclaration(test, second)
    const { id, lines } = (await draftOf(first)).body as { id: number; lines: Row[] }
    const line = (funded: FundedSchool) => lines.find((each) => each.schoolId === funded.school.id)!.id
    const change = (body: object) => first.education.patch(`/api/appropriations/${id}`, body)
    expect((await change({ amounts: [{ lineId: line(first), amountFen: 0 }] })).body.code).toBe(
      'funding.notice_reason_needed',
    )
    expect(
      (await change({ amounts: [{ lineId: 999_999, amountFen: 0 }], reason: '没有这一行' })).status,
    ).toBe(404)
    expect(
      (
        await change({
          amounts: [
            { lineId: line(first), amountFen: 1 },
            { lineId: line(first), amountFen: 2 },
          ],
          reason: '两次',
        })
      ).body.code,
    ).toBe('request.row_twice')
    expect((await change({ amounts: [{ lineId: line(first), amountFen: -1 }], reason: '负数' })).status).toBe(
      400,
    )
    expect(
      (await change({ amounts: [{ lineId: line(first), amountFen: 1_000_001 }], reason: '超出' })).body.code,
    ).toBe('funding.claims_taken')
    const mended = await change({
      title: '关于下达第一批经费的通知',
      spendByOn: '2026-12-05',
      amounts: [
        { lineId: line(first), amountFen: 0 },
        { lineId: line(second), amountFen: 1_500_000 },
      ],
      reason: '甲校已撤并',
    })
    expect(mended.body).toMatchObject({
      title: '关于下达第一批经费的通知',
      spendByOn: '2026-12-05',
      reason: '甲校已撤并',
      totalFen: 1_500_000,
      isAsIssued: null,
    })
    expect(
      (await test.database.read.findBy(Claim, { fundId: first.fund.id }))
        .map((claim) => claim.grantedFen)
        .sort(),
    ).toEqual([0, 1_500_000])
    expect((await first.officer.patch(`/api/appropriations/${id}`, { title: '不行' })).status).toBe(403)
    const district = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '140214' }),
    )
    expect((await district.patch(`/api/appropriations/${id}`, { title: '不行' })).status).toBe(404)
    const issued = await issueDraft(first, id)
    expect(issued.lines.map((each) => [each.schoolId, each.amountFen])).toEqual([
      [second.school.id, 1_500_000],
    ])
    const less = (await draftOf(first, { availableFen: 1_200_000 })).body
    expect(
      (
        await first.education.patch(`/api/appropriations/${less.id}`, {
          reason: '都给',
          amounts: less.lines.map((each: Row) => ({ lineId: each.id, amountFen: each.claimFen })),
        })
      ).body.code,
    ).toBe('funding.over_available')
  })

  it('cannot be changed once it is issued, and shows it if it was', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id, lines } = await issuedNotice(funded)
    expect((await funded.education.patch(`/api/appropriations/${id}`, { title: '改标题' })).status).toBe(409)
    expect((await funded.education.delete(`/api/appropriations/${id}`)).status).toBe(409)
    for (const event of ['submit', 'withdraw'])
      expect((await funded.education.post(`/api/appropriations/${id}/${event}`)).status).toBe(409)
    expect(
      (await funded.treasurer.post(`/api/appropriations/${id}/refer-back`, { comment: '再看' })).status,
    ).toBe(409)
    const kept = await test.database.read.findOneByOrFail(Appropriation, { id })
    expect([kept.title, kept.snapshotHash?.length]).toEqual([title, 64])
    expect((await funded.officer.get(`/api/appropriations/${id}`)).body.isAsIssued).toBe(true)
    await test.database.transaction((tx) =>
      tx.update(AppropriationLine, { id: lines[0]!.id }, { amountFen: 1 as never }),
    )
    expect((await funded.officer.get(`/api/appropriations/${id}`)).body.isAsIssued).toBe(false)
  })

  it('goes out as .docx, PDF and sheet, to those who may see it', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (await draftOf(funded)).body
    const draft = await funded.education.get(`/api/appropriations/${id}/paper.docx`)
    expect([draft.status, draft.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(decodeURIComponent(String(draft.headers['content-disposition']))).toContain('草稿.docx')
    expect((await funded.officer.get(`/api/appropriations/${id}/paper.pdf`)).status).toBe(404)
    await issueDraft(funded, id)
    const pdf = await funded.officer.inEnglish().get(`/api/appropriations/${id}/paper.pdf`)
    expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    const sheet = readWorkbook(
      (await funded.officer.get(`/api/appropriations/${id}/lines.xlsx`)).raw,
      'lines.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(sheet[0]![0]).toBe(title)
    expect(sheet[2]!.slice(0, 4)).toEqual([funded.school.name, 2, 20_000, 20_000])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    for (const path of ['paper.docx', 'paper.pdf', 'lines.xlsx'])
      expect((await stranger.get(`/api/appropriations/${id}/${path}`)).status).toBe(404)
  })
})
