import type { OfficeModule } from '../module'
import { imports } from './imports'
import * as importsTexts from './imports/texts'

export const exchange: OfficeModule = {
  name: 'exchange',
  texts: importsTexts,
  nouns: [imports],
  menu: [
    {
      group: 'school',
      to: '/imports',
      label: 'menu.imports',
      icon: imports.icon,
      permissions: ['import.run'],
      order: 70,
    },
  ],
}
