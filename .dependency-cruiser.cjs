// The directions of docs/architecture.md as rules. The order of modules is read from app.module.ts: that list is the law.
const { existsSync, readFileSync, readdirSync } = require('node:fs')
const { join } = require('node:path')
const ts = require('typescript')

const base = process.cwd()
const src = '^backend/src/'

/** platform stands before all modules. demo fills an empty database through all of them, so it stands behind; so does cli, the
 * commands. */
const ends = ['platform', 'demo', 'cli']

/** Folder names in the order of the imports of AppModule. Modules of npm packages are not ours to order. */
function moduleOrder() {
  const path = join(base, 'backend/src/app.module.ts')
  if (!existsSync(path))
    throw new Error('backend/src/app.module.ts is missing: its list of imports is the order of the modules.')
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const folders = new Map()
  let listed
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) rememberFolder(node, folders)
    if (ts.isDecorator(node)) listed ??= listOf(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  if (!listed) throw new Error('No @Module({ imports: [...] }) was found in backend/src/app.module.ts.')
  const order = listed
    .map(nameOf)
    .map((name) => folders.get(name))
    .filter(Boolean)
  return [
    'platform',
    ...order.filter((folder, i) => !ends.includes(folder) && order.indexOf(folder) === i),
    'demo',
    'cli',
  ]
}

function rememberFolder(node, folders) {
  const folder = /^\.\/([^/]+)\//.exec(node.moduleSpecifier.text)?.[1]
  const names = node.importClause?.namedBindings
  if (folder && names && ts.isNamedImports(names))
    names.elements.forEach((element) => folders.set(element.name.text, folder))
}

function listOf(decorator) {
  const call = decorator.expression
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'Module' || !call.arguments[0])
    return undefined
  const property = call.arguments[0].properties?.find((each) => each.name?.getText() === 'imports')
  return property && ts.isArrayLiteralExpression(property.initializer)
    ? [...property.initializer.elements]
    : undefined
}

/** AuditModule, AuditModule.forRoot(…), forwardRef(() => …): the first name ending in Module. */
const nameOf = (node) => /\b\w+Module\b/.exec(node.getText())?.[0]

const order = moduleOrder()
const any = (names) => `(${names.join('|')})`
const foldersIn = (path) =>
  readdirSync(join(base, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
const folders = foldersIn('backend/src')
const unlisted = folders.filter((name) => !order.includes(name))

const toTheRight = order.slice(0, -1).map((name, i) => ({
  name: `order-${name}`,
  severity: 'error',
  comment: `${name} may import only modules to its left. The order in app.module.ts: ${order.join(' · ')}`,
  from: { path: `${src}${name}/` },
  to: { path: `${src}${any(order.slice(i + 1))}/` },
}))

const onlyTheIndex = [...order.filter((name) => !ends.includes(name)), ...unlisted].map((name) => ({
  name: `index-${name}`,
  severity: 'error',
  comment: `Others may import only ${name}/index.ts, pure files its pure.ts; app.module.ts also the module file.`,
  from: { path: src, pathNot: [`${src}${name}/`, `${src}app\\.module\\.ts$`] },
  to: { path: `${src}${name}/`, pathNot: `${src}${name}/(index|pure)\\.ts$` },
}))

const modulesNotListed = unlisted.map((name) => ({
  name: `listed-${name}`,
  severity: 'error',
  comment: `The folder ${name} is not in the list of app.module.ts, so it has no place in the order.`,
  from: { path: src },
  to: { path: `${src}${name}/` },
}))

/** The office's modules have the server's names and keep its order; the frame around them has neither. */
const office = '^admin-ui/src/office/'
const officeFrame = ['home', 'shell']
const officeFolders = foldersIn('admin-ui/src/office')
const officeOrder = order.filter((name) => officeFolders.includes(name))

/** A folder with a name of its own has no place in the order, so nothing may import it, its own files neither. */
const officeUnlisted = officeFolders
  .filter((name) => !order.includes(name) && !officeFrame.includes(name))
  .map((name) => ({
    name: `office-listed-${name}`,
    severity: 'error',
    comment: `The office's ${name} is no module of the server: ${order.join(' · ')}`,
    from: { path: '^admin-ui/src/' },
    to: { path: `${office}${name}/` },
  }))

const officeToTheRight = officeOrder.slice(0, -1).map((name, i) => ({
  name: `office-order-${name}`,
  severity: 'error',
  comment: `The office's ${name} may import only modules to its left, as on the server: ${officeOrder.join(' · ')}`,
  from: { path: `${office}${name}/` },
  to: { path: `${office}${any(officeOrder.slice(i + 1))}/` },
}))

module.exports = {
  forbidden: [
    ...toTheRight,
    ...onlyTheIndex,
    ...modulesNotListed,
    ...officeToTheRight,
    ...officeUnlisted,
    {
      name: 'office-modules-without-frame',
      severity: 'error',
      comment: 'The frame of the office knows its modules; they know only module.ts.',
      from: {
        path: `${office}[^/]+/`,
        pathNot: [`${office}${any(officeFrame)}/`, '[.-]spec\\.tsx?$'],
      },
      to: { path: [`${office}${any(officeFrame)}/`, `${office}[^/]+$`], pathNot: `${office}module\\.ts$` },
    },
    {
      name: 'pages-not-circular',
      severity: 'error',
      comment:
        'Files of the pages must not import each other in a circle, types included: what both need gets its own file.',
      from: { path: '^admin-ui/src/' },
      to: { circular: true },
    },
    {
      name: 'modules-not-circular',
      severity: 'error',
      comment: 'Modules must not depend on each other in a circle.',
      from: { path: `${src}([^/]+)/` },
      to: { circular: true, pathNot: `${src}($1/|[^/]+$)` },
    },
    {
      name: 'app-module-only-for-main',
      severity: 'error',
      comment: 'Only the entries at the top of backend/src start the application.',
      from: { path: `${src}[^/]+/` },
      to: { path: `${src}[^/]+\\.ts$` },
    },
    {
      name: 'controllers-without-database',
      severity: 'error',
      comment: 'Controllers call services: no entity, no repository, no TypeORM.',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.entity\\.ts$|(^|/)node_modules/(@nestjs/)?typeorm/|^typeorm(/|$)' },
    },
    {
      name: 'source-without-tests',
      severity: 'error',
      comment: 'The application must not depend on its tests.',
      from: { path: src, pathNot: '[.-]spec\\.ts$' },
      to: { path: '^backend/test/|[.-]spec\\.ts$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere.',
      from: { path: '^(backend|admin-ui)/src/' },
      to: { couldNotResolve: true, pathNot: '\\.(css|svg|png)$|^virtual:' },
    },
    {
      name: 'declared',
      severity: 'error',
      comment: 'A package that is imported must stand in the dependencies of its own package.json.',
      from: { path: '^(backend|admin-ui)/src/', pathNot: '[.-](spec|test)\\.tsx?$|/(test|testing)/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '/node_modules/@types/',
      },
    },
    {
      name: 'parents-are-small',
      severity: 'error',
      comment:
        "The parents' and the public's page may import only themselves, src/api and src/shared/format: phones do not pay for the office.",
      from: { path: '^admin-ui/src/(parents|publications)/' },
      to: { path: '^admin-ui/src/', pathNot: '^admin-ui/src/($1/|api/|shared/format(/|\\.tsx?$))' },
    },
    {
      name: 'parents-without-office-packages',
      severity: 'error',
      comment: "React, react-admin and MUI must not reach the parents' page, not even through another file.",
      from: { path: '^admin-ui/src/(parents|publications)/', pathNot: '[.-](spec|test)\\.tsx?$' },
      to: {
        path: '(^|/)node_modules/(react|react-dom|react-admin|react-router|react-router-dom|ra-[^/]+|@mui|@emotion)/',
        reachable: true,
      },
    },
    {
      name: 'office-without-parents',
      severity: 'error',
      comment: "The office and the parents' page share only src/api and src/shared.",
      from: { path: '^admin-ui/src/(office|shared|api)/' },
      to: { path: '^admin-ui/src/parents/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    moduleSystems: ['es6', 'cjs', 'tsd'],
  },
}
