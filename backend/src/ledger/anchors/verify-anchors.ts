/** Are the books those that were signed (锚点核对)? Needs the file and the database, no key and no secret. */
import { type EntityManager, In } from 'typeorm'
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
  const hashes = await hashesAt(manager, schools, anchors)
  const periods = new Map(
    (await manager.find(LedgerPeriod)).map((period) => [`${period.schoolId}/${period.month}`, period]),
  )
  for (const { madeOn, ends } of anchors)
    for (const end of ends)
      for (const problem of wrongWith(schools, hashes, periods, end))
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

/** What is in the books at the places that the anchors name, by school and sequence; school by school. */
async function hashesAt(
  manager: EntityManager,
  schools: ReadonlyMap<string, number>,
  anchors: readonly AnchorContent[],
): Promise<ReadonlyMap<string, string>> {
  const asked = new Map<number, Set<number>>()
  for (const { kind, name, sequence } of anchors.flatMap(({ ends }) => ends)) {
    const schoolId = kind === 'trail' ? undefined : schools.get(name.split('/')[0]!)
    if (schoolId !== undefined) asked.set(schoolId, (asked.get(schoolId) ?? new Set()).add(sequence))
  }
  const hashes = new Map<string, string>()
  for (const [schoolId, sequences] of asked) {
    const journals = await manager.find(LedgerJournal, {
      select: { id: true, sequence: true, hash: true },
      where: { schoolId, sequence: In([...sequences]) },
    })
    for (const { sequence, hash } of journals) hashes.set(`${schoolId}/${sequence}`, hash)
  }
  return hashes
}

function wrongWith(
  schools: ReadonlyMap<string, number>,
  hashes: ReadonlyMap<string, string>,
  periods: ReadonlyMap<string, LedgerPeriod>,
  { kind, name, sequence, hash }: AnchoredEnd,
): string[] {
  if (kind === 'trail') return []
  const [code, month] = name.split('/') as [string, string?]
  const schoolId = schools.get(code)
  if (schoolId === undefined) return [`school ${code} is not there`]
  const problems: string[] = []
  const found = hashes.get(`${schoolId}/${sequence}`)
  if (found === undefined) problems.push(`school ${code}: journal ${sequence} is not there`)
  else if (found !== hash) problems.push(`school ${code}: journal ${sequence} is another than was signed`)
  if (month === undefined) return problems
  const period = periods.get(`${schoolId}/${month}`)
  // It may have been opened since with a reason, and closed again further on.
  if (!period || period.closingSequence < sequence)
    problems.push(`school ${code}: ${month} was closed at journal ${sequence}, and is not any more`)
  return problems
}
