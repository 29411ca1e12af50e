/** What do the records give for the targets of a school, fund and year (绩效数据) up to a day? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type CountedClass, type Fund, notRunning, StandardsService } from '../../entitlement/index.js'
import { placedLines, readFigures, selectFigures } from '../../ledger/index.js'
import type { School } from '../../organisation/index.js'
import { fen, type Fen } from '../../platform/money.js'
import { type Counted, type Figures, figuresOf } from './indicators.js'
import { SatisfactionSource } from './satisfaction-source.js'

@Injectable()
export class PerformanceRecordsService {
  constructor(
    private readonly standards: StandardsService,
    private readonly satisfaction: SatisfactionSource,
  ) {}

  /** Classes and children of the day, sessions of the year up to it, and what the ledger says was spent of the fund's year. */
  async upTo(
    manager: EntityManager,
    { school, fund, fiscalYear }: { school: School; fund: Fund; fiscalYear: number },
    on: string,
  ): Promise<Figures> {
    const { counted } = await this.standards.judge(manager, school, fund, fiscalYear, { countOn: on })
    const { id: schoolId, regionCode } = school
    return figuresOf(
      countedOf(counted.classes),
      await spentOf(manager, { schoolId, fundId: fund.id, fiscalYear, on }),
      await this.satisfaction.ask(manager, { schoolId, regionCode, fiscalYear, on }),
    )
  }
}

/** Only classes that run the service count as such; their children and sessions are those of all. */
export function countedOf(classes: readonly CountedClass[]): Counted {
  const sum = (of: (each: CountedClass) => number) => classes.reduce((all, each) => all + of(each), 0)
  return {
    classes: classes.filter((each) => notRunning(each) === null).length,
    enrolled: sum((each) => each.enrolled),
    participants: sum((each) => each.participants),
    sessions: sum((each) => each.sessions),
  }
}

async function spentOf(
  manager: EntityManager,
  of: { schoolId: number; fundId: number; fiscalYear: number; on: string },
): Promise<Fen> {
  const query = placedLines(manager)
    .select('COUNT(*)', 'lineCount')
    .where(
      'line.schoolId = :schoolId AND standing.fundId = :fundId AND standing.fiscalYear = :fiscalYear AND journal.accountedOn <= :on',
      of,
    )
  selectFigures(query)
  const row = await query.getRawOne<Record<string, string | number | null>>()
  return row && Number(row['lineCount']) > 0 ? readFigures(row).spent : fen(0)
}
