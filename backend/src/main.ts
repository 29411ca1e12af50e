/** Starts Kehou (启动) and says where it is. */
import { Attempts, SignInTokens } from './access/index.js'
import { demoAccounts, demoPassword } from './demo/accounts.js'
import { refuseOpenDemo } from './demo/refuse-open-demo.js'
import { ImportFiles } from './exchange/index.js'
import { FindingsService, RemindersService } from './funding/index.js'
import { openKehou } from './open-kehou.js'
import { Database } from './platform/database/database.js'
import { JobWorker } from './platform/jobs/job-worker.js'
import { startProblem } from './start-problem.js'

const hour = 3_600_000
const say = (what: string) => void process.stdout.write(`${what}\n`)

try {
  const { app, config } = await openKehou(process.env, say)
  await refuseOpenDemo(app.get(Database), config)
  app.get(JobWorker).start()
  const files = app.get(ImportFiles)
  await files.sweep()
  setInterval(() => void files.sweep().catch(() => undefined), hour).unref()
  // Counters and tokens whose time is over.
  const [attempts, tokens] = [app.get(Attempts), app.get(SignInTokens)]
  const sweep = () =>
    attempts
      .sweep()
      .then(() => tokens.sweep())
      .catch((error: unknown) => say(`The hourly sweep failed and is tried again: ${String(error)}`))
  await sweep()
  setInterval(() => void sweep(), hour).unref()
  // Audit rules and reminders run by themselves; done twice, or by two processes at once, they find and say the same.
  const [findings, reminders] = [app.get(FindingsService), app.get(RemindersService)]
  const rounds = () =>
    findings
      .runEverywhere()
      .then(() => reminders.runEverywhere())
      .catch((error: unknown) => say(`The hourly round failed and is tried again: ${String(error)}`))
  setInterval(() => void rounds(), hour).unref()
  await app.listen(config.port, config.host)
  say(`\nKehou is ready.\n  office   ${config.publicUrl}/\n  parents  ${config.publicUrl}/parents`)
  if (config.isBehindHttps && config.trustedProxies === false)
    say(
      'KEHOU_TRUSTED_PROXIES is not set: behind a proxy everybody seems to come from one address, and shares its limits. Set it to 1 if one proxy stands in front.',
    )
  if (config.isDemo) {
    say(`\nDemo accounts, password ${demoPassword}:`)
    for (const { username, role, displayName } of demoAccounts)
      say(`  ${username.padEnd(14)}${role.replaceAll('_', ' ').padEnd(28)}${displayName}`)
  }
} catch (error) {
  process.stderr.write(`${startProblem(error)}\n`)
  process.exit(1)
}
