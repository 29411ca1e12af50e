import type { OfficeModule } from '../module'
import * as texts from './texts'

export const people: OfficeModule = { name: 'people', texts, nouns: [], menu: [], pages: [] }
