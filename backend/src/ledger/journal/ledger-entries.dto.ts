import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { HomeClass } from '../../organisation/index.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { ListQuery } from '../../platform/paging.js'
import { addFen, fen, subtractFen } from '../../platform/money.js'
import { type Fund, type Purpose, purposes, type PayingLevel } from '../../entitlement/index.js'
import { purposeNames } from '../../entitlement/pure.js'
import type { Allotment } from '../standings/allotment.entity.js'
import { type Account, accounts, effectsOf, type Figure, figures, type Phase } from './accounts.js'
import { kindWord } from './kind-words.js'
import type { LedgerJournal } from './ledger-journal.entity.js'
import type { LedgerLine } from './ledger-line.entity.js'

export class LedgerEntryListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  homeClassId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @IsIn(purposes)
  purpose?: Purpose

  /** Only the lines behind this figure of the board. */
  @Optional()
  @IsIn(figures)
  figure?: Figure

  /** 'YYYY-MM': only what belongs to this month. */
  @Optional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string

  /** Only what stands on one side or the other of this account. */
  @Optional()
  @IsIn(Object.keys(accounts))
  account?: Account

  /** Only what this thing has caused, for example 'payment' 12. */
  @Optional()
  @IsString()
  @Length(1, 40)
  sourceEntity?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  sourceId?: number
}

/** A line of a journal. */
export class LedgerEntryOut {
  /** The journal's id and the line's number, '4711-2'. */
  id!: string
  journalId!: number
  /** The journal's: 1, 2, 3 … within the school. */
  sequence!: number
  /** single: at once; pending: set aside; post and void: what was set aside is spent, or free again. */
  phase!: Phase
  postedAt!: string
  accountedOn!: string
  level!: PayingLevel
  /** Of what is spent, by the government's chart. */
  economicCategory!: string | null
  kind!: string
  debitAccount!: string
  debitName!: string
  creditAccount!: string
  creditName!: string
  amountFen!: number
  /** What the line adds to the figure that was asked for; minus where it takes away. Null without a figure. */
  effectFen!: number | null
  schoolId!: number
  homeClassId!: number | null
  /** Null: the school's money that stands on no class. */
  className!: string | null
  fundId!: number
  fundName!: string
  purpose!: string
  fiscalYear!: number
  sourceEntity!: string
  sourceId!: number
}

/** Another journal that this one speaks of, or that speaks of this one. */
export class RelatedJournalOut {
  id!: number
  sequence!: number
  kind!: string
  relation!: 'settles' | 'settled_by' | 'reverses' | 'reversed_by'
}

/** A business event with everything it moved. */
export class LedgerJournalOut {
  id!: number
  schoolId!: number
  sequence!: number
  phase!: Phase
  kind!: string
  businessKey!: string
  accountedOn!: string
  postedAt!: string
  postedById!: number
  sourceEntity!: string
  sourceId!: number
  /** SHA-256 of the document as it stood. */
  sourceHash!: string
  /** SHA-256 over this journal, its lines and the hash of the one before. */
  hash!: string
  amountFen!: number
  lines!: LedgerEntryOut[]
  related!: RelatedJournalOut[]
}

export type ReadLine = LedgerLine & {
  journal: LedgerJournal
  standing: Allotment & { homeClass?: HomeClass | null; fund: Fund }
}

export function toLedgerEntryOut(line: ReadLine, figure?: Figure): LedgerEntryOut {
  const { journal, standing, phase, debitAccount, creditAccount, amountFen } = line
  return {
    id: `${journal.id}-${line.number}`,
    journalId: journal.id,
    sequence: line.sequence,
    phase,
    accountedOn: journal.accountedOn,
    postedAt: journal.postedAt.toISOString(),
    level: line.level,
    economicCategory: accounts[debitAccount as Account].statutory?.economicCategory ?? null,
    kind: journal.kind,
    debitAccount,
    debitName: accounts[debitAccount as Account].zh,
    creditAccount,
    creditName: accounts[creditAccount as Account].zh,
    amountFen,
    effectFen: figure ? effectOn(figure, line) : null,
    schoolId: line.schoolId,
    homeClassId: standing.homeClassId,
    className: standing.homeClass?.name ?? null,
    fundId: standing.fundId,
    fundName: standing.fund.name,
    purpose: standing.purpose,
    fiscalYear: standing.fiscalYear,
    sourceEntity: journal.sourceEntity,
    sourceId: journal.sourceId,
  }
}

function effectOn(figure: Figure, { phase, debitAccount, creditAccount, amountFen }: LedgerLine): number {
  const own = effectsOf(phase, debitAccount as Account, creditAccount as Account).find(
    (effect) => effect.figure === figure,
  )
  if (!own) return 0
  return own.sign === 1 ? amountFen : subtractFen(fen(0), amountFen)
}

export function toLedgerJournalOut(
  lines: readonly ReadLine[],
  related: readonly LedgerJournal[],
): LedgerJournalOut {
  const { journal } = lines[0]!
  const relationTo = (other: LedgerJournal): RelatedJournalOut['relation'] => {
    if (other.settles === journal.sequence) return 'settled_by'
    if (other.reverses === journal.sequence) return 'reversed_by'
    return journal.settles === other.sequence ? 'settles' : 'reverses'
  }
  return {
    id: journal.id,
    schoolId: journal.schoolId,
    sequence: journal.sequence,
    phase: journal.phase,
    kind: journal.kind,
    businessKey: journal.businessKey,
    accountedOn: journal.accountedOn,
    postedAt: journal.postedAt.toISOString(),
    postedById: journal.postedById,
    sourceEntity: journal.sourceEntity,
    sourceId: journal.sourceId,
    sourceHash: journal.sourceHash,
    hash: journal.hash,
    amountFen: addFen(fen(0), ...lines.map(({ amountFen }) => amountFen)),
    lines: lines.map((line) => toLedgerEntryOut(line)),
    related: related.map((other) => ({
      id: other.id,
      sequence: other.sequence,
      kind: other.kind,
      relation: relationTo(other),
    })),
  }
}

/** The columns of the exported list. */
export const ledgerEntryColumns: readonly ListColumn<LedgerEntryOut>[] = [
  { zh: '序号', en: 'Number', kind: 'integer', of: (row) => row.sequence },
  { zh: '记账时间', en: 'Posted', kind: 'text', of: (row) => row.postedAt },
  { zh: '事项', en: 'What', kind: 'text', of: (row, language) => kindWord(row.kind, language) },
  { zh: '班级', en: 'Class', kind: 'text', of: (row) => row.className },
  { zh: '借方', en: 'Debit', kind: 'text', of: (row) => row.debitAccount },
  { zh: '贷方', en: 'Credit', kind: 'text', of: (row) => row.creditAccount },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  {
    zh: '用途',
    en: 'Purpose',
    kind: 'text',
    of: (row, language) => purposeNames[row.purpose as Purpose][language],
  },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
]
