/** What the fuzz and the walks over all routes find there (测试城市): the demo city, a parent, a school with drafts. */
import { loadDemo } from '../../src/demo/load-demo.js'
import { School } from '../../src/organisation/index.js'
import { Student } from '../../src/people/index.js'
import { Section } from '../../src/catalogue/index.js'
import { Slot } from '../../src/timetabling/index.js'
import type { Client, TestApp } from '../app.js'
import { approvedDeclaration, fundedSchool } from '../funding-world.js'
import { type SchoolWorld, schoolWorld } from '../stories/scope-world.js'

export async function fuzzCity(test: TestApp): Promise<void> {
  await loadDemo(test.nest, () => undefined)
  const [student] = await test.database.read.find(Student, { order: { id: 'DESC' }, take: 1 })
  const school = await test.database.read.findOneByOrFail(School, { id: student!.schoolId })
  await test.world.guardian({ student: student!, user: await test.world.user('guardian', { school }) })
  const world = await schoolWorld(test, '140213')
  const section = await test.database.read.findOneByOrFail(Section, { id: world.ids['section']! })
  const slot = await test.database.read.findOneByOrFail(Slot, { id: world.ids['slot']! })
  const session = await test.world.session({ section, slot, heldOn: '2026-11-19' })
  await drafts(world, session.id)
  await moneyDrafts(test)
}

/** Of the money: a declaration that has only been begun, an appropriation that nobody has submitted. */
async function moneyDrafts(test: TestApp): Promise<void> {
  const fund = await test.world.fund({ regionCode: '1402' })
  await test.world.standard({ fund, regionCode: '1402' })
  const { school, officer } = await fundedSchool(test, 1, fund, { regionCode: '140213' })
  await made(officer, '/api/declarations', { schoolId: school.id, fundId: fund.id, fiscalYear: 2026 })
  const approved = await fundedSchool(test, 1, fund, { regionCode: '140213' })
  await approvedDeclaration(test, approved)
  await made(approved.education, '/api/appropriations', { fundId: fund.id, fiscalYear: 2026, title: '通知' })
}

async function made(client: Client, path: string, body: object): Promise<void> {
  const answer = await client.post(path, body)
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status} ${answer.text}`)
}

/** One of each that is edited before it is handed in; each has to come about. */
async function drafts({ ids, people }: SchoolWorld, sessionId: number): Promise<void> {
  const { school: schoolId, term: termId, fund: fundId, section: sectionId, slot: slotId } = ids
  const wanted: [by: string, path: string, body: object][] = [
    ['coordinator', '/api/placements', { timetableId: ids['timetable'], sectionId, slotId }],
    [
      'coordinator',
      '/api/inspections',
      {
        sessionId,
        isOnTime: true,
        isPlannedTeacher: true,
        isRegisterTaken: true,
        isNewLessonTaught: false,
        countedCount: 1,
      },
    ],
    ['coordinator', '/api/teaching-wishes', { termId, teacherId: ids['teacher'] }],
    [
      'coordinator',
      '/api/section-relations',
      { schoolId, termId, kind: 'parallel', sectionIds: [sectionId, ids['secondSection']] },
    ],
    ['school_finance_officer', '/api/estimates', { schoolId, fundId, fiscalYear: 2027 }],
    [
      'school_finance_officer',
      '/api/payments',
      {
        lines: [{ allotmentId: ids['allotment'], amountFen: 100, account: 'E530' }],
        payee: '书店',
        reason: '材料',
      },
    ],
  ]
  for (const [by, path, body] of wanted) await made(people[by]!, path, body)
}
