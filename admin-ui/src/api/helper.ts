/** What a page does when a request cannot simply be answered: it asks the person, and the request waits. */

export interface Helper {
  /** The session has ended: asks for the password over what is open. Afterwards the same is sent again. */
  signIn: () => Promise<void>
  /** Nobody knows whether it was saved. True: send the same again under the same key; false: leave it. */
  unsure: () => Promise<boolean>
  /** It has become known: it had been saved `before`, or is saved `now`. */
  settled: (saved: 'before' | 'now') => void
  /** Somebody else is signed in in this browser now; nothing was saved. */
  otherPerson: () => void
}

let present: Helper | null = null

export const helper = (): Helper | null => present

/** The page that is open takes this on, until it calls what is handed back. */
export function helpWith(next: Helper): () => void {
  present = next
  return () => {
    if (present === next) present = null
  }
}

/** Those who wait for one thing are answered together. */
export class Queue<T> {
  private waiting: ((answer: T) => void)[] = []
  join = (): Promise<T> => new Promise((resolve) => this.waiting.push(resolve))
  answer = (answer: T): void => {
    const all = this.waiting
    this.waiting = []
    for (const resolve of all) resolve(answer)
  }
}
