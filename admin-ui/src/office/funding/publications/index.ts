import ObjectionIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import PublicationIcon from '@mui/icons-material/CampaignOutlined'
import { type OfficeModule, page } from '../../module'
import * as texts from './texts'

const read = 'funding.read'

export const publications: OfficeModule = {
  name: 'publications',
  texts,
  nouns: [
    {
      name: 'publications',
      needs: { read },
      recordRepresentation: 'title',
      list: page(async () => (await import('./PublicationList')).PublicationList),
      show: page(async () => (await import('./PublicationShow')).PublicationShow),
    },
    {
      name: 'objections',
      needs: { read },
      list: page(async () => (await import('./ObjectionList')).ObjectionList),
    },
  ],
  menu: [
    {
      group: 'funding',
      to: '/publications',
      label: 'menu.publications',
      icon: PublicationIcon,
      permissions: [read],
      order: 26,
    },
    {
      group: 'funding',
      to: '/objections',
      label: 'menu.objections',
      icon: ObjectionIcon,
      permissions: ['publication.write'],
      order: 27,
    },
  ],
}
