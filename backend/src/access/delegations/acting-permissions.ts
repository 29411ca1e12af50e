/** What can be delegated (可授权的事项), and what has to be seen along with it? */
import { bySystem, declaredStateTables } from '../../platform/states.js'
import type { Permission } from '../permissions.js'
import { permissionsOf, type Role } from '../roles.js'

/** Permissions that some event of some state table needs: those with which one moves a thing on. */
export function actingPermissions(): ReadonlySet<string> {
  return new Set(
    declaredStateTables()
      .flatMap((table) => Object.values(table.events).map((event) => event.permission))
      .filter((permission) => permission !== bySystem),
  )
}

// Leave and substitution are judged by comparing teachers, and a teacher is the account's own: who stood in for
// another could grant that other's leave. In each school two roles may grant it, so nobody has to stand in.
const personal: ReadonlySet<string> = new Set(['substitution.ask', 'substitution.approve'])

/** What people of this role may delegate: their own acting permissions, never received ones. */
export function delegableBy(role: Role): Permission[] {
  const acting = actingPermissions()
  return [...permissionsOf(role)].filter((permission) => acting.has(permission) && !personal.has(permission))
}

/** A guardian acts for a child only, and an auditor stays apart from what is audited. */
export function mayReceive(role: Role): boolean {
  return role !== 'guardian' && role !== 'auditor'
}

/** By what the permission is about. */
export const seenWith: Readonly<Record<string, readonly Permission[]>> = {
  plan: ['plan.read'],
  timetable: ['timetable.read'],
  session: ['timetable.read'],
  duty: ['duty.read', 'timetable.read'],
  inspection: ['duty.read', 'timetable.read'],
  enrolment: ['enrolment.read'],
  survey: ['survey.read'],
  estimate: ['funding.read'],
  declaration: ['funding.read'],
  publication: ['funding.read'],
  appropriation: ['funding.read'],
  receipt: ['funding.read'],
  scheme: ['funding.read'],
  payment: ['funding.read'],
  settlement: ['funding.read'],
  period: ['funding.read'],
  finding: ['funding.read'],
  // An import is shown to whoever may run it, and to nobody else.
  import: [],
}

/** Who decides must see what is decided: the reading that goes with these permissions, as far as the giver has it. */
export function readingFor(permissions: readonly Permission[], giver: ReadonlySet<Permission>): Permission[] {
  const needed = permissions.flatMap((permission) => seenWith[permission.split('.')[0]!] ?? [])
  return [...new Set<Permission>(permissions.length > 0 ? [...needed, 'history.read'] : [])].filter(
    (permission) => giver.has(permission),
  )
}
