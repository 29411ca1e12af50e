import { TestApp } from '../../../test/app.js'
import { Category } from './category.entity.js'

describe('categories', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it("are seen as the tree of one's region, in its order", async () => {
    const kind = await test.world.category({ code: 'SPORTS', name: '阳光体育', position: 2 })
    const first = await test.world.category({ code: 'HOMEWORK', name: '作业辅导', position: 1 })
    await test.world.category({ code: 'FOOTBALL', name: '足球', position: 2, parentId: kind.id })
    await test.world.category({ code: 'ROPE', name: '跳绳', position: 1, parentId: kind.id })
    await test.world.category({ regionCode: '1101', code: 'SPORTS', name: '外地体育', position: 0 })
    const coordinator = await test.as(await test.world.user('coordinator'))
    const tree = await coordinator.get('/api/categories/tree')
    expect(tree.status).toBe(200)
    expect(
      tree.body.map((node: { name: string; children: { name: string }[] }) => [
        node.name,
        node.children.map((child) => child.name),
      ]),
    ).toEqual([
      ['作业辅导', []],
      ['阳光体育', ['跳绳', '足球']],
    ])
    expect((await coordinator.get('/api/categories', { parentId: kind.id })).body.total).toBe(2)
    expect((await coordinator.get(`/api/categories/${first.id}`)).body.name).toBe('作业辅导')
    expect((await coordinator.get('/api/categories', { sort: 'secret' })).status).toBe(400)
  })

  it('of a school are those of its region and the regions above it', async () => {
    const [city, own, other] = [
      await test.world.category({ regionCode: '1404' }),
      await test.world.category({ regionCode: '140411' }),
      await test.world.category({ regionCode: '140421' }),
    ]
    const school = await test.world.school({ regionCode: '140411' })
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode: '1404' }))
    const idsOf = async (query: object) =>
      (await bureau.get('/api/categories', { sort: 'id', ...query })).body.items.map(
        ({ id }: { id: number }) => id,
      )
    expect(await idsOf({})).toEqual([city.id, own.id, other.id])
    expect(await idsOf({ schoolId: school.id })).toEqual([city.id, own.id])
    expect(await idsOf({ schoolId: (await test.world.school()).id })).toEqual([])
  })

  it('are set by the bureau of the region, each code once', async () => {
    const officer = await test.as(await test.world.user('bureau_officer'))
    const given = {
      regionCode: '1402',
      code: 'CHESS',
      nationalCode: 'ARTS',
      name: '棋类',
      nameEn: 'Board games',
      position: 9,
    }
    const created = await officer.post('/api/categories', given)
    expect([created.status, created.body.parentId]).toEqual([201, null])
    expect((await officer.post('/api/categories', given)).body.code).toBe('catalogue.category_code_taken')
    expect((await officer.patch(`/api/categories/${created.body.id}`, { name: '棋艺' })).body.name).toBe(
      '棋艺',
    )
    expect((await test.database.read.findOneByOrFail(Category, { id: created.body.id })).name).toBe('棋艺')
    expect((await officer.post('/api/categories', { ...given, code: 'X1', parentId: 9_999 })).status).toBe(
      400,
    )
    expect((await officer.post('/api/categories', { ...given, regionCode: '1101' })).status).toBe(404)
  })

  it('cannot be changed by a district above its own, by a school, or signed out', async () => {
    const city = await test.world.category()
    const district = await test.as(await test.world.user('bureau_officer', { regionCode: '140213' }))
    expect((await district.get(`/api/categories/${city.id}`)).status).toBe(200)
    expect((await district.patch(`/api/categories/${city.id}`, { name: '改' })).status).toBe(404)
    const coordinator = await test.as(await test.world.user('coordinator'))
    expect((await coordinator.patch(`/api/categories/${city.id}`, { name: '改' })).status).toBe(403)
    expect((await test.signedOut.get('/api/categories/tree')).status).toBe(401)
  })
})
