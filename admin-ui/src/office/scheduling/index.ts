import type { OfficeModule } from '../module'
import * as texts from './texts'

export const scheduling: OfficeModule = { name: 'scheduling', texts, nouns: [], menu: [], pages: [] }
