/** A session (课次) is planned; one that cannot take place is cancelled and stays, with the reason. */
import { stateTable } from '../../platform/states.js'

export const sessionStates = ['planned', 'cancelled'] as const
export type SessionStatus = (typeof sessionStates)[number]

export const sessionTable = stateTable({
  entity: 'session',
  states: sessionStates,
  initial: 'planned',
  events: {
    cancel: { from: ['planned'], to: 'cancelled', permission: 'timetable.write', needsComment: true },
    restore: { from: ['cancelled'], to: 'planned', permission: 'timetable.write' },
  },
})
