import '../../src/entities.js'
import { permissions, type Permission } from '../../src/access/permissions.js'
import { permissionsOf, roleNames } from '../../src/access/roles.js'
import { delegableBy, readingFor, seenWith } from '../../src/access/delegations/acting-permissions.js'

const all = new Set(Object.keys(permissions) as Permission[])
const delegable = [
  ...new Set(roleNames.filter((role) => permissionsOf(role).has('delegation.write')).flatMap(delegableBy)),
].sort()
// Shown to whoever may act on it: there is nothing to be seen along with it.
const seenByItself: readonly Permission[] = ['import.run']
const reads = (permission: Permission, giver: ReadonlySet<Permission>) =>
  readingFor([permission], giver).filter((each) => each !== 'history.read')

describe('what may be delegated', () => {
  it('is found at all', () => {
    expect(delegable).toEqual(
      expect.arrayContaining(['settlement.approve', 'finding.verify', 'period.reopen', 'publication.write']),
    )
  })

  it.each(delegable)('%s: says what has to be seen along with it', (permission) => {
    expect(Object.keys(seenWith)).toContain(permission.split('.')[0])
    expect(reads(permission, all).length > 0).toBe(!seenByItself.includes(permission))
  })

  it('can be seen by everybody who may give it, so that nobody acts blind in their place', () => {
    const blind = roleNames
      .filter((role) => permissionsOf(role).has('delegation.write'))
      .flatMap((role) =>
        delegableBy(role)
          .filter((permission) => reads(permission, all).some((each) => !permissionsOf(role).has(each)))
          .map((permission) => `${role}: ${permission}`),
      )
    expect(blind).toEqual([])
  })
})
