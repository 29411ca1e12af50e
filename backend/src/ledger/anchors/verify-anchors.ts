/** Are the books those that were signed (锚点核对)? Needs the file and the database, no key and no secret. */
import type { EntityManager } from 'typeorm'
import { verifyTrail } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { LedgerPeriod } from '../periods/ledger-period.entity.js'
import { type AnchorContent, type AnchoredEnd, firstRoot, isSigned, rootOf } from './anchor-content.js'

/** One sentence for each thing that is not as it was signed. */
export async function verifyAnchors(
  manager: EntityManager,
  anchors: readonly AnchorContent[],
): Promise<string[]> {
  const schools = new Map(
    (await manager.find(School, { select: { id: true, code: true } })).map(({ id, code }) => [code, id]),
  )
  const problems = [...wrongInFile(anchors)]
  for (const { madeOn, ends } of anchors)
    for (const end of ends)
      for (const problem of await wrongWith(manager, schools, end))
        problems.push(`anchor of ${madeOn}: ${problem}`)
  const trail = anchors.flatMap(({ ends }) => ends.filter(({ kind }) => kind === 'trail'))
  const { problems: broken } = await verifyTrail(
    manager,
    trail.map(({ name, sequence, hash }) => ({ chain: name, sequence, hash })),
  )
  for (const { code, chain, sequence } of broken)
    problems.push(`trail of ${chain}, entry ${sequence}: ${code}`)
  return problems
}

/** The file by itself: every root follows from its ends and the one before, and is signed with one key. */
function wrongInFile(anchors: readonly AnchorContent[]): string[] {
  const problems: string[] = []
  const key = anchors[0]?.publicKey
  let before = firstRoot
  for (const anchor of anchors) {
    const name = `anchor of ${anchor.madeOn}`
    if (rootOf(anchor) !== anchor.root) problems.push(`${name}: its root is not that of its ends`)
    if (anchor.previousRoot !== before) problems.push(`${name}: it does not follow the one before`)
    if (!isSigned(anchor)) problems.push(`${name}: its signature does not hold`)
    if (anchor.publicKey !== key) problems.push(`${name}: it is signed with another key`)
    before = anchor.root
  }
  return problems
}

async function wrongWith(
  manager: EntityManager,
  schools: ReadonlyMap<string, number>,
  { kind, name, sequence, hash }: AnchoredEnd,
): Promise<string[]> {
  if (kind === 'trail') return []
  const [code, month] = name.split('/') as [string, string?]
  const schoolId = schools.get(code)
  if (schoolId === undefined) return [`school ${code} is not there`]
  const problems: string[] = []
  const journal = await manager.findOneBy(LedgerJournal, { schoolId, sequence })
  if (!journal) problems.push(`school ${code}: journal ${sequence} is not there`)
  else if (journal.hash !== hash)
    problems.push(`school ${code}: journal ${sequence} is another than was signed`)
  if (month === undefined) return problems
  const period = await manager.findOneBy(LedgerPeriod, { schoolId, month })
  // It may have been opened since with a reason, and closed again further on.
  if (!period || period.closingSequence < sequence)
    problems.push(`school ${code}: ${month} was closed at journal ${sequence}, and is not any more`)
  return problems
}
