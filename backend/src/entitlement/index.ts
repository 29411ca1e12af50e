export { compareEntitlements } from './standards/compare-entitlements.js'
export { schoolYearOf } from './standards/counts.service.js'
export { NotComputable, entitle, type Entitlement } from './standards/entitle.js'
export {
  CountsOut,
  LevelAmountOut,
  NotEntitledOut,
  toCountsOut,
  toLevelAmountOut,
} from './standards/entitlement.dto.js'
export { explainEntitlement } from './standards/explain.js'
export { FundPolicy } from './standards/fund-policy.entity.js'
export { Fund } from './standards/fund.entity.js'
export { FundingStandard } from './standards/funding-standard.entity.js'
export { notEntitled } from './standards/not-entitled.js'
export { standard } from './standards/packs/pack.js'
export { purposes, type Purpose } from './standards/purposes.js'
export { requireFund } from './standards/require-fund.js'
export {
  notRunning,
  type NotRunning,
  ruleVersion,
  type CountedClass,
  type CountedSchool,
  type FundingModel,
  type FundingRule,
  type PayingLevel,
} from './standards/rules.js'
export { policyFor } from './standards/policy-for.js'
export {
  type DeclarationPeriod,
  declarationPeriods,
  kindOfKey,
  type Period,
  periodKeyForm,
} from './standards/periods.js'
export { PeriodsService } from './standards/periods.service.js'
export { StandardsService } from './standards/standards.service.js'
export * from './pure.js'
export { EntitlementModule } from './entitlement.module.js'
export { entitlementTexts } from './texts.js'
