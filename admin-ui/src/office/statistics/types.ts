import type { Schemas } from '../../api/contract'

export type Coverage = Schemas['CoverageOut']
export type CoverageFigures = Schemas['CoverageFiguresOut']
export type Budgets = Schemas['BudgetsOut']
export type BudgetRow = Schemas['BudgetRowOut']
export type BudgetYear = Schemas['BudgetYearOut']
export type Money = Schemas['MoneyOut']
export type MoneyFigures = Schemas['MoneyFiguresOut']
export type SchoolMoney = Schemas['SchoolMoneyOut']
