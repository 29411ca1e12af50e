import { createHash } from 'node:crypto'
import { genesis, hashOf, valuesOf } from './chain.js'

const entry = {
  debitAccount: 'A110',
  creditAccount: 'R400',
  amountFen: 1_000_000,
  kind: 'receive',
  businessKey: 'receive:appropriation:3:12',
  reversesEntryId: null,
  schoolId: 12,
  homeClassId: null,
  fundId: 2,
  purpose: 'after_school_primary',
  level: 'whole',
  termId: null,
  fiscalYear: 2026,
  economicCategory: null,
  accountedOn: '2026-11-23',
  sourceEntity: 'appropriation',
  sourceId: 3,
  postedAt: new Date('2026-11-23T01:02:03.456Z'),
  postedById: 7,
}

describe('the chain of entries', () => {
  it('hashes every field in an order that never changes: books of years ago are still proved by it', () => {
    const written = `["v1","${genesis}",1,"A110","R400",1000000,"receive","receive:appropriation:3:12",null,12,null,2,"after_school_primary","whole",null,2026,null,"2026-11-23","appropriation",3,"2026-11-23T01:02:03.456Z",7]`
    expect(hashOf(genesis, 1, entry)).toBe(createHash('sha256').update(written).digest('hex'))
  })

  it('is another one when any field is another', () => {
    const own = hashOf(genesis, 1, entry)
    for (const field of Object.keys(entry)) {
      const changed = field === 'postedAt' ? new Date('2026-11-23T01:02:03.457Z') : 'another'
      expect(hashOf(genesis, 1, { ...entry, [field]: changed })).not.toBe(own)
    }
    expect(hashOf(genesis, 2, entry)).not.toBe(own)
    expect(valuesOf(entry, 'then')).toHaveLength(Object.keys(entry).length)
  })
})
