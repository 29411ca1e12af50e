import ResultIcon from '@mui/icons-material/SentimentSatisfiedOutlined'
import SurveyIcon from '@mui/icons-material/PollOutlined'
import { type OfficeModule, page } from '../module'
import * as texts from './texts'

export const surveys: OfficeModule = {
  name: 'surveys',
  texts,
  nouns: [
    {
      name: 'surveys',
      needs: { read: 'survey.read', write: 'survey.write', create: 'survey.write' },
      recordRepresentation: 'title',
      list: page(async () => (await import('./surveys/SurveyList')).SurveyList),
      show: page(async () => (await import('./surveys/SurveyShow')).SurveyShow),
      edit: page(async () => (await import('./surveys/SurveyForm')).SurveyEdit),
      create: page(async () => (await import('./surveys/SurveyForm')).SurveyCreate),
    },
  ],
  menu: [
    {
      group: 'satisfaction',
      to: '/satisfaction',
      label: 'menu.results',
      icon: ResultIcon,
      permissions: ['satisfaction.read'],
      order: 10,
    },
    {
      group: 'satisfaction',
      to: '/surveys',
      label: 'menu.surveys',
      icon: SurveyIcon,
      permissions: ['survey.read'],
      order: 20,
    },
  ],
  pages: [
    {
      path: '/satisfaction',
      page: page(async () => (await import('./results/SatisfactionPage')).SatisfactionPage),
    },
  ],
}
