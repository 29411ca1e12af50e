/** 申报的班级没有或几乎没有学生: money is claimed for a class that hardly exists. */
import { type RunningRule, schoolOf } from '../audit-rule.js'
import { declaredLines } from '../declared-lines.js'

const fewPupils = 5

export const emptyClass: RunningRule = {
  code: 'empty_class',
  number: null,
  severity: 'warning',
  name: { zh: '申报的班级没有或几乎没有学生', en: 'A declared class with hardly any pupils' },
  finding: {
    zh: '{class}申报时只有 {students} 名学生。',
    en: '{class} had {students} pupils when it was declared.',
  },
  waitsFor: null,

  async find(manager, scope) {
    return (await declaredLines(manager, scope))
      .filter(({ declared }) => declared.enrolled < fewPupils)
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
