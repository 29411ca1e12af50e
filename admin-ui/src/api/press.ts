/** One press of a button (一次办理): what it sends carries one key, however often it is sent. */

interface Press {
  key: string
  /** The answer that is being waited for. */
  answer: Promise<Response> | null
}

const presses = new Map<string, Press>()

/** 32 hexadecimal digits. `crypto.randomUUID` is missing where the page is not https, as in many schools' own networks. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What two requests have in common when they are the same: address and content; files by name, size and time. */
export function sameness(method: string, path: string, body: unknown): string {
  if (typeof FormData === 'undefined' || !(body instanceof FormData))
    return JSON.stringify([method, path, body ?? null])
  const parts: unknown[] = []
  body.forEach((value, name) =>
    parts.push(
      typeof value === 'string' ? [name, value] : [name, value.name, value.size, value.lastModified],
    ),
  )
  return JSON.stringify([method, path, parts])
}

/**
 * Sends once what is the same and still under way: a second click gets the answer of the first.
 * @param isOpen says of a failure that nobody knows what came of it; the same content then goes out under the same key again.
 */
export function onePress(
  same: string,
  send: (key: string) => Promise<Response>,
  isOpen: (error: unknown) => boolean,
): Promise<Response> {
  const press: Press = presses.get(same) ?? { key: newKey(), answer: null }
  presses.set(same, press)
  press.answer ??= send(press.key).then(
    (answer) => {
      presses.delete(same)
      return answer
    },
    (error: unknown) => {
      press.answer = null
      if (!isOpen(error)) presses.delete(same)
      throw error
    },
  )
  // A body can be read once only, and two may have clicked.
  return press.answer.then((answer) => answer.clone())
}
