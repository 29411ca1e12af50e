/** The shapes of the funding API, as the contract says them. */
import { allOf, type Schemas } from '../../api/contract'
export type Declaration = Schemas['DeclarationWithLinesOut']
export type Appropriation = Schemas['AppropriationWithLinesOut']
export type Receipt = Schemas['ReceiptOut']
export type Payment = Schemas['PaymentOut']
export type Board = Schemas['BoardOut']
export type BoardRow = Schemas['BoardRowOut']
export type Figures = Schemas['BoardFiguresOut']
export type LedgerEntry = Schemas['LedgerEntryOut']
export type BankReturn = Schemas['BankReturnWithStatementOut']
export type BankReturnLine = Schemas['BankReturnLineOut']
export type BankReturnPreview = Schemas['BankReturnPreviewOut']
export type LedgerPeriod = Schemas['LedgerPeriodOut']
export type TrialBalance = Schemas['TrialBalanceOut']
export type Standard = Schemas['FundingStandardOut']
export type Scheme = Schemas['DistributionSchemeWithLinesOut']
export type SchemeLine = Schemas['DistributionSchemeLineOut']
export type Settlement = Schemas['SettlementOut']
export type RegionBoard = Schemas['RegionBoardOut']
export type RegionBoardSchool = Schemas['RegionBoardSchoolOut']
export type Flow = Schemas['FlowOut']
export type Warning = Schemas['WarningOut']
export type Allotment = Schemas['AllotmentOut']

export const declarationStates = allOf<Declaration['status']>()([
  'draft',
  'submitted',
  'education_checked',
  'finance_checked',
  'publishing',
  'approved',
  'returned',
])
export const appropriationStates = allOf<Appropriation['status']>()([
  'draft',
  'submitted',
  'countersigned',
  'issued',
])
export const paymentStates = allOf<Payment['status']>()([
  'draft',
  'submitted',
  'approved',
  'checked',
  'paid',
  'failed',
  'refused',
  'withdrawn',
])
/** Accounts that pay people by the class-hour. */
export const peopleAccounts: ReadonlySet<string> = new Set(['E500', 'E510', 'E570'])
export const expenseAccounts = ['E500', 'E510', 'E520', 'E530', 'E540', 'E550', 'E560', 'E570'] as const
export const schemeStates = allOf<Scheme['status']>()(['draft', 'submitted', 'approved'])
export const settlementStates = allOf<Settlement['status']>()(['draft', 'submitted', 'settled'])
export const payingLevels = allOf<Appropriation['level']>()([
  'whole',
  'nation',
  'province',
  'city',
  'district',
])
export const warningCodes = allOf<Warning['code']>()([
  'distribution_overdue',
  'spending_overdue',
  'unspent_near_end',
  'pace_fast',
  'pace_slow',
  'nearly_used',
  'not_entitled',
])
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

/** Years that a list may be narrowed to: the present one, one to come, and five before. */
export const fiscalYears = (thisYear: number): number[] =>
  Array.from({ length: 7 }, (_, i) => thisYear + 1 - i)
