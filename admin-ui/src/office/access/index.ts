import { joinTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import * as interruptions from './interruptions/texts'
import * as secondFactor from './second-factor/texts'
import * as signIns from './sign-ins/texts'
import * as own from './texts'

/** 授权代办 stands in one's own menu, since everybody may receive one and sees there for whom they act. */
export const access: OfficeModule = {
  name: 'access',
  texts: joinTexts(own, interruptions, secondFactor, signIns),
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
