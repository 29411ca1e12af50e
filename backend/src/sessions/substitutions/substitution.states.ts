/** A request to take a session (代课、换课): the colleague agrees, then the school approves where it wants to. */
import { stateTable } from '../../platform/states.js'

export const substitutionStates = [
  'asked',
  'agreed',
  'approved',
  'declined',
  'refused',
  'withdrawn',
  'revoked',
] as const
export type SubstitutionStatus = (typeof substitutionStates)[number]

export const substitutionTable = stateTable({
  entity: 'substitution',
  states: substitutionStates,
  initial: 'asked',
  events: {
    agree: { from: ['asked'], to: 'agreed', permission: 'substitution.ask' },
    decline: { from: ['asked'], to: 'declined', permission: 'substitution.ask' },
    approve: { from: ['agreed'], to: 'approved', permission: 'substitution.approve' },
    refuse: { from: ['agreed'], to: 'refused', permission: 'substitution.approve', needsComment: true },
    withdraw: { from: ['asked', 'agreed'], to: 'withdrawn', permission: 'substitution.ask' },
    /** The session goes back to its teacher, as long as it has not begun. */
    revoke: { from: ['approved'], to: 'revoked', permission: 'substitution.approve', needsComment: true },
  },
})
