/** How a survey (问卷) runs: made, opened to the families, closed. */
import { stateTable } from '../../platform/states.js'

export const surveyStates = ['draft', 'open', 'closed'] as const
export type SurveyStatus = (typeof surveyStates)[number]

export const surveyTable = stateTable({
  entity: 'survey',
  states: surveyStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['survey.write'] },
  events: {
    open: { from: ['draft'], to: 'open', permission: 'survey.write' },
    close: { from: ['open'], to: 'closed', permission: 'survey.write' },
  },
})
