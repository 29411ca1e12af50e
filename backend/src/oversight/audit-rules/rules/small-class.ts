/** 申报的班级学生很少: a class of a handful is looked at, though it counts. */
import { type RunningRule, schoolOf } from '../audit-rule.js'
import { declaredLines } from '../declared-lines.js'

const fewPupils = 5

export const smallClass: RunningRule = {
  code: 'small_class',
  number: null,
  severity: 'warning',
  name: { zh: '申报的班级学生很少', en: 'A declared class with very few pupils' },
  finding: {
    zh: '{class}申报时只有 {students} 名学生。',
    en: '{class} had {students} pupils when it was declared.',
  },
  waitsFor: null,

  async find(manager, scope) {
    return (await declaredLines(manager, scope))
      .filter(({ isGone, declared }) => !isGone && declared.enrolled > 0 && declared.enrolled < fewPupils)
      .map(({ row, declared }) => ({
        key: `${row['declarationId']}/${row['homeClassId']}`,
        ...schoolOf(row),
        fiscalYear: Number(row['fiscalYear']),
        params: { class: row['className'] ?? '', students: declared.enrolled },
        evidence: [
          { entity: 'declaration', id: Number(row['declarationId']), label: String(row['className']) },
        ],
      }))
  },
}
