/** What a region's policy pack (地区政策包) holds: its funds, standards and settings, each with its source. Pure data. */
import type { Fen } from '../../../platform/money.js'
import type { DeclarationPeriod } from '../periods.js'
import type { FundPurpose } from '../purposes.js'
import type { FundingRule } from '../rules.js'

export interface PackFund {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly purposes: readonly FundPurpose[]
}

export type PackStandard = Omit<FundingRule, 'standardId' | 'regionCode' | 'schoolId' | 'version'> & {
  readonly fundCode: string
}

export interface PackPolicy {
  readonly fundCode: string
  readonly publicationWorkdays: number
  readonly leftover: 'carry' | 'return'
  readonly budgetCategory: string | null
  readonly declarationPeriod: DeclarationPeriod | null
}

/** A notice that grants a sum to schools by an attached list, where the region publishes no formula. */
export interface PackNotice {
  readonly fundCode: string
  readonly totalFen: Fen
  readonly issuedOn: string
  readonly attachment: 'per_school'
}

export interface PolicyPack {
  readonly code: string
  readonly title: string
  readonly titleEn: string
  /** GB/T 2260, cut to its level: 14 province, 1402 city, 140213 district. */
  readonly regionCode: string
  readonly issuer: string
  /** null where the source names none. */
  readonly documentNumber: string | null
  readonly effectiveOn: string
  /** Web addresses; empty where the figures come from a press report without one. */
  readonly source: readonly string[]
  /** What the source does not say, and what is therefore a preset of ours. */
  readonly notes: string
  readonly notesEn: string
  readonly funds: readonly PackFund[]
  readonly standards: readonly PackStandard[]
  readonly policies: readonly PackPolicy[]
  readonly notice: PackNotice | null
}

type Stated = Pick<
  PackStandard,
  'fundCode' | 'stage' | 'model' | 'unit' | 'amountFen' | 'validFromOn' | 'issuer'
>

/** A standard with what its source states; all else is the preset that the notes name. */
export function standard(stated: Stated & Partial<PackStandard>): PackStandard {
  return {
    area: 'any',
    ownership: 'any',
    sharePerMille: 1000,
    monthTenths: 120,
    monthsCounted: 'fixed',
    monthsPer: 'year',
    countDay: '09-30',
    roundTo: 'fen',
    roundMode: 'half_up',
    roundAt: 'class',
    tiers: [],
    shares: [],
    validToOn: null,
    documentNumber: '',
    ...stated,
  }
}

/** The usual settings of a fund; the sources do not state them. */
export function policy(fundCode: string, stated: Partial<PackPolicy> = {}): PackPolicy {
  return {
    fundCode,
    publicationWorkdays: 5,
    leftover: 'carry',
    budgetCategory: null,
    declarationPeriod: null,
    ...stated,
  }
}

/** One purpose for each stage: all of the money is for after-school service. */
export const servicePurposes: readonly FundPurpose[] = [
  { stage: 'primary', service: 'after_school_primary', other: null },
  { stage: 'junior_secondary', service: 'after_school_junior', other: null },
]

export const presetNotes = {
  zh: '计数日（9 月 30 日）、取整、公示 5 个工作日和结余结转是预设，来源未载，启用前请按本地文件核对。',
  en: 'The count day (30 September), the rounding, five workdays of publication and the carrying over of what is left are presets, not in the source; check them against your own document before use.',
}

/** The standards of one fund of the pack as rules, numbered in their order, to compute by before anything is stored. */
export function rulesOf(pack: PolicyPack, fundCode: string): FundingRule[] {
  return pack.standards.flatMap(({ fundCode: own, ...stated }, index) =>
    own === fundCode
      ? [{ ...stated, standardId: index + 1, regionCode: pack.regionCode, schoolId: null, version: 1 }]
      : [],
  )
}
