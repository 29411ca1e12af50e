// Two starts in one checkout must not install and build at once: a lock file, kept fresh while it is held.
import { closeSync, openSync, rmSync, statSync, utimesSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { cleanUp } from './signals.mjs'

const BEAT_MS = 1_000
// A holder that was killed stops refreshing. Process ids would not do: containers hand out the same ones again.
const STALE_MS = 15_000

export async function withLock(path, work, onWait) {
  let told = false
  while (!take(path)) {
    if (!told) onWait?.()
    told = true
    await sleep(300)
  }
  const free = () => rmSync(path, { force: true })
  const beat = setInterval(() => touch(path), BEAT_MS)
  const forget = cleanUp(free)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    forget()
    free()
  }
}

function take(path) {
  try {
    closeSync(openSync(path, 'wx'))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  try {
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true })
  } catch {
    // Its holder has just removed it: the next attempt will see.
  }
  return false
}

function touch(path) {
  const now = Date.now() / 1000
  try {
    utimesSync(path, now, now)
  } catch {
    // Somebody removed the lock by hand; the work goes on.
  }
}
