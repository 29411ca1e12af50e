// npm run build [-- backend | admin-ui]: builds what is stale, both parts by default.
import './lib/node-version.mjs'
import { makeReady } from './lib/ready.mjs'
import { main, say, Stop } from './lib/run.mjs'

await main(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !['backend', 'admin-ui'].includes(name))
  if (unknown)
    throw new Stop(
      `There is nothing to build called "${unknown}": say backend, admin-ui, or nothing for both.`,
    )
  // Standard output stays clean for the scripts that build first and then print a result.
  await makeReady(wanted.length > 0 ? wanted : undefined, process.stderr)
  say('Up to date.', process.stderr)
})
