/**
 * Which documents are bound to the trail (单据绑定)? Of each, the trail keeps a hash of all that it says after every act
 * on it, so that what is changed past the application is seen: by the next act, and by verification.
 */
import { declaredStateTables } from '../../platform/states.js'

export interface DocumentTable {
  /** As its table and its entries in the trail are called. */
  readonly entity: string
  /** Tables whose rows belong to it, with the column that names it. */
  readonly parts?: Readonly<Record<string, string>>
  /** Columns that change without an act on the document. */
  readonly except?: readonly string[]
  /**
   * Columns that came later and may not be null, with what old rows were given: while they hold that, they are left out
   * of the hash, as every empty column is. So hashes of before stay true.
   */
  readonly addedLater?: Readonly<Record<string, string | number>>
  /** Files may be attached to it, which it is bound to as well. */
  readonly hasAttachments?: boolean
  /** It comes into being without an entry of its own, and is bound from the first act on it. */
  readonly isBoundByActs?: boolean
}

const tables = new Map<string, DocumentTable>()

export function documentTable(table: DocumentTable): DocumentTable {
  tables.set(table.entity, table)
  return table
}

export const documentOf = (entity: string): DocumentTable | undefined => tables.get(entity)
/** In the order of their names, so that who locks several does it in one order. */
export const declaredDocuments = (): readonly DocumentTable[] =>
  [...tables.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1))

export const hasSteps = ({ entity }: DocumentTable): boolean =>
  declaredStateTables().some((table) => table.entity === entity)
