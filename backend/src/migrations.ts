/** The migrations (数据库迁移) in order; they only go forward. */
import type { MigrationInterface } from 'typeorm'
import { Foundation1795300000000 } from './platform/database/migrations/1795300000000-foundation.js'
import { Scheduling1795350000000 } from './platform/database/migrations/1795350000000-scheduling.js'
import { Delegation1795400000000 } from './platform/database/migrations/1795400000000-delegation.js'
import { Funding1795500000000 } from './platform/database/migrations/1795500000000-funding.js'
import { Revisions1796000000000 } from './platform/database/migrations/1796000000000-revisions.js'
import { SignIn1796000100000 } from './platform/database/migrations/1796000100000-sign-in.js'
import { PeopleAsSent1796000200000 } from './platform/database/migrations/1796000200000-people-as-sent.js'
import { TrailAndRounds1796000300000 } from './platform/database/migrations/1796000300000-trail-and-rounds.js'
import { StepsOfTime1796100000000 } from './platform/database/migrations/1796100000000-steps-of-time.js'
import { SecondPersonAndOpenSchemes1796200000000 } from './platform/database/migrations/1796200000000-second-person-and-open-schemes.js'
import { StaysAndClassDates1796300000000 } from './platform/database/migrations/1796300000000-stays-and-class-dates.js'
import { BankDifferences1796310000000 } from './platform/database/migrations/1796310000000-bank-differences.js'
import { PayeesAndBankOrders1796320000000 } from './platform/database/migrations/1796320000000-payees-and-bank-orders.js'
import { Journal1796330000000 } from './platform/database/migrations/1796330000000-journal.js'
import { StandardsByTime1796340000000 } from './platform/database/migrations/1796340000000-standards-by-time.js'
import { DeclarationPeriods1796350000000 } from './platform/database/migrations/1796350000000-declaration-periods.js'
import { Vouchers1796360000000 } from './platform/database/migrations/1796360000000-vouchers.js'
import { FindingsFromOutside1796370000000 } from './platform/database/migrations/1796370000000-findings-from-outside.js'
import { PerformanceTargets1796371000000 } from './platform/database/migrations/1796371000000-performance-targets.js'
import { PaymentLines1796380000000 } from './platform/database/migrations/1796380000000-payment-lines.js'
import { Corrections1796390000000 } from './platform/database/migrations/1796390000000-corrections.js'
import { Invoices1796400000000 } from './platform/database/migrations/1796400000000-invoices.js'
import { Commitments1796401000000 } from './platform/database/migrations/1796401000000-commitments.js'
import { BankFormats1796410000000 } from './platform/database/migrations/1796410000000-bank-formats.js'
import { TreasuryReturns1796420000000 } from './platform/database/migrations/1796420000000-treasury-returns.js'
import { PayLists1796430000000 } from './platform/database/migrations/1796430000000-pay-lists.js'
import { BoundDocuments1796440000000 } from './platform/database/migrations/1796440000000-bound-documents.js'

export const migrations: (new () => MigrationInterface)[] = [
  Foundation1795300000000,
  Scheduling1795350000000,
  Delegation1795400000000,
  Funding1795500000000,
  Revisions1796000000000,
  SignIn1796000100000,
  PeopleAsSent1796000200000,
  TrailAndRounds1796000300000,
  StepsOfTime1796100000000,
  SecondPersonAndOpenSchemes1796200000000,
  StaysAndClassDates1796300000000,
  BankDifferences1796310000000,
  PayeesAndBankOrders1796320000000,
  Journal1796330000000,
  StandardsByTime1796340000000,
  DeclarationPeriods1796350000000,
  Vouchers1796360000000,
  FindingsFromOutside1796370000000,
  PerformanceTargets1796371000000,
  PaymentLines1796380000000,
  Corrections1796390000000,
  Invoices1796400000000,
  Commitments1796401000000,
  BankFormats1796410000000,
  TreasuryReturns1796420000000,
  PayLists1796430000000,
  BoundDocuments1796440000000,
]
