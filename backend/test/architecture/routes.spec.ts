import { permissions, roles } from '../../src/access/index.js'
import { TestApp } from '../app.js'
import { type Route, routesOf } from './routes.js'

describe('routes', () => {
  let test: TestApp
  let routes: Route[]
  beforeAll(async () => {
    test = await TestApp.start()
    routes = routesOf(test)
  })
  afterAll(() => test.stop())

  it('each declare who may call them', () => {
    expect(routes.length).toBeGreaterThan(10)
    expect(routes.filter((route) => !route.access).map((route) => `${route.method} ${route.path}`)).toEqual(
      [],
    )
  })

  it('answer a signed-out person with 401, but for the few that are public', async () => {
    const open = routes
      .filter((route) => route.access?.kind === 'public')
      .map((route) => `${route.method} ${route.path}`)
      .sort()
    expect(open).toEqual(
      [
        'GET /api/calendar/:file',
        'GET /api/public/ledger-anchors',
        'GET /api/public/objections/:ticket',
        'GET /api/public/publications',
        'GET /api/public/publications/:slug',
        'GET /health/live',
        'GET /health/ready',
        'POST /api/parents/activation',
        'POST /api/public/publications/:slug/objections',
        'POST /api/sign-in',
      ].filter((route) => open.includes(route) || !route.includes('parents')),
    )
    for (const route of routes.filter((candidate) => candidate.access?.kind !== 'public')) {
      const answer = await test.signedOut.send(
        route.method as 'GET',
        route.path.replace(/:\w+/g, '1'),
        route.method === 'GET' ? undefined : {},
      )
      expect({ route: `${route.method} ${route.path}`, status: answer.status }).toEqual({
        route: `${route.method} ${route.path}`,
        status: 401,
      })
    }
  })

  it('answer 403 to a role without the permission', async () => {
    const guardian = await test.as(await test.world.user('guardian'))
    for (const route of routes) {
      if (
        route.access?.kind !== 'allow' ||
        (roles.guardian as readonly string[]).includes(route.access.permission)
      )
        continue
      const answer = await guardian.send(
        route.method as 'GET',
        route.path.replace(/:\w+/g, '1'),
        route.method === 'GET' ? undefined : {},
      )
      expect({ route: `${route.method} ${route.path}`, status: answer.status }).toEqual({
        route: `${route.method} ${route.path}`,
        status: 403,
      })
    }
  })

  it('let the auditor read only', () => {
    const granted = new Set<string>(roles.auditor)
    const writing = routes.filter(
      (route) =>
        route.method !== 'GET' && route.access?.kind === 'allow' && granted.has(route.access.permission),
    )
    expect(writing.map((route) => `${route.method} ${route.path}`)).toEqual([])
  })

  it("use every permission, and every permission is somebody's", () => {
    const held = new Set(Object.values(roles).flat() as string[])
    expect(Object.keys(permissions).filter((permission) => !held.has(permission))).toEqual([])
  })

  it('refuse an unsafe request that did not come from our own page', async () => {
    const user = await test.world.user('system_administrator')
    const client = await test.as(user)
    expect((await client.send('POST', '/api/users', {}, {}, { 'x-kehou': '0' })).body.code).toBe(
      'access.csrf',
    )
    expect(
      (
        await client.send(
          'POST',
          '/api/users',
          {},
          {},
          { origin: 'https://elsewhere.example', host: 'kehou.test' },
        )
      ).body.code,
    ).toBe('access.csrf')
  })
})
