/** Who acts (操作人), and for whom, as far as the audit trail needs to know. */
import type { Once } from './once/once.js'

/** The person in whose place somebody acts (被代办人). */
export interface OnBehalfOf {
  readonly userId: number
  readonly displayName: string
}

export interface ActingPerson {
  readonly userId: number
  readonly displayName: string
  readonly permissions: ReadonlySet<string>
  readonly regionCode: string
  readonly schoolId: number | null
  readonly requestId: string
  /** Set where the request must not be carried out twice. */
  once?: Once
  /** In whose place they act, by permission; a permission of their own role is not in it. */
  readonly actsFor?: ReadonlyMap<string, OnBehalfOf>
  /** In whose place this request is made, where its route needs a permission that is only delegated. */
  readonly onBehalfOf?: OnBehalfOf | null
}
