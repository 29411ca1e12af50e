// Type-checks and builds src into dist. The swagger plugin runs along, so that the contract knows the shape of every
// body and answer without a decorator on each field; plain tsc cannot run it.
import swagger from '@nestjs/swagger/plugin'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: fail,
})
const program = ts.createProgram({ options: config.options, rootNames: config.fileNames })
rmSync(join(root, 'dist'), { recursive: true, force: true })
const plugin = swagger(program, {
  introspectComments: true,
  classValidatorShim: true,
  esmCompatible: true,
  dtoFileNameSuffix: ['.dto.ts', 'paging.ts'],
  controllerFileNameSuffix: ['.controller.ts'],
})
const emitted = program.emit(undefined, undefined, undefined, false, { before: [plugin] })
const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics]
problems.forEach(fail)
process.exitCode = problems.length > 0 ? 1 : 0

function fail(diagnostic) {
  process.stderr.write(
    ts.formatDiagnostic(diagnostic, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  )
}
