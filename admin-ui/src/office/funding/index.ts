import type { OfficeModule } from '../module'
import * as texts from './texts'

export const funding: OfficeModule = { name: 'funding', texts, nouns: [], menu: [], pages: [] }
