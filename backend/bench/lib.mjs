// What every benchmark needs: Kehou on a database of its own, alternating rounds, a table and one line of JSON.
import 'reflect-metadata'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApplication } from '../dist/application.js'
import { entities } from '../dist/entities.js'
import { migrations } from '../dist/migrations.js'
import { SystemClock } from '../dist/platform/calendar.js'
import { readConfig } from '../dist/platform/config.js'
import { connect } from '../dist/platform/database/data-source.js'

/** Kehou in this process, with an empty embedded database in a temporary folder. */
export async function openBench() {
  const dataDir = mkdtempSync(join(tmpdir(), 'kehou-bench-'))
  const config = readConfig({ KEHOU_DATA_DIR: dataDir, KEHOU_LOG_LEVEL: 'silent' }, dataDir)
  const app = await buildApplication({
    config,
    connections: await connect({ ...config, entities, migrations }),
    clock: new SystemClock(),
  })
  const close = async () => {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { app, config, close }
}

/** Milliseconds since `process.hrtime.bigint()` was asked. */
export const msSince = (start) => Number(process.hrtime.bigint() - start) / 1e6

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Runs ours and the peer in turn, so that both see the same machine; answers the medians in milliseconds. */
export async function alternately(rounds, ours, peer) {
  const times = { ours: [], peer: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of round % 2
      ? [
          ['peer', peer],
          ['ours', ours],
        ]
      : [
          ['ours', ours],
          ['peer', peer],
        ]) {
      const start = process.hrtime.bigint()
      await work()
      times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  return { ours: median(times.ours), peer: median(times.peer) }
}

export function report(name, rows, invariants) {
  console.table(rows)
  for (const [what, holds] of Object.entries(invariants))
    console.log(`${holds ? 'holds' : 'BROKEN'}  ${what}`)
  console.log(
    JSON.stringify({
      benchmark: name,
      machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      node: process.version,
      rows,
      invariants,
    }),
  )
  if (Object.values(invariants).includes(false)) process.exitCode = 1
}
