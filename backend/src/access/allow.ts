/** Each route declares who may call it (访问声明): a permission, anybody signed in, or anybody at all. */
import { applyDecorators, SetMetadata } from '@nestjs/common'
import { ApiExtension } from '@nestjs/swagger'
import { accessKey } from '../platform/http/access-key.js'
import type { Permission } from './permissions.js'

export type Access =
  | { readonly kind: 'allow'; readonly permission: Permission }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'public' }

const declare = (access: Access) =>
  applyDecorators(SetMetadata(accessKey, access), ApiExtension('x-access', access))

export const Allow = (permission: Permission) => declare({ kind: 'allow', permission })
export const SignedIn = () => declare({ kind: 'signed-in' })
export const Public = () => declare({ kind: 'public' })
