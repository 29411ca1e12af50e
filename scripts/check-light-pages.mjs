// What the light pages are built of, read by a parser: no newer syntax or built-in than Chrome 69 and iOS 12.2 know.
import './lib/node-version.mjs'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'acorn'
import { root } from './lib/run.mjs'

// Called as functions, they came later; `starting.js` brings fromEntries and queueMicrotask along.
const newer = new Set([
  'at',
  'replaceAll',
  'matchAll',
  'findLast',
  'findLastIndex',
  'hasOwn',
  'allSettled',
  'any',
  'toSorted',
  'toReversed',
  'structuredClone',
  'randomUUID',
  'replaceChildren',
])

/** Each complaint about one file's text: what and where. `module`: whether it is loaded as one. */
export function complaints(text, { module = true } = {}) {
  let tree
  try {
    tree = module
      ? parse(text, { ecmaVersion: 2020, sourceType: 'module', locations: true })
      : parse(text, { ecmaVersion: 5, sourceType: 'script', locations: true })
  } catch (error) {
    return [`${error.message}`]
  }
  const found = []
  visit(tree, (node) => {
    const what = newerThanPhones(node)
    if (what) found.push(`${what} (${node.loc.start.line}:${node.loc.start.column})`)
  })
  return found
}

function newerThanPhones(node) {
  if (node.type === 'ChainExpression') return 'optional chaining'
  if (node.type === 'LogicalExpression' && node.operator === '??') return 'nullish coalescing'
  if (node.type === 'ExportAllDeclaration' && node.exported) return 'export * as'
  if (node.type === 'Literal' && node.bigint) return 'a big integer'
  if (node.type === 'Literal' && /\(\?<[=!]/.test(node.regex?.pattern ?? '')) return 'a look-behind'
  if (node.type === 'Identifier' && node.name === 'globalThis') return 'globalThis'
  if (node.type !== 'CallExpression') return undefined
  const { callee } = node
  // A short name without a thing before it is one that the build has made up.
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : undefined
  if (callee.name === 'structuredClone' || newer.has(name)) return `a call of ${name ?? callee.name}`
  return undefined
}

function visit(node, see) {
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child.type === 'string') visit(child, see)
  }
}

/** Every script that a page loads: those it names, and those that these import. */
export function scriptsOf(page, folder) {
  const html = readFileSync(join(folder, page), 'utf8')
  const waiting = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path)
  const seen = new Set()
  while (waiting.length > 0) {
    const path = waiting.pop()
    if (seen.has(path)) continue
    seen.add(path)
    const text = readFileSync(join(folder, path), 'utf8')
    for (const [, other] of text.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g))
      waiting.push(join(dirname(path), other))
  }
  return [...seen]
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(root, 'admin-ui', 'dist')
  if (!existsSync(folder)) throw new Error('The pages are not built: run "npm run build" first.')
  const paths = new Set(['parents.html', 'publications.html'].flatMap((page) => scriptsOf(page, folder)))
  const all = [...paths].flatMap((path) =>
    complaints(readFileSync(join(folder, path), 'utf8'), { module: path.startsWith('/assets/') }).map(
      (complaint) => `${path}: ${complaint}`,
    ),
  )
  for (const complaint of all) console.log(complaint)
  console.log(`${all.length} things too new for old phones in ${paths.size} scripts of the light pages`)
  process.exitCode = all.length > 0 || paths.size === 0 ? 1 : 0
}
