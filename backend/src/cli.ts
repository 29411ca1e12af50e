/** The command line (命令行): npm run -s kehou -- <command>. The same settings, rules and database as the server. */
import { runCommand } from './cli/commands.js'
import { CommandProblem } from './cli/command-problem.js'
import { noticeOfError, printNotice } from './cli/notice.js'
import { mannerOf, readArguments } from './cli/read-arguments.js'
import { helpText } from './cli/help.js'
import { solveTimetable } from './cli/solve-timetable.js'
import { solve } from './timetabling/index.js'
import { openKehou } from './open-kehou.js'
import { startProblem } from './start-problem.js'
import { sentences } from './app.module.js'

// A reader that has had enough (| head) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const out = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)
const { stdout } = process
const environment: NodeJS.ProcessEnv = { KEHOU_LOG_LEVEL: 'silent', ...process.env }
if (environment['NODE_ENV'] !== 'production' && !environment['KEHOU_PUBLIC_URL'])
  environment['KEHOU_DEMO'] ??= '1'

try {
  const given = readArguments(process.argv.slice(2))
  if (given.command === 'help') out(helpText)
  else if (given.command === 'timetable solve')
    process.exitCode = await solveTimetable(given, { out, complain, stdout }, solve)
  else {
    const { app } = await openKehou(environment, complain).catch((error: unknown) => {
      throw new CommandProblem('cli.not_started', { reason: startProblem(error) })
    })
    try {
      process.exitCode = await runCommand(app, given, { out, complain, stdout })
    } finally {
      await app.close()
    }
  }
} catch (error) {
  process.exitCode = error instanceof CommandProblem ? error.exitCode : 1
  const { isJson, language } = mannerOf(process.argv.slice(2))
  complain(printNotice(noticeOfError(error, language, sentences), isJson))
}
