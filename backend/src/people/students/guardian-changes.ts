/** How do a student's guardians differ from those in a row of the roster (监护人变动)? Pure. */
import type { Guardian } from '../guardians/guardian.entity.js'
import type { Guardianship } from '../guardians/guardianship.entity.js'

export interface WantedGuardian {
  readonly name: string | null
  readonly relation: string | null
  readonly phone: string
  readonly phoneHash: string
}

export interface GuardianChanges {
  readonly isChange: boolean
  readonly present: readonly Guardianship[]
  /** guardians whose telephone the school does not know yet */
  readonly added: readonly { name: string; phone: string; phoneHash: string }[]
  readonly renamed: readonly { guardian: Guardian; name: string }[]
  /** links to make, or whose relation is another */
  readonly linked: readonly { phoneHash: string; relation: string }[]
  readonly unlinked: readonly Guardianship[]
}

export const nameless = '家长'
const relationless = '监护人'

/** A row without any telephone says nothing about the guardians; otherwise who is not in it is guardian no more. */
export function guardianChanges(
  wanted: readonly WantedGuardian[],
  present: readonly Guardianship[],
  byPhone: ReadonlyMap<string, Guardian>,
  names: ReadonlyMap<string, string>,
): GuardianChanges {
  const added: { name: string; phone: string; phoneHash: string }[] = []
  const renamed: { guardian: Guardian; name: string }[] = []
  const linked: { phoneHash: string; relation: string }[] = []
  const stays = new Set<number>()
  for (const { phone, phoneHash, relation } of wanted) {
    const guardian = byPhone.get(phoneHash)
    const name = names.get(phoneHash)
    if (!guardian) added.push({ name: name ?? nameless, phone, phoneHash })
    else if (name !== undefined && name !== guardian.name) renamed.push({ guardian, name })
    const link = guardian && present.find(({ guardianId }) => guardianId === guardian.id)
    if (link) stays.add(link.id)
    if (!link || (relation !== null && relation !== link.relation))
      linked.push({ phoneHash, relation: relation ?? relationless })
  }
  const unlinked = wanted.length === 0 ? [] : present.filter(({ id }) => !stays.has(id))
  return {
    isChange: added.length + renamed.length + linked.length + unlinked.length > 0,
    present,
    added,
    renamed,
    linked,
    unlinked,
  }
}
