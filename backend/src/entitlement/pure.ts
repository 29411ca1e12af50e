/** What pure files of other modules may use: like index.ts, without a table behind it. */
export { splitByPurpose } from './standards/entitle.js'
export { purposeNames } from './standards/purposes.js'
export { payingLevels } from './standards/rules.js'
