// A file whose head says "Pure.", and each state table, is pure: neither it nor what it loads knows Nest, TypeORM or a table.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import ts from 'typescript'

const isFramework = (name) => /^(@nestjs\/|typeorm(\/|$))/.test(name)
const isTable = (path) => path.endsWith('.entity.ts')
const always = /\.states\.ts$|\/solver\/|^backend\/src\/platform\/(sheets\/|(money|calendar|states)\.ts$)/
const saysPure = (text) => /\bPure\./.test(/^\s*\/\*\*[^]*?\*\//.exec(text)?.[0] ?? '')

/** Of each file that says it is pure and is not: the way from it to what it must not load. Types cost nothing and are no way. */
export function waysOutOfPurity(paths) {
  const loaded = new Map()
  const loads = (path) => {
    if (!loaded.has(path)) loaded.set(path, existsSync(path) ? loadedBy(path) : [])
    return loaded.get(path)
  }
  const pure = paths.filter((path) => always.test(path) || saysPure(readFileSync(path, 'utf8')))
  return { count: pure.length, ways: pure.map((path) => wayOut(path, loads)).filter(Boolean) }
}

function wayOut(start, loads) {
  const cameFrom = new Map([[start, null]])
  const queue = [start]
  for (const path of queue)
    for (const next of loads(path)) {
      if (isFramework(next) || isTable(next)) return [...way(path, cameFrom), next]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, path)
      queue.push(next)
    }
  return null
}

const way = (path, cameFrom) => (path ? [...way(cameFrom.get(path), cameFrom), path] : [])

function loadedBy(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  return source.statements
    .filter((each) => (ts.isImportDeclaration(each) || ts.isExportDeclaration(each)) && each.moduleSpecifier)
    .filter((each) => !isOfTypes(each))
    .map(({ moduleSpecifier: { text } }) =>
      text.startsWith('.') ? posix.join(dirname(path), text).replace(/\.js$/, '.ts') : text,
    )
}

function isOfTypes(statement) {
  if (ts.isExportDeclaration(statement))
    return statement.isTypeOnly || onlyTypes(statement.exportClause?.elements)
  const clause = statement.importClause
  return Boolean(clause && (clause.isTypeOnly || (!clause.name && onlyTypes(clause.namedBindings?.elements))))
}

const onlyTypes = (elements) => Boolean(elements?.length) && elements.every((element) => element.isTypeOnly)
