/** 结余没有按规定结转或上缴: a year that is over and not settled, or kept where the policy says it goes back. */
import type { EntityManager } from 'typeorm'
import { leftInSql } from '../../../ledger/index.js'
import {
  type AuditScope,
  type Found,
  inScope,
  joinPolicy,
  type Row,
  type RunningRule,
  schoolOf,
  yuan,
} from '../audit-rule.js'

export const carriedAgainstPolicy: RunningRule = {
  code: 'carried_against_policy',
  number: 13,
  severity: 'error',
  name: { zh: '结余没有按规定结转或上缴', en: 'A balance kept against the policy' },
  finding: {
    zh: '{fund}结余 {left} 元，没有按规定结算。',
    en: '{left} yuan of {fund} were kept and not settled by the policy.',
  },
  waitsFor: null,

  async find(manager, scope) {
    return [...(await leftUnsettled(manager, scope)), ...(await keptInsteadOfReturned(manager, scope))]
  },
}

async function leftUnsettled(manager: EntityManager, scope: AuditScope): Promise<Found[]> {
  const { sql, values } = inScope(scope)
  const rows = await manager.query<Row[]>(
    `SELECT school.id AS schoolId, school.regionCode AS regionCode, allotment.fundId AS fundId,
      allotment.fiscalYear AS fiscalYear, fund.name AS fund, MIN(allotment.id) AS allotmentId,
      SUM(${leftInSql('allotment')}) AS leftFen
    FROM allotment
      JOIN school ON school.id = allotment.schoolId
      JOIN fund ON fund.id = allotment.fundId
    WHERE allotment.fiscalYear < ? AND ${sql}
    GROUP BY school.id, school.regionCode, allotment.fundId, allotment.fiscalYear, fund.name
    HAVING SUM(${leftInSql('allotment')}) > 0`,
    [Number(scope.today.slice(0, 4)), ...values],
  )
  return rows.map((row) => ({
    key: `left/${row['schoolId']}/${row['fundId']}/${row['fiscalYear']}`,
    ...schoolOf(row),
    fiscalYear: Number(row['fiscalYear']),
    params: { fund: row['fund'] ?? '', left: yuan(row['leftFen']) },
    evidence: [{ entity: 'allotment', id: Number(row['allotmentId']), label: '' }],
  }))
}

async function keptInsteadOfReturned(manager: EntityManager, scope: AuditScope): Promise<Found[]> {
  const { sql, values } = inScope(scope)
  const rows = await manager.query<Row[]>(
    `SELECT school.id AS schoolId, school.regionCode AS regionCode, settlement.id AS settlementId,
      settlement.fiscalYear AS fiscalYear, settlement.leftFen AS leftFen, fund.name AS fund
    FROM settlement
      JOIN school ON school.id = settlement.schoolId
      JOIN fund ON fund.id = settlement.fundId
      ${joinPolicy(manager, 'settlement.fundId', 'settlement.toOn')}
    WHERE settlement.status = 'settled' AND settlement.leftover = 'carry' AND policy.leftover = 'return'
      AND settlement.leftFen > 0 AND ${sql}`,
    values,
  )
  return rows.map((row) => ({
    key: `kept/${row['settlementId']}`,
    ...schoolOf(row),
    fiscalYear: Number(row['fiscalYear']),
    params: { fund: row['fund'] ?? '', left: yuan(row['leftFen']) },
    evidence: [{ entity: 'settlement', id: Number(row['settlementId']), label: '' }],
  }))
}
