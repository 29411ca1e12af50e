// The generated files must be what the code says now: write them again and compare. CI compares with what is committed.
import './lib/node-version.mjs'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { files } from './lib/ready.mjs'
import { lastLines, main, root, runNpm, Stop } from './lib/run.mjs'

const generated = ['backend/openapi.json', 'admin-ui/src/api/schema.d.ts', 'docs/generated']

const contents = () => {
  const paths = generated.flatMap((path) => files(join(root, path)))
  return new Map(paths.map((path) => [relative(root, path), readFileSync(path, 'utf8')]))
}

await main(async () => {
  const before = contents()
  for (const name of ['api', 'docs']) {
    const { code, output } = await runNpm(['run', '-s', name])
    if (code !== 0)
      throw new Stop(
        `${lastLines(output, 40)}\n\n"npm run ${name}" failed: the generated files could not be compared.`,
      )
  }
  const missing = generated.find((path) => !existsSync(join(root, path)))
  if (missing) throw new Stop(`${missing} was not written by "npm run api" and "npm run docs".`)
  const after = contents()
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
  if (stale.length > 0)
    throw new Stop(
      `These generated files were stale and have been written again; look at them and commit them:\n  ${stale.join('\n  ')}`,
    )
  console.log(`${after.size} generated files are up to date`)
})
