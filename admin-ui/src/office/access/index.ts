import { page, type OfficeModule } from '../module'
import * as texts from './texts'

/** 授权代办 stands in one's own menu, since everybody may receive one and sees there for whom they act. */
export const access: OfficeModule = {
  name: 'access',
  texts,
  pages: [
    {
      path: '/delegations',
      page: page(async () => (await import('./delegations/DelegationsPage')).DelegationsPage),
    },
    {
      path: '/delegations/new',
      page: page(async () => (await import('./delegations/DelegationCreate')).DelegationCreate),
    },
  ],
}
