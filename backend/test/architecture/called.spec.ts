/** Every route of the money is called by some contract test (每个接口都有测试): what no test names may break unseen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const modules = ['entitlement', 'ledger', 'grants', 'spending', 'oversight']

/** Routes that no test names by their path, and why that is well. */
const excused: Readonly<Record<string, string>> = {
  'POST /api/bank-returns/preview': 'bank-returns.e2e-spec.ts hands the path to its own `upload`',
}

const verbs: Readonly<Record<string, string>> = {
  get: 'get',
  post: 'post',
  postPatiently: 'post',
  upload: 'post',
  patch: 'patch',
  put: 'put',
  delete: 'delete',
}

interface Called {
  readonly verb: string
  readonly segments: readonly string[]
}

interface Operation extends Called {
  readonly name: string
}

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))

const segmentsOf = (path: string) => path.split('?')[0]!.split('/').filter(Boolean)

/** What the contract says of the modules' controllers; an operation is named after its controller. */
function operationsOf(): Operation[] {
  const controllers = new Set(
    modules
      .flatMap((module) => filesUnder(`src/${module}`, '.controller.ts'))
      .map((text) => /export class (\w+)Controller/.exec(text)![1]!),
  )
  const { paths } = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  return Object.entries(paths).flatMap(([path, byVerb]) =>
    Object.entries(byVerb)
      .filter(([, { operationId }]) => controllers.has(operationId.split('_')[0]!))
      .map(([verb]) => ({
        name: `${verb.toUpperCase()} ${path}`,
        verb,
        segments: segmentsOf(path.replace(/\{\w+\}/g, '*')),
      })),
  )
}

/** What a test calls with a verb and a path, written out: in `/api/findings/${id}/assign` anything may stand for the id. */
function callsIn(text: string): Called[] {
  const start = /\.(get|post|postPatiently|upload|patch|put|delete)\(\s*(['"`])(?=\/api\/)/g
  return [...text.matchAll(start)].map((found) => {
    const [, verb, quote] = found
    let path = ''
    for (let i = found.index + found[0].length, depth = 0; i < text.length; i += 1) {
      if (depth === 0 && text[i] === quote) break
      if (depth === 0 && text.startsWith('${', i)) path += '*'
      if (text[i] === '{') depth += 1
      if (depth === 0 && text[i] !== '$') path += text[i]
      if (text[i] === '}') depth -= 1
    }
    return { verb: verbs[verb!]!, segments: segmentsOf(path) }
  })
}

// A word of a route must be written out: what a test puts together from a list of words names none of them.
const fits = (operation: Operation, { verb, segments }: Called) =>
  verb === operation.verb &&
  segments.length === operation.segments.length &&
  operation.segments.every((segment, i) => segment === '*' || segment === segments[i])

const wordsOf = ({ segments }: Operation) => segments.filter((segment) => segment !== '*').length

/** `findings/export.xlsx` is the export and no finding: of those that fit, the one with the most words is meant. */
function named(operations: readonly Operation[], call: Called): Operation[] {
  const fitting = operations.filter((operation) => fits(operation, call))
  const most = Math.max(...fitting.map(wordsOf))
  return fitting.filter((operation) => wordsOf(operation) === most)
}

describe('the routes of the money', () => {
  const operations = operationsOf()
  const calls = ['src', 'test'].flatMap((folder) => filesUnder(folder, '.e2e-spec.ts')).flatMap(callsIn)
  const called = new Set(calls.flatMap((call) => named(operations, call)).map(({ name }) => name))

  it('are found, and so are the calls', () => {
    expect(operations.length).toBeGreaterThanOrEqual(150)
    expect(calls.length).toBeGreaterThanOrEqual(1000)
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POST /api/public/publications/{slug}/objections', 'GET /api/funds']),
    )
    expect(callsIn("a.post(`/api/x/${b['c']}/y?z=1`); a.get(\n'/api/x', {}); const p = '/api/x'")).toEqual([
      { verb: 'post', segments: ['api', 'x', '*', 'y'] },
      { verb: 'get', segments: ['api', 'x'] },
    ])
  })

  it('are each called by a contract test', () => {
    expect(operations.map(({ name }) => name).filter((name) => !called.has(name) && !excused[name])).toEqual(
      [],
    )
  })

  it('are excused only while they are there and no test calls them', () => {
    const names = new Set(operations.map(({ name }) => name))
    expect(Object.keys(excused).filter((name) => !names.has(name) || called.has(name))).toEqual([])
  })
})
