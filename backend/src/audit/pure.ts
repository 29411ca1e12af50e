/** What pure files of other modules may use: like index.ts, without a table behind it. */
export { behalfOf, partiesOf } from './transitions/separation.js'
export { type DocumentTable, documentTable } from './documents/document-tables.js'
