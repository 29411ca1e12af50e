/** What a page keeps in the browser (浏览器里的记忆). A browser that keeps nothing, or throws, costs the memory and not the page. */

type Kind = 'local' | 'session'

const storage = (kind: Kind): Storage => (kind === 'local' ? window.localStorage : window.sessionStorage)

export function readShelf(kind: Kind, key: string): string | null {
  try {
    return storage(kind).getItem(key)
  } catch {
    return null
  }
}

/** Null takes it off. */
export function writeShelf(kind: Kind, key: string, value: string | null): void {
  try {
    if (value === null) storage(kind).removeItem(key)
    else storage(kind).setItem(key, value)
  } catch {
    // Nothing is kept, and the next look finds nothing.
  }
}

export function clearShelf(kind: Kind): void {
  try {
    storage(kind).clear()
  } catch {
    // There was nothing.
  }
}
