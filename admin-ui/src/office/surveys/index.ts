import type { OfficeModule } from '../module'
import * as texts from './texts'

export const surveys: OfficeModule = { name: 'surveys', texts, nouns: [], menu: [], pages: [] }
