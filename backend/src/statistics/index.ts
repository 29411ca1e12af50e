export { StatisticsModule } from './statistics.module.js'
export { statisticsTexts } from './texts.js'
