import { allOf, type Schemas } from '../../../api/contract'
export type Cell = string | number | null
export type Publication = Omit<Schemas['PublicationWithContentOut'], 'rows' | 'totals'> & {
  rows: Cell[][]
  totals: Cell[] | null
}
export type PublicationRow = Schemas['PublicationOut']
export type Objection = Schemas['ObjectionOut']
/** What is published is open at once: there is no draft to look for. */
export const publicationStates = allOf<Exclude<Publication['status'], 'draft'>>()([
  'open',
  'archived',
  'withdrawn',
])
export const publicationKinds = allOf<Publication['kind']>()([
  'declarations',
  'appropriation',
  'statement',
  'standards',
])
export const objectionStates = allOf<Objection['status']>()(['open', 'upheld', 'dismissed'])
