/** Every module of the office; names and order equal the server's. */
import { access } from './access'
import { audit } from './audit'
import { catalogue } from './catalogue'
import { enrolment } from './enrolment'
import { exchange } from './exchange'
import { entitlement } from './entitlement'
import { ledger } from './ledger'
import { grants } from './grants'
import { spending } from './spending'
import { oversight } from './oversight'
import { home } from './home'
import type { OfficeModule } from './module'
import { organisation } from './organisation'
import { people } from './people'
import { sessions } from './sessions'
import { statistics } from './statistics'
import { surveys } from './surveys'
import { timetabling } from './timetabling'

export const modules: OfficeModule[] = [
  home,
  audit,
  access,
  organisation,
  people,
  catalogue,
  timetabling,
  sessions,
  enrolment,
  entitlement,
  ledger,
  grants,
  spending,
  oversight,
  surveys,
  statistics,
  exchange,
]
