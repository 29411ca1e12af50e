/** Packs what both builds have made. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const isText = /\.(js|css|html|svg|json|txt)$/
// Below this, a compressed file and its header are no smaller.
const smallestBytes = 512

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

/** Beside each file its .br and .gz, made once here, so that the server packs nothing while people wait. */
export const compressed: Plugin = {
  name: 'kehou:compressed',
  apply: 'build',
  closeBundle: {
    order: 'post',
    sequential: true,
    handler() {
      const folder = join(import.meta.dirname, 'dist')
      if (!existsSync(folder)) return
      for (const path of filesBelow(folder)) {
        const content = readFileSync(path)
        if (!isText.test(path) || content.length < smallestBytes) continue
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
          }),
        )
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  },
}
