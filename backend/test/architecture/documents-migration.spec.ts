import { verifyDocuments, verifyTrail } from '../../src/audit/index.js'
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
})
