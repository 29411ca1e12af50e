/** The shapes of the API that these pages use, as the contract says them. */
import { allOf, type Schemas } from '../../api/contract'

export type Receipt = Schemas['ReceiptOut']
export type Payment = Schemas['PaymentOut']
export type PaymentLine = Schemas['PaymentLineOut']
export type Correction = Schemas['CorrectionOut']
export type CorrectablePlace = Schemas['CorrectablePlaceOut']
export type CorrectionPlace = Schemas['CorrectionPlaceOut']
export type Commitment = Schemas['CommitmentOut']
export type CommitmentLine = Schemas['CommitmentLineOut']
export type Invoice = Schemas['InvoiceOut']
export type PayList = Schemas['PayListOut']
export type PayListEntry = Schemas['PayListEntryOut']
export type Payee = Schemas['PayeeOut']
export type BankOrder = Schemas['BankOrderOut']
export type BankFormat = Schemas['BankFormatOut']
export type BankFormatColumn = Schemas['BankFormatColumnOut']
export type BankFormatPresets = Schemas['BankFormatPresetsOut']
export type BankFormatChoice = Schemas['BankFormatChoiceOut']
export type BankOrderWaiting = Schemas['BankOrderWaitingOut']
export type Board = Schemas['BoardOut']
export type BoardRow = Schemas['BoardRowOut']
export type BankReturn = Schemas['BankReturnWithStatementOut']
export type Reconciliation = Schemas['ReconciliationStatementOut']
export type BankDifference = Schemas['BankDifferenceOut']
export type BankReturnLine = Schemas['BankReturnLineOut']
/** As much of a line of the bank as its acts need; a row of the reconciliation has it, too. */
export type ActedLine = Pick<
  BankReturnLine,
  'id' | 'rowNumber' | 'payee' | 'paymentPayee' | 'amountFen' | 'bankRemark' | 'actions'
>
export type BankReturnPreview = Schemas['BankReturnPreviewOut']
export type Scheme = Schemas['DistributionSchemeWithLinesOut']
export type SchemeLine = Schemas['DistributionSchemeLineOut']
export type Settlement = Schemas['SettlementOut']
export type TreasuryReturn = Schemas['TreasuryReturnOut']
export type RegionBoard = Schemas['RegionBoardOut']
export type RegionBoardSchool = Schemas['RegionBoardSchoolOut']
export type Figures = Schemas['BoardFiguresOut']
export type Flow = Schemas['FlowOut']
export type Warning = Schemas['WarningOut']
export type Allotment = Schemas['AllotmentOut']
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
export const correctionStates = allOf<Correction['status']>()([
  'draft',
  'submitted',
  'approved',
  'posted',
  'refused',
  'withdrawn',
])
export const correctionKinds = allOf<Correction['kind']>()([
  'refund',
  'double_payment',
  'returned',
  'red_letter',
  'reclassification',
])
export const askedCorrections = allOf<Schemas['CreateCorrectionIn']['kind']>()([
  'refund',
  'red_letter',
  'reclassification',
])
export const commitmentKinds = allOf<Commitment['kind']>()(['contract', 'purchase'])
export const commitmentStates = allOf<Commitment['status']>()([
  'draft',
  'submitted',
  'approved',
  'ended',
  'refused',
  'withdrawn',
])
export const payListStates = allOf<PayList['status']>()(['draft', 'made', 'withdrawn'])
export const taxKinds = allOf<PayListEntry['taxKind']>()(['wages', 'labour_remuneration'])
/** From which people are paid. */
export const payAccounts = allOf<Schemas['PayListLineIn']['account']>()(['E500', 'E510', 'E570'])
export const paymentKinds = allOf<Payment['kind']>()(['direct', 'reimbursement'])
export const payeeKinds = allOf<Payee['kind']>()(['unit', 'person'])
export const bankOrderStates = allOf<BankOrder['status']>()(['drawn', 'sent', 'dissolved'])
export const schemeStates = allOf<Scheme['status']>()(['draft', 'submitted', 'approved'])
export const settlementStates = allOf<Settlement['status']>()(['draft', 'submitted', 'settled'])
export const treasuryReturnStates = allOf<TreasuryReturn['status']>()([
  'waiting',
  'submitted',
  'checked',
  'returned',
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
type ExpenseAccount = Schemas['PaymentLineIn']['account']
/** What may be asked for. */
export const expenseAccounts = allOf<ExpenseAccount>()([
  'E500',
  'E510',
  'E520',
  'E530',
  'E541',
  'E542',
  'E543',
  'E544',
  'E550',
  'E560',
  'E570',
])
/** Accounts that pay people by the class-hour; the contract does not tell them apart. */
export const peopleAccounts: ReadonlySet<string> = new Set<ExpenseAccount>(['E500', 'E510', 'E570'])
