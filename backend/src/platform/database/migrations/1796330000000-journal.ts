/** Entries become journals with lines (台账改为凭证与分录): reservations in two phases, levels on every line, entitlement no longer posted. */
import { createHash } from 'node:crypto'
import type { MigrationInterface, QueryRunner, TableColumn } from 'typeorm'
import { addFen, fen, type Fen, shareOut } from '../../money.js'
import { column } from '../columns.js'
import { addFilled } from '../alter.js'
import { isSqlite, table } from '../table.js'

interface OldEntry {
  id: number
  sequence: number
  debitAccount: string
  creditAccount: string
  amountFen: Fen
  kind: string
  businessKey: string
  reversesEntryId: number | null
  homeClassId: number | null
  fundId: number
  purpose: string
  level: string
  fiscalYear: number
  accountedOn: string
  sourceEntity: string
  sourceId: number
  postedAt: string
  postedById: number
}

interface Line {
  readonly debitAccount: string
  readonly creditAccount: string
  readonly amountFen: Fen
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
  readonly level: string
}

type Phase = 'single' | 'pending' | 'post' | 'void'

interface Journal {
  readonly sequence: number
  readonly lines: readonly Line[]
}

const rowsAtOnce = 200
const genesis = '0'.repeat(64)

export class Journal1796330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    // A server commits each change of a table by itself: what a killed run has made is made anew.
    for (const name of ['ledger_line', 'ledger_journal', 'ledger_anchor_end', 'ledger_anchor'])
      if (await runner.hasTable(name)) await runner.dropTable(name)
    await makeTables(runner, lite)
    await makeAnchors(runner, lite)
    if (await runner.hasTable('ledger_entry')) {
      await serviceParts(runner, lite)
      for (const { schoolId } of await rows<{ schoolId: number }>(
        runner,
        'SELECT schoolId FROM ledger_chain ORDER BY schoolId',
      ))
        await new SchoolBooks(runner, schoolId).write()
      await runner.dropTable('ledger_entry')
    }
    if (await runner.hasColumn('allotment', 'entitledFen'))
      await runner.dropColumn('allotment', 'entitledFen')
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function makeTables(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'ledger_journal',
      [
        column.id(lite),
        column.integer(lite, 'schoolId'),
        column.integer(lite, 'sequence'),
        column.text('phase', 10),
        column.text('kind', 20),
        column.text('businessKey', 80),
        column.integer(lite, 'settles', true),
        column.integer(lite, 'reverses', true),
        column.text('sourceEntity', 40),
        column.integer(lite, 'sourceId'),
        column.text('sourceHash', 64),
        column.on('accountedOn'),
        column.at('postedAt'),
        column.integer(lite, 'postedById'),
        column.text('hash', 64),
      ],
      {
        unique: [
          ['schoolId', 'sequence'],
          ['schoolId', 'settles'],
          ['schoolId', 'reverses'],
          ['businessKey'],
        ],
        index: [['sourceEntity', 'sourceId']],
        references: { schoolId: 'school' },
      },
    ),
  )
  const key = (name: string): TableColumn => {
    const part = column.integer(lite, name)
    part.isPrimary = true
    return part
  }
  const lines = table(
    'ledger_line',
    [
      key('schoolId'),
      key('sequence'),
      key('number'),
      column.text('phase', 10),
      column.text('debitAccount', 10),
      column.text('creditAccount', 10),
      column.fen('amountFen'),
      column.integer(lite, 'standingId'),
      column.text('level', 12),
    ],
    { index: [['standingId']], references: { schoolId: 'school', standingId: 'allotment' } },
  )
  lines.withoutRowid = lite
  await runner.createTable(lines)
}

async function makeAnchors(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'ledger_anchor',
      [
        column.id(lite),
        column.on('madeOn'),
        column.at('madeAt'),
        column.text('previousRoot', 64),
        column.text('root', 64),
        column.text('signature', 100),
        column.text('publicKey', 60),
      ],
      { unique: [['madeOn']] },
    ),
  )
  await runner.createTable(
    table(
      'ledger_anchor_end',
      [
        column.id(lite),
        column.integer(lite, 'anchorId'),
        column.text('kind', 10),
        column.text('name', 40),
        column.integer(lite, 'sequence'),
        column.text('hash', 64),
      ],
      {
        unique: [['anchorId', 'kind', 'name']],
        index: [['kind', 'name', 'anchorId']],
        references: { anchorId: 'ledger_anchor' },
      },
    ),
  )
}

/** What of each line of a declaration is for the service: as it was posted, all of it where nothing was. */
async function serviceParts(runner: QueryRunner, lite: boolean): Promise<void> {
  await addFilled(runner, 'declaration_line', column.fen('serviceFen', true), 'amountFen')
  const parts = await rows<{ id: number; serviceFen: string | number }>(
    runner,
    `SELECT line.id AS id, SUM(CASE WHEN ${lite ? 'instr(fund.purposes, ' : 'LOCATE('}${
      lite
        ? `'"service":"' || entry.purpose || '"')`
        : `CONCAT('"service":"', entry.purpose, '"'), fund.purposes)`
    } > 0 THEN CASE WHEN entry.debitAccount = 'M100' THEN entry.amountFen ELSE -entry.amountFen END ELSE 0 END) AS serviceFen
     FROM declaration_line line
     JOIN ledger_entry entry ON entry.sourceEntity = 'declaration' AND entry.sourceId = line.declarationId
       AND entry.homeClassId = line.homeClassId AND entry.kind IN ('entitle', 'un-entitle')
     JOIN fund ON fund.id = entry.fundId
     GROUP BY line.id`,
  )
  for (const { id, serviceFen } of parts)
    await runner.query(
      `UPDATE declaration_line SET serviceFen = ${Number(serviceFen)} WHERE id = ${Number(id)}`,
    )
}

/** One school's entries, read in their order and written as journals. */
class SchoolBooks {
  private sequence = 0
  private hash = genesis
  private readonly standings = new Map<string, number>()
  private readonly left = new Map<string, Map<string, number>>()
  private readonly byEntry = new Map<number, Journal>()
  private readonly reserved = new Map<number, Journal>()
  private carriedOut: readonly Line[] = []
  private readonly accounts = new Map<number, string>()
  private readonly journalRows: unknown[][] = []
  private readonly lineRows: unknown[][] = []

  constructor(
    private readonly runner: QueryRunner,
    private readonly schoolId: number,
  ) {}

  async write(): Promise<void> {
    const { runner, schoolId } = this
    for (const row of await rows<Omit<Line, 'level'> & { id: number }>(
      runner,
      `SELECT id, homeClassId, fundId, purpose, fiscalYear FROM allotment WHERE schoolId = ${schoolId}`,
    ))
      this.standings.set(place(row), row.id)
    for (const { id, account } of await rows<{ id: number; account: string }>(
      runner,
      `SELECT id, account FROM payment WHERE schoolId = ${schoolId}`,
    ))
      this.accounts.set(id, account)
    const entries = (
      await rows<OldEntry>(
        runner,
        `SELECT * FROM ledger_entry WHERE schoolId = ${schoolId} ORDER BY sequence`,
      )
    ).map((entry) => ({
      ...entry,
      amountFen: fen(Number(entry.amountFen)),
      postedAt: instantOf(entry.postedAt),
    }))
    const spent = new Set(
      entries
        .filter(({ kind }) => kind === 'spend')
        .map(({ sourceId, postedAt }) => `${sourceId}/${postedAt}`),
    )
    const ends = new Map<number, { sequence: number; hash: string }>()
    for (const event of eventsOf(entries)) {
      this.event(event, spent)
      ends.set(event.at(-1)!.sequence, { sequence: this.sequence, hash: this.hash })
    }
    await insert(runner, 'ledger_journal', journalColumns, this.journalRows)
    await insert(runner, 'ledger_line', lineColumns, this.lineRows)
    await runner.query(
      `UPDATE ledger_chain SET lastSequence = ${this.sequence}, lastHash = '${this.hash}' WHERE schoolId = ${schoolId}`,
    )
    await this.closings(ends)
  }

  // A month was closed after a whole event.
  private async closings(ends: ReadonlyMap<number, { sequence: number; hash: string }>): Promise<void> {
    const closed = await rows<{ id: number; closingSequence: number }>(
      this.runner,
      `SELECT id, closingSequence FROM ledger_period WHERE schoolId = ${this.schoolId} AND closingSequence > 0`,
    )
    for (const { id, closingSequence } of closed) {
      const end = ends.get(closingSequence) ?? { sequence: 0, hash: '' }
      await this.runner.query(
        `UPDATE ledger_period SET closingSequence = ${end.sequence}, closingHash = '${end.hash}' WHERE id = ${id}`,
      )
    }
  }

  private event(entries: readonly OldEntry[], spent: ReadonlySet<string>): void {
    const first = entries[0]!
    const { kind, sourceId } = first
    if (kind === 'entitle' || kind === 'un-entitle') return
    if (kind === 'commit') {
      const account = this.accounts.get(sourceId) ?? 'E530'
      const lines = entries.flatMap((entry) =>
        this.drawn({ ...entry, debitAccount: account, creditAccount: 'A110' }),
      )
      this.reserved.set(sourceId, this.add(first, 'pending', 'reserve', lines))
      return
    }
    const pending = this.reserved.get(sourceId)
    if (kind === 'un-commit') {
      // Where it was spent at the same instant, the spending ends the reservation.
      if (!pending || spent.has(`${sourceId}/${first.postedAt}`)) return
      this.reserved.delete(sourceId)
      this.add(first, 'void', 'free', pending.lines, { settles: pending.sequence })
      return
    }
    if (kind === 'spend' && pending) {
      this.reserved.delete(sourceId)
      this.note(entries, this.add(first, 'post', 'spend', pending.lines, { settles: pending.sequence }))
      return
    }
    const before = first.reversesEntryId === null ? undefined : this.byEntry.get(first.reversesEntryId)
    if (before) {
      const turned = before.lines.map((line) => ({
        ...line,
        debitAccount: line.creditAccount,
        creditAccount: line.debitAccount,
      }))
      this.add(first, 'single', kind, turned, { reverses: before.sequence })
      return
    }
    const lines = this.linesOf(entries)
    if (kind === 'carry-out') this.carriedOut = lines
    this.note(entries, this.add(first, 'single', kind, lines))
  }

  private linesOf(entries: readonly OldEntry[]): Line[] {
    const { kind } = entries[0]!
    if (kind === 'allot') return this.allotted(entries)
    if (kind === 'carry-in') return this.carriedIn(entries)
    return entries.flatMap((entry) => (entry.creditAccount === 'A110' ? this.drawn(entry) : [line(entry)]))
  }

  // Whose money lies with the school goes to the classes: what leaves there arrives here, level by level.
  private allotted(entries: readonly OldEntry[]): Line[] {
    const from = entries.filter((entry) => entry.creditAccount === 'A110')
    const to = entries.filter((entry) => entry.creditAccount !== 'A110')
    const outs = new Map<string, Line>()
    const ins = to.flatMap((entry) => {
      const source = from.find((each) => each.purpose === entry.purpose)
      const parts = source ? this.drawn({ ...source, amountFen: entry.amountFen }) : [line(entry)]
      if (source)
        for (const part of parts) {
          const name = `${part.purpose}/${part.level}`
          outs.set(name, { ...part, amountFen: addFen(part.amountFen, outs.get(name)?.amountFen ?? fen(0)) })
        }
      return parts.map(({ level, amountFen }) => ({ ...line(entry), level, amountFen }))
    })
    return [...outs.values(), ...ins]
  }

  private carriedIn(entries: readonly OldEntry[]): Line[] {
    return entries.flatMap((entry) => {
      const parts = new Map<string, Fen>()
      for (const out of this.carriedOut)
        if (out.purpose === entry.purpose && out.fundId === entry.fundId)
          parts.set(out.level, addFen(parts.get(out.level) ?? fen(0), out.amountFen))
      if (addFen(fen(0), ...parts.values()) !== entry.amountFen) return [line(entry)]
      return [...parts].map(([level, amountFen]) => ({ ...line(entry), level, amountFen }))
    })
  }

  /** A line that takes money from a place, by what each level has left there. */
  private drawn(entry: OldEntry): Line[] {
    if (entry.level !== 'whole') return this.taken([line(entry)])
    const pots = [...(this.left.get(place(entry)) ?? [])].filter(([, left]) => left > 0).sort(byName)
    const total = pots.reduce((sum, [, left]) => sum + left, 0)
    if (total < entry.amountFen) return this.taken([{ ...line(entry), level: pots[0]?.[0] ?? 'whole' }])
    const parts: Fen[] = shareOut(
      fen(entry.amountFen),
      pots.map(([, left]) => left),
    )
    return this.taken(
      pots
        .map(([level], i) => ({ ...line(entry), level, amountFen: parts[i]! }))
        .filter(({ amountFen }) => amountFen > 0),
    )
  }

  // Drawn at once, so that the next line of the same event sees it; `add` does not take it again.
  private readonly drawnLines = new WeakSet<Line>()
  private taken(lines: Line[]): Line[] {
    for (const each of lines) {
      this.change(each, -each.amountFen)
      this.drawnLines.add(each)
    }
    return lines
  }

  private change(at: Line, by: number): void {
    const name = place(at)
    if (!this.left.has(name)) this.left.set(name, new Map())
    const levels = this.left.get(name)!
    levels.set(at.level, (levels.get(at.level) ?? 0) + by)
  }

  private add(
    first: OldEntry,
    phase: Phase,
    kind: string,
    lines: readonly Line[],
    { settles = null, reverses = null }: { settles?: number | null; reverses?: number | null } = {},
  ): Journal {
    const { schoolId } = this
    const sequence = this.sequence + 1
    const { businessKey, sourceEntity, sourceId, accountedOn, postedAt, postedById } = first
    const header = [phase, kind, businessKey, settles, reverses, sourceEntity, sourceId, '', accountedOn]
    // A copy of the chain's hash as it was when this migration was written: its second version.
    const hash = createHash('sha256')
      .update(
        JSON.stringify([
          'v2',
          this.hash,
          sequence,
          schoolId,
          ...header,
          postedAt,
          postedById,
          ...lines.map((each) => [
            each.debitAccount,
            each.creditAccount,
            each.amountFen,
            each.homeClassId,
            each.fundId,
            each.purpose,
            each.fiscalYear,
            each.level,
          ]),
        ]),
      )
      .digest('hex')
    this.journalRows.push([schoolId, sequence, ...header, columnInstant(postedAt), postedById, hash])
    lines.forEach((each, i) => {
      const { debitAccount, creditAccount, amountFen, level } = each
      const standingId = this.standings.get(place(each))!
      this.lineRows.push([
        schoolId,
        sequence,
        i + 1,
        phase,
        debitAccount,
        creditAccount,
        amountFen,
        standingId,
        level,
      ])
      if (this.drawnLines.has(each)) return
      if (phase === 'void') this.change(each, amountFen)
      else if (phase === 'single' && debitAccount === 'A110') this.change(each, amountFen)
      else if (phase === 'single' && creditAccount === 'A110') this.change(each, -amountFen)
    })
    this.sequence = sequence
    this.hash = hash
    return { sequence, lines }
  }

  private note(entries: readonly OldEntry[], journal: Journal): void {
    for (const { id } of entries) this.byEntry.set(id, journal)
  }
}

const byName = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1)

const line = ({
  debitAccount,
  creditAccount,
  amountFen,
  homeClassId,
  fundId,
  purpose,
  fiscalYear,
  level,
}: OldEntry): Line => ({
  debitAccount,
  creditAccount,
  amountFen,
  homeClassId,
  fundId,
  purpose,
  fiscalYear,
  level,
})

const place = ({
  homeClassId,
  fundId,
  purpose,
  fiscalYear,
}: Pick<Line, 'homeClassId' | 'fundId' | 'purpose' | 'fiscalYear'>) =>
  `${homeClassId ?? 0}/${fundId}/${purpose}/${fiscalYear}`

/** Entries that one act has posted, one after the other. */
function eventsOf(entries: readonly OldEntry[]): OldEntry[][] {
  const events: OldEntry[][] = []
  let open = ''
  for (const entry of entries) {
    const { kind, sourceEntity, sourceId, postedAt, accountedOn, postedById } = entry
    const name = [kind, sourceEntity, sourceId, postedAt, accountedOn, postedById].join('/')
    if (name !== open) events.push([])
    events.at(-1)!.push(entry)
    open = name
  }
  return events
}

const journalColumns = [
  'schoolId',
  'sequence',
  'phase',
  'kind',
  'businessKey',
  'settles',
  'reverses',
  'sourceEntity',
  'sourceId',
  'sourceHash',
  'accountedOn',
  'postedAt',
  'postedById',
  'hash',
]
const lineColumns = [
  'schoolId',
  'sequence',
  'number',
  'phase',
  'debitAccount',
  'creditAccount',
  'amountFen',
  'standingId',
  'level',
]

async function insert(
  runner: QueryRunner,
  name: string,
  columns: readonly string[],
  all: readonly unknown[][],
): Promise<void> {
  const names = columns.map((each) => runner.connection.driver.escape(each)).join(', ')
  const place_ = `(${columns.map(() => '?').join(', ')})`
  for (let start = 0; start < all.length; start += rowsAtOnce) {
    const part = all.slice(start, start + rowsAtOnce)
    await runner.query(
      `INSERT INTO ${name} (${names}) VALUES ${part.map(() => place_).join(', ')}`,
      part.flat(),
    )
  }
}

const rows = async <Row>(runner: QueryRunner, sql: string): Promise<Row[]> =>
  (await runner.query(sql)) as Row[]

const instantOf = (at: string | Date): string =>
  at instanceof Date ? at.toISOString() : `${at.replace(' ', 'T').replace(/Z$/, '')}Z`

const columnInstant = (at: string): string => at.slice(0, 23).replace('T', ' ')
