/** The shapes of the API that these pages use, as the contract says them. */
import { allOf, type Schemas } from '../../api/contract'

export type LedgerEntry = Schemas['LedgerEntryOut']
export type LedgerPeriod = Schemas['LedgerPeriodOut']
export type TrialBalance = Schemas['TrialBalanceOut']
/** Accounts that pay people by the class-hour. */
export const peopleAccounts: ReadonlySet<string> = new Set(['E500', 'E510', 'E570'])
export const expenseAccounts = ['E500', 'E510', 'E520', 'E530', 'E540', 'E550', 'E560', 'E570'] as const
export type Figures = Schemas['BoardFiguresOut']
type NameOf<Key> = Key extends `${infer Name}Fen` ? Name : never
/** What entries make up; what is left follows from them. */
export type Figure = Exclude<NameOf<keyof Figures>, 'left'>
export const figures = allOf<Figure>()([
  'entitled',
  'declared',
  'approved',
  'received',
  'carried',
  'returned',
  'committed',
  'spent',
])
