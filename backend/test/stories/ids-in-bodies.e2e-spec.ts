/**
 * Every id that a body may carry is looked up within the scope of who sends it: whoever names a thing of another school,
 * of the same district or of another city, is refused, and nothing is written. The contract's fields are walked, so that
 * a new field cannot be forgotten.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AuditEntry } from '../../src/audit/index.js'
import type { Client, TestApp as App } from '../app.js'
import { TestApp } from '../app.js'
import { triesOfMoney } from './ids/money.js'
import { triesOfSchool } from './ids/school.js'
import { triesOfWeek } from './ids/week.js'
import { type Named, type SchoolWorld, schoolWorld } from './scope-world.js'

const tries = [...triesOfSchool, ...triesOfWeek, ...triesOfMoney]

/** Tried where their things are made, with the spec that does it. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /api/bank-return-lines/{id}/settle paymentId': 'bank-returns.e2e-spec',
  'POST /api/declarations/publish declarationIds': 'publications.e2e-spec',
  'POST /api/findings schoolId': 'findings.e2e-spec',
  'POST /api/performance-targets estimateId': 'performance-targets.e2e-spec',
  'POST /api/findings/{id}/assign ownerId': 'findings.e2e-spec',
  'POST /api/objections/{id}/uphold declarationId': 'publications.e2e-spec',
  'POST /api/parents/surveys/{id}/answers studentId': 'responses.e2e-spec',
  'PATCH /api/section-relations/{id} sectionIds': 'planning.e2e-spec',
  'PATCH /api/teaching-wishes/{id} unavailableSlotIds': 'planning.e2e-spec',
  'PATCH /api/teaching-wishes/{id} ratherNotSlotIds': 'planning.e2e-spec',
  'POST /api/enrolments/bulk studentIds': 'answered row by row: below',
  'POST /api/declarations/approve-many ids': 'answered row by row: below',
  'POST /api/declarations/check-many ids': 'answered row by row: below',
  'POST /api/declarations/finance-check-many ids': 'answered row by row: below',
  'POST /api/bank-return-lines/settle-many ids': 'second-person.e2e-spec',
  'POST /api/payments/approve-many ids': 'answered row by row: below',
  'POST /api/payments/check-many ids': 'answered row by row: below',
  'POST /api/payments/submit-many ids': 'answered row by row: below',
  'POST /api/treasury-returns/{id}/submit payeeId': 'treasury-returns.e2e-spec',
  'POST /api/publications subjectId': 'publications.e2e-spec',
}

function contractFields(): string[] {
  const { paths, components } = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>
    components: { schemas: Record<string, { properties?: object }> }
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema as { $ref?: string } | undefined
      const name = schema?.$ref?.split('/').at(-1)
      const fields = Object.keys((name && components.schemas[name]?.properties) || {})
      return fields
        .filter((field) => /Ids?$/.test(field) || field === 'ids')
        .map((field) => `${method.toUpperCase()} ${path} ${field}`)
    }),
  )
}

const plainRoute = (route: string) => route.replace(/\{\w+\}/g, '{}')

describe('an id of another school in a body', () => {
  let test: App
  let ours: SchoolWorld
  let theirs: { name: string; world: SchoolWorld }[]
  let own: Named
  let clients: Record<string, Client>

  beforeAll(async () => {
    test = await TestApp.start()
    ours = await schoolWorld(test, '140213')
    theirs = [
      { name: 'of the same district', world: await schoolWorld(test, '140213') },
      { name: 'of another city', world: await schoolWorld(test, '320106') },
    ]
    const { world } = test
    const { school } = ours
    const placement = (
      await ours.people['coordinator']!.post('/api/placements', {
        timetableId: ours.ids['timetable'],
        sectionId: ours.ids['secondSection'],
        slotId: (await world.slot({ school, termId: ours.ids['term']!, weekday: 3 })).id,
      })
    ).body
    own = {
      ...ours.ids,
      placement: placement?.id ?? 0,
      secondRoom: (await world.room({ school })).id,
      lecturer: (await world.teacher({ school, kind: 'lecturer' })).id,
      freeUser: (await world.user('teacher', { school })).id,
      coordinatorUser: (await world.user('coordinator', { school })).id,
    }
    clients = {
      ...ours.people,
      admin: await test.as(await world.user('system_administrator', { regionCode: '1402' })),
      bureau: await test.as(await world.user('bureau_officer')),
      education: await test.as(await world.user('education_finance_officer')),
      finance: await test.as(await world.user('finance_bureau_officer')),
      treasurer: await test.as(await world.user('finance_bureau_officer')),
      centre: await test.as(await world.user('accounting_centre_officer')),
    }
  }, 120_000)
  afterAll(() => test.stop())

  const writes = () => test.database.read.countBy(AuditEntry, {})

  function withForeign(body: Record<string, unknown>, field: string, id: number): Record<string, unknown> {
    const [head, ...inner] = field.split('.')
    if (inner.length > 0) {
      const rows = body[head!] as Record<string, unknown>[]
      return { ...body, [head!]: rows.map((row) => withForeign(row, inner.join('.'), id)) }
    }
    const value = body[field]
    return { ...body, [field]: Array.isArray(value) ? [...value.slice(0, -1), id] : id }
  }

  it('has a try for every id field of the contract', () => {
    const tried = new Set(
      tries.flatMap(({ route, fields }) =>
        Object.keys(fields).map((field) => `${plainRoute(route)} ${field.split('.')[0]}`),
      ),
    )
    const known = new Set(Object.keys(elsewhere).map(plainRoute))
    const missing = contractFields().filter(
      (field) => !tried.has(plainRoute(field)) && !known.has(plainRoute(field)),
    )
    expect(missing).toEqual([])
  })

  describe.each(
    tries.map((each) => ({ ...each, name: `${each.route} (${Object.keys(each.fields).join(', ')})` })),
  )('$name', ({ route, by, body, fields, refusedOurs }) => {
    const [method, pattern] = route.split(' ') as ['POST' | 'PATCH', string]
    const path = () => pattern.replace(/\{(\w+)\}/, (_, noun: string) => String(own[noun]))
    const send = (given: object) => clients[by]!.send(method, path(), given)

    it('is refused and writes nothing', async () => {
      for (const [field, thing] of Object.entries(fields)) {
        for (const { name, world } of theirs) {
          const id = world.ids[thing]
          // Who acts for a region may name every school of it, and what a region shares is shared by its schools.
          const isShared = ['term', 'category', 'fund', 'region'].includes(thing)
          const isRegional = !(by in ours.people)
          if (id === undefined || (name === 'of the same district' && (isShared || isRegional))) continue
          const before = await writes()
          const answer = await send(withForeign(body(own), field, id))
          expect({ field, name, status: answer.status, code: answer.body?.code }).toEqual({
            field,
            name,
            status: expect.any(Number),
            code: expect.any(String),
          })
          expect([field, name, [400, 403, 404, 409, 422].includes(answer.status)]).toEqual([
            field,
            name,
            true,
          ])
          expect([field, name, await writes()]).toEqual([field, name, before])
        }
      }
    })

    it('while our own are looked at', async () => {
      const answer = await send(body(own))
      if (answer.status < 300) return
      expect(`${answer.status} ${answer.text}`).toMatch(new RegExp(`^${refusedOurs} `))
      // Refused for what it says and not because something was not found.
      if (refusedOurs !== 404) expect(answer.body.code).not.toBe('not_found')
    })
  })

  it('among many is answered in its own row, and nothing of it is done', async () => {
    const [{ world }] = theirs as [(typeof theirs)[number]]
    const enrolled = await clients['coordinator']!.post('/api/enrolments/bulk', {
      sectionId: own['section'],
      studentIds: [world.ids['student']],
    })
    expect(enrolled.body).toMatchObject({ done: [], refused: [{ id: world.ids['student'] }] })
    const before = await writes()
    const approved = await clients['principal']!.post('/api/payments/approve-many', {
      ids: [world.ids['payment']],
    }).catch(() => null)
    if (approved) expect(approved.body).toMatchObject({ done: [] })
    expect(await writes()).toBe(before)
  })
})
