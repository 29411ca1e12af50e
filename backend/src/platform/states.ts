/** A workflow (办理流程) as data: which event leads from which state to which, who may cause it, and what must not coincide. */

/** In place of a permission: no role has it, for time alone takes the step. */
export const bySystem = 'system'

export interface StateEvent<S extends string> {
  readonly from: readonly S[]
  readonly to: S
  /** The permission that the actor needs, or `bySystem`. */
  readonly permission: string
  /** Separation of duties: who caused any of these events on the same thing may not cause this one. */
  readonly notBy?: readonly string[]
  /** A comment is required, for example the reason of a return. */
  readonly needsComment?: boolean
}

export interface StateTable<S extends string = string, E extends string = string> {
  /** The noun as its table is called, for example 'appropriation'. */
  readonly entity: string
  readonly states: readonly S[]
  readonly initial: S
  readonly events: Readonly<Record<E, StateEvent<S>>>
  /** Where its content may be changed, and with which of these permissions. Left out: it is never edited. */
  readonly edit?: { readonly in: readonly S[]; readonly permissions: readonly string[] }
}

/** Changing the content, which is no event of the table and counts as making the thing. */
export const editing = 'edit'
/** The first drafting, as the history names it. */
export const creating = 'create'

/** What another has put in before, for example the account of its payee: counts as making the thing, too. */
export const supplying = 'supply'

/** What a person has caused on a thing before, as far as it counts against an event that needs the permission. */
export interface Caused {
  has(event: string, permission: string): boolean
}

const tables: StateTable[] = []

/** Declares a table; throws for an unknown or unreachable state, so that the application does not start with one. */
export function stateTable<S extends string, E extends string>(table: StateTable<S, E>): StateTable<S, E> {
  const problems = problemsOf(table as unknown as StateTable)
  if (problems.length > 0) throw new Error(`state table of ${table.entity}: ${problems.join('; ')}`)
  tables.push(table as unknown as StateTable)
  return table
}

/** Every table declared so far, for the generated page. */
export function declaredStateTables(): readonly StateTable[] {
  return tables
}

export function problemsOf(table: StateTable): string[] {
  const known = new Set(table.states)
  const problems: string[] = []
  const reached = new Set([table.initial])
  for (const state of table.edit?.in ?? [])
    if (!known.has(state)) problems.push(`editing names the unknown state ${state}`)
  for (const event of [editing, creating, supplying])
    if (event in table.events) problems.push(`${event} is no event of a table`)
  if (!known.has(table.initial)) problems.push(`unknown initial state ${table.initial}`)
  for (const [event, { from, to, notBy }] of Object.entries(table.events)) {
    for (const state of [...from, to])
      if (!known.has(state)) problems.push(`event ${event} names the unknown state ${state}`)
    for (const other of notBy ?? [])
      if (!(other in table.events))
        problems.push(`event ${event} is separated from the unknown event ${other}`)
    if (from.length === 0) problems.push(`event ${event} starts nowhere`)
  }
  for (let grown = true; grown;) {
    grown = false
    for (const { from, to } of Object.values(table.events)) {
      if (!reached.has(to) && from.some((state) => reached.has(state))) {
        reached.add(to)
        grown = true
      }
    }
  }
  for (const state of table.states) if (!reached.has(state)) problems.push(`state ${state} cannot be reached`)
  return problems
}

/** The events that lead on from a state, that the permissions allow and that what the person has `caused` before does not forbid. */
export function eventsFrom<S extends string, E extends string>(
  table: StateTable<S, E>,
  state: S,
  permissions: ReadonlySet<string>,
  caused: Caused = new Set<string>(),
): E[] {
  return (Object.entries(table.events) as [E, StateEvent<S>][])
    .filter(
      ([, event]) =>
        event.from.includes(state) &&
        permissions.has(event.permission) &&
        !(event.notBy ?? []).some((other) => caused.has(other, event.permission)),
    )
    .map(([name]) => name)
}
