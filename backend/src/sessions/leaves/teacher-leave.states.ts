/** A teacher's leave (教师请假) is asked for and granted; where the school wants no approval it is granted at once. */
import { stateTable } from '../../platform/states.js'

export const leaveStates = ['requested', 'granted', 'refused', 'withdrawn'] as const
export type LeaveStatus = (typeof leaveStates)[number]

export const leaveTable = stateTable({
  entity: 'teacher_leave',
  states: leaveStates,
  initial: 'requested',
  events: {
    grant: { from: ['requested'], to: 'granted', permission: 'substitution.approve' },
    refuse: { from: ['requested'], to: 'refused', permission: 'substitution.approve', needsComment: true },
    withdraw: { from: ['requested', 'granted'], to: 'withdrawn', permission: 'substitution.ask' },
  },
})
