/** What makes an audit rule (审计规则): its code, its sentences in both languages, and how it looks for what it forbids. */
import type { EntityManager } from 'typeorm'
import { printYuan, toFen } from '../../platform/money.js'

export interface AuditScope {
  /** Schools of this region and of those below it … */
  readonly regionCode: string
  /** … or of none below it … */
  readonly isRegionOnly?: boolean
  /** … or just one. */
  readonly schoolId: number | null
  readonly today: string
}

export interface Found {
  /** With the rule, what makes it the same finding next time. */
  readonly key: string
  readonly schoolId: number | null
  readonly regionCode: string
  readonly fiscalYear: number | null
  /** What the rule's sentence names. */
  readonly params: Readonly<Record<string, string | number | null>>
  readonly evidence: readonly { readonly entity: string; readonly id: number; readonly label: string }[]
}

interface InBothLanguages {
  readonly zh: string
  readonly en: string
}

interface Declared {
  readonly code: string
  /** Among the twenty of the field's list; null: one of Kehou's own. */
  readonly number: number | null
  readonly severity: 'error' | 'warning'
  readonly name: InBothLanguages
}

export interface RunningRule extends Declared {
  /** What is said of each finding, with its params. */
  readonly finding: InBothLanguages
  readonly waitsFor: null
  /** One query or a few for all schools of the scope; each finding names its evidence. */
  find(manager: EntityManager, scope: AuditScope): Promise<Found[]>
}

/** A rule of the field that needs what Kehou does not keep yet. */
export interface WaitingRule extends Declared {
  readonly waitsFor: InBothLanguages
}

export type AuditRule = RunningRule | WaitingRule

export const fees: InBothLanguages = { zh: '收费尚未记入系统', en: 'fees are not kept yet' }
export const institutions: InBothLanguages = {
  zh: '校外机构名单尚未记入系统',
  en: 'institutions are not kept yet',
}

export type Row = Record<string, string | number | null>

/** For LIKE: the region with those below it, or alone. */
export const regionPattern = ({ regionCode, isRegionOnly }: AuditScope): string =>
  isRegionOnly ? regionCode : `${regionCode}%`

/** Which rows of `school` belong to the scope. */
export const inScope = (scope: AuditScope): { sql: string; values: (string | number)[] } =>
  scope.schoolId === null
    ? { sql: 'school.regionCode LIKE ?', values: [regionPattern(scope)] }
    : { sql: 'school.id = ?', values: [scope.schoolId] }

/** Joins the policies of the fund that are in force on the day; one of the city holds for its districts. */
export function joinPolicy(manager: EntityManager, fundId: string, on: string): string {
  const prefix =
    manager.connection.options.type === 'better-sqlite3'
      ? "(policy.regionCode || '%')"
      : "CONCAT(policy.regionCode, '%')"
  return `JOIN fund_policy policy ON policy.fundId = ${fundId} AND school.regionCode LIKE ${prefix}
    AND policy.validFromOn <= ${on} AND (policy.validToOn IS NULL OR policy.validToOn >= ${on})`
}

export const schoolOf = (row: Row): Pick<Found, 'schoolId' | 'regionCode'> => ({
  schoolId: Number(row['schoolId']),
  regionCode: String(row['regionCode']),
})

/** The year in which a day lies. */
export const yearOf = (on: Row[string] | undefined): number => Number(String(on).slice(0, 4))

export const yuan = (amount: Row[string] | undefined): string => printYuan(toFen(amount))
