/** The shapes of the funding API, as the contract says them. */
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Declaration = Schemas['DeclarationWithLinesOut']
export type Appropriation = Schemas['AppropriationWithLinesOut']
export type Receipt = Schemas['ReceiptOut']
export type Payment = Schemas['PaymentOut']
export type Board = Schemas['BoardOut']
export type BoardRow = Schemas['BoardRowOut']
export type Figures = Schemas['BoardFiguresOut']
export type LedgerEntry = Schemas['LedgerEntryOut']
export type Standard = Schemas['FundingStandardOut']
export type Allotment = Schemas['AllotmentOut']

export const declarationStates = ['draft', 'submitted', 'education_checked', 'finance_checked', 'publishing', 'approved', 'returned'] as const
export const appropriationStates = ['draft', 'submitted', 'countersigned', 'issued'] as const
export const paymentStates = ['draft', 'submitted', 'approved', 'refused', 'withdrawn'] as const
export const expenseAccounts = ['E500', 'E510', 'E520', 'E530', 'E540', 'E550', 'E560', 'E570'] as const
export const figures = ['entitled', 'declared', 'approved', 'received', 'committed', 'spent'] as const
export type Figure = (typeof figures)[number]

/** Years that a list may be narrowed to: the present one, one to come, and five before. */
export const fiscalYears = (thisYear: number): number[] => Array.from({ length: 7 }, (_, i) => thisYear + 1 - i)
