import type { Schemas } from '../../api/contract'

export type Coverage = Schemas['CoverageOut']
export type CoverageFigures = Schemas['CoverageFiguresOut']
export type Money = Schemas['MoneyOut']
export type MoneyFigures = Schemas['MoneyFiguresOut']
export type SchoolMoney = Schemas['SchoolMoneyOut']
