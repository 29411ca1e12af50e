/** 课程价格不低于市场价. */
import { institutions, type WaitingRule } from '../audit-rule.js'

export const priceAtMarket: WaitingRule = {
  code: 'price_at_market',
  number: 20,
  severity: 'error',
  name: { zh: '课程价格不低于市场价', en: 'A course price at or above the market price' },
  waitsFor: institutions,
}
