/** A person who can sign in no more (找回账号): the last resort, for whoever may use the server. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomUUID } from 'node:crypto'
import { oneTimeDays, UsersService } from '../access/index.js'
import { CommandProblem } from './command-problem.js'
import type { Terminal } from './terminal.js'
import type { Arguments } from './read-arguments.js'

export async function recover(
  app: NestFastifyApplication,
  { user: username, isJson, language }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const password = await app.get(UsersService).recover(username!, randomUUID())
  if (password === null) throw new CommandProblem('cli.unknown_account', { user: username! })
  if (isJson) out(JSON.stringify({ username, password }))
  else
    out(
      language === 'zh'
        ? `用户名 ${username}，一次性密码 ${password}，${oneTimeDays} 天内有效，登录后换成自己的密码。原来的密码、验证器和所有登录已失效。`
        : `User name ${username}, one-time password ${password}, good for ${oneTimeDays} days, to be changed at the first sign-in. The old password, the authenticator and all sign-ins are void.`,
    )
  return 0
}
