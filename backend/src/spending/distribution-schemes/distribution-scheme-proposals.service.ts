/** What is there to distribute, and how would it lie on the classes (分配建议)? From the receipt or the money carried over, by what the classes declared. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { HomeClass, type School } from '../../organisation/index.js'
import { RuleBroken } from '../../platform/errors.js'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import { allot, type ClassShare, type PurposePart, weigh } from '../allotments/allot.js'
import type { PayingLevel } from '../../entitlement/index.js'
import { Allotment, type LevelLeft, levelsLeft, placedLines } from '../../ledger/index.js'
import { Appropriation, AppropriationLine, Declaration, DeclarationLine } from '../../grants/index.js'
import { DistributionScheme } from './distribution-scheme.entity.js'
import { DistributionSchemeLine } from './distribution-scheme-line.entity.js'

export interface Pot {
  readonly schoolId: number
  readonly fundId: number
  readonly fiscalYear: number
}

@Injectable()
export class DistributionSchemeProposalsService {
  /** What a confirmed receipt brought, by purpose, as it was posted. */
  async received(tx: EntityManager, line: AppropriationLine): Promise<PurposePart[]> {
    const rows = await placedLines(tx)
      .select(['standing.purpose AS purpose', 'SUM(line.amountFen) AS amountFen'])
      .where(
        "journal.sourceEntity = 'appropriation' AND journal.sourceId = :id AND journal.schoolId = :schoolId AND journal.kind = 'receive'",
        { id: line.appropriationId, schoolId: line.schoolId },
      )
      .groupBy('standing.purpose')
      .orderBy('standing.purpose')
      .getRawMany<{ purpose: string; amountFen: string | number }>()
    return rows.map(({ purpose, amountFen }) => ({ purpose, amountFen: toFen(amountFen) }))
  }

  /** What stands with the school and belongs to no receipt that waits for its own scheme: money carried over. */
  async carried(tx: EntityManager, pot: Pot): Promise<PurposePart[]> {
    return [...(await this.carriedByLevel(tx, pot))]
      .map(([purpose, levels]) => ({
        purpose,
        amountFen: addFen(fen(0), ...levels.map((each) => each.leftFen)),
      }))
      .filter((part) => part.amountFen > 0)
      .sort((a, b) => (a.purpose < b.purpose ? -1 : 1))
  }

  /** The same by purpose and by who has paid it. */
  async carriedByLevel(
    tx: EntityManager,
    { schoolId, fundId, fiscalYear }: Pot,
  ): Promise<Map<string, LevelLeft<PayingLevel>[]>> {
    const standings = await tx.findBy(Allotment, { schoolId, fundId, fiscalYear, classKey: 0 })
    const left = await levelsLeft(
      tx,
      standings.map(({ id }) => id),
    )
    const waiting = await placedLines(tx)
      .select(['line.standingId AS standingId', 'line.level AS level', 'SUM(line.amountFen) AS amountFen'])
      .innerJoin(
        Appropriation,
        'notice',
        "journal.sourceEntity = 'appropriation' AND notice.id = journal.sourceId",
      )
      .innerJoin(
        AppropriationLine,
        'receipt',
        'receipt.appropriationId = notice.id AND receipt.schoolId = journal.schoolId',
      )
      .leftJoin(
        DistributionScheme,
        'scheme',
        "scheme.appropriationLineId = receipt.id AND scheme.status = 'approved'",
      )
      .where(
        "line.schoolId = :schoolId AND standing.fundId = :fundId AND standing.fiscalYear = :fiscalYear AND journal.kind = 'receive' AND scheme.id IS NULL",
        { schoolId, fundId, fiscalYear },
      )
      .groupBy('line.standingId')
      .addGroupBy('line.level')
      .getRawMany<{ standingId: number; level: PayingLevel; amountFen: string | number }>()
    const kept = new Map(waiting.map((row) => [`${row.standingId}/${row.level}`, toFen(row.amountFen)]))
    return new Map(
      standings.map(({ id, purpose }) => [
        purpose,
        (left.get(id) ?? []).map(({ level, leftFen }) => ({
          level,
          leftFen: subtractFen(leftFen, kept.get(`${id}/${level}`) ?? fen(0)),
        })),
      ]),
    )
  }

  /** A receipt goes to what the classes have declared and not got yet; carried-over money by what they declared. */
  async shares(
    tx: EntityManager,
    school: School,
    pot: Pot,
    parts: readonly PurposePart[],
    isCarried: boolean,
  ): Promise<ClassShare[]> {
    const declared = await this.declaredBy(tx, pot)
    const got = isCarried ? new Map<number, Fen>() : await this.gotBy(tx, pot)
    const classes = declared.map(({ homeClassId, declaredFen }) => ({
      homeClassId,
      declaredFen,
      openFen: isCarried ? fen(0) : subtractFen(declaredFen, got.get(homeClassId) ?? fen(0)),
    }))
    const active =
      classes.length > 0
        ? []
        : await tx.find(HomeClass, {
            where: { schoolId: school.id, isActive: true },
            order: { grade: 'ASC', number: 'ASC' },
          })
    const weighed = weigh([
      ...classes,
      ...active.map(({ id }) => ({ homeClassId: id, declaredFen: fen(0), openFen: fen(0) })),
    ])
    if (weighed.length === 0) throw new RuleBroken('funding.scheme_no_classes', { school: school.name })
    return allot(parts, weighed)
  }

  // Net of all approved declarations: a supplement may also take away.
  private async declaredBy(
    tx: EntityManager,
    { schoolId, fundId, fiscalYear }: Pot,
  ): Promise<{ homeClassId: number; declaredFen: Fen }[]> {
    const rows = await tx
      .createQueryBuilder(DeclarationLine, 'line')
      .innerJoin(Declaration, 'declaration', 'declaration.id = line.declarationId')
      .select(['line.homeClassId AS homeClassId', 'SUM(line.amountFen) AS declaredFen'])
      .where(
        "declaration.schoolId = :schoolId AND declaration.fundId = :fundId AND declaration.fiscalYear = :fiscalYear AND declaration.status = 'approved'",
        { schoolId, fundId, fiscalYear },
      )
      .groupBy('line.homeClassId')
      .orderBy('line.homeClassId')
      .getRawMany<{ homeClassId: number; declaredFen: string | number }>()
    return rows.map((row) => ({ homeClassId: row.homeClassId, declaredFen: toFen(row.declaredFen) }))
  }

  // On the classes already, or on its way there in a scheme that is not approved yet.
  private async gotBy(tx: EntityManager, { schoolId, fundId, fiscalYear }: Pot): Promise<Map<number, Fen>> {
    const standings = await tx.findBy(Allotment, { schoolId, fundId, fiscalYear })
    const pending = await tx
      .createQueryBuilder(DistributionSchemeLine, 'line')
      .innerJoin(DistributionScheme, 'scheme', 'scheme.id = line.schemeId')
      .select(['line.homeClassId AS homeClassId', 'SUM(line.amountFen) AS amountFen'])
      .where(
        "scheme.schoolId = :schoolId AND scheme.fundId = :fundId AND scheme.fiscalYear = :fiscalYear AND scheme.status <> 'approved' AND scheme.appropriationLineId IS NOT NULL",
        { schoolId, fundId, fiscalYear },
      )
      .groupBy('line.homeClassId')
      .getRawMany<{ homeClassId: number; amountFen: string | number }>()
    const got = new Map<number, Fen>()
    const add = (homeClassId: number, amountFen: Fen) =>
      got.set(homeClassId, addFen(got.get(homeClassId) ?? fen(0), amountFen))
    for (const standing of standings)
      if (standing.homeClassId !== null) add(standing.homeClassId, standing.receivedFen)
    for (const row of pending) add(row.homeClassId, toFen(row.amountFen))
    return got
  }
}
