/** How an automatic arrangement (自动排课) goes on: it ends with an answer that somebody takes over or throws away. */
import { stateTable } from '../../platform/states.js'

export const runStates = ['waiting', 'finished', 'failed', 'accepted', 'discarded'] as const
export type RunStatus = (typeof runStates)[number]

export const runTable = stateTable({
  entity: 'timetable_run',
  states: runStates,
  initial: 'waiting',
  events: {
    finish: { from: ['waiting'], to: 'finished', permission: 'timetable.write' },
    fail: { from: ['waiting'], to: 'failed', permission: 'timetable.write' },
    accept: { from: ['finished'], to: 'accepted', permission: 'timetable.write' },
    discard: { from: ['waiting', 'finished'], to: 'discarded', permission: 'timetable.write' },
  },
})
