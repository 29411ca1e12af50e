/** Do declarations and notices say what is booked (申报、通知与台账核对)? One school's, against its journal and its claims. */
import type { EntityManager } from 'typeorm'
import { verifySteps } from '../audit/index.js'
import { addFen, fen, type Fen } from '../platform/money.js'
import { snapshotHash } from '../platform/snapshot-hash.js'
import { bookedOf, compareDocument, withoutDocument } from '../ledger/index.js'
import { hashOfNotice } from './appropriations/notice-content.js'
import { receivedHash } from './appropriations/receive-line.js'
import { AppropriationLine } from './appropriations/appropriation-line.entity.js'
import { Appropriation } from './appropriations/appropriation.entity.js'
import { appropriationTable } from './appropriations/appropriation.states.js'
import { Claim } from './appropriations/claim.entity.js'
import { DeclarationLine } from './declarations/declaration-line.entity.js'
import { Declaration } from './declarations/declaration.entity.js'
import { declarationTable } from './declarations/declaration.states.js'
import { frozen } from './declarations/frozen-declaration.js'

const unbooked = new Set<Declaration['status']>(['draft', 'returned'])

/** One sentence for each thing that does not agree. */
export async function verifyGrants(manager: EntityManager, schoolId: number): Promise<string[]> {
  const declarations = await manager.find(Declaration, { where: { schoolId }, order: { id: 'ASC' } })
  const notices = await noticesOf(manager, schoolId)
  return [
    ...(await declarationsAgree(manager, schoolId, declarations)),
    ...periodsAgree(declarations),
    ...(await verifySteps(manager, declarationTable, declarations, schoolId)),
    ...(await noticesAgree(manager, schoolId, notices)),
    ...(await claimsAgree(manager, schoolId, declarations, notices)),
  ]
}

async function declarationsAgree(
  manager: EntityManager,
  schoolId: number,
  declarations: readonly Declaration[],
): Promise<string[]> {
  const booked = await bookedOf(manager, 'declaration', schoolId)
  const lines = new Map<number, DeclarationLine[]>()
  for (const line of await manager.find(DeclarationLine, { where: { schoolId }, order: { id: 'ASC' } }))
    lines.set(line.declarationId, [...(lines.get(line.declarationId) ?? []), line])
  const problems = declarations.flatMap((declaration): string[] => {
    const { id, status, amountFen } = declaration
    const own = lines.get(id) ?? []
    const name = `declaration ${id}`
    const hash = snapshotHash(frozen(declaration, own))
    const sum = addFen(fen(0), ...own.map((line) => line.amountFen))
    return [
      ...(sum === amountFen ? [] : [`${name}: it says ${amountFen}, its lines ${sum}`]),
      ...(unbooked.has(status) || isOfBefore(booked.get(id) ?? []) || declaration.snapshotHash === hash
        ? []
        : [`${name}: it is not what was handed in`]),
      ...compareDocument(
        name,
        booked.get(id) ?? [],
        unbooked.has(status)
          ? []
          : [
              { kind: 'declare', amountFen },
              ...(status === 'approved' ? [{ kind: 'approve', amountFen }] : []),
            ],
        hash,
      ),
    ]
  })
  return [...problems, ...withoutDocument('declaration', booked, new Set(declarations.map(({ id }) => id)))]
}

// The months of a period are its own; a whole year's are not hashed, for its key says them.
function periodsAgree(declarations: readonly Declaration[]): string[] {
  const regular = declarations.filter(({ sequence }) => sequence === 0)
  const short = declarations
    .filter(
      ({ periodKey, fiscalYear, fromMonth, toMonth }) =>
        periodKey === String(fiscalYear) && (fromMonth !== 1 || toMonth !== 12),
    )
    .map(({ id }) => `declaration ${id}: a whole year has months 1 to 12`)
  const twice = regular.flatMap((one, index) =>
    regular
      .slice(index + 1)
      .filter(
        (other) =>
          other.fundId === one.fundId &&
          other.fiscalYear === one.fiscalYear &&
          other.fromMonth <= one.toMonth &&
          one.fromMonth <= other.toMonth,
      )
      .map((other) => `declaration ${one.id} and ${other.id}: they have a month in common`),
  )
  return [...short, ...twice]
}

// What was posted before documents were hashed was handed in under the rules of then.
const isOfBefore = (booked: readonly { sourceHash: string }[]) =>
  booked.some(({ sourceHash }) => sourceHash === '')

type NoticeLine = AppropriationLine & { appropriation: Appropriation }

const noticesOf = async (manager: EntityManager, schoolId: number): Promise<NoticeLine[]> =>
  (await manager
    .createQueryBuilder(AppropriationLine, 'line')
    .innerJoinAndMapOne('line.appropriation', Appropriation, 'notice', 'notice.id = line.appropriationId')
    .where('line.schoolId = :schoolId', { schoolId })
    .orderBy('line.id')
    .getMany()) as NoticeLine[]

async function noticesAgree(
  manager: EntityManager,
  schoolId: number,
  lines: readonly NoticeLine[],
): Promise<string[]> {
  const booked = await bookedOf(manager, 'appropriation', schoolId)
  const problems = lines.flatMap((line) =>
    compareDocument(
      `notice ${line.appropriationId}, school ${schoolId}`,
      booked.get(line.appropriationId) ?? [],
      line.receivedAt === null ? [] : [{ kind: 'receive', amountFen: line.amountFen }],
      receivedHash(line),
    ),
  )
  const known = new Set(lines.map(({ appropriationId }) => appropriationId))
  return [...problems, ...withoutDocument('appropriation', booked, known)]
}

async function claimsAgree(
  manager: EntityManager,
  schoolId: number,
  declarations: readonly Declaration[],
  notices: readonly NoticeLine[],
): Promise<string[]> {
  const sums = new Map<string, { approvedFen: Fen; grantedFen: Fen }>()
  const add = (
    { fundId, fiscalYear, level }: { fundId: number; fiscalYear: number; level: string },
    name: 'approvedFen' | 'grantedFen',
    amountFen: Fen,
  ) => {
    const key = `${fundId}/${fiscalYear}/${level}`
    const before = sums.get(key) ?? { approvedFen: fen(0), grantedFen: fen(0) }
    sums.set(key, { ...before, [name]: addFen(before[name], amountFen) })
  }
  for (const declaration of declarations)
    if (declaration.status === 'approved')
      for (const { level, amountFen } of declaration.levels)
        add({ ...declaration, level }, 'approvedFen', amountFen)
  for (const { appropriation, amountFen } of notices) add(appropriation, 'grantedFen', amountFen)
  const claims = await manager.findBy(Claim, { schoolId })
  const kept = new Set(claims.map(({ fundId, fiscalYear, level }) => `${fundId}/${fiscalYear}/${level}`))
  const missing = [...sums.keys()]
    .filter((key) => !kept.has(key))
    .map((key) => `school ${schoolId}: the claim of ${key} is not there`)
  const wrong = claims.flatMap((claim) => {
    const sum = sums.get(`${claim.fundId}/${claim.fiscalYear}/${claim.level}`)
    return (['approvedFen', 'grantedFen'] as const).flatMap((name) =>
      claim[name] === (sum?.[name] ?? 0)
        ? []
        : [`claim ${claim.id}: ${name} is kept as ${claim[name]}, the documents say ${sum?.[name] ?? 0}`],
    )
  })
  const over = claims
    .filter(({ approvedFen, grantedFen }) => grantedFen > approvedFen)
    .map(({ id, approvedFen, grantedFen }) => `claim ${id}: granted ${grantedFen} of approved ${approvedFen}`)
  return [...wrong, ...missing, ...over]
}

/** Notices go to many schools: their totals, what was issued, and how they came to stand where they stand. */
export async function verifyNotices(manager: EntityManager): Promise<string[]> {
  const problems: string[] = []
  const sums = new Map(
    (
      await manager
        .createQueryBuilder(AppropriationLine, 'line')
        .select(['line.appropriationId AS id', 'SUM(line.amountFen) AS sum'])
        .groupBy('line.appropriationId')
        .getRawMany<{ id: number; sum: string | number }>()
    ).map(({ id, sum }) => [id, Number(sum)]),
  )
  const notices = await manager.find(Appropriation, { order: { id: 'ASC' } })
  problems.push(...(await verifySteps(manager, appropriationTable, notices, null)))
  // Old releases issued without a hash; since the first that has one, all have.
  const hashedSince = notices.find(({ snapshotHash: hash }) => hash !== null)?.createdAt
  for (const notice of notices) {
    const sum = sums.get(notice.id) ?? 0
    if (sum !== notice.totalFen)
      problems.push(`notice ${notice.id}: it says ${notice.totalFen}, its lines ${sum}`)
    if (isHashMissing(notice, hashedSince))
      problems.push(`notice ${notice.id}: the hash of what was issued was taken away`)
    if (notice.snapshotHash !== null && notice.snapshotHash !== (await hashOfNotice(manager, notice)))
      problems.push(`notice ${notice.id}: it is not what was issued`)
  }
  return problems
}

const isHashMissing = ({ snapshotHash: hash, status, createdAt }: Appropriation, since: Date | undefined) =>
  hash === null && status === 'issued' && since !== undefined && createdAt >= since
