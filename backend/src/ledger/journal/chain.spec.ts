import { createHash } from 'node:crypto'
import { genesis, hashOf } from './chain.js'

const line = {
  debit: 'A110',
  credit: 'R400',
  amountFen: 1_000_000,
  homeClassId: null,
  fundId: 2,
  purpose: 'after_school_primary',
  fiscalYear: 2026,
  level: 'city',
}
const journal = {
  schoolId: 12,
  phase: 'single' as const,
  kind: 'receive',
  businessKey: 'receive:3',
  settles: null,
  reverses: null,
  sourceEntity: 'appropriation',
  sourceId: 3,
  sourceHash: 'abc',
  accountedOn: '2026-11-23',
  postedAt: new Date('2026-11-23T01:02:03.456Z'),
  postedById: 7,
  lines: [line, { ...line, amountFen: 5 }],
}

describe('the chain of journals', () => {
  it('hashes every field in an order that never changes: books of years ago are still proved by it', () => {
    const lines =
      '["A110","R400",1000000,null,2,"after_school_primary",2026,"city"],["A110","R400",5,null,2,"after_school_primary",2026,"city"]'
    const written = `["v2","${genesis}",1,12,"single","receive","receive:3",null,null,"appropriation",3,"abc","2026-11-23","2026-11-23T01:02:03.456Z",7,${lines}]`
    expect(hashOf(genesis, 1, journal)).toBe(createHash('sha256').update(written).digest('hex'))
  })

  it('is another one when any field of it or of a line is another, or a line is missing or moved', () => {
    const own = hashOf(genesis, 1, journal)
    for (const field of Object.keys(journal).filter((name) => name !== 'lines')) {
      const changed = field === 'postedAt' ? new Date('2026-11-23T01:02:03.457Z') : 'another'
      expect(hashOf(genesis, 1, { ...journal, [field]: changed })).not.toBe(own)
    }
    for (const field of Object.keys(line))
      expect(
        hashOf(genesis, 1, { ...journal, lines: [{ ...line, [field]: 'another' }, journal.lines[1]!] }),
      ).not.toBe(own)
    expect(hashOf(genesis, 1, { ...journal, lines: [line] })).not.toBe(own)
    expect(hashOf(genesis, 1, { ...journal, lines: [journal.lines[1]!, line] })).not.toBe(own)
    expect(hashOf(genesis, 2, journal)).not.toBe(own)
  })
})
