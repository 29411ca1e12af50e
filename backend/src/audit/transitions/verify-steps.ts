/** Do the steps on record lead to where things stand (流转核对)? Finds a state that was set, a step that was taken out, one that nobody could have taken, and one that the chained trail tells otherwise. */
import { type EntityManager, In } from 'typeorm'
import type { StateTable } from '../../platform/states.js'
import { AuditEntry } from '../entries/audit-entry.entity.js'
import { making, type Move, withMaking } from './separation.js'
import { Transition } from './transition.entity.js'

interface Standing {
  readonly id: number
  readonly status: string
}

/** Of one school, or of all where the kind of thing belongs to none. One sentence for each thing whose steps do not lead to its state, or break the separation of duties. */
export async function verifySteps(
  manager: EntityManager,
  table: StateTable,
  things: readonly Standing[],
  schoolId: number | null,
): Promise<string[]> {
  const steps = await manager.find(Transition, {
    where: { entity: table.entity, ...(schoolId === null ? {} : { schoolId }) },
    order: { entityId: 'ASC', id: 'ASC' },
  })
  const byThing = grouped(steps)
  const trail = grouped(await trailOf(manager, table, schoolId))
  const known = new Set(things.map(({ id }) => id))
  const gone = [...byThing]
    .filter(([id, own]) => !known.has(id) && own.at(-1)!.toState !== table.initial)
    .map(([id]) => `${table.entity} ${id}: it was moved, and is not there`)
  return [
    ...things.flatMap(({ id, status }) =>
      wrongWith(table, byThing.get(id) ?? [], status).map((problem) => `${table.entity} ${id}: ${problem}`),
    ),
    ...gone,
    ...[...new Set([...byThing.keys(), ...trail.keys()])].flatMap((id) =>
      isTold(table, byThing.get(id) ?? [], trail.get(id) ?? [])
        ? []
        : [`${table.entity} ${id}: its steps are not those of the trail`],
    ),
  ]
}

function grouped<Row extends { readonly entityId: number | null }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const own = groups.get(row.entityId ?? 0)
    if (own) own.push(row)
    else groups.set(row.entityId ?? 0, [row])
  }
  return groups
}

// Each step writes an entry of the trail, which is chained.
function trailOf(manager: EntityManager, table: StateTable, schoolId: number | null): Promise<AuditEntry[]> {
  return manager.find(AuditEntry, {
    where: {
      entity: table.entity,
      action: In(Object.keys(table.events).map((event) => `${table.entity}.${event}`)),
      ...(schoolId === null ? {} : { schoolId }),
    },
    order: { entityId: 'ASC', id: 'ASC' },
  })
}

function isTold(table: StateTable, steps: readonly Transition[], told: readonly AuditEntry[]): boolean {
  const taken = steps.filter(({ event }) => event in table.events)
  return (
    taken.length === told.length &&
    taken.every((step, i) => {
      const entry = told[i]!
      // The trail keeps what changed: a step that leaves a thing in its state says no state there.
      const isMoved = step.fromState !== step.toState
      return (
        entry.action === `${table.entity}.${step.event}` &&
        entry.actorId === step.actorId &&
        entry.actorName === step.actorName &&
        entry.onBehalfOfId === step.onBehalfOfId &&
        entry.before?.['status'] === (isMoved ? step.fromState : undefined) &&
        entry.after?.['status'] === (isMoved ? step.toState : undefined)
      )
    })
  )
}

function wrongWith(table: StateTable, steps: readonly Transition[], status: string): string[] {
  const problems: string[] = []
  let at: string = table.initial
  steps.forEach((step, i) => {
    if (step.fromState !== at)
      problems.push(`${step.event} begins at ${step.fromState}, the steps before it end at ${at}`)
    at = step.toState
    if (making.includes(step.event)) return
    const event = table.events[step.event]
    if (!event || event.to !== step.toState || !event.from.includes(step.fromState))
      problems.push(`${step.event} from ${step.fromState} to ${step.toState} is no step`)
    const [forbidden, parties] = [withMaking(event?.notBy ?? []), partiesIn(step)]
    const other = steps
      .slice(0, i)
      .find(
        (before) => forbidden.includes(before.event) && partiesIn(before).some((id) => parties.includes(id)),
      )
    if (other) problems.push(`${step.event} and ${other.event} are by the same person`)
  })
  if (at !== status) problems.push(`it is ${status}, its steps end at ${at}`)
  return problems
}

const partiesIn = ({ actorId, onBehalfOfId }: Move): number[] =>
  [actorId, onBehalfOfId].filter((id): id is number => id !== null)
