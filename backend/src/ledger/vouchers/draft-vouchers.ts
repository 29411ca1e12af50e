/** Which vouchers wait for a number (待编号凭证), and what would stand in them? In the order in which they will be numbered. */
import { type EntityManager, In } from 'typeorm'
import { User } from '../../access/index.js'
import type { School } from '../../organisation/index.js'
import type { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { type MovedLine, movedLines, unnumberedJournals } from './journals-of-money.js'
import { type SourceSaid, summaryOf } from './summary.js'
import type { VoucherContent } from './voucher-content.js'
import { amountOf, voucherLines } from './voucher-lines.js'

type Draft = Omit<VoucherContent, 'number'>

export interface Drafted {
  readonly journal: LedgerJournal
  readonly draft: Draft
}

/** `say`: what the documents say of themselves. */
export async function draftVouchers(
  manager: EntityManager,
  school: School,
  say: (
    sources: readonly Pick<LedgerJournal, 'sourceEntity' | 'sourceId'>[],
  ) => Promise<ReadonlyMap<string, SourceSaid>>,
  before?: string,
): Promise<Drafted[]> {
  const journals = await unnumberedJournals(manager, school.id, before)
  if (journals.length === 0) return []
  const moved = await movedLines(
    manager,
    school.id,
    journals.map(({ sequence }) => sequence),
  )
  const said = await say(journals)
  const makers = await manager.find(User, {
    where: { id: In([...new Set(journals.map(({ postedById }) => postedById))]) },
    select: { id: true, displayName: true },
  })
  const names = new Map(makers.map(({ id, displayName }) => [id, displayName]))
  return journals.flatMap((journal) => {
    const own = moved.get(journal.sequence) ?? []
    const lines = voucherLines(own, school.stage)
    if (lines.length === 0) return []
    const { schoolId, sequence, accountedOn, kind, postedById, sourceEntity, sourceId } = journal
    const draft: Draft = {
      schoolId,
      month: accountedOn.slice(0, 7),
      sequence,
      accountedOn,
      kind,
      summary: summaryOf({
        ...whereOf(own),
        ...journal,
        said: said.get(`${sourceEntity}/${sourceId}`) ?? null,
      }),
      amountFen: amountOf(lines),
      entries: lines,
      makerId: postedById,
      makerName: names.get(postedById) ?? '—',
    }
    return [{ journal, draft }]
  })
}

function whereOf(lines: readonly MovedLine[]) {
  const classNames = [...new Set(lines.flatMap(({ className }) => className ?? []))]
  const { fundName, fiscalYear } = lines[0]!
  return { classNames, fundName, fiscalYear }
}
