// npm run fuzz -- --requests 100000 [--seed N]: many requests drawn from the contract; on a server with KEHOU_TEST_DATABASE_URL.
import './lib/node-version.mjs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeInstalled } from './lib/ready.mjs'
import { main, root, runNode, Stop, tool } from './lib/run.mjs'

await main(async () => {
  const { requests, seed } = wanted()
  await makeInstalled()
  const { code } = await runNode([tool('jest/bin/jest.js'), 'test/stories/fuzz'], {
    cwd: join(root, 'backend'),
    env: { KEHOU_FUZZ_REQUESTS: requests, ...(seed === undefined ? {} : { KEHOU_FUZZ_SEED: seed }) },
    onLine: (line) => console.log(line),
  })
  process.exitCode = code
})

function wanted() {
  try {
    const { values } = parseArgs({ options: { requests: { type: 'string' }, seed: { type: 'string' } } })
    const { requests = '2000', seed } = values
    if (![requests, seed ?? '0'].every((number) => /^\d{1,9}$/.test(number))) throw new Error('no number')
    return { requests, seed }
  } catch {
    throw new Stop(
      'Say how many: npm run fuzz -- --requests 100000, and --seed with a number to send the same again.',
    )
  }
}
