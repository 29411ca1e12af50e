/** The key of one press of a button (防重复提交), as it travels with the person's request. */
import { createHash } from 'node:crypto'
import { Invalid, StateConflict } from '../../platform/errors.js'

export interface Once {
  /** 8 to 64 letters, digits and hyphens. */
  readonly key: string
  readonly route: string
  /** SHA-256 of what was sent; null: an upload that has not been read yet. */
  readonly bodyHash: () => string | null
}

/** Thrown inside the transaction of the second of two equal requests, so that nothing of it is kept. */
export class HandledAlready extends StateConflict {
  constructor() {
    super('request.handled_already')
  }
}

/** What of a request makes it the same as another. */
export interface Sent {
  readonly body?: unknown
  readonly isMultipart?: () => boolean
  /** Set where the parts of an upload are read. */
  readonly uploadHash?: string
}

export function onceFrom(key: unknown, route: string, request: Sent): Once {
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) throw new Invalid('request.bad_key')
  const isUpload = request.isMultipart?.() ?? false
  const hash = isUpload ? null : sha256(JSON.stringify(request.body ?? null))
  // Some databases compare without regard to case; so do we, everywhere.
  return {
    key: key.toLowerCase(),
    route: route.slice(0, 200),
    bodyHash: () => (isUpload ? (request.uploadHash ?? null) : hash),
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
