/** Under which notice was a school's money granted (指标文号)? By fund, year and level. */
import type { EntityManager } from 'typeorm'
import { Appropriation, AppropriationLine } from '../../grants/index.js'
import type { PartOfPayment } from './bank-order-file-parts.js'

type Granted = Pick<PartOfPayment, 'fundId' | 'fiscalYear' | 'level'>

/** Answers the numbers of the notices whose money the school has received; of all levels where that level has none. */
export async function noticesOf(
  manager: EntityManager,
  schoolIds: readonly number[],
): Promise<(schoolId: number, granted: Granted) => string> {
  if (schoolIds.length === 0) return () => ''
  const found = await manager
    .createQueryBuilder(AppropriationLine, 'line')
    .innerJoin(Appropriation, 'notice', 'notice.id = line.appropriationId')
    .select([
      'line.schoolId AS schoolId',
      'notice.fundId AS fundId',
      'notice.fiscalYear AS fiscalYear',
      'notice.level AS level',
      'notice.documentNumber AS documentNumber',
    ])
    .where('line.schoolId IN (:...schoolIds) AND line.receivedAt IS NOT NULL', { schoolIds: [...schoolIds] })
    .andWhere("notice.status = 'issued' AND notice.documentNumber IS NOT NULL")
    .orderBy('notice.id')
    .getRawMany<Granted & { schoolId: number; documentNumber: string }>()
  const byPot = new Map<string, string[]>()
  const put = (pot: string, number: string) => byPot.set(pot, [...(byPot.get(pot) ?? []), number])
  for (const { documentNumber, ...notice } of found) {
    put(potOf(notice.schoolId, notice), documentNumber)
    put(`${potOf(notice.schoolId, notice)}/${notice.level}`, documentNumber)
  }
  return (schoolId, granted) => {
    const pot = potOf(schoolId, granted)
    return [...new Set(byPot.get(`${pot}/${granted.level}`) ?? byPot.get(pot) ?? [])].join('、')
  }
}

const potOf = (schoolId: number, { fundId, fiscalYear }: Omit<Granted, 'level'>) =>
  `${schoolId}/${fundId}/${fiscalYear}`
