// A process of its own that takes one step of the money's way and kills itself (SIGKILL) before the statement with the
// given number. Source is compiled on the way in, so that no build is needed; what was compiled is kept for the next one.
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { transformSync } = require('@swc/core')

const job = JSON.parse(process.env.KEHOU_KILLED_JOB)
mkdirSync(job.cacheDir, { recursive: true })
const resolve = Module._resolveFilename
Module._resolveFilename = function (request, parent, ...rest) {
  if (/^\.{1,2}\/.*\.js$/.test(request) && parent?.filename?.endsWith('.ts'))
    return resolve.call(this, request.replace(/\.js$/, '.ts'), parent, ...rest)
  return resolve.call(this, request, parent, ...rest)
}
Module._extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8')
  const kept = path.join(
    job.cacheDir,
    `${createHash('sha1').update(filename).update(source).digest('hex')}.cjs`,
  )
  if (!existsSync(kept)) {
    const { code } = transformSync(source, {
      filename,
      swcrc: false,
      sourceMaps: false,
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        keepClassNames: true,
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
    })
    // Under another name until it is whole: several processes compile at once.
    writeFileSync(`${kept}.${process.pid}`, code)
    renameSync(`${kept}.${process.pid}`, kept)
  }
  module._compile(readFileSync(kept, 'utf8'), filename)
}
require('reflect-metadata')
require('./take-step.ts')
  .takeStep(job)
  .then(
    (statements) => {
      process.stdout.write(String(statements))
      process.exit(0)
    },
    (error) => {
      process.stderr.write(String(error.stack ?? error))
      process.exit(3)
    },
  )
