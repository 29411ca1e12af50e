/** Who is asking (当前用户): identity, permissions and scope of one request. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { ActingPerson, OnBehalfOf } from '../audit/index.js'
import type { Permission } from './permissions.js'
import type { Role } from './roles.js'

export interface Actor extends ActingPerson {
  readonly username: string
  readonly role: Role
  /** Their role's, and those delegated to them today. */
  readonly permissions: ReadonlySet<Permission>
  readonly actsFor?: ReadonlyMap<Permission, OnBehalfOf>
  /** All schools whose region code starts with this … */
  readonly regionCode: string
  /** … or just this one. */
  readonly schoolId: number | null
  readonly signInId: number
  readonly mustChangePassword: boolean
  /** The role needs a second factor here, and there is none yet. */
  readonly mustSetUpSecondFactor?: boolean
  readonly language: 'zh' | 'en'
}

export type RequestWithActor = FastifyRequest & { actor?: Actor }

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<RequestWithActor>().actor,
)

/** Whether a school, or a thing of a region, lies within what the actor may see. */
export function isInScope(
  actor: Pick<Actor, 'schoolId' | 'regionCode'>,
  thing: { schoolId?: number | null; regionCode: string },
): boolean {
  if (actor.schoolId !== null) return thing.schoolId === actor.schoolId
  return thing.regionCode.startsWith(actor.regionCode)
}
