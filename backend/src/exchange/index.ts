export { ExchangeModule } from './exchange.module.js'
export { exchangeTexts } from './texts.js'
export { ImportRun } from './imports/import-run.entity.js'
