import { delegableBy } from '../../src/access/delegations/acting-permissions.js'
import { permissions, roleNames } from '../../src/access/index.js'
import {
  type ActingPerson,
  type OnBehalfOf,
  type Taken,
  Transition,
  Transitions,
} from '../../src/audit/index.js'
import { entities } from '../../src/entities.js'
import {
  declaredStateTables,
  eventsFrom,
  type StateEvent,
  type StateTable,
} from '../../src/platform/states.js'
import { TestApp } from '../app.js'
import { tableOf } from './table-of.js'

/** With these somebody judges what another has made: each of their events must be kept from who made it. */
const approving = [
  'plan.review',
  'estimate.review',
  'estimate.approve',
  'declaration.check',
  'declaration.finance_check',
  'declaration.approve',
  'appropriation.countersign',
  'appropriation.issue',
  'scheme.approve',
  'payment.approve',
  'payment.check',
  'settlement.approve',
  'finding.verify',
]
// What is judged there is made for a teacher and not by an event; the services compare the teachers (own_leave, own_substitution), and nobody delegates it.
const judgedByTeacher = ['substitution.approve']
const soundsApproving = /[._](approve|check|review|countersign|issue|confirm|grant|audit|verify)$/
// Confirms that money has come; there is no state and nobody's work to judge.
const onlySounds = ['receipt.confirm']

const separated = declaredStateTables().flatMap((table) =>
  (Object.entries(table.events) as [string, StateEvent<string>][]).flatMap(([event, rule]) =>
    (rule.notBy ?? []).map((earlier) => ({
      name: `${table.entity}: ${event} not by who did ${earlier}`,
      table,
      event,
      rule,
      earlier,
    })),
  ),
)

const targetOf = (table: StateTable) => entities.find((entity) => tableOf(entity) === table.entity)!

const [maker, helper, other, another, bystander] = [
  { userId: 9001, displayName: '经办' },
  { userId: 9002, displayName: '代办' },
  { userId: 9003, displayName: '旁人' },
  { userId: 9004, displayName: '旁人之二' },
  { userId: 9005, displayName: '同事' },
] as const

describe('separation of duties', () => {
  let test: TestApp
  let transitions: Transitions
  let entityId = 700_000
  beforeAll(async () => {
    test = await TestApp.start()
    transitions = test.nest.get(Transitions)
  })
  afterAll(() => test.stop())

  const person = (
    who: OnBehalfOf,
    permission: string,
    actsFor: ReadonlyMap<string, OnBehalfOf> = new Map(),
  ): ActingPerson => ({
    ...who,
    permissions: new Set([permission]),
    actsFor,
    regionCode: '1402',
    schoolId: null,
    requestId: 'separation',
  })
  const inPlaceOf = (who: OnBehalfOf, giver: OnBehalfOf, permission: string) =>
    person(who, permission, new Map([[permission, giver]]))

  /** A thing with nothing but a history: who did the earlier event, and in whose place. */
  async function thingDone(
    table: StateTable,
    earlier: string,
    by: OnBehalfOf,
    behalf: OnBehalfOf | null,
  ): Promise<number> {
    entityId += 1
    const { from, to } = table.events[earlier]!
    await test.database.transaction((tx) =>
      tx.insert(Transition, {
        entity: table.entity,
        entityId,
        event: earlier,
        fromState: from[0]!,
        toState: to,
        actorId: by.userId,
        actorName: by.displayName,
        onBehalfOfId: behalf?.userId ?? null,
        onBehalfOfName: behalf?.displayName ?? null,
        at: test.clock.now(),
        comment: null,
        schoolId: null,
        regionCode: '1402',
      }),
    )
    return entityId
  }

  // There is no row to move: who gets past the separation is stopped by the guarded update, and the history stays as it was.
  async function answer(
    { table, event, rule }: (typeof separated)[number],
    id: number,
    who: ActingPerson,
  ): Promise<{ code: string; isOffered: boolean }> {
    const status = rule.from[0]!
    const move = test.database.transaction((tx) =>
      transitions.move(tx, table, targetOf(table), { id, status, revision: 0 } as Taken, event, who, {
        comment: '说明',
      }),
    )
    const code = await move.then(
      () => 'moved',
      (error: { code?: string }) => error.code ?? 'a fault',
    )
    const caused = (await transitions.eventsOf(test.database.read, table.entity, [id], who)).get(id)
    return { code, isOffered: eventsFrom(table, status, who.permissions, caused).includes(event) }
  }
  const refused = { code: 'state.same_person', isOffered: false }
  const past = { code: 'state.conflict', isOffered: true }

  it("is asked for by every event that judges another's work", () => {
    const events = declaredStateTables().flatMap((table) =>
      Object.entries(table.events).map(([event, rule]) => ({
        name: `${table.entity}.${event}`,
        rule,
        table,
      })),
    )
    const judging = events.filter(({ rule }) => approving.includes(rule.permission))
    expect(new Set(judging.map(({ rule }) => rule.permission))).toEqual(new Set(approving))
    const keepsMakerOut = ({ rule, table }: (typeof events)[number]) =>
      (rule.notBy ?? []).some((earlier) => table.events[earlier]!.permission !== rule.permission)
    expect(judging.filter((event) => !keepsMakerOut(event)).map(({ name }) => name)).toEqual([])
  })

  it('knows every permission that sounds like judging', () => {
    expect(
      Object.keys(permissions).filter(
        (permission) =>
          soundsApproving.test(permission) &&
          ![...approving, ...judgedByTeacher, ...onlySounds].includes(permission),
      ),
    ).toEqual([])
  })

  it('cannot be gone round by delegating what is judged by comparing teachers', () => {
    expect(
      roleNames
        .flatMap((role) => delegableBy(role))
        .filter((permission) => judgedByTeacher.includes(permission)),
    ).toEqual([])
    expect(roleNames.flatMap((role) => delegableBy(role))).toEqual(expect.arrayContaining(approving))
  })

  const judgingSubmitted = separated.filter(({ earlier }) => earlier === 'submit')
  it.each(judgingSubmitted.flatMap((each) => ['create', 'edit'].map((making) => ({ ...each, making }))))(
    '$table.entity: $event not by who has a hand in it ($making), though another handed it in',
    async (each) => {
      const id = await thingDone(each.table, each.earlier, other, null)
      await test.database.transaction((tx) =>
        tx.insert(Transition, {
          entity: each.table.entity,
          entityId: id,
          event: each.making,
          fromState: each.table.initial,
          toState: each.table.initial,
          actorId: maker.userId,
          actorName: maker.displayName,
          onBehalfOfId: null,
          onBehalfOfName: null,
          at: test.clock.now(),
          comment: null,
          schoolId: null,
          regionCode: '1402',
        }),
      )
      expect(await answer(each, id, person(maker, each.rule.permission))).toEqual(refused)
      expect(await answer(each, id, inPlaceOf(helper, maker, each.rule.permission))).toEqual(refused)
      expect(await answer(each, id, person(another, each.rule.permission))).toEqual(past)
    },
  )

  it('is found in the tables at all', () => {
    expect(separated.length).toBeGreaterThanOrEqual(15)
    expect(separated.filter(({ table }) => targetOf(table) === undefined)).toEqual([])
  })

  describe.each(separated)('$name', (step) => {
    const {
      table,
      rule: { permission },
      earlier,
    } = step

    it('where somebody did it on their own account', async () => {
      const id = await thingDone(table, earlier, maker, null)
      expect(await answer(step, id, person(maker, permission))).toEqual(refused)
      expect(await answer(step, id, inPlaceOf(helper, maker, permission))).toEqual(refused)
      expect(await answer(step, id, inPlaceOf(maker, other, permission))).toEqual(refused)
      expect(await answer(step, id, person(other, permission))).toEqual(past)
      expect(await answer(step, id, inPlaceOf(other, another, permission))).toEqual(past)
    })

    it("where somebody did it in another's place", async () => {
      const id = await thingDone(table, earlier, helper, maker)
      expect(await answer(step, id, person(maker, permission))).toEqual(refused)
      expect(await answer(step, id, person(helper, permission))).toEqual(refused)
      expect(await answer(step, id, inPlaceOf(bystander, maker, permission))).toEqual(refused)
      expect(await answer(step, id, inPlaceOf(bystander, helper, permission))).toEqual(refused)
      expect(await answer(step, id, inPlaceOf(helper, other, permission))).toEqual(refused)
      expect(await answer(step, id, inPlaceOf(maker, other, permission))).toEqual(refused)
      expect(await answer(step, id, person(other, permission))).toEqual(past)
      expect(await answer(step, id, inPlaceOf(other, another, permission))).toEqual(past)
    })

    it('but not because somebody stands in for the maker in other things', async () => {
      const id = await thingDone(table, earlier, maker, null)
      expect(await answer(step, id, person(other, permission, new Map([['calendar.link', maker]])))).toEqual(
        past,
      )
    })
  })
})
