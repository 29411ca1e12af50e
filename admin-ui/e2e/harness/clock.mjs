// Another day than the machine's, for a story that needs the end of a month: server, commands and pages are ahead or behind
// by the same time. Loaded by --import it moves the process, and each of its threads.

/** Stands by itself: it is also sent into pages. */
function moveClock(aheadMs) {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [Real.now() + aheadMs] : parts))
    }
    static now() {
      return Real.now() + aheadMs
    }
  }
}

const moved = process.env.STORY_CLOCK_AHEAD_MS
if (moved !== undefined) moveClock(Number(moved))

/** How far an instant is from now, in milliseconds. */
export const aheadOf = (instant) => new Date(instant).getTime() - Date.now()

/** For a process that begins now and believes that it is this instant. */
export const clockOf = (instant) =>
  instant === undefined
    ? {}
    : {
        NODE_OPTIONS: `--import ${import.meta.url}`,
        STORY_CLOCK_AHEAD_MS: String(aheadOf(instant)),
      }

/** For the pages of one browser context. */
export const moveClockOf = (context, instant) => context.addInitScript(moveClock, aheadOf(instant))
