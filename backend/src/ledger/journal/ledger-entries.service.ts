/** What stands in the books (台账)? Lines with their journals, and one journal whole. */
import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Fund } from '../../entitlement/index.js'
import { Allotment } from '../standings/allotment.entity.js'
import { nextMonth } from '../periods/months.js'
import { effectInSql } from './accounts.js'
import { LedgerJournal } from './ledger-journal.entity.js'
import { LedgerLine } from './ledger-line.entity.js'
import {
  type LedgerEntryListQuery,
  type LedgerEntryOut,
  type LedgerJournalOut,
  type ReadLine,
  toLedgerEntryOut,
  toLedgerJournalOut,
} from './ledger-entries.dto.js'

const lines: Listing<LedgerEntryListQuery> = {
  sortable: { id: 'journal.id', postedAt: 'journal.postedAt', amountFen: 'line.amountFen' },
  key: ['journal.id', 'line.number'],
  filters: {
    schoolId: equals('line.schoolId'),
    fiscalYear: equals('standing.fiscalYear'),
    homeClassId: equals('standing.homeClassId'),
    fundId: equals('standing.fundId'),
    purpose: equals('standing.purpose'),
    month: (month) => ({
      sql: 'journal.accountedOn >= :firstDay AND journal.accountedOn < :after',
      values: { firstDay: `${month}-01`, after: `${nextMonth(month)}-01` },
    }),
    account: where(
      "line.phase IN ('single', 'post') AND (line.debitAccount = :account OR line.creditAccount = :account)",
    ),
    sourceEntity: equals('journal.sourceEntity'),
    sourceId: equals('journal.sourceId'),
    figure: (figure) => ({ sql: `${effectInSql(figure)} <> 0`, values: {} }),
  },
}

@Injectable()
export class LedgerEntriesService {
  constructor(private readonly database: Database) {}

  list(actor: Actor, list: LedgerEntryListQuery): Promise<Page<LedgerEntryOut>> {
    return paged(scoped(this.joined(), actor), list, lines, (line) =>
      toLedgerEntryOut(line as ReadLine, list.figure),
    )
  }

  /** One journal with its lines, what it ends or takes back, and what has ended it or taken it back. */
  async get(actor: Actor, id: number): Promise<LedgerJournalOut> {
    const found = (await scoped(this.joined(), actor)
      .andWhere('journal.id = :id', { id })
      .orderBy('line.number')
      .getMany()) as ReadLine[]
    if (found.length === 0) throw new NotFound('ledger_entry', id)
    const { journal } = found[0]!
    const related = await this.database.read
      .createQueryBuilder(LedgerJournal, 'journal')
      .where(
        'journal.schoolId = :schoolId AND (journal.settles = :own OR journal.reverses = :own OR journal.sequence IN (:...before))',
        {
          schoolId: journal.schoolId,
          own: journal.sequence,
          before: [journal.settles ?? 0, journal.reverses ?? 0],
        },
      )
      .getMany()
    return toLedgerJournalOut(found, related)
  }

  private joined(): SelectQueryBuilder<LedgerLine> {
    return this.database.read
      .createQueryBuilder(LedgerLine, 'line')
      .innerJoinAndMapOne(
        'line.journal',
        LedgerJournal,
        'journal',
        'journal.schoolId = line.schoolId AND journal.sequence = line.sequence',
      )
      .innerJoinAndMapOne('line.standing', Allotment, 'standing', 'standing.id = line.standingId')
      .leftJoinAndMapOne('standing.homeClass', HomeClass, 'homeClass', 'homeClass.id = standing.homeClassId')
      .innerJoinAndMapOne('standing.fund', Fund, 'fund', 'fund.id = standing.fundId')
  }
}
