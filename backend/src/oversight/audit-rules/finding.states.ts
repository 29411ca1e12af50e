/** How a finding (审计发现) is mended: somebody is made responsible, mends it, another person verifies; what came from outside is closed when its institution is content. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'
import type { Finding } from './finding.entity.js'

export const findingStates = ['open', 'rectifying', 'rectified', 'verified', 'closed', 'dismissed'] as const
export type FindingStatus = (typeof findingStates)[number]

export const findingTable = stateTable({
  entity: 'finding',
  states: findingStates,
  initial: 'open',
  edit: { in: ['open'], permissions: ['finding.enter'] },
  events: {
    assign: { from: ['open', 'rectifying'], to: 'rectifying', permission: 'finding.assign' },
    rectify: {
      from: ['rectifying'],
      to: 'rectified',
      permission: 'finding.rectify',
      notBy: ['verify'],
      needsComment: true,
    },
    verify: { from: ['rectified'], to: 'verified', permission: 'finding.verify', notBy: ['rectify'] },
    'send-back': {
      from: ['rectified', 'verified'],
      to: 'rectifying',
      permission: 'finding.verify',
      notBy: ['rectify'],
      needsComment: true,
    },
    close: {
      from: ['verified'],
      to: 'closed',
      permission: 'finding.verify',
      notBy: ['rectify'],
      needsComment: true,
    },
    dismiss: {
      from: ['open', 'rectifying', 'rectified'],
      to: 'dismissed',
      permission: 'finding.verify',
      notBy: ['rectify'],
      needsComment: true,
    },
  },
})

/** Of a rule there is nobody to be content: what is verified is over. */
export const isOver = ({ source, status }: Pick<Finding, 'source' | 'status'>): boolean =>
  status === 'closed' || status === 'dismissed' || (status === 'verified' && source === 'rule')

/** The same, of the rows of a query. */
export const overRows =
  "(finding.status IN ('closed', 'dismissed') OR (finding.status = 'verified' AND finding.source = 'rule'))"

// A rule puts it there without an act, and says anew each time that it still is.
documentTable({
  entity: 'finding',
  except: ['lastSeenAt', 'goneAt'],
  hasAttachments: true,
  isBoundByActs: true,
})
