/** Two who act on one thing at the same instant: the second waits, reads what the first has left, and is told. */
import 'reflect-metadata'
import type { EntityTarget, ObjectLiteral } from 'typeorm'
import {
  type ActingPerson,
  AuditEntries,
  type Stateful,
  Transition,
  Transitions,
} from '../../src/audit/index.js'
import { entities } from '../../src/entities.js'
import { declaredStateTables, editing, type StateEvent, type StateTable } from '../../src/platform/states.js'
import { TestApp } from '../app.js'
import { asIfMade } from '../as-if.js'
import { tableOf } from './table-of.js'

const targetOf = (table: StateTable) =>
  entities.find((entity) => tableOf(entity) === table.entity) as EntityTarget<Stateful>

/** An event of each table, and where the table is edited one that starts where it may be edited. */
const steps = declaredStateTables().map((table) => {
  const events = Object.entries(table.events) as [string, StateEvent<string>][]
  const isEditable = ([, { from }]: (typeof events)[number]) =>
    !table.edit || from.some((state) => table.edit!.in.includes(state))
  const [event, rule] = events.find(isEditable)!
  const from = rule.from.find((state) => !table.edit || table.edit.in.includes(state))!
  return { name: table.entity, table, event, rule, from }
})

describe('two at one instant', () => {
  let test: TestApp
  let transitions: Transitions
  let audit: AuditEntries
  let count = 800_000
  beforeAll(async () => {
    test = await TestApp.start()
    transitions = test.nest.get(Transitions)
    audit = test.nest.get(AuditEntries)
    // The rows stand by themselves here: their parents are of no account.
    const { writer } = test.database.connections
    if (test.database.isSqlite) await writer.query('PRAGMA foreign_keys = OFF')
  })
  afterAll(() => test.stop())

  const person = (userId: number, table: StateTable): ActingPerson => ({
    userId,
    displayName: `同事${userId}`,
    permissions: new Set([
      ...Object.values(table.events).map(({ permission }) => permission),
      ...(table.edit?.permissions ?? []),
    ]),
    regionCode: '1402',
    schoolId: null,
    requestId: 'interleaving',
  })

  /** A row with something in every column that must be filled. */
  async function row(table: StateTable, status: string): Promise<number> {
    const { columns } = test.database.connections.writer.getMetadata(targetOf(table))
    count += 1
    const filled = columns
      .filter(({ isGenerated }) => !isGenerated)
      .map(({ propertyName, isNullable, type, length }) => {
        if (propertyName === 'status') return [propertyName, status]
        if (propertyName === 'revision') return [propertyName, 0]
        if (isNullable) return [propertyName, null]
        if (type === 'date') return [propertyName, '2026-11-20']
        if (type === 'datetime') return [propertyName, test.clock.now()]
        if (type === 'boolean') return [propertyName, false]
        if (type === 'text') return [propertyName, {}]
        if (type === 'varchar') return [propertyName, String(count).slice(-Number(length))]
        return [propertyName, count]
      })
    const made = await asIfMade(test, table.entity, async (tx) => {
      if (!test.database.isSqlite) await tx.query('SET FOREIGN_KEY_CHECKS = 0')
      const inserted = await tx.insert(targetOf(table), Object.fromEntries(filled) as ObjectLiteral)
      if (!test.database.isSqlite) await tx.query('SET FOREIGN_KEY_CHECKS = 1')
      return inserted.identifiers[0] as { id: number }
    })
    return made.id
  }

  /** Takes the row, says so, keeps it until told to go on, and then acts. */
  function acting(
    table: StateTable,
    id: number,
    step: string,
    userId: number,
    { seen, until = Promise.resolve() }: { seen?: number; until?: Promise<unknown> } = {},
  ) {
    let taken!: () => void
    const hasTaken = new Promise<void>((resolve) => (taken = resolve))
    const target = targetOf(table)
    const who = person(userId, table)
    const work = test.database.transaction(async (tx) => {
      const thing = await transitions.take(tx, table, target, id, step, who, {
        read: () => tx.findOneByOrFail(target, { id }),
        seen: { revision: seen },
      })
      taken()
      await until
      if (step === editing) {
        await transitions.edit(tx, table, target, thing, {}, who)
        const { entity } = table
        await audit.record(tx, who, { action: `${entity}.update`, entity, entityId: id })
      } else await transitions.move(tx, table, target, thing, step, who, { comment: '说明' })
    })
    const outcome = work.then(
      () => 'done',
      (error: { code?: string; params?: { who?: string; event?: string } }) => {
        taken()
        return error.code === 'state.stale'
          ? `stale: ${error.params!.who} ${error.params!.event}`
          : (error.code ?? 'a fault')
      },
    )
    return { hasTaken, outcome }
  }

  /** The first has the row before the second asks for it. */
  async function oneAfterTheOther(
    table: StateTable,
    id: number,
    first: { step: string; seen?: number },
    second: { step: string; seen?: number },
  ): Promise<string[]> {
    let go!: () => void
    const until = new Promise<void>((resolve) => (go = resolve))
    const one = acting(table, id, first.step, 1, { ...first, until })
    await one.hasTaken
    const two = acting(table, id, second.step, 2, second)
    await new Promise((resolve) => setTimeout(resolve, 60))
    go()
    return Promise.all([one.outcome, two.outcome])
  }

  async function found(table: StateTable, id: number) {
    const { status, revision } = await test.database.read.findOneByOrFail(targetOf(table), { id })
    const events = await test.database.read.find(Transition, {
      where: { entity: table.entity, entityId: id },
      order: { id: 'ASC' },
    })
    return { status, revision, events: events.map(({ event }) => event) }
  }

  it('finds the row of every table', () => {
    expect(steps.length).toBeGreaterThanOrEqual(19)
    expect(steps.filter(({ table }) => !targetOf(table)).map(({ name }) => name)).toEqual([])
  })

  describe.each(steps)('$name', ({ table, event, rule, from }) => {
    it('moves once where two press the same button', async () => {
      const id = await row(table, from)
      const outcomes = await oneAfterTheOther(table, id, { step: event, seen: 0 }, { step: event, seen: 0 })
      expect(outcomes).toEqual([
        'done',
        rule.from.includes(rule.to) ? `stale: 同事1 ${event}` : 'state.not_possible',
      ])
      expect(await found(table, id)).toEqual({ status: rule.to, revision: 1, events: [event] })
    })

    if (!table.edit) return

    it('is not handed in as it was before a change', async () => {
      const id = await row(table, from)
      const outcomes = await oneAfterTheOther(table, id, { step: editing, seen: 0 }, { step: event, seen: 0 })
      expect(outcomes).toEqual(['done', `stale: 同事1 ${editing}`])
      expect(await found(table, id)).toEqual({ status: from, revision: 1, events: [editing] })
    })

    it('is not changed after it was handed in', async () => {
      const id = await row(table, from)
      const outcomes = await oneAfterTheOther(table, id, { step: event }, { step: editing })
      const isStillEditable = table.edit!.in.includes(rule.to)
      expect(outcomes).toEqual(['done', isStillEditable ? 'done' : 'state.not_possible'])
      if (!isStillEditable)
        expect(await found(table, id)).toEqual({ status: rule.to, revision: 1, events: [event] })
    })

    it('tells the second of two tabs that the first has saved', async () => {
      const id = await row(table, from)
      const outcomes = await oneAfterTheOther(
        table,
        id,
        { step: editing, seen: 0 },
        { step: editing, seen: 0 },
      )
      expect(outcomes).toEqual(['done', `stale: 同事1 ${editing}`])
      expect(await found(table, id)).toEqual({ status: from, revision: 1, events: [editing] })
    })
  })
})
