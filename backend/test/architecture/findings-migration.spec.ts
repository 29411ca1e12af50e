import { filled, migrated } from '../old-releases.js'

/** What a rule had found, and files as they were attached to findings. */
const findings = [
  "INSERT INTO finding (fingerprint, rule, severity, regionCode, schoolId, status, revision, params, evidence, foundAt, lastSeenAt) VALUES ('f1', 'small_class', 'warning', '140213', 1, 'open', 0, '{}', '[]', '2026-11-01 08:00:00.000', '2026-11-01 08:00:00.000')",
  `INSERT INTO attachment (schoolId, entity, entityId, fileName, mediaType, sizeBytes, sha256, fileKey, uploadedById, uploadedAt) VALUES ${['audit_finding', 'payment'].map((entity) => `(1, '${entity}', 1, 'a.pdf', 'application/pdf', 1, 'x', 'k', 7, '2026-11-01 08:00:00.000')`).join(', ')}`,
]

describe('migrations', () => {
  it('of findings say that rules found them, and call them what they are where files are attached', async () => {
    const { after, close } = await migrated('findings', [
      [1, filled],
      [17, findings],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(await rows('SELECT source, rule, institution, status FROM finding')).toEqual([
      { source: 'rule', rule: 'small_class', institution: null, status: 'open' },
    ])
    expect(await rows('SELECT entity, entityId FROM attachment ORDER BY id')).toEqual([
      { entity: 'finding', entityId: 1 },
      { entity: 'payment', entityId: 1 },
    ])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await close()
  })
})
