// Spec files that start the application, gathered into few: jest loads every module anew for each file, which costs such a file
// more than its tests do. A group loads them once; each file keeps its own application, database and name in the output.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Bytes that starting an application is worth beside the tests of a file: keeps groups of many small files from lasting longest. */
const start = 6_000
/** Bytes of specs that take one second, measured over all of them. */
const bytesOfSecond = 3_700

/**
 * Writes one file for each group into `folder` (emptied first) and answers the paths of the specs, relative to `base`.
 * `pattern`: which specs, by path below `base`; `ignore`: which of them not; `lasting`: of specs that run for a set time, seconds.
 * The heaviest group has the first number.
 */
export function writeSpecGroups({ base, folder, within, pattern, ignore, lasting = {}, count }) {
  const paths = within
    .flatMap((name) => readdirSync(join(base, name), { recursive: true }).map((path) => join(name, path)))
    .filter((path) => pattern.test(`/${path}`) && !ignore?.test(`/${path}`))
    .sort()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const weightOf = (path) => start + statSync(join(base, path)).size + (lasting[path] ?? 0) * bytesOfSecond
  groupsOf(paths, weightOf, count).forEach((group, index) => {
    const lines = group.map(
      (path) =>
        `describe(${JSON.stringify(path)}, () => void require(${JSON.stringify(relative(folder, join(base, path)))}))\n`,
    )
    writeFileSync(join(folder, `${index + 1}.group.cjs`), lines.join(''))
  })
  return paths
}

/** Largest first, each into the group that weighs least: pure. */
export function groupsOf(items, weightOf, count) {
  const groups = Array.from({ length: Math.min(count, items.length) }, () => ({ weight: 0, items: [] }))
  const weighed = items.map((item) => ({ item, weight: weightOf(item) })).sort((a, b) => b.weight - a.weight)
  for (const { item, weight } of weighed) {
    const lightest = groups.reduce((least, group) => (group.weight < least.weight ? group : least))
    lightest.items.push(item)
    lightest.weight += weight
  }
  return groups.sort((a, b) => b.weight - a.weight).map(({ items: kept }) => kept)
}
