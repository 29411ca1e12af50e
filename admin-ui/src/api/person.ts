/** Whom this page believes to be signed in (当前登录人): said with every request, and told to the other tabs. */

import { newKey } from './press'
import { writeShelf } from './shelf'

const shelf = 'kehou.person'
const signedOut = '-'

let believed: number | null = null

export const believedPerson = (): number | null => believed

/** Learned from the server. */
export const believe = (userId: number | null): void => {
  believed = userId
}

/** Somebody has signed in or out on this page; pages in other tabs hear of it. */
export function announce(userId: number | null): void {
  believe(userId)
  // The tail makes the same person's next sign-in an event as well. Without storage the others learn it from the server.
  writeShelf('local', shelf, `${userId ?? signedOut} ${newKey()}`)
}

/** Calls back when somebody signs in (`userId`) or out (`null`) in another tab of this browser. Answers how to stop. */
export function onOtherTab(hear: (userId: number | null) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key !== shelf || newValue === null) return
    const who = newValue.split(' ')[0]
    hear(who === signedOut ? null : Number(who))
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}
