import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { ModulesContainer } from '@nestjs/core'
import type { Access } from '../../src/access/index.js'
import { accessKey } from '../../src/platform/http/access-key.js'
import type { TestApp } from '../app.js'

export interface Route {
  readonly method: string
  readonly path: string
  readonly access: Access | undefined
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD']

/** Every route of the running application, with what it declares. */
export function routesOf(test: TestApp): Route[] {
  const controllers = [...test.nest.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ])
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as unknown as { prototype: Record<string, object> }).prototype
    const base = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string].flat()[0]!
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler =
        name === 'constructor'
          ? undefined
          : (Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined)
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return []
      const path = [Reflect.getMetadata(PATH_METADATA, handler) as string].flat()[0]!
      const full = `/${[base, path]
        .flatMap((part) => part.split('/'))
        .filter(Boolean)
        .join('/')}`
      return [
        {
          method: methods[Reflect.getMetadata(METHOD_METADATA, handler) as number]!,
          path: full.startsWith('/health') ? full : `/api${full}`,
          access: Reflect.getMetadata(accessKey, handler) as Access | undefined,
        },
      ]
    })
  })
}
