export { expenseAccounts, paysPeople, type Account, type Figure } from './entries/accounts.js'
export { Allotment } from './entries/allotment.entity.js'
export { LedgerChain } from './entries/ledger-chain.entity.js'
export { LedgerEntry } from './entries/ledger-entry.entity.js'
export {
  isClosed,
  LedgerService,
  readFigures,
  selectFigures,
  type Balances,
  type Posting,
} from './entries/ledger.service.js'
export { availableOf, leftInSql, type Standing } from './entries/left-of.js'
export { verifyLedger } from './entries/verify-ledger.js'
export { exportFormats, exportLedger, journalAccount, type ExportFormat } from './exports/export-ledger.js'
export { LedgerPeriod } from './periods/ledger-period.entity.js'
export { TrialBalanceService } from './trial-balance/trial-balance.service.js'
export * from './pure.js'
export { LedgerModule } from './ledger.module.js'
export { ledgerTexts } from './texts.js'
