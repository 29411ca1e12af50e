import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp } from '../../../test/app.js'
import { accountOf, allotted, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { Attachment } from './attachment.entity.js'

const pdf = Buffer.from('%PDF-1.7\n发票扫描件')

describe('attachments', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const filesOnDisk = () =>
    existsSync(join(test.config.dataDir, 'files')) ? readdirSync(join(test.config.dataDir, 'files')) : []
  const upload = (
    client: FundedSchool['officer'],
    entityId: number | string,
    bytes = pdf,
    name = '发票.pdf',
    entity = 'payment',
  ) => client.upload('/api/attachments', { entity, entityId: String(entityId) }, { name, bytes })

  async function payment(funded: FundedSchool): Promise<number> {
    const [allotmentId] = await allotted(test, funded)
    return (
      await funded.officer.post('/api/payments', {
        lines: [{ allotmentId, amountFen: 100, account: 'E530' }],
        ...accountOf('文具店'),
        reason: '美术材料',
      })
    ).body.id
  }

  it('keeps a file sealed, lists it with its hash and gives it back as it was', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await payment(funded)
    const added = await upload(funded.officer, id, pdf, '../../发票\u202e 1.exe')
    expect([added.status, added.body]).toMatchObject([
      201,
      { fileName: '发票 1.pdf', mediaType: 'application/pdf', sizeBytes: pdf.length, actions: ['delete'] },
    ])
    const row = await test.database.read.findOneByOrFail(Attachment, { id: added.body.id })
    expect(row).toMatchObject({
      entity: 'payment',
      entityId: id,
      schoolId: funded.school.id,
      sha256: added.body.sha256,
    })
    const list = await funded.principal.get('/api/attachments', { entity: 'payment', entityId: id })
    expect(list.body).toMatchObject([{ id: added.body.id, actions: [] }])
    expect(list.text).not.toContain(row.fileKey)
    const file = await funded.principal.get(`/api/attachments/${added.body.id}/file`)
    expect(file.raw.equals(pdf)).toBe(true)
    expect([file.headers['content-type'], file.headers['x-content-type-options']]).toEqual([
      'application/pdf',
      'nosniff',
    ])
    expect(String(file.headers['content-disposition'])).toContain(encodeURIComponent('发票'))
    expect(
      await test.database.read.countBy(AuditEntry, {
        action: 'attachment.create',
        entity: 'payment',
        entityId: id,
      }),
    ).toBe(1)
  })

  it('takes files only while the request is with the school officer, and leaves no orphan', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await payment(funded)
    const first = (await upload(funded.officer, id)).body.id
    await funded.officer.post(`/api/payments/${id}/submit`)
    const before = filesOnDisk().length
    const late = await upload(funded.officer, id)
    expect([late.status, late.body.code]).toEqual([422, 'funding.attachment_locked'])
    expect((await funded.officer.delete(`/api/attachments/${first}`)).body.code).toBe(
      'funding.attachment_locked',
    )
    expect(filesOnDisk()).toHaveLength(before)
    expect(
      (await funded.officer.get('/api/attachments', { entity: 'payment', entityId: id })).body,
    ).toMatchObject([{ id: first, actions: [] }])
  })

  it('removes row and file', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await payment(funded)
    const before = filesOnDisk().length
    const added = (await upload(funded.officer, id)).body.id
    expect(filesOnDisk()).toHaveLength(before + 1)
    expect((await funded.officer.delete(`/api/attachments/${added}`)).status).toBe(204)
    expect(filesOnDisk()).toHaveLength(before)
    expect((await funded.officer.delete(`/api/attachments/${added}`)).status).toBe(404)
    expect(await test.database.read.countBy(Attachment, { entity: 'payment', entityId: id })).toBe(0)
  })

  it('refuses what it cannot know, what is too large, and the wrong people', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await payment(funded)
    const before = filesOnDisk().length
    expect((await upload(funded.officer, id, Buffer.from('MZ program'), '发票.pdf')).body.code).toBe(
      'funding.attachment_kind',
    )
    expect(
      (await upload(funded.officer, id, Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]))).body.code,
    ).toBe('funding.attachment_too_large')
    expect((await upload(funded.officer, id, Buffer.alloc(0))).body.code).toBe('funding.attachment_empty')
    expect((await upload(funded.officer, 'x')).body.fields[0].field).toBe('entityId')
    expect((await upload(funded.officer, id, pdf, 'a.pdf', 'school')).body.fields[0].field).toBe('entity')
    expect((await funded.officer.post('/api/attachments')).body.code).toBe('request.no_file')
    expect((await upload(funded.principal, id)).status).toBe(403)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    const added = (await upload(funded.officer, id)).body.id
    expect((await upload(stranger, id)).status).toBe(404)
    expect((await stranger.get('/api/attachments', { entity: 'payment', entityId: id })).status).toBe(404)
    expect((await stranger.get(`/api/attachments/${added}/file`)).status).toBe(404)
    expect((await stranger.delete(`/api/attachments/${added}`)).status).toBe(404)
    expect(
      (
        await (
          await test.as(await test.world.user('teacher', { school: funded.school }))
        ).get(`/api/attachments/${added}/file`)
      ).status,
    ).toBe(403)
    expect(filesOnDisk()).toHaveLength(before + 1)
  })

  it('takes twenty files and no more', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await payment(funded)
    for (let count = 0; count < 20; count += 1) expect((await upload(funded.officer, id)).status).toBe(201)
    expect((await upload(funded.officer, id)).body.code).toBe('funding.attachment_too_many')
  })

  it('says what it is, as was chosen or as is usual for the thing', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await payment(funded)
    expect((await upload(funded.officer, id)).body).toMatchObject({ kind: 'invoice' })
    const of = { entity: 'payment', entityId: String(id) }
    const chosen = (kind: string) =>
      funded.officer.upload('/api/attachments', { ...of, kind }, { name: '验收单.pdf', bytes: pdf })
    expect((await chosen('acceptance')).body).toMatchObject({ kind: 'acceptance' })
    expect((await chosen('school')).body.fields[0].field).toBe('kind')
    const list = (kind: string) => funded.officer.get('/api/attachments', { ...of, kind })
    expect((await list('acceptance')).body).toMatchObject([{ fileName: '验收单.pdf' }])
    expect((await list('school')).status).toBe(400)
    expect((await funded.officer.get('/api/attachments', of)).body).toHaveLength(2)
    const payee = await funded.officer.post('/api/payees', {
      schoolId: funded.school.id,
      name: '晨光公司',
      kind: 'unit',
      account: '6222000000009',
      bankName: '工商银行大同分行',
    })
    const [standing] = (await funded.officer.get('/api/allotments', { schoolId: funded.school.id })).body
      .items
    const contract = await funded.officer.post('/api/commitments', {
      kind: 'contract',
      number: 'HT-1',
      title: '美术课服务合同',
      payeeId: payee.body.id,
      signedOn: '2026-11-01',
      endsOn: '2026-12-31',
      lines: [{ allotmentId: standing.id, account: 'E520', amountFen: 5_000 }],
    })
    const attached = await upload(funded.officer, contract.body.id, pdf, '合同.pdf', 'commitment')
    expect(attached.body).toMatchObject({ entity: 'commitment', kind: 'contract' })
    await funded.officer.post(`/api/commitments/${contract.body.id}/submit`)
    expect((await funded.officer.delete(`/api/attachments/${attached.body.id}`)).body.code).toBe(
      'funding.attachment_locked',
    )
  })

  it('belongs to schemes and declarations too', async () => {
    const funded = await fundedSchool(test, 1)
    const declaration = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body.id
    expect((await upload(funded.officer, declaration, pdf, '说明.pdf', 'declaration')).body).toMatchObject({
      entity: 'declaration',
      entityId: declaration,
    })
    await funded.officer.post(`/api/declarations/${declaration}/submit`)
    expect((await upload(funded.officer, declaration, pdf, '说明.pdf', 'declaration')).body.code).toBe(
      'funding.attachment_locked',
    )
    expect((await upload(funded.officer, 999_999, pdf, '说明.pdf', 'scheme')).status).toBe(404)
  })
})
