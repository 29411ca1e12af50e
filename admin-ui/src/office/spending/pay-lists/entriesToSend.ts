/** What goes to the server of the people in a form. Pure. */
export interface GivenLine {
  allotmentId: number
  account: string
  amountFen?: number | null | undefined
  lessonCount?: number | null | undefined
}

export interface GivenEntry {
  payeeId?: number | null
  teacherId?: number | null
  hoursHundredths?: number | null
  rateFen?: number | null
  amountFen?: number | null
  taxKind?: string
  note?: string | null
  lines?: GivenLine[] | null
}

/** Hours × rate, halves of a fen rounded up, as the server has it; null where one of them is missing. */
export const workedFen = ({ hoursHundredths, rateFen }: GivenEntry): number | null =>
  typeof hoursHundredths === 'number' && typeof rateFen === 'number'
    ? Math.floor((hoursHundredths * rateFen + 50) / 100)
    : null

export const payFen = (entry: GivenEntry): number | null =>
  workedFen(entry) ?? (typeof entry.amountFen === 'number' ? entry.amountFen : null)

const sum = (numbers: readonly (number | null | undefined)[]): number =>
  numbers.reduce<number>((all, each) => all + (each ?? 0), 0)

/** As the server shared it, as long as that still adds up; else it is shared anew. */
function linesOf(entry: GivenEntry): GivenLine[] {
  const lines = entry.lines ?? []
  const isWhole =
    lines.every(({ amountFen }) => typeof amountFen === 'number') &&
    sum(lines.map(({ amountFen }) => amountFen)) === payFen(entry)
  const hours = typeof entry.hoursHundredths === 'number' ? Math.ceil(entry.hoursHundredths / 100) : 0
  const isCounted = sum(lines.map(({ lessonCount }) => lessonCount)) === hours && hours > 0
  return lines.map(({ allotmentId, account, amountFen, lessonCount }) => ({
    allotmentId,
    account,
    ...(isWhole && (isCounted || hours === 0) ? { amountFen, lessonCount: lessonCount ?? null } : {}),
    ...(!isWhole && isCounted ? { lessonCount: lessonCount ?? null } : {}),
  }))
}

export const entriesToSend = (entries: unknown): object[] =>
  ((entries ?? []) as GivenEntry[]).map((entry) => ({
    payeeId: entry.payeeId,
    teacherId: entry.teacherId ?? null,
    hoursHundredths: entry.hoursHundredths ?? null,
    rateFen: entry.rateFen ?? null,
    amountFen: workedFen(entry) === null ? (entry.amountFen ?? null) : null,
    taxKind: entry.taxKind,
    note: entry.note?.trim() || null,
    lines: linesOf(entry),
  }))
