/** A request with ids in its body, accepted with our own ones. */
import type { Named } from '../scope-world.js'

export interface Try {
  readonly route: string
  readonly by: string
  /** A body that is accepted with our own ids. */
  readonly body: (ids: Named) => Record<string, unknown>
  /** Which thing each id field names. */
  readonly fields: Readonly<Record<string, string>>
  /** Our own body may be refused for another reason than an id. */
  readonly refusedOurs?: number
}

export const list = (value: number) => [value]
