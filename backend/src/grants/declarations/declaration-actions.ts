/** What may this person do with a declaration (资金申报) now? Pure. */
import type { Actor } from '../../access/index.js'
import type { School } from '../../organisation/index.js'
import { RuleBroken } from '../../platform/errors.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import type { Fund } from '../../entitlement/index.js'
import type { Declaration } from './declaration.entity.js'
import { declarationTable } from './declaration.states.js'

export const editable: ReadonlySet<string> = new Set(['draft', 'returned'])

// A school publishes its statements, never its own declaration.
const officeOnly: ReadonlySet<string> = new Set(['publish', 'object'])

export function actionsOn(
  declaration: Pick<Declaration, 'status'>,
  actor: Pick<Actor, 'permissions' | 'schoolId'>,
  own: Caused = new Set<string>(),
): string[] {
  const allowed = eventsFrom(declarationTable, declaration.status, actor.permissions, own).filter(
    (event) => actor.schoolId === null || !officeOnly.has(event),
  )
  const isEditable = editable.has(declaration.status) && actor.permissions.has('declaration.write')
  return isEditable ? [...allowed, 'update'] : allowed
}

/** The service's share; all of it where the fund has one purpose. */
export function shareAllowed(fund: Fund, school: School, share: number): number {
  const purpose = fund.purposes.find((candidate) => candidate.stage === school.stage)
  if (!purpose) throw new RuleBroken('funding.fund_without_stage', { school: school.name, fund: fund.name })
  return purpose.other ? share : 1000
}
