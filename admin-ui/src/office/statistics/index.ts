import type { OfficeModule } from '../module'
import * as texts from './texts'

export const statistics: OfficeModule = { name: 'statistics', texts, nouns: [], menu: [], pages: [] }
