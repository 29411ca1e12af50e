import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createWorld, fetchFrom } from '../../test/mock-api.mjs'
import { createAuthProvider } from './authProvider'
import { ApiError } from './call'

let world: ReturnType<typeof createWorld> & { next?: object; signedIn: unknown }
const provider = () =>
  createAuthProvider((resource, action) =>
    resource === 'plans' ? 'child.read' : action === 'list' ? 'school.read' : undefined,
  )

beforeEach(() => {
  world = createWorld()
  vi.stubGlobal('fetch', vi.fn(fetchFrom(world)))
})

describe('signing in and out', () => {
  it('refuses a wrong password with the words of the server', async () => {
    await expect(provider().login({ username: 'a', password: 'wrong' })).rejects.toMatchObject({
      code: 'access.wrong_credentials',
    })
  })
  it('remembers who signed in', async () => {
    const auth = provider()
    await auth.login({ username: 'a', password: 'right-password' })
    await expect(auth.getIdentity?.()).resolves.toMatchObject({
      id: 1,
      fullName: '郭建军',
      actor: { role: 'system_administrator' },
    })
    expect(world.asked).toHaveLength(1)
  })
  it('leads to the password page when the password must be changed', async () => {
    world.next = { mustChangePassword: true }
    await expect(provider().login({ username: 'a', password: 'right-password' })).resolves.toEqual({
      redirectTo: '/password',
    })
  })
  it('knows the new state after the password has been changed', async () => {
    world.next = { mustChangePassword: true }
    const auth = provider()
    await auth.login({ username: 'a', password: 'right-password' })
    await auth.changePassword('right-password', 'another-one')
    await expect(auth.actor()).resolves.toMatchObject({ mustChangePassword: false })
  })
  it('signs out, and asks anew afterwards', async () => {
    const auth = provider()
    await auth.checkAuth({} as never)
    await auth.logout({})
    expect(world.signedIn).toBeNull()
    await expect(auth.checkAuth({} as never)).rejects.toMatchObject({ status: 401 })
  })
  it('does not call the server to sign out somebody who was not signed in', async () => {
    await provider().logout({})
    expect(world.asked).toHaveLength(0)
  })
})

describe('refusals', () => {
  const check = (status: number, code: string) => provider().checkError(new ApiError(status, { code }))
  it('signs out on 401', () => expect(check(401, 'access.signed_out')).rejects.toBeInstanceOf(ApiError))
  it('stays on 403, 404, 422 and 500', async () => {
    for (const status of [403, 404, 422, 500]) await expect(check(status, 'x')).resolves.toBeUndefined()
  })
  it('leads to the password page', () =>
    expect(check(403, 'access.must_change_password')).rejects.toMatchObject({
      redirectTo: '/password',
      logoutUser: false,
    }))
})

describe('permissions', () => {
  it('allows by permission, and everything that needs none', async () => {
    const auth = provider()
    await expect(auth.canAccess?.({ resource: 'schools', action: 'list' } as never)).resolves.toBe(true)
    await expect(auth.canAccess?.({ resource: 'plans', action: 'edit' } as never)).resolves.toBe(false)
    await expect(auth.canAccess?.({ resource: 'regions', action: 'show' } as never)).resolves.toBe(true)
    await expect(auth.getPermissions?.({} as never)).resolves.toContain('school.read')
  })
})
