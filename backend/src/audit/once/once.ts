/** The key of one press of a button (防重复提交), as it travels with the person's request. */
import { createHash } from 'node:crypto'
import { Invalid, StateConflict } from '../../platform/errors.js'

export interface Once {
  /** 8 to 64 letters, digits and hyphens. */
  readonly key: string
  readonly route: string
  readonly bodyHash: string
}

/** Thrown inside the transaction of the second of two equal requests, so that nothing of it is kept. */
export class HandledAlready extends StateConflict {
  constructor() {
    super('request.handled_already')
  }
}

export function onceFrom(key: unknown, route: string, body: unknown): Once {
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) throw new Invalid('request.bad_key')
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')
  return { key, route: route.slice(0, 200), bodyHash }
}
