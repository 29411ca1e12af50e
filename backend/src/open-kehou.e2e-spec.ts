import { mkdtempSync, rmSync } from 'node:fs'
import { connect as dial } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TestApp } from '../test/app.js'
import { openTestDatabase } from '../test/database.js'
import { Passwords, User } from './access/index.js'
import { buildApplication } from './application.js'
import { demoPassword } from './demo/accounts.js'
import { OpenDemo, refuseOpenDemo } from './demo/refuse-open-demo.js'
import { openKehou } from './open-kehou.js'
import { SystemClock } from './platform/calendar.js'
import { checkSecret, WrongSecret } from './platform/database/check-secret.js'
import { FieldSeal } from './platform/crypto.js'
import { startProblem } from './start-problem.js'

const none = () => Promise.resolve([])

describe('the check word of the secret', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('lets the right secret in again and refuses another', async () => {
    const [right, wrong] = [new FieldSeal('s'.repeat(40)), new FieldSeal('t'.repeat(40))]
    await Promise.all([checkSecret(test.database, right, none), checkSecret(test.database, right, none)])
    await checkSecret(test.database, right, none)
    await expect(checkSecret(test.database, wrong, none)).rejects.toBeInstanceOf(WrongSecret)
    expect(startProblem(new WrongSecret())).toMatch(
      /KEHOU_SECRET is not the secret .* Set the secret that was kept/,
    )
  })
})

describe('a database that was sealed before there was a check word', () => {
  it('is tried with what it holds, and keeps no word of a wrong secret', async () => {
    const test = await TestApp.start()
    const [right, wrong] = [new FieldSeal('s'.repeat(40)), new FieldSeal('t'.repeat(40))]
    const sealed = () => Promise.resolve([right.seal('G140202201901011234')])
    await expect(checkSecret(test.database, wrong, sealed)).rejects.toBeInstanceOf(WrongSecret)
    await checkSecret(test.database, right, sealed)
    await expect(checkSecret(test.database, wrong, none)).rejects.toBeInstanceOf(WrongSecret)
    await test.stop()
  })
})

describe('opening Kehou', () => {
  it('with another secret than before is refused with a sentence', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'kehou-open-'))
    const environment = (secret: string) => ({
      KEHOU_DATA_DIR: dir,
      KEHOU_LOG_LEVEL: 'silent',
      KEHOU_SECRET: secret.repeat(40),
    })
    const first = await openKehou(environment('s'), () => undefined)
    await first.app.close()
    await expect(openKehou(environment('t'), () => undefined)).rejects.toBeInstanceOf(WrongSecret)
    const again = await openKehou(environment('s'), () => undefined)
    await again.app.close()
    rmSync(dir, { recursive: true, force: true })
  })
})

describe('demo accounts', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('with their public password keep a server from opening to others', async () => {
    const [here, lan] = [
      { host: '127.0.0.1', publicUrl: 'http://localhost:3000' },
      { host: '0.0.0.0', publicUrl: 'http://localhost:3000' },
    ]
    const service = { host: '127.0.0.1', publicUrl: 'https://kehou.example.cn' }
    await refuseOpenDemo(test.database, service)
    const passwordHash = await Passwords.hash(demoPassword)
    const user = await test.world.user('principal', { username: 'principal', passwordHash })
    await refuseOpenDemo(test.database, here)
    for (const open of [lan, service])
      await expect(refuseOpenDemo(test.database, open)).rejects.toMatchObject({ usernames: ['principal'] })
    expect(startProblem(new OpenDemo(['principal']))).toContain('demo accounts whose password is public')
    // A real person of that name with a password of their own is no demo.
    const own = await Passwords.hash('quiet green river')
    await test.database.transaction((tx) => tx.update(User, { id: user.id }, { passwordHash: own }))
    await refuseOpenDemo(test.database, service)
  })
})

describe('a request that trickles in', () => {
  it('is cut off', async () => {
    const { connections, dataDir, remove } = await openTestDatabase()
    const base = await TestApp.start()
    const app = await buildApplication({
      config: { ...base.config, dataDir },
      connections,
      clock: new SystemClock(),
      requestTimeoutMs: 1000,
    })
    await app.listen(0, '127.0.0.1')
    const { port } = (app.getHttpServer() as { address(): AddressInfo }).address()
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = dial(port, '127.0.0.1', () =>
        socket.write('POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{'),
      )
      socket.on('data', (part: Buffer) => (text += part.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(text))
    })
    expect(answer).toContain('408')
    await app.close()
    await base.stop()
    remove()
  })
})
