/** How something is made public (公示): open for its period, then archived; withdrawn with a reason where it was wrong. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const publicationStates = ['draft', 'open', 'archived', 'withdrawn'] as const
export type PublicationStatus = (typeof publicationStates)[number]

export const publicationTable = stateTable({
  entity: 'publication',
  states: publicationStates,
  initial: 'draft',
  events: {
    open: { from: ['draft'], to: 'open', permission: 'publication.write' },
    archive: { from: ['open'], to: 'archived', permission: 'publication.write' },
    retract: { from: ['open'], to: 'withdrawn', permission: 'publication.write', needsComment: true },
  },
})

export const objectionStates = ['open', 'upheld', 'dismissed'] as const
export type ObjectionStatus = (typeof objectionStates)[number]

export const objectionTable = stateTable({
  entity: 'objection',
  states: objectionStates,
  initial: 'open',
  events: {
    uphold: { from: ['open'], to: 'upheld', permission: 'publication.write', needsComment: true },
    dismiss: { from: ['open'], to: 'dismissed', permission: 'publication.write', needsComment: true },
  },
})

documentTable({ entity: 'publication' })
documentTable({ entity: 'objection' })
