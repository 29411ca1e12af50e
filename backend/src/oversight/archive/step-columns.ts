/** The columns of the sheet of steps (办理经过). */
import type { Transition } from '../../audit/index.js'
import { localDateOf } from '../../platform/calendar.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { documentNames, stepName } from './step-words.js'

export const stepColumns: readonly ListColumn<Transition>[] = [
  {
    zh: '单据',
    en: 'Document',
    kind: 'text',
    of: ({ entity }, language) => documentNames[entity]?.[language] ?? entity,
  },
  { zh: '编号', en: 'Number', kind: 'integer', of: ({ entityId }) => entityId },
  { zh: '步骤', en: 'Step', kind: 'text', of: ({ event }, language) => stepName(event, language) },
  { zh: '办理人', en: 'By', kind: 'text', of: ({ actorName }) => actorName },
  { zh: '代谁办理', en: 'In whose place', kind: 'text', of: ({ onBehalfOfName }) => onBehalfOfName },
  { zh: '日期', en: 'Day', kind: 'date', of: ({ at }) => localDateOf(at) },
  { zh: '时间（UTC）', en: 'Time (UTC)', kind: 'text', of: ({ at }) => at.toISOString() },
  { zh: '意见', en: 'Comment', kind: 'text', width: 40, of: ({ comment }) => comment },
]
