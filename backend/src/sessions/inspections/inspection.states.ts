/** A finding of a patrol (巡课发现的问题) stays open until somebody says how it was mended. */
import { stateTable } from '../../platform/states.js'

export const inspectionStates = ['clear', 'open', 'mended'] as const
export type InspectionStatus = (typeof inspectionStates)[number]

export const inspectionTable = stateTable({
  entity: 'inspection',
  states: inspectionStates,
  initial: 'clear',
  edit: { in: ['clear', 'open'], permissions: ['inspection.write', 'duty.write'] },
  events: {
    find: { from: ['clear'], to: 'open', permission: 'inspection.write' },
    /** The entry was wrong: nothing has to be mended. */
    clear: { from: ['open'], to: 'clear', permission: 'inspection.write' },
    mend: { from: ['open'], to: 'mended', permission: 'duty.write', needsComment: true },
  },
})
