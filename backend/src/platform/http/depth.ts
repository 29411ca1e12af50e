/** How deep a body may be nested (嵌套深度): what reads bodies by recursion runs out of stack before it says no. */
import type { FastifyInstance } from 'fastify'
import { Invalid } from '../errors.js'

/** The deepest body of the contract has five levels. */
export const deepestBody = 20

/** Without recursion, so that it stands what it refuses. */
export function isTooDeep(body: unknown, deepest = deepestBody): boolean {
  let level = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null
        ? (Object.values(value) as unknown[]).filter((inner) => typeof inner === 'object' && inner !== null)
        : [],
    )
  }
  return false
}

/** Answers 400 before anything looks into such a body. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '')
    done(isJson && isTooDeep(request.body) ? new Invalid('request.malformed') : undefined)
  })
}
