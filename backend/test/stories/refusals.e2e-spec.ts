/** Refusals come whole and before anything else (拒绝): exports, forms saved unchanged, what is hardly HTTP. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { UsersService } from '../../src/access/index.js'
import type { UserOut } from '../../src/access/users/users.dto.js'
import { TestApp } from '../app.js'
import { fuzzCity } from '../fuzz/city.js'
import { operations, type Operation } from '../fuzz/contract.js'
import { PeopleAndThings, type Person } from '../fuzz/people-and-things.js'

describe('refusals', () => {
  let test: TestApp
  let things: PeopleAndThings

  beforeAll(async () => {
    test = await TestApp.start()
    await fuzzCity(test)
    things = new PeopleAndThings(test)
    await things.signInAll()
    await things.look()
  }, 120_000)
  afterAll(() => test.stop())

  const send = async ({ method }: Pick<Operation, 'method'>, url: string, person: Person, body?: object) => {
    const reply = await test.nest.inject({
      method,
      url,
      headers: { 'x-kehou': '1', 'accept-language': 'zh-CN', cookie: `kehou_sign_in=${person.cookie}` },
      ...(body ? { payload: body } : {}),
    })
    const isJson = String(reply.headers['content-type']).startsWith('application/json')
    return { status: reply.statusCode, body: isJson ? (reply.json() as Record<string, unknown>) : null }
  }

  const exportsOfLists = operations.filter(
    ({ method, path, parameters }) =>
      method === 'GET' && path.endsWith('.xlsx') && parameters.some(({ name }) => name === 'sort'),
  )

  it.each(exportsOfLists.map((operation) => [operation.path, operation] as const))(
    '%s refuses what it cannot sort or filter by with a sentence',
    async (_, operation) => {
      const person = things.allowed(operation.access)[0]!
      for (const query of ['sort=nothing', 'sort=__proto__', 'ids=x', 'unknown=1', 'order=sideways']) {
        const answer = await send(operation, `${operation.path}?${query}`, person)
        expect({ query, ...answer }).toEqual({
          query,
          status: 400,
          body: expect.objectContaining({
            message: expect.stringMatching(/。$/),
            requestId: expect.any(String),
          }),
        })
      }
    },
  )

  it('of exports are tried for all of the contract', () => {
    expect(exportsOfLists.length).toBeGreaterThanOrEqual(25)
  })

  const lists = operations.filter(
    ({ method, path, parameters }) =>
      method === 'GET' && !path.endsWith('.xlsx') && parameters.some(({ name }) => name === 'pageSize'),
  )

  it('of lists: what a list does not filter by is never left out in silence', async () => {
    const answers: [string, number][] = []
    for (const operation of lists) {
      const person = things.allowed(operation.access)[0]!
      const { status } = await send(operation, `${operation.path}?nowhere=1`, person)
      answers.push([operation.path, status])
    }
    expect(answers).toEqual(lists.map(({ path }) => [path, 400]))
    expect(lists.length).toBeGreaterThanOrEqual(40)
  })

  const patches = operations.filter(({ method, path }) => method === 'PATCH' && path.endsWith('}'))
  /** These cannot be empty: what they set is the whole of it. */
  const neverEmpty = ['/api/calendar-days/{id}', '/api/plans/{id}', '/api/course-leaders/{courseId}']

  // Nothing in the city that could be edited: the specs of these edit one.
  const noDraft = [
    '/api/schemes/{id}',
    '/api/findings/{id}',
    '/api/performance-targets/{id}',
    '/api/bank-order-formats/{id}',
    '/api/bank-return-formats/{id}',
  ]
  // Also an edit that sets nothing counts as one, for it says who has had a hand in it last.
  const withoutRevision = (row: Record<string, unknown> | null) => ({ ...row, revision: undefined })

  it.each(patches.map((operation) => [operation.path, operation] as const))(
    'PATCH %s with nothing in it answers the row as it was, or what is missing',
    async (path, operation) => {
      const reading = operations.find((each) => each.method === 'GET' && each.path === path)
      const name = /\{(\w+)\}/.exec(path)![1]!
      let unchanged = 0
      for (const person of things.allowed(operation.access)) {
        for (const id of things.idsFor(name, path).slice(0, 12)) {
          const url = path.replace(/\{\w+\}/, String(id))
          const before = reading ? await send(reading, url, person) : null
          const { status, body } = await send(operation, url, person, {})
          expect([200, 400, 403, 404, 409, 422]).toContain(status)
          if (status >= 400) expect(body).toMatchObject({ message: expect.stringMatching(/[。？！]/) })
          if (status !== 200) continue
          unchanged += 1
          if (before?.status === 200) expect(withoutRevision(body)).toEqual(withoutRevision(before.body))
        }
        if (unchanged > 0) break
      }
      expect([path, unchanged > 0]).toEqual([path, !noDraft.includes(path) && !neverEmpty.includes(path)])
    },
    60_000,
  )

  describe('on the wire', () => {
    let port: number
    beforeAll(async () => {
      await test.nest.listen(0, '127.0.0.1')
      port = Number(new URL(await test.nest.getUrl()).port)
    })

    const said = (bytes: string) =>
      new Promise<string>((resolve, reject) => {
        let text = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        socket.on('data', (chunk) => (text += chunk.toString()))
        socket.on('close', () => resolve(text)).on('error', reject)
      })

    it.each([
      [
        'an address that cannot be read',
        'GET /api/schools/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
        400,
      ],
      [
        'an id of a thousand characters',
        `GET /api/schools/${'x'.repeat(1000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
        414,
      ],
      [
        'a cookie of 40,000 characters',
        `GET /api/schools HTTP/1.1\r\nHost: a\r\nCookie: a=${'x'.repeat(40_000)}\r\n\r\n`,
        431,
      ],
      ['no HTTP', 'good morning\r\n\r\n', 400],
    ])('%s is refused with a sentence', async (_, bytes, status) => {
      const text = await said(bytes)
      expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
      const body = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)) as object
      expect(body).toEqual({
        code: 'request.malformed',
        message: '请求的格式不对，无法读取。',
        params: {},
        requestId: expect.any(String),
      })
    })

    describe('an export whose rows fail', () => {
      const failingOnPage = async (last: number) => {
        const users = test.nest.get(UsersService, { strict: false })
        const admin = things.allowed({ kind: 'allow', permission: 'user.read' })[0]!
        const { body } = await send({ method: 'GET' }, '/api/users', admin)
        const [row] = body!['items'] as UserOut[]
        const spy = jest.spyOn(users, 'list').mockImplementation((_, { page, pageSize }) => {
          if (page > last) return Promise.reject(new Error('the database went away'))
          // Names that no compression makes small, so that something has been sent when the rows fail.
          const many = Array.from({ length: pageSize }, () => ({
            ...row!,
            displayName: randomBytes(600).toString('hex'),
          }))
          return Promise.resolve({ items: many, total: 99_999, page, pageSize })
        })
        const reply = fetch(`http://127.0.0.1:${port}/api/users/export.xlsx`, {
          headers: { cookie: `kehou_sign_in=${admin.cookie}` },
        })
        return { reply, spy }
      }
      afterEach(() => jest.restoreAllMocks())

      it('at the first is answered as a failure', async () => {
        const { reply, spy } = await failingOnPage(0)
        const answer = await reply
        expect([answer.status, answer.headers.get('content-disposition')]).toEqual([500, null])
        expect(await answer.json()).toMatchObject({ code: 'internal', message: expect.stringMatching(/。$/) })
        expect(spy).toHaveBeenCalled()
      })

      it('half-way breaks off the download, so that nobody takes it for whole', async () => {
        const { reply } = await failingOnPage(20)
        const answer = await reply
        expect(answer.status).toBe(200)
        await expect(answer.arrayBuffer()).rejects.toThrow()
      })
    })
  })
})
