/** The shapes of the API that these pages use, as the contract says them. */
import { allOf, type Query, type Schemas } from '../../api/contract'

export type LedgerEntry = Schemas['LedgerEntryOut']
export type LedgerJournal = Schemas['LedgerJournalOut']
export type LedgerPeriod = Schemas['LedgerPeriodOut']
export type Voucher = Schemas['VoucherOut']
export type VoucherWithLines = Schemas['VoucherWithLinesOut']
export type VoucherLine = Schemas['VoucherLineOut']
export type VoucherWaiting = Schemas['VoucherWaitingOut']
export type Mapping = Schemas['MappingOut']
export type AccountMapping = Schemas['AccountMappingOut']
export const voucherStatuses = allOf<Voucher['status']>()(['numbered', 'checked'])
export type TrialBalance = Schemas['TrialBalanceOut']
type Asked = Query<'/api/ledger-entries'>
/** What lines make up; what is left follows from them. */
export type Figure = NonNullable<Asked['figure']>
export const figures = allOf<Figure>()([
  'declared',
  'approved',
  'received',
  'carried',
  'returned',
  'committed',
  'spent',
])
/** The chart of accounts: memoranda, what the school may draw, income, balances, expenses. */
export const accounts = allOf<NonNullable<Asked['account']>>()([
  'M000',
  'M110',
  'M120',
  'A110',
  'R400',
  'N300',
  'N310',
  'E500',
  'E510',
  'E520',
  'E530',
  'E540',
  'E541',
  'E542',
  'E543',
  'E544',
  'E550',
  'E560',
  'E570',
])
