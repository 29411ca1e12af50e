/** Starts Kehou (启动) and says where it is. */
import { User } from './access/index.js'
import { demoAccounts, demoPassword } from './demo/accounts.js'
import { refuseOpenDemo } from './demo/refuse-open-demo.js'
import { openKehou } from './open-kehou.js'
import { Database } from './platform/database/database.js'
import { JobWorker } from './platform/jobs/job-worker.js'
import { startProblem } from './start-problem.js'

const say = (what: string) => void process.stdout.write(`${what}\n`)

try {
  const { app, config } = await openKehou(process.env, say)
  await refuseOpenDemo(app.get(Database), config)
  app.get(JobWorker).start()
  await app.listen(config.port, config.host)
  say(`\nKehou is ready.\n  office   ${config.publicUrl}/\n  parents  ${config.publicUrl}/parents`)
  if ((await app.get(Database).read.count(User)) === 0)
    say(
      [
        '\n还没有账号。请另开一个窗口，在同一个文件夹里建第一个管理员（代码和名称换成本地的）：',
        'There is no account yet. Make the first administrator in another window, in the same folder (with your own code and name):',
        '  npm run -s kehou -- set-up --region 1402 --name 大同市',
      ].join('\n'),
    )
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
