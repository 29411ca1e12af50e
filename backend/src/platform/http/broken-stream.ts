/** Why an answer broke off (应答中断): it was begun with 200, so that only the log can say. */
import { Stream } from 'node:stream'

/** Tells of the error by which the body of an answer ends, if it is a stream and ends by one. */
export function tellWhenBroken(body: unknown, tell: (error: unknown) => void): void {
  if (body instanceof Stream) body.once('error', tell)
}
