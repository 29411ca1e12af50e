// One place for Ctrl-C and SIGTERM: everything that is running or held is told, then the script ends.
import { constants } from 'node:os'

const held = new Set()
let forwarding = false

/** Calls `act(signal)` when the script is told to stop. The returned function takes it back. */
export function cleanUp(act) {
  held.add(act)
  return () => held.delete(act)
}

/** From here on signals belong to the application: hand them over and wait for its own end. */
export function forwardSignals(child) {
  forwarding = true
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      // The terminal sends Ctrl-C to the whole group; a second one from here would cut the graceful stop short.
      if (name === 'SIGINT' && process.stdin.isTTY) return
      child.kill(name)
    })
  }
  onOrphaned(() => child.kill('SIGTERM'))
}

/** npm passes SIGTERM to its shell, and the shell dies without a word: losing the parent is the signal then. */
function onOrphaned(act) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, 500)
  timer.unref()
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    if (forwarding) return
    for (const act of held) act(name)
    process.exit(128 + constants.signals[name])
  })
}
