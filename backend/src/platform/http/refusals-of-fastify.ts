/** What never comes to a route (到不了路由的请求) is refused in the same form as everything else. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ProblemFilter } from './problem.filter.js'

const statusOf: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

/** Options of Fastify: an address that cannot be decoded, and bytes that are no HTTP. */
export function refusalsOfFastify(problems: ProblemFilter) {
  return {
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
      void reply.header('x-request-id', request.id).header('cache-control', 'no-store')
      problems.answer(error, request, reply)
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket): void => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return
      const [status, reason] = statusOf[error.code ?? ''] ?? [400, 'Bad Request']
      const body = JSON.stringify(problems.bare(status, randomUUID()))
      if (socket.writable)
        socket.write(
          `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\n` +
            `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
        )
      socket.destroy(error)
    },
  }
}
