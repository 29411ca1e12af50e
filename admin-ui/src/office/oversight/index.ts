import ArchiveIcon from '@mui/icons-material/ArchiveOutlined'
import { joinTexts } from '../../shared/texts'
import { type OfficeModule, page } from '../module'
import * as archiveTexts from './archive/texts'
import { findings } from './findings'
import * as findingsTexts from './findings/texts'

const read = 'funding.read'

export const oversight: OfficeModule = {
  name: 'oversight',
  texts: joinTexts(archiveTexts, findingsTexts),
  nouns: [findings],
  menu: [
    {
      group: 'books',
      to: '/findings',
      label: 'menu.findings',
      icon: findings.icon,
      permissions: [read],
      order: 66,
    },
    {
      group: 'books',
      to: '/archive',
      label: 'menu.archive',
      icon: ArchiveIcon,
      permissions: ['archive.take'],
      order: 80,
    },
  ],
  pages: [
    { path: '/audit-rules', page: page(async () => (await import('./findings/RulesPage')).RulesPage) },
    { path: '/archive', page: page(async () => (await import('./archive/ArchivePage')).ArchivePage) },
  ],
}
