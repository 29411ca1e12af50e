import type { OfficeModule } from '../module'
import * as texts from './texts'

export const catalogue: OfficeModule = { name: 'catalogue', texts, nouns: [], menu: [], pages: [] }
