/** 申报的班级没有学生或参加人数不足: money is claimed for a class that does not run the service. */
import { notRunning } from '../../../entitlement/index.js'
import { type RunningRule, schoolOf } from '../audit-rule.js'
import { declaredLines } from '../declared-lines.js'

export const emptyClass: RunningRule = {
  code: 'empty_class',
  number: null,
  severity: 'error',
  name: {
    zh: '申报的班级没有学生或参加人数不足',
    en: 'A declared class without pupils, or with too few taking part',
  },
  finding: {
    zh: '{class}申报时有 {students} 名在籍学生、{participants} 名参加学生，不能计入班数。',
    en: '{class} had {students} enrolled and {participants} participating pupils when it was declared and does not count as a class.',
  },
  waitsFor: null,

  async find(manager, scope) {
    return (await declaredLines(manager, scope))
      .filter(({ isGone }) => !isGone)
      .filter(({ declared: { leastParticipants = null, ...declared } }) =>
        notRunning({ ...declared, leastParticipants }),
      )
      .map(({ row, declared }) => ({
        key: `${row['declarationId']}/${row['homeClassId']}`,
        ...schoolOf(row),
        fiscalYear: Number(row['fiscalYear']),
        params: {
          class: row['className'] ?? '',
          students: declared.enrolled,
          participants: declared.participants,
        },
        evidence: [
          { entity: 'declaration', id: Number(row['declarationId']), label: String(row['className']) },
        ],
      }))
  },
}
