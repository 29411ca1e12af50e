/** Loads the demo city (演示数据) into an empty database: a small part of Datong with invented people, autumn 2026. */
import type { INestApplicationContext } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Actor, Passwords, permissionsOf, User } from '../access/index.js'
import { Category } from '../catalogue/index.js'
import { Fund, FundingStandard } from '../entitlement/index.js'
import { CalendarDay, proposeCalendar, Region, School, Term } from '../organisation/index.js'
import { pinyinOf, Teacher } from '../people/index.js'
import { Clock } from '../platform/calendar.js'
import { FieldSeal } from '../platform/crypto.js'
import { Database } from '../platform/database/database.js'
import { fen } from '../platform/money.js'
import { demoAccounts, demoPassword } from './accounts.js'
import { ask } from './answers.js'
import { categoryTree } from './catalogue.js'
import { fillSchool } from './demo-school.js'
import { moveMoney } from './load-money.js'

const schools = [
  {
    key: 'wenying',
    code: '3114000101',
    name: '平城区文瀛小学',
    nameEn: 'Wenying Primary School',
    stage: 'primary',
    area: 'urban',
    regionCode: '140213',
    shape: { classesPerGrade: 4, teacherCount: 58, studentsPerClass: 0 },
  },
  {
    key: 'quanshan',
    code: '3114000102',
    name: '云冈区泉山小学',
    nameEn: 'Quanshan Primary School',
    stage: 'primary',
    area: 'rural',
    regionCode: '140214',
    shape: { classesPerGrade: 1, teacherCount: 21, studentsPerClass: 26 },
  },
  {
    key: 'beichen',
    code: '3114000201',
    name: '平城区北辰中学',
    nameEn: 'Beichen Junior Secondary School',
    stage: 'junior_secondary',
    area: 'urban',
    regionCode: '140213',
    shape: { classesPerGrade: 6, teacherCount: 52, studentsPerClass: 42 },
  },
] as const

/** Whether nothing has been put into the database yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  return (await database.read.count(User)) === 0
}

/** Loads all or nothing; `say` is told what is being done. */
export async function loadDemo(app: INestApplicationContext, say: (what: string) => void): Promise<void> {
  const database = app.get(Database)
  const clock = app.get(Clock)
  const seal = app.get(FieldSeal)
  const passwordHash = await Passwords.hash(demoPassword)
  await database.transaction(async (tx) => {
    say('regions, schools and the calendar of autumn 2026')
    const { term, days } = await addRegions(tx)
    const categories = await addCategories(tx)
    await addFunds(tx)
    for (const { key: _key, shape, ...given } of schools) {
      say(given.nameEn)
      const region = await tx.findOneByOrFail(Region, { code: given.regionCode })
      const school = await tx.save(
        tx.create(School, {
          ...given,
          ownership: 'public',
          regionId: region.id,
          lastLessonEndTime: '16:10',
          isActive: true,
        }),
      )
      await fillSchool(tx, school, shape, { term, days, categories, seal, now: clock.now() })
    }
    await addAccounts(tx, passwordHash, clock.now())
  })
  say('the money of two schools')
  await moveMoney(app, (username) => actorOf(database, username))
  say('the survey of the term with answers')
  await ask(app, await actorOf(database, 'bureau'))
}

async function addRegions(
  tx: EntityManager,
): Promise<{ term: Term; days: Pick<CalendarDay, 'dayOn' | 'weekdayFollowed'>[] }> {
  await tx.insert(Region, [
    { code: '14', name: '山西省', nameEn: 'Shanxi', level: 'province' },
    { code: '1402', name: '大同市', nameEn: 'Datong', level: 'city' },
    { code: '140213', name: '平城区', nameEn: 'Pingcheng District', level: 'district' },
    { code: '140214', name: '云冈区', nameEn: 'Yungang District', level: 'district' },
  ])
  const term = await tx.save(
    tx.create(Term, {
      regionCode: '1402',
      schoolYear: 2026,
      name: '2026年秋季学期',
      nameEn: 'Autumn term 2026',
      startsOn: '2026-09-01',
      endsOn: '2027-01-22',
    }),
  )
  const days = proposeCalendar(term.startsOn, term.endsOn)
  await tx.insert(
    CalendarDay,
    days.map((day) => ({ ...day, termId: term.id })),
  )
  return { term, days }
}

async function addCategories(tx: EntityManager): Promise<Map<string, Category>> {
  const kinds = await tx.save(
    categoryTree.map(({ code, nationalCode, name, nameEn }, index) =>
      tx.create(Category, {
        regionCode: '1402',
        code,
        nationalCode,
        name,
        nameEn,
        position: index + 1,
        parentId: null,
      }),
    ),
  )
  const items = await tx.save(
    categoryTree.flatMap(({ code, nationalCode, items: ofKind }, kind) =>
      ofKind.map(([name, nameEn], index) =>
        tx.create(Category, {
          regionCode: '1402',
          code: `${code}_${index + 1}`,
          nationalCode,
          name,
          nameEn,
          position: index + 1,
          parentId: kinds[kind]!.id,
        }),
      ),
    ),
  )
  return new Map(items.map((item) => [item.name, item]))
}

async function addFunds(tx: EntityManager): Promise<void> {
  const care = await tx.save(
    tx.create(Fund, {
      regionCode: '1402',
      code: 'AFTER_SCHOOL_CARE_FUND',
      name: '课后看护经费',
      nameEn: 'After-school care fund',
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
    }),
  )
  const principal = await tx.save(
    tx.create(Fund, {
      regionCode: '1402',
      code: 'PRINCIPAL_FUND',
      name: '校长基金',
      nameEn: "Principal's fund",
      purposes: [
        { stage: 'primary', service: 'school_general', other: null },
        { stage: 'junior_secondary', service: 'after_school_junior', other: 'school_general' },
      ],
    }),
  )
  const common = {
    regionCode: '1402',
    schoolId: null,
    schoolKey: 0,
    area: 'any',
    ownership: 'any',
    model: 'per_class',
    unit: 'year',
    sharePerMille: 1000,
    monthTenths: 120,
    monthsCounted: 'fixed',
    monthsPer: 'year',
    countDay: '09-30',
    roundTo: 'fen',
    roundMode: 'half_up',
    roundAt: 'class',
    validFromOn: '2019-01-01',
    validToOn: null,
    issuer: '大同市财政局、大同市教育局',
    documentNumber: '演示文号〔2019〕1号',
    version: 1,
    packCode: null,
  } as const
  await tx.insert(FundingStandard, [
    { ...common, fundId: care.id, stage: 'primary', amountFen: fen(1_000_000), tiers: [], shares: [] },
    { ...common, fundId: principal.id, stage: 'primary', amountFen: fen(3_000_000), tiers: [], shares: [] },
    {
      ...common,
      fundId: principal.id,
      stage: 'junior_secondary',
      amountFen: fen(3_000_000),
      tiers: [],
      shares: [],
    },
  ])
}

async function addAccounts(tx: EntityManager, passwordHash: string, createdAt: Date): Promise<void> {
  const codes = new Map<string, string>(schools.map((school) => [school.key, school.code]))
  const saved = new Map((await tx.find(School)).map((school) => [school.code, school]))
  const schoolAt = (at: string) => saved.get(codes.get(at) ?? '')
  await tx.insert(
    User,
    demoAccounts.map(({ username, displayName, role, at }) => {
      const school = schoolAt(at)
      return {
        username,
        displayName,
        passwordHash,
        role,
        regionCode: school?.regionCode ?? at,
        schoolId: school?.id ?? null,
        isFrozen: false,
        mustChangePassword: false,
        oneTimeUntilAt: null,
        lastSignInAt: null,
        createdAt,
      }
    }),
  )
  // The teacher of that staff number bears the account's name, so that both are one person.
  for (const { username, displayName, at, teaches } of demoAccounts) {
    if (teaches === undefined) continue
    const { id: userId } = await tx.findOneByOrFail(User, { username })
    await tx.update(
      Teacher,
      { schoolId: schoolAt(at)!.id, staffNumber: teaches },
      { userId, name: displayName, namePinyin: pinyinOf(displayName) },
    )
  }
}

async function actorOf(database: Database, username: string): Promise<Actor> {
  const user = await database.read.findOneByOrFail(User, { username })
  return {
    userId: user.id,
    username,
    displayName: user.displayName,
    role: user.role,
    permissions: permissionsOf(user.role),
    regionCode: user.regionCode,
    schoolId: user.schoolId,
    signInId: 0,
    mustChangePassword: false,
    requestId: 'demo',
    language: 'zh',
  }
}
