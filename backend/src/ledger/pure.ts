/** What pure files of other modules may use: like index.ts, without a table behind it. */
export { accounts, figures } from './entries/accounts.js'
export { leftOf } from './entries/left-of.js'
