// The beginning of a thread that runs from the sources, as the tests do: it compiles what it loads, as jest does for them.
const Module = require('node:module')
const { existsSync, readFileSync } = require('node:fs')
const { fileURLToPath } = require('node:url')
const { workerData } = require('node:worker_threads')
const { transformSync } = require('@swc/core')

const resolve = Module._resolveFilename
Module._resolveFilename = function (request, parent, ...rest) {
  if (request.startsWith('file:')) return fileURLToPath(request)
  if (request.startsWith('.') && request.endsWith('.js') && parent?.filename?.endsWith('.ts')) {
    const source = resolve.call(this, request.replace(/\.js$/, '.ts'), parent, ...rest)
    if (existsSync(source)) return source
  }
  return resolve.call(this, request, parent, ...rest)
}
Module._extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    configFile: false,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  })
  module._compile(code, file)
}
require(workerData.file)
