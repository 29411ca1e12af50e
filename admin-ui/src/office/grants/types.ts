/** The shapes of the API that these pages use, as the contract says them. */
import { allOf, type Schemas } from '../../api/contract'

export type Declaration = Schemas['DeclarationWithLinesOut']
export type Appropriation = Schemas['AppropriationWithLinesOut']
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
