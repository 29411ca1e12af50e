import { TestApp } from '../../../test/app.js'

describe('regions', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it("are added below one's own, once, and seen from there down", async () => {
    await test.world.region('1402')
    const admin = await test.as(await test.world.user('system_administrator', { regionCode: '1402' }))
    const given = { code: '140225', name: '浑源县', nameEn: 'Hunyuan County' }
    expect((await admin.post('/api/regions', given)).body).toMatchObject({ ...given, level: 'district' })
    expect((await admin.post('/api/regions', given)).body.code).toBe('organisation.region_exists')
    // As the six digits of the own city, or of one that is there; without an English name.
    expect((await admin.post('/api/regions', { code: '140200', name: '大同市' })).body.code).toBe(
      'organisation.region_not_below',
    )
    expect((await admin.post('/api/regions', { code: '140226', name: '左云县' })).body).toMatchObject({
      code: '140226',
      nameEn: '左云县',
    })
    expect((await admin.post('/api/regions', { ...given, code: '1403' })).body.code).toBe(
      'organisation.region_not_below',
    )
    expect((await admin.post('/api/regions', { ...given, code: '14x' })).status).toBe(400)
    expect(
      (await admin.get('/api/regions')).body.items.map((region: { code: string }) => region.code),
    ).toEqual(['1402', '140225', '140226'])
    const district = await test.as(await test.world.user('bureau_officer', { regionCode: '140225' }))
    expect((await district.get('/api/regions')).body.total).toBe(1)
    expect((await district.post('/api/regions', given)).status).toBe(403)
  })
})
