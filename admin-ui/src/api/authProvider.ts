/** Sign-in, identity and permissions for react-admin. */
import type { AuthProvider, UserIdentity } from 'react-admin'
import { ApiError, call } from './call'
import type { Actor, Permission } from './actor'
import { announce, believe } from './person'

export interface OfficeIdentity extends UserIdentity {
  actor: Actor
}

/** Which permission an action on a resource needs; undefined: any signed-in person; 'nobody': there is none that would do. */
export type NeededPermission = (resource: string, action: string) => Permission | 'nobody' | undefined

export interface KehouAuthProvider extends AuthProvider {
  actor: () => Promise<Actor>
  changePassword: (currentPassword: string, newPassword: string) => Promise<Actor>
  /** Asks anew who it is: something about the person has changed. */
  forget: () => void
}

export const passwordPage = '/password'
export const secondFactorPage = '/second-factor'

/** Nothing else is answered before these are done. */
const duties: Record<string, string> = {
  'access.must_change_password': passwordPage,
  'access.must_set_up_second_factor': secondFactorPage,
}

export function createAuthProvider(needed: NeededPermission): KehouAuthProvider {
  let known: Promise<Actor> | undefined

  const actor = (): Promise<Actor> => {
    known ??= call<Actor>('GET', '/api/sign-in').then(
      (me) => {
        believe(me.userId)
        return me
      },
      (error: unknown) => {
        known = undefined
        throw error
      },
    )
    return known
  }
  const remember = (next: Actor): Actor => {
    known = Promise.resolve(next)
    return next
  }

  return {
    actor,
    login: async (given: { username: string; password: string; code?: string }) => {
      const next = remember(await call<Actor>('POST', '/api/sign-in', given))
      announce(next.userId)
      if (next.mustChangePassword) return { redirectTo: passwordPage }
      return next.mustSetUpSecondFactor ? { redirectTo: secondFactorPage } : undefined
    },
    logout: async () => {
      const wasSignedIn = known !== undefined
      known = undefined
      // Signed out is what is wanted: a refusal or a lost connection changes nothing about it here.
      if (wasSignedIn) {
        await call('DELETE', '/api/sign-in').catch(() => undefined)
        announce(null)
      }
      return '/login'
    },
    checkAuth: async () => {
      await actor()
    },
    checkError: async (error: unknown) => {
      if (!(error instanceof ApiError)) return
      const redirectTo = duties[error.code]
      if (redirectTo) {
        known = undefined
        throw Object.assign(new Error(error.message), { redirectTo, logoutUser: false, message: false })
      }
      if (error.status === 401) throw error
    },
    getIdentity: async (): Promise<OfficeIdentity> => {
      const me = await actor()
      return { id: me.userId, fullName: me.displayName, actor: me }
    },
    getPermissions: async () => (await actor()).permissions,
    canAccess: async ({ resource, action }: { resource: string; action: string }) => {
      const permission = needed(resource, action)
      if (permission === undefined) return true
      return permission !== 'nobody' && (await actor()).permissions.includes(permission)
    },
    forget: () => {
      known = undefined
    },
    changePassword: async (currentPassword, newPassword) =>
      remember(await call<Actor>('POST', '/api/sign-in/password', { currentPassword, newPassword })),
  }
}
