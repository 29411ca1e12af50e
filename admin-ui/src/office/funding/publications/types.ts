import type { components } from '../../../api/schema'

type Schemas = components['schemas']
export type Cell = string | number | null
export type Publication = Omit<Schemas['PublicationWithContentOut'], 'rows' | 'totals'> & {
  rows: Cell[][]
  totals: Cell[] | null
}
export type PublicationRow = Schemas['PublicationOut']
export type Objection = Schemas['ObjectionOut']
export const publicationStates = ['open', 'archived', 'withdrawn'] as const
export const publicationKinds = ['declarations', 'appropriation', 'statement'] as const
export const objectionStates = ['open', 'upheld', 'dismissed'] as const
