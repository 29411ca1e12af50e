/** 申报人数多于记录人数: a class was declared with more pupils or participants than the records showed. */
import { type RunningRule, schoolOf } from '../audit-rule.js'
import { declaredLines } from '../declared-lines.js'

export const declaredBeyondRecords: RunningRule = {
  code: 'declared_beyond_records',
  number: 11,
  severity: 'error',
  name: { zh: '申报人数多于记录人数', en: 'More declared than the records show' },
  finding: {
    zh: '{class}申报 {declared} 人，记录只有 {recorded} 人。',
    en: '{class} was declared with {declared}, the records show {recorded}.',
  },
  waitsFor: null,

  async find(manager, scope) {
    return (await declaredLines(manager, scope))
      .filter(
        ({ isGone, declared, recorded }) =>
          !isGone && (declared.enrolled > recorded.enrolled || declared.participants > recorded.participants),
      )
      .map(({ row, declared, recorded }) => ({
        key: `${row['declarationId']}/${row['homeClassId']}`,
        ...schoolOf(row),
        fiscalYear: Number(row['fiscalYear']),
        params: {
          class: row['className'] ?? '',
          declared: Math.max(declared.enrolled, declared.participants),
          recorded: declared.enrolled > recorded.enrolled ? recorded.enrolled : recorded.participants,
        },
        evidence: [
          { entity: 'declaration', id: Number(row['declarationId']), label: String(row['className']) },
        ],
      }))
  },
}
