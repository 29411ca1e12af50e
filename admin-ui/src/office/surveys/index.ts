import { joinTexts } from '../../shared/texts'
import ResultIcon from '@mui/icons-material/SentimentSatisfiedOutlined'
import { type OfficeModule, page } from '../module'
import { surveys as surveysNoun } from './surveys'
import * as ownTexts from './texts'
import * as resultsTexts from './results/texts'
import * as surveysTexts from './surveys/texts'

export const surveys: OfficeModule = {
  name: 'surveys',
  texts: joinTexts(ownTexts, resultsTexts, surveysTexts),
  nouns: [surveysNoun],
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
      icon: surveysNoun.icon,
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
