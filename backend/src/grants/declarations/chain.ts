/** What do a declaration and its supplements (补充申报) add up to, and which lines would bring them up to date? Pure. */
import { addFen, fen, type Fen, subtractFen } from '../../platform/money.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { CountedClass, Entitlement, PayingLevel } from '../../entitlement/index.js'
import { payingLevels, splitByPurpose } from '../../entitlement/pure.js'
import type { LinePart } from './declaration-line.entity.js'

export interface ChainLine {
  readonly homeClassId: number
  readonly className: string
  readonly counts: CountedClass
  readonly recorded: CountedClass
  /** What each standard gives the class now; none where the class is gone. */
  readonly parts: readonly LinePart[]
  /** What the line adds to those before it. */
  readonly amountFen: Fen
}

export interface LevelSum {
  readonly level: PayingLevel
  readonly amountFen: Fen
}

/** How the classes stand after all declarations so far. */
export interface Standing {
  readonly classes: ReadonlyMap<number, ChainLine>
  readonly totalFen: Fen
  readonly levels: readonly LevelSum[]
}

export function isGone(line: Pick<ChainLine, 'parts'>): boolean {
  return line.parts.length === 0
}

/** Adds up declarations in the order of their sequence: the last line of a class says how it was counted, the amounts add up. */
export function standingOf(
  chain: readonly { readonly levels: readonly LevelSum[]; readonly lines: readonly ChainLine[] }[],
): Standing {
  const classes = new Map<number, ChainLine>()
  for (const line of chain.flatMap((each) => each.lines)) {
    const { homeClassId, className, counts, recorded, parts } = line
    classes.set(homeClassId, {
      homeClassId,
      className,
      counts,
      recorded,
      parts,
      amountFen: addFen(classes.get(homeClassId)?.amountFen ?? fen(0), line.amountFen),
    })
  }
  return {
    classes,
    totalFen: addFen(...[...classes.values()].map((line) => line.amountFen)),
    levels: sumLevels(chain.flatMap((each) => each.levels)),
  }
}

export function sumLevels(levels: readonly LevelSum[]): LevelSum[] {
  return payingLevels.flatMap((level) => {
    const own = levels.filter((each) => each.level === level)
    return own.length === 0 ? [] : [{ level, amountFen: addFen(...own.map((each) => each.amountFen)) }]
  })
}

const countFields = [
  'enrolled',
  'participants',
  'participantMonths',
  'sessions',
  'waived',
  'waivedFen',
] as const

/** What was declared with a reason stays as long as the record behind it has not changed. */
export function carried(
  recorded: CountedClass,
  before: Pick<ChainLine, 'counts' | 'recorded'> | undefined,
): CountedClass {
  if (!before) return recorded
  const kept = countFields.filter(
    (field) =>
      isSame(before.recorded[field], recorded[field]) && !isSame(before.counts[field], recorded[field]),
  )
  return { ...recorded, ...Object.fromEntries(kept.map((field) => [field, before.counts[field]])) }
}

/** The lines that lead from what stands to what the school is entitled to: classes that are new, changed or gone. */
export function linesFrom(
  standing: Standing,
  entitlement: Entitlement,
  declared: readonly CountedClass[],
  recorded: readonly CountedClass[],
): ChainLine[] {
  const records = new Map(recorded.map((each) => [each.homeClassId, each]))
  const counts = new Map(declared.map((each) => [each.homeClassId, each]))
  const present = entitlement.lines.flatMap(({ homeClassId, className, parts, amountFen }): ChainLine[] => {
    const before = standing.classes.get(homeClassId)
    const line = {
      homeClassId,
      className,
      counts: counts.get(homeClassId)!,
      recorded: records.get(homeClassId)!,
      parts,
      amountFen: subtractFen(amountFen, before?.amountFen ?? fen(0)),
    }
    return before && line.amountFen === 0 && countsSame(before, line) ? [] : [line]
  })
  const gone = [...standing.classes.values()]
    .filter((before) => !counts.has(before.homeClassId) && !isGone(before))
    .map(({ homeClassId, className, counts: then, recorded: known, amountFen }): ChainLine => ({
      homeClassId,
      className,
      counts: then,
      recorded: known,
      parts: [],
      amountFen: subtractFen(fen(0), amountFen),
    }))
  return [...present, ...gone]
}

// Only what the standards count: sessions are held every day, and where no standard asks for them nothing has changed.
function countsSame(before: ChainLine, now: ChainLine): boolean {
  const asked = ({ parts, counts }: ChainLine) =>
    parts.map(({ model, count }) => [model, count, model === 'per_waived' ? counts.waivedFen : null])
  return isSame(asked(before), asked(now))
}

/** What each level pays more or less than before. */
export function levelsFrom(standing: Standing, levels: readonly LevelSum[]): LevelSum[] {
  return sumLevels([
    ...levels,
    ...standing.levels.map(({ level, amountFen }) => ({ level, amountFen: subtractFen(fen(0), amountFen) })),
  ])
}

/** The two purposes of a line: of the sums before and after it, so that the parts of a chain add up like one declaration. */
export function purposesOf(
  beforeFen: Fen,
  lineFen: Fen,
  serviceSharePerMille: number,
): { serviceFen: Fen; otherFen: Fen } {
  const before = splitByPurpose(beforeFen, serviceSharePerMille)
  const after = splitByPurpose(addFen(beforeFen, lineFen), serviceSharePerMille)
  return {
    serviceFen: subtractFen(after.serviceFen, before.serviceFen),
    otherFen: subtractFen(after.otherFen, before.otherFen),
  }
}

export function isSame(a: unknown, b: unknown): boolean {
  return snapshotHash(a) === snapshotHash(b)
}
