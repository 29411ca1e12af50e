/** How a timetable (课程表) becomes the school's: a draft is published and replaces the one before. */
import { stateTable } from '../../platform/states.js'

export const timetableStates = ['draft', 'published', 'superseded'] as const
export type TimetableStatus = (typeof timetableStates)[number]

export const timetableTable = stateTable({
  entity: 'timetable',
  states: timetableStates,
  initial: 'draft',
  events: {
    publish: { from: ['draft'], to: 'published', permission: 'timetable.publish' },
    supersede: { from: ['published'], to: 'superseded', permission: 'timetable.publish' },
  },
})
