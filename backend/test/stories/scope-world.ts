/** One of everything that a body may name, for one school, so that the walk over bodies can mix up schools. */
import { Category, Course } from '../../src/catalogue/index.js'
import type { Role, User } from '../../src/access/index.js'
import type { Fund } from '../../src/entitlement/index.js'
import { School, type Term } from '../../src/organisation/index.js'
import { Timetable } from '../../src/timetabling/index.js'
import { Survey } from '../../src/surveys/index.js'
import { allotted, approvedDeclaration, fundedSchool, paid, sentToBank } from '../funding-world.js'
import { entryOf, listOf, person } from '../pay-lists-world.js'
import type { Client, TestApp } from '../app.js'

export type Named = Readonly<Record<string, number>>

export interface SchoolWorld {
  readonly school: School
  readonly ids: Named
  readonly people: Readonly<Record<string, Client>>
  readonly teacherUser: User
}

const staff: readonly Role[] = ['principal', 'coordinator', 'school_finance_officer', 'teacher']

/** The things of one school; `regionCode` decides its term, fund and category too. */
export async function schoolWorld(test: TestApp, regionCode: string): Promise<SchoolWorld> {
  const { world } = test
  const city = regionCode.slice(0, 4)
  await world.region(city)
  const region = await world.region(regionCode)
  const fund = await world.fund({ regionCode: city })
  await world.standard({ fund, regionCode: city })
  const funded = await fundedSchool(test, 2, fund, { regionCode })
  const { school } = funded
  const term = await world.term({ regionCode: city })
  const money = city === '1402' ? await moneyOf(test, funded) : {}
  const things = await lessonsOf(test, school, term, city)
  const users: Record<string, User> = {}
  for (const role of staff) users[role] = await world.user(role, { school })
  const people = Object.fromEntries(
    await Promise.all(
      Object.entries(users).map(async ([role, user]) => [role, await test.as(user)] as const),
    ),
  )
  return {
    school,
    people,
    teacherUser: users['teacher']!,
    ids: {
      ...things,
      ...money,
      region: region.id,
      fund: (fund as Fund).id,
      school: school.id,
      user: users['teacher']!.id,
      homeClass: funded.classes[0]!.id,
    },
  }
}

async function lessonsOf(test: TestApp, school: School, term: Term, city: string): Promise<Named> {
  const { world } = test
  const category = await world.category({ regionCode: city })
  const course = await world.course({ school, categoryId: category.id })
  const [teacher, colleague] = [await world.teacher({ school }), await world.teacher({ school })]
  const room = await world.room({ school })
  const of = { school, termId: term.id, courseId: course.id, teacherId: teacher.id, roomId: room.id }
  const [section, second] = [await world.section(of), await world.section(of)]
  const slot = await world.slot({ school, termId: term.id })
  const heldOn = '2026-12-07'
  const session = await world.session({ section, slot, heldOn })
  const student = await world.student({ school })
  const timetable = await world.make(Timetable, {
    schoolId: school.id,
    termId: term.id,
    version: 1,
    name: null,
    status: 'draft',
    revision: 0,
    createdAt: test.clock.now(),
    publishedAt: null,
  })
  const survey = await world.make(Survey, {
    regionCode: city,
    termId: term.id,
    title: '问卷',
    titleEn: 'Survey',
    status: 'draft',
    opensOn: '2026-11-01',
    closesOn: '2026-12-31',
    satisfiedFrom: 4,
  })
  return {
    category: (category as Category).id,
    course: (course as Course).id,
    teacher: teacher.id,
    colleague: colleague.id,
    room: room.id,
    section: section.id,
    secondSection: second.id,
    slot: slot.id,
    session: session.id,
    student: student.id,
    timetable: timetable.id,
    term: term.id,
    survey: survey.id,
  }
}

async function moneyOf(test: TestApp, funded: Awaited<ReturnType<typeof fundedSchool>>): Promise<Named> {
  const [allotment] = await allotted(test, funded)
  const declaration = await approvedDeclaration(test, funded, 2027).catch(() => 0)
  const payment = await sentToBank(funded, { allotmentId: allotment!, amountFen: 1_000 })
  const { body } = await funded.officer.get('/api/receipts', { schoolId: funded.school.id })
  const payee = await funded.officer.post('/api/payees', {
    schoolId: funded.school.id,
    name: '书店',
    kind: 'unit',
    account: '6222000000000041',
    bankName: '工商银行大同分行',
  })
  const request = {
    lines: [{ allotmentId: allotment!, amountFen: 100, account: 'E530' }],
    payee: '书店',
    reason: '材料',
  }
  const { body: draft } = await funded.officer.post('/api/payments', request)
  const settled = await paid(funded, { allotmentId: allotment!, amountFen: 1_000 })
  const { body: correction } = await funded.officer.post('/api/corrections', {
    paymentId: settled,
    kind: 'reclassification',
    lines: [
      {
        allotmentId: allotment!,
        account: 'E530',
        amountFen: 10,
        toAllotmentId: allotment!,
        toAccount: 'E542',
      },
    ],
    reason: '记错用途',
  })
  const { body: invoice } = await funded.officer.post('/api/invoices', {
    schoolId: funded.school.id,
    number: `2614200000${String(funded.school.id).padStart(10, '0')}`,
    seller: '书店',
    issuedOn: '2026-11-18',
    amountFen: 100,
  })
  const { body: contract } = await funded.officer.post('/api/commitments', {
    kind: 'contract',
    number: 'HT-1',
    title: '合同',
    payeeId: payee.body.id,
    signedOn: '2026-11-01',
    endsOn: '2026-12-31',
    lines: [{ allotmentId: allotment!, account: 'E530', amountFen: 200 }],
  })
  await funded.officer.post(`/api/commitments/${contract.id}/submit`)
  await funded.principal.post(`/api/commitments/${contract.id}/approve`)
  const { body: second } = await funded.officer.post('/api/commitments', {
    kind: 'purchase',
    number: 'CG-1',
    title: '采购',
    payeeId: payee.body.id,
    signedOn: '2026-11-01',
    endsOn: '2026-12-31',
    lines: [{ allotmentId: allotment!, account: 'E530', amountFen: 200 }],
  })
  const someone = await person(funded, '王老师')
  const list = await funded.officer.post(
    '/api/pay-lists',
    listOf(funded, [entryOf(someone, allotment!, { hoursHundredths: 100 })]),
  )
  const ids = {
    person: someone,
    payList: list.body.id as number,
    commitment: contract.id as number,
    draftCommitment: second.id as number,
    invoice: invoice.id as number,
    payee: payee.body.id as number,
    draftPayment: draft.id as number,
    paid: settled,
    correction: correction.id as number,
  }
  return { allotment: allotment!, payment, ...ids, receipt: body.items[0].id as number, declaration }
}
