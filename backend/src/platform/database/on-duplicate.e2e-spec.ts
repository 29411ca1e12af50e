import { TestApp } from '../../../test/app.js'
import { RuleBroken } from '../errors.js'
import { onDuplicate } from './database.js'

describe('a broken unique key', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const region = (code: string) => ({ code, level: 'city' as const, name: '大同市', nameEn: 'Datong' })
  const taken = () => new RuleBroken('organisation.region_exists', { code: '7702' })

  it('is the error that says so, and the transaction around it may go on', async () => {
    await test.database.transaction(async (tx) => {
      await onDuplicate(() => tx.insert('Region', region('7702')), taken)
      await expect(onDuplicate(() => tx.insert('Region', region('7702')), taken)).rejects.toMatchObject({
        code: 'organisation.region_exists',
        params: { code: '7702' },
      })
      await tx.insert('Region', region('7703'))
    })
    const kept = await test.database.read.query<{ code: string }[]>(
      "SELECT code FROM region WHERE code LIKE '77%' ORDER BY code",
    )
    expect(kept.map(({ code }) => code)).toEqual(['7702', '7703'])
  })

  it('is told from every other error, which stays as it is', async () => {
    const other = new Error('no connection')
    await expect(onDuplicate(() => Promise.reject(other), taken)).rejects.toBe(other)
  })
})
