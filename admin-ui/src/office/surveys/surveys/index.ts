import SurveyIcon from '@mui/icons-material/PollOutlined'
import { page, type Noun } from '../../module'

/** 问卷 */
export const surveys: Noun = {
  name: 'surveys',
  icon: SurveyIcon,
  needs: { read: 'survey.read', write: 'survey.write', create: 'survey.write' },
  recordRepresentation: 'title',
  list: page(async () => (await import('./SurveyList')).SurveyList),
  show: page(async () => (await import('./SurveyShow')).SurveyShow),
  edit: page(async () => (await import('./SurveyForm')).SurveyEdit),
  create: page(async () => (await import('./SurveyForm')).SurveyCreate),
}
