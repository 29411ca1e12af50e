import type { OfficeModule } from '../module'
import * as texts from './texts'

export const enrolment: OfficeModule = { name: 'enrolment', texts, nouns: [], menu: [], pages: [] }
