/** For which part of its year is something declared, as it is said on the pages? */
import type { Schemas } from '../../../api/contract'
import { query } from '../../../api/call'
import { useAnswer } from '../../../shared'

export type Periods = Schemas['DeclarationPeriodsOut']
type Named = Pick<Schemas['DeclarationOut'], 'periodName' | 'periodNameEn'>

export const periodNameOf = (each: Named, tongue: string): string =>
  tongue === 'en' ? each.periodNameEn : each.periodName

/** The periods of a fund's year; of the region where no school is named. */
export function usePeriods(
  fundId: number | undefined,
  fiscalYear: number | undefined,
  schoolId?: number,
): Periods | undefined {
  const { data } = useAnswer<Periods>(
    fundId && fiscalYear ? `/api/declarations/periods${query({ fundId, fiscalYear, schoolId })}` : null,
  )
  return data
}
