import { joinTexts } from '../../shared/texts'
import OverviewIcon from '@mui/icons-material/FactCheckOutlined'
import { type OfficeModule, page } from '../module'
import { estimates } from './estimates'
import { declarations } from './declarations'
import { performanceTargets } from './performance'
import { appropriations } from './appropriations'
import { objections, publications } from './publications'
import * as appropriationsTexts from './appropriations/texts'
import * as declarationsTexts from './declarations/texts'
import * as estimatesTexts from './estimates/texts'
import * as ownTexts from './texts'
import * as performanceTexts from './performance/texts'
import * as publicationsTexts from './publications/texts'

const read = 'funding.read'

export const grants: OfficeModule = {
  name: 'grants',
  texts: joinTexts(
    ownTexts,
    appropriationsTexts,
    declarationsTexts,
    estimatesTexts,
    performanceTexts,
    publicationsTexts,
  ),
  nouns: [estimates, performanceTargets, declarations, appropriations, publications, objections],
  menu: [
    {
      group: 'funding',
      to: '/publications',
      label: 'menu.publications',
      icon: publications.icon,
      permissions: [read],
      order: 26,
    },
    {
      group: 'funding',
      to: '/objections',
      label: 'menu.objections',
      icon: objections.icon,
      permissions: ['publication.write'],
      order: 27,
    },
    {
      group: 'funding',
      to: '/estimates',
      label: 'menu.estimates',
      icon: estimates.icon,
      permissions: [read],
      order: 15,
    },
    {
      group: 'funding',
      to: '/performance-targets',
      label: 'menu.performance-targets',
      icon: performanceTargets.icon,
      permissions: [read],
      order: 16,
    },
    {
      group: 'funding',
      to: '/declarations',
      label: 'menu.declarations',
      icon: declarations.icon,
      permissions: [read],
      order: 20,
    },
    {
      group: 'funding',
      to: '/funding/overview',
      label: 'menu.declarations-overview',
      icon: OverviewIcon,
      permissions: ['declaration.check', 'declaration.finance_check'],
      order: 25,
    },
    {
      group: 'funding',
      to: '/appropriations',
      label: 'menu.appropriations',
      icon: appropriations.icon,
      permissions: [read],
      order: 30,
    },
  ],
  pages: [
    {
      path: '/funding/overview',
      page: page(async () => (await import('./declarations/OverviewPage')).OverviewPage),
    },
  ],
}
