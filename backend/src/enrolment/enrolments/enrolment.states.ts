/** An enrolment (报名) is active until it ends; the row stays, and the same child may come back. */
import { stateTable } from '../../platform/states.js'

export const enrolmentStates = ['active', 'ended'] as const
export type EnrolmentStatus = (typeof enrolmentStates)[number]

export const enrolmentTable = stateTable({
  entity: 'enrolment',
  states: enrolmentStates,
  initial: 'active',
  events: {
    end: { from: ['active'], to: 'ended', permission: 'enrolment.write' },
    resume: { from: ['ended'], to: 'active', permission: 'enrolment.write' },
  },
})
