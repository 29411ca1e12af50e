/** A session (课次) is planned; one that cannot take place is cancelled and stays, with the reason; it may be made up on another day. */
import { stateTable } from '../../platform/states.js'

export const sessionStates = ['planned', 'cancelled', 'made_up'] as const
export type SessionStatus = (typeof sessionStates)[number]

export const sessionTable = stateTable({
  entity: 'session',
  states: sessionStates,
  initial: 'planned',
  events: {
    cancel: { from: ['planned'], to: 'cancelled', permission: 'session.write', needsComment: true },
    restore: { from: ['cancelled'], to: 'planned', permission: 'session.write' },
    /** Another session takes its place. */
    make_up: { from: ['cancelled'], to: 'made_up', permission: 'session.write' },
    /** The session that took its place was called off too. */
    drop_make_up: { from: ['made_up'], to: 'cancelled', permission: 'session.write' },
    // Events that leave the state as it is; they stand here so that the history tells who changed what.
    move: { from: ['planned'], to: 'planned', permission: 'session.write' },
    change_room: { from: ['planned'], to: 'planned', permission: 'session.write' },
    /** Back to what the timetable plans. */
    reset: { from: ['planned'], to: 'planned', permission: 'session.write' },
    /** Another teacher takes it; who may, is said by the substitution. */
    substitute: { from: ['planned'], to: 'planned', permission: 'substitution.ask' },
    /** The substitution was revoked. */
    hand_back: { from: ['planned'], to: 'planned', permission: 'substitution.approve' },
  },
})
