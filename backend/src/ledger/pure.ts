/** What pure files of other modules may use: like index.ts, without a table behind it. */
export { accounts, figures } from './journal/accounts.js'
export { askedAccounts, functionalClasses } from './vouchers/mapping.js'
export { leftOf } from './standings/left-of.js'
