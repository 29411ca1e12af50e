import type { OfficeModule } from '../module'
import * as texts from './texts'

export const exchange: OfficeModule = { name: 'exchange', texts, nouns: [], menu: [], pages: [] }
