/** How an import (导入) goes on: read, compared, saved as a whole or not at all; what nobody starts expires. */
import { bySystem, stateTable } from '../../platform/states.js'

export const importStates = ['uploaded', 'previewed', 'running', 'done', 'failed', 'expired'] as const
export type ImportStatus = (typeof importStates)[number]

const permission = 'import.run'

export const importTable = stateTable({
  entity: 'import_run',
  states: importStates,
  initial: 'uploaded',
  events: {
    map: { from: ['uploaded', 'previewed'], to: 'uploaded', permission },
    preview: { from: ['uploaded', 'previewed'], to: 'previewed', permission },
    start: { from: ['previewed'], to: 'running', permission },
    finish: { from: ['running'], to: 'done', permission },
    fail: { from: ['running'], to: 'failed', permission },
    expire: { from: ['uploaded', 'previewed'], to: 'expired', permission: bySystem },
  },
})
