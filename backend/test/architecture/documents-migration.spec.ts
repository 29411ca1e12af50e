import { verifyDocuments, verifyTrail } from '../../src/audit/index.js'
import { hashesOf } from '../../src/audit/documents/document-hash.js'
import { filled, funded, migrated } from '../old-releases.js'
import '../../src/app.module.js'

describe('the migration that binds documents to the trail', () => {
  it('tells the trail what was there already, names it as not bound, and takes nothing later for old', async () => {
    const { after, close } = await migrated('documents', [
      [1, filled],
      [2, funded],
    ])
    expect((await verifyTrail(after.manager)).problems).toEqual([])
    const [entry] = await after.query<{ chain: string; told: string; documentHash: string | null }[]>(
      `SELECT chain, documentHash, ${after.driver.escape('after')} AS told FROM audit_entry WHERE action = 'document.bind'`,
    )
    expect([entry!.chain, entry!.documentHash]).toEqual(['0', null])
    expect(JSON.parse(entry!.told)).toMatchObject({ payment: 2, declaration: 1, appropriation: 1 })
    const { problems, notes } = await verifyDocuments(after.manager)
    expect(problems).toEqual([])
    expect(notes).toEqual(
      expect.arrayContaining([
        'payment: nothing is bound to 2 of before documents were bound (1-2)',
        'appropriation: nothing is bound to 1 of before documents were bound (1)',
      ]),
    )
    await after.query(
      "INSERT INTO invoice (schoolId, code, number, wholeNumber, seller, issuedOn, amountFen, createdAt) VALUES (1, NULL, '26140213000000000077', '26140213000000000077', '晨光', '2026-11-01', 100, '2026-11-01 00:00:00.000')",
    )
    expect((await verifyDocuments(after.manager)).problems).toEqual(['invoice 1: no act has made it'])
    await after.query("UPDATE audit_entry SET actorName = '别人' WHERE action = 'document.bind'")
    expect((await verifyTrail(after.manager)).problems).toMatchObject([{ code: 'changed', chain: '0' }])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await close()
  })

  it('leaves hashes true where a column is added empty, or with what is said of it', async () => {
    const { after, close } = await migrated('columns', [
      [1, filled],
      [2, funded],
    ])
    const parts = { payment_line: 'paymentId' }
    const hash = async (of: object = {}) =>
      (await hashesOf(after.manager, { entity: 'payment', parts, ...of }, [1])).get(1)
    const before = await hash()
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    await after.query('ALTER TABLE payment ADD COLUMN laterNote varchar(20) NULL')
    await after.query('ALTER TABLE payment_line ADD COLUMN laterCount int NULL')
    expect(await hash()).toBe(before)
    await after.query('ALTER TABLE payment ADD COLUMN laterKind int NOT NULL DEFAULT 3')
    expect(await hash()).not.toBe(before)
    expect(await hash({ addedLater: { laterKind: 3 } })).toBe(before)
    await after.query('UPDATE payment SET laterKind = 4')
    expect(await hash({ addedLater: { laterKind: 3 } })).not.toBe(before)
    expect(await hash({ except: ['laterKind'] })).toBe(before)
    await close()
  })
})
