/** The shapes of the API that these pages use, as the contract says them. */
import { allOf, type Schemas } from '../../api/contract'

export type Standard = Schemas['FundingStandardOut']
export const payingLevels = allOf<Schemas['AppropriationOut']['level']>()([
  'whole',
  'nation',
  'province',
  'city',
  'district',
])
