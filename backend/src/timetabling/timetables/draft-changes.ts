/** One step of a draft (撤销记录) as compact rows: what went, what came. Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import type { Placement } from './placement.entity.js'
import type { WeekPattern } from './week-patterns.js'

export type PlacementRow = readonly [
  sectionId: number,
  slotId: number,
  teacherId: number,
  roomId: number,
  weeks: WeekPattern,
  startsOn: LocalDate | null,
  endsOn: LocalDate | null,
  isLocked: boolean,
]

export const changeKinds = [
  'place',
  'move',
  'take_out',
  'lock',
  'unlock',
  'change',
  'clear',
  'accept_run',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface DraftChange {
  readonly gone: readonly PlacementRow[]
  readonly come: readonly PlacementRow[]
}

/** A part of a change stands in one row of the database, whose text holds less than this. */
export const longestPart = 50_000

export function toRow(
  placement: Pick<
    Placement,
    'sectionId' | 'slotId' | 'teacherId' | 'roomId' | 'weeks' | 'startsOn' | 'endsOn' | 'isLocked'
  >,
): PlacementRow {
  const { sectionId, slotId, teacherId, roomId, weeks, startsOn, endsOn, isLocked } = placement
  return [sectionId, slotId, teacherId, roomId, weeks, startsOn, endsOn, isLocked]
}

export function fromRow([
  sectionId,
  slotId,
  teacherId,
  roomId,
  weeks,
  startsOn,
  endsOn,
  isLocked,
]: PlacementRow) {
  return { sectionId, slotId, teacherId, roomId, weeks, startsOn, endsOn, isLocked }
}

export const rowKey = (row: PlacementRow): string => JSON.stringify(row)

/** What has to go and to come so that `before` becomes `after`; what stands in both is left alone. */
export function changeBetween(before: readonly PlacementRow[], after: readonly PlacementRow[]): DraftChange {
  const [was, is] = [new Set(before.map(rowKey)), new Set(after.map(rowKey))]
  return {
    gone: before.filter((row) => !is.has(rowKey(row))),
    come: after.filter((row) => !was.has(rowKey(row))),
  }
}

export const backwards = ({ gone, come }: DraftChange): DraftChange => ({ gone: come, come: gone })

/** In parts whose texts stay below the limit, at least one. */
export function splitChange({ gone, come }: DraftChange, limit = longestPart): DraftChange[] {
  const [before, after] = [chunks(gone, limit), chunks(come, limit)]
  return Array.from({ length: Math.max(1, before.length, after.length) }, (_, part) => ({
    gone: before[part] ?? [],
    come: after[part] ?? [],
  }))
}

export const joinChange = (parts: readonly DraftChange[]): DraftChange => ({
  gone: parts.flatMap((part) => part.gone),
  come: parts.flatMap((part) => part.come),
})

function chunks(rows: readonly PlacementRow[], limit: number): PlacementRow[][] {
  const all: PlacementRow[][] = []
  let length = limit
  for (const row of rows) {
    const own = rowKey(row).length + 1
    if (length + own > limit) {
      all.push([])
      length = 2
    }
    all.at(-1)!.push(row)
    length += own
  }
  return all
}
