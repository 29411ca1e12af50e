/** Serves the built pages (页面文件): the office at /, the parents' page at /parents, what is public at /publications. */
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const aYear = 365 * 24 * 60 * 60

export async function serveScreens(app: NestFastifyApplication, dir: string): Promise<void> {
  if (!existsSync(join(dir, 'index.html'))) return
  const fastify = app.getHttpAdapter().getInstance()
  await app.register(fastifyStatic, {
    root: dir,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name; the pages themselves are asked for anew.
      void reply.header(
        'cache-control',
        /[/\\]assets[/\\]/.test(path) ? `public, max-age=${aYear}, immutable` : 'no-cache',
      )
    },
  })
  const page = (name: string) => (_: FastifyRequest, reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile(name, dir)
  fastify.get('/', page('index.html'))
  for (const light of ['parents', 'publications']) {
    for (const path of [`/${light}`, `/${light}/*`]) fastify.get(path, page(`${light}.html`))
  }
}
