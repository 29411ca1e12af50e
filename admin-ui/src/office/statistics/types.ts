import type { components } from '../../api/schema'

type Schemas = components['schemas']

export type Coverage = Schemas['CoverageOut']
export type CoverageFigures = Schemas['CoverageFiguresOut']
export type Money = Schemas['MoneyOut']
export type MoneyFigures = Schemas['MoneyFiguresOut']
export type SchoolMoney = Schemas['SchoolMoneyOut']
