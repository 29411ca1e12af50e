import { TestApp } from '../../../test/app.js'
import { RuleBroken } from '../../platform/errors.js'
import { holdChanges } from './hold-changes.js'

describe('changes of one school', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('that are the first, all at one instant, and are refused, are told so and nothing else', async () => {
    const { id: schoolId } = await test.world.school()
    const refused = () =>
      test.database
        .transaction(async (tx) => {
          await holdChanges(tx, schoolId)
          throw new RuleBroken('scheduling.nothing_changes')
        })
        .catch((error: { code: string }) => error.code)
    const codes = new Set(await Promise.all(Array.from({ length: 24 }, refused)))
    expect(codes).toEqual(new Set(['scheduling.nothing_changes']))
  }, 60_000)
})
