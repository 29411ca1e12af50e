/** The figures of a budget, in the order in which money moves. */
import { allOf } from '../../../api/contract'
import type { BudgetYear } from '../types'

export type BudgetFigure = Exclude<keyof BudgetYear, 'fiscalYear'>

export const figures = allOf<BudgetFigure>()([
  'estimatedFen',
  'appropriatedFen',
  'receivedFen',
  'carriedFen',
  'returnedFen',
  'committedFen',
  'spentFen',
  'leftFen',
])
/** Those that know their account. */
export const figuresByAccount: readonly BudgetFigure[] = ['committedFen', 'spentFen']
