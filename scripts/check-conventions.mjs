// The conventions of docs/architecture.md that no linter knows: clock, chance, money arithmetic, who says
// a sentence, what services import.
import './lib/node-version.mjs'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

const base = process.cwd()
const calendar = 'backend/src/platform/calendar.ts'
const money = 'backend/src/platform/money.ts'
const sentences = 'backend/src/platform/sentences.ts'
const isTest = (path) =>
  /[.-](spec|test)\.(tsx?|mjs)$|^backend\/test\/|^admin-ui\/((src\/)?(test|testing)|e2e)\//.test(path)
const isFormat = (path) => /^admin-ui\/src\/shared\/format(\/|\.tsx?$)/.test(path)
const isService = (path) => path.endsWith('.service.ts')
const inBackend = (path) => path.startsWith('backend/src/')
const arithmetic = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
])

/** Each rule: where it applies, whether a node breaks it, the sentence that says what to do. */
const rules = [
  {
    name: 'clock',
    applies: (path) => path !== calendar && !isFormat(path),
    broken: (node, path) =>
      (isDateConstruction(node) && !(isTest(path) && node.arguments?.length > 0)) ||
      (isDateCall(node) && !isTest(path)),
    say: `Only ${calendar} reads the clock and makes dates: use its functions, or a Clock (in the interface: src/shared/format).`,
  },
  {
    name: 'zone',
    applies: (path) => path !== calendar && !isFormat(path) && !isTest(path),
    broken: (node) => ts.isStringLiteralLike(node) && node.text === 'Asia/Shanghai',
    say: `Only ${calendar} (in the interface: src/shared/format) knows the school's time zone.`,
  },
  {
    name: 'chance',
    applies: (path) => !isTest(path),
    broken: (node) => isMember(node, 'Math', 'random'),
    say: 'Math.random cannot be replayed and is no secret: pass a seed, or use node:crypto.',
  },
  {
    name: 'floats',
    applies: (path) => !isTest(path),
    broken: (node) =>
      (ts.isCallExpression(node) && node.expression.getText() === 'parseFloat') ||
      isMember(node, 'Number', 'parseFloat'),
    say: 'Money and counts are integers: read yuan with readYuan, numbers with a strict reader.',
  },
  {
    name: 'money',
    applies: (path) => inBackend(path) && path !== money && !isTest(path),
    broken: (node) =>
      ts.isBinaryExpression(node) &&
      arithmetic.has(node.operatorToken.kind) &&
      [node.left, node.right].some(isFen) &&
      ![node.left, node.right].some(isText),
    say: `Only ${money} calculates with fen: addFen, multiplyFen, shareOut.`,
  },
  {
    name: 'voice',
    applies: (path) => inBackend(path) && path !== sentences && !isTest(path),
    broken: (node) =>
      (ts.isCallExpression(node) && node.expression.getText() === 'fillIn') ||
      (ts.isElementAccessExpression(node) && /\w+Texts$/.test(node.expression.getText())),
    say: `Only ${sentences} turns a code into a sentence: ask Sentences to say it.`,
  },
  {
    name: 'services',
    applies: (path) => inBackend(path) && isService(path),
    broken: (node) =>
      ts.isImportDeclaration(node) &&
      node.moduleSpecifier.text === '@nestjs/common' &&
      valueNames(node).some((name) => name !== 'Injectable'),
    say: 'A service imports nothing from @nestjs/common but Injectable: errors come from platform/errors.ts.',
  },
  {
    name: 'owner',
    applies: (path) => inBackend(path) && !isTest(path) && !/\/(migrations|demo)\//.test(path),
    broken: (node, path) => writtenTables(node).some((name) => owners().get(name)?.folder !== folderOf(path)),
    say: 'Only its own folder writes a table: call a function of the folder where its entity stands.',
  },
  {
    name: 'dependencies',
    applies: (path) => inBackend(path) && isService(path),
    broken: (node) => ts.isConstructorDeclaration(node) && node.parameters.length > 7,
    say: 'A service with more than 7 dependencies does too much: split it by noun.',
  },
  {
    name: 'answers',
    applies: (path) =>
      path.startsWith('admin-ui/src/') && !path.startsWith('admin-ui/src/api/') && !isTest(path),
    broken: (node) => isOwnRecord(node) || (ts.isCallExpression(node) && asks(node) && isDescribedHere(node)),
    say: "An answer is not described by hand: take its type from the contract, Schemas['RoomOut'] of src/api/contract.",
  },
]

const folderOf = (path) => path.slice(0, path.lastIndexOf('/'))
const writing = new Set(['insert', 'update', 'delete', 'save', 'create', 'remove', 'upsert', 'into'])

/** The tables that this very node writes: `tx.update(Room, …)`, `.delete().from(Room)`, or an SQL statement. */
function writtenTables(node) {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node))
    return [...node.text.matchAll(/\b(?:UPDATE|INSERT INTO|DELETE FROM) ([a-z_]+)/g)]
      .map(([, table]) => [...owners()].find(([, owner]) => owner.table === table)?.[0])
      .filter(Boolean)
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
  const [target] = node.arguments
  if (!target || !ts.isIdentifier(target) || !owners().has(target.text)) return []
  const verb = node.expression.name.text
  const deletes = verb === 'from' && node.expression.expression.getText().endsWith('.delete()')
  return writing.has(verb) || deletes ? [target.text] : []
}

// With the table's own name, where the entity gives one.
const entityClass = /(?:@Entity\('(\w+)'\)(?:(?!export class)[^])*)?export class (\w+)/g

/** Each entity's class with its folder and its table. */
function owners() {
  known ??= new Map(
    sources('backend/src')
      .filter((path) => path.endsWith('.entity.ts'))
      .flatMap((path) =>
        [...readFileSync(join(base, path), 'utf8').matchAll(entityClass)].map(([, table, name]) => [
          name,
          { folder: folderOf(path), table: table ?? name.replace(/\B[A-Z]/g, '_$&').toLowerCase() },
        ]),
      ),
  )
  return known
}
let known

const isMember = (node, object, name) =>
  ts.isPropertyAccessExpression(node) &&
  node.name.text === name &&
  node.expression.getText().replace(/^globalThis\./, '') === object
const isDateConstruction = (node) => ts.isNewExpression(node) && node.expression.getText() === 'Date'
const isDateCall = (node) =>
  isMember(node, 'Date', 'now') ||
  isMember(node, 'Date', 'parse') ||
  isMember(node, 'Date', 'UTC') ||
  (ts.isCallExpression(node) && node.expression.getText() === 'Date')

function isFen(node) {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
    return isFen(node.expression)
  const name = ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : ''
  return /(^f|F)en$/.test(name)
}

/** Text put together with +, as in SQL and messages, is no arithmetic. */
const isText = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  (ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    [node.left, node.right].some(isText))

const isOwnRecord = (node) =>
  ts.isInterfaceDeclaration(node) &&
  (node.heritageClauses ?? []).some((clause) => clause.types.some((type) => type.getText() === 'RaRecord'))

/** The ways in which a page asks the server. */
const questions = new Set(['call', 'useAnswer', 'useGetList', 'useGetOne', 'useGetMany'])
const asks = ({ expression }) =>
  questions.has(ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText())

/** An object type in the answer's type, or the name of an interface of this file. */
function isDescribedHere(call) {
  const own = call
    .getSourceFile()
    .statements.filter(ts.isInterfaceDeclaration)
    .map((each) => each.name.text)
  const isByHand = (type) =>
    (ts.isTypeLiteralNode(type) && type.members.length > 0) ||
    (ts.isTypeReferenceNode(type) && own.includes(type.typeName.getText())) ||
    ts.forEachChild(type, (part) => isByHand(part) || undefined) === true
  return (call.typeArguments ?? []).some(isByHand)
}

function valueNames(node) {
  const clause = node.importClause
  if (!clause || clause.isTypeOnly) return []
  const named = clause.namedBindings
  if (!named || !ts.isNamedImports(named)) return ['*']
  return named.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text)
}

function sources(folder, pattern = /\.tsx?$/) {
  const path = join(base, folder)
  if (!statSync(path, { throwIfNoEntry: false })) return []
  return readdirSync(path, { recursive: true })
    .map((name) => relative(base, join(path, name)).split(sep).join('/'))
    .filter((name) => pattern.test(name) && !name.endsWith('.d.ts'))
    .sort()
}

/** What a folder must have, so that a rule of single nodes would not see it missing: the path, and the sentence. */
const folderRules = [
  {
    name: 'contract',
    brokenIn: (paths) => {
      const tested = new Set(paths.filter((path) => path.endsWith('.e2e-spec.ts')).map(folderOf))
      return paths.filter((path) => path.endsWith('.controller.ts') && !tested.has(folderOf(path)))
    },
    say: 'A controller has its contract beside it: an x.e2e-spec.ts that sends requests to each of its routes.',
  },
]

const mostLines = { file: 400, function: 70 }

/** What is too long to be read at once: the line and what it is. A test's functions follow its story, a text's its words. */
function tooLong(path, source) {
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line
  const found = []
  if (lineOf(source.text.trimEnd().length) >= mostLines.file) found.push({ line: 0, what: 'file' })
  const visit = (node) => {
    const first = lineOf(node.getStart())
    if (ts.isFunctionLike(node) && node.body && lineOf(node.end) - first >= mostLines.function)
      found.push({ line: first, what: 'function' })
    ts.forEachChild(node, visit)
  }
  if (!isTest(path) && !path.endsWith('/texts.ts')) visit(source)
  return found
}

let count = 0
const tell = (path, line, name, say) => {
  count += 1
  console.log(`${path}:${line + 1} ${name}: ${say}`)
}
const read = (path) =>
  ts.createSourceFile(path, readFileSync(join(base, path), 'utf8'), ts.ScriptTarget.Latest, true)

const paths = ['backend/src', 'backend/test', 'admin-ui/src'].flatMap((folder) => sources(folder))
for (const path of paths) {
  const source = read(path)
  const mine = rules.filter((rule) => rule.applies(path))
  const visit = (node) => {
    for (const { name, broken, say } of mine)
      if (broken(node, path))
        tell(path, source.getLineAndCharacterOfPosition(node.getStart()).line, name, say)
    ts.forEachChild(node, visit)
  }
  visit(source)
}
for (const { name, brokenIn, say } of folderRules)
  for (const path of brokenIn(paths)) tell(path, 0, name, say)
const folders = ['backend/src', 'backend/test', 'backend/bench', 'admin-ui/src', 'admin-ui/e2e', 'scripts']
const measured = folders
  .flatMap((folder) => sources(folder, /\.([cm]?[jt]s|tsx)$/))
  .filter((path) => !/\/migrations\//.test(path))
for (const path of measured)
  for (const { line, what } of tooLong(path, read(path)))
    tell(
      path,
      line,
      'length',
      `A ${what} has ${mostLines[what]} lines at most: split it by what it is about.`,
    )
console.log(`${count} broken conventions in ${measured.length} files`)
process.exitCode = count > 0 ? 1 : 0
