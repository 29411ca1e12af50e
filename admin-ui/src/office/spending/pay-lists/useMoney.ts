import { useTranslate } from 'react-admin'
import { printFen, useAll } from '../../../shared'
import type { Allotment } from '../types'

/** The classes' money of a school and year, to choose from. */
export function useMoney(schoolId: number | undefined, fiscalYear: number) {
  const translate = useTranslate()
  const { data = [], error } = useAll<Allotment>('allotments', {
    sort: { field: 'homeClassId', order: 'ASC' },
    filter: { fiscalYear, ...(schoolId === undefined ? {} : { schoolId }) },
  })
  const choices = data
    .filter((each) => each.homeClassId !== null)
    .map((each) => ({
      id: each.id,
      name: `${each.className} · ${each.fundName} · ${translate(`funding.purposes.${each.purpose}`)}`,
      left: translate('funding.leftShort', { left: printFen(each.leftFen) }),
    }))
  return { choices, error }
}

export type MoneyChoice = ReturnType<typeof useMoney>['choices'][number]
