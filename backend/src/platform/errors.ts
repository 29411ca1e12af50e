/** What can go wrong (错误): each error has a code that the screens translate and the values that its sentence names. */

export type ErrorParams = Readonly<Record<string, string | number | null>>

export interface FieldError {
  readonly field: string
  readonly code: string
  readonly params: ErrorParams
}

export abstract class KehouError extends Error {
  abstract readonly httpStatus: number
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly fields?: readonly FieldError[],
  ) {
    super(code)
  }
}

/** 404: it does not exist, or not for this person. */
export class NotFound extends KehouError {
  readonly httpStatus = 404
  constructor(noun: string, id?: number | string) {
    super('not_found', { noun, id: id ?? null })
  }
}

/** 403: signed in, but not allowed. */
export class Forbidden extends KehouError {
  readonly httpStatus = 403
}

/** 401: not signed in. */
export class SignedOut extends KehouError {
  readonly httpStatus = 401
}

/** 400: the request itself is wrong. */
export class Invalid extends KehouError {
  readonly httpStatus = 400

  /** This one field is wrong. */
  static field(field: string, code: string, params: ErrorParams = {}): Invalid {
    return new Invalid('request.invalid', {}, [{ field, code, params }])
  }
}

/** 422: well formed, but against a rule of the service. */
export class RuleBroken extends KehouError {
  readonly httpStatus = 422
}

/** 409: somebody else was first, or the thing is in another state. */
export class StateConflict extends KehouError {
  readonly httpStatus = 409
}

/** 429: too often. */
export class TooMany extends KehouError {
  readonly httpStatus = 429
}

/** 413: more than is taken. */
export class TooLarge extends KehouError {
  readonly httpStatus = 413
}

/** 400, 414, 415, 431: what Fastify or Node cannot read, by its own status. */
export class Unreadable extends KehouError {
  constructor(readonly httpStatus: number) {
    super(httpStatus === 415 ? 'request.wrong_type' : 'request.malformed')
  }
}
