/** How a finding (审计发现) is mended: somebody is made responsible, mends it, another person verifies. */
import { stateTable } from '../../platform/states.js'

export const findingStates = ['open', 'rectifying', 'rectified', 'verified', 'dismissed'] as const
export type FindingStatus = (typeof findingStates)[number]

export const findingTable = stateTable({
  entity: 'finding',
  states: findingStates,
  initial: 'open',
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
      from: ['rectified'],
      to: 'rectifying',
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
