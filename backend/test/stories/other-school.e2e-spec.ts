import { User } from '../../src/access/index.js'
import { loadDemo } from '../../src/demo/load-demo.js'
import { type Client, TestApp } from '../app.js'
import { type Route, routesOf } from '../architecture/routes.js'

// What a region shares with all of its schools; it holds nothing of any one of them.
const shared = new Set([
  'regions',
  'terms',
  'calendar-days',
  'categories',
  'funds',
  'funding-standards',
  'surveys',
  'statistics',
  'parents',
  'sign-in',
  'transitions',
  'public',
  'publications',
  'objections',
])
const ours = ['principal', 'coordinator', 'finance', 'teacher']
const theirs = ['principal2', 'coordinator2', 'finance2']

describe('the people of one school', () => {
  let test: TestApp
  let routes: Route[]
  let clients: Map<string, Client>
  let theirSchoolId: number

  beforeAll(async () => {
    test = await TestApp.start()
    await loadDemo(test.nest, () => undefined)
    routes = routesOf(test)
    clients = new Map()
    for (const username of [...ours, ...theirs]) {
      const user = await test.database.read.findOneByOrFail(User, { username })
      clients.set(username, await test.as(user))
      if (username === 'principal2') theirSchoolId = user.schoolId!
    }
  }, 60_000)
  afterAll(() => test.stop())

  const nounOf = (path: string) => path.split('/')[2]!

  /** The first id that somebody of the other school finds in a noun's list. */
  async function theirId(noun: string): Promise<number | null> {
    for (const username of theirs) {
      const { status, body } = await clients.get(username)!.get(`/api/${noun}`, { pageSize: 1 })
      if (status === 200 && body.items?.length) return body.items[0].id as number
    }
    return null
  }

  it('find nothing of another school in any list, with and without asking for it', async () => {
    const lists = routes.filter(
      (route) =>
        route.method === 'GET' &&
        !route.path.includes(':') &&
        !route.path.includes('export') &&
        !route.path.startsWith('/health') &&
        !shared.has(nounOf(route.path)),
    )
    expect(lists.length).toBeGreaterThan(15)
    for (const { path } of lists) {
      for (const username of ours) {
        for (const query of [{ pageSize: 200 }, { pageSize: 200, schoolId: theirSchoolId }]) {
          const answer = await clients.get(username)!.get(path, query as Record<string, number>)
          const leak = answer.status === 200 && new RegExp(`"schoolId":${theirSchoolId}\\b`).test(answer.text)
          expect({ path, username, leak }).toEqual({ path, username, leak: false })
        }
      }
    }
  }, 60_000)

  it('can neither read nor change a thing of another school by its id', async () => {
    const withId = routes.filter(
      (route) => /^\/api\/[a-z-]+\/:\w+/.test(route.path) && !shared.has(nounOf(route.path)),
    )
    const ids = new Map<string, number | null>()
    let tried = 0
    for (const { method, path } of withId) {
      const noun = nounOf(path)
      if (!ids.has(noun)) ids.set(noun, noun === 'schools' ? theirSchoolId : await theirId(noun))
      const id = ids.get(noun)
      if (id === null || id === undefined) continue
      for (const username of ours) {
        const answer = await clients
          .get(username)!
          .send(method as 'GET', path.replace(/:\w+/, String(id)), method === 'GET' ? undefined : {})
        tried += 1
        // A body may be refused before the thing is looked for; what matters is that nothing is told or done.
        expect({ method, path, username, refused: [400, 403, 404].includes(answer.status) }).toEqual({
          method,
          path,
          username,
          refused: true,
        })
      }
    }
    expect(tried).toBeGreaterThan(100)
  }, 60_000)
})
