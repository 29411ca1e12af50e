import { joinTexts } from '../../shared/texts'
import { type OfficeModule, page } from '../module'
import { findings } from './findings'
import * as findingsTexts from './findings/texts'

const read = 'funding.read'

export const oversight: OfficeModule = {
  name: 'oversight',
  texts: joinTexts(findingsTexts),
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
  ],
  pages: [{ path: '/audit-rules', page: page(async () => (await import('./findings/RulesPage')).RulesPage) }],
}
