import PublicationIcon from '@mui/icons-material/CampaignOutlined'
import ObjectionIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import { page, type Noun } from '../../module'

/** 公示 */
export const publications: Noun = {
  name: 'publications',
  icon: PublicationIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'title',
  list: page(async () => (await import('./PublicationList')).PublicationList),
  show: page(async () => (await import('./PublicationShow')).PublicationShow),
}

/** 异议 */
export const objections: Noun = {
  name: 'objections',
  icon: ObjectionIcon,
  needs: { read: 'funding.read' },
  list: page(async () => (await import('./ObjectionList')).ObjectionList),
}
