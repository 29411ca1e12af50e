import { joinTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import { users } from './users'
import * as delegationsTexts from './delegations/texts'
import * as interruptionsTexts from './interruptions/texts'
import * as secondFactorTexts from './second-factor/texts'
import * as signInsTexts from './sign-ins/texts'
import * as usersTexts from './users/texts'

/** 授权代办 stands in one's own menu, since everybody may receive one and sees there for whom they act. */
export const access: OfficeModule = {
  name: 'access',
  texts: joinTexts(delegationsTexts, interruptionsTexts, secondFactorTexts, signInsTexts, usersTexts),
  nouns: [users],
  menu: [
    {
      group: 'system',
      to: '/users',
      label: 'menu.users',
      icon: users.icon,
      permissions: ['user.read'],
      order: 10,
    },
  ],
  pages: [
    {
      path: '/delegations',
      page: page(async () => (await import('./delegations/DelegationsPage')).DelegationsPage),
    },
    {
      path: '/delegations/new',
      page: page(async () => (await import('./delegations/DelegationCreate')).DelegationCreate),
    },
    {
      path: '/second-factor',
      page: page(async () => (await import('./second-factor/SecondFactorPage')).SecondFactorPage),
    },
    {
      path: '/sign-ins',
      page: page(async () => (await import('./sign-ins/SignInsPage')).SignInsPage),
    },
  ],
}
