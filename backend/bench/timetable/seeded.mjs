/** The same seed gives the same numbers (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count) => Math.floor(next() * count)
  const shuffled = (items) => {
    const all = [...items]
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = below(i + 1)
      ;[all[i], all[j]] = [all[j], all[i]]
    }
    return all
  }
  return { below, shuffled, happens: (chance) => next() < chance }
}
