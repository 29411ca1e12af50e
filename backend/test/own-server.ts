/** A MariaDB of a test's own, on a small disk, so that it may be filled up or set to read only without harm to others. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, createConnection } from 'mysql2/promise'

/** Mounting a disk and starting a server as another person are root's. */
export const isOwnServerPossible =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mariadbd', ['--version']).status === 0 &&
  spawnSync('mariadb-install-db', ['--version']).error === undefined

const megabytes = 160

export class OwnServer {
  private constructor(
    readonly disk: string,
    readonly port: number,
    private readonly process: ChildProcess,
  ) {}

  static async start(): Promise<OwnServer> {
    const disk = mkdtempSync(join(tmpdir(), 'kehou-own-server-'))
    run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
    chmodSync(disk, 0o755)
    const data = join(disk, 'data')
    mkdirSync(data)
    run('chown', ['mysql:', disk, data])
    // Small files, so that the little disk is filled by rows and not by the server's own logs.
    const small = ['--innodb-log-file-size=4M', '--innodb-buffer-pool-size=24M', '--aria-log-file-size=8M']
    run('mariadb-install-db', [
      '--no-defaults',
      '--user=mysql',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...small,
    ])
    const port = await freePort()
    const server = spawn(
      'mariadbd',
      [
        '--no-defaults',
        '--user=mysql',
        `--datadir=${data}`,
        `--socket=${join(disk, 'socket')}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        '--skip-log-bin',
        '--character-set-server=utf8mb4',
        ...small,
      ],
      { stdio: 'ignore' },
    )
    const started = new OwnServer(disk, port, server)
    await started.answers()
    const root = await started.connect('root')
    // Root may write where the server is set to read only; who runs Kehou may not.
    await root.query('CREATE DATABASE kehou CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci')
    await root.query("CREATE USER kehou@'127.0.0.1'")
    await root.query("GRANT ALL ON kehou.* TO kehou@'127.0.0.1'")
    await root.end()
    return started
  }

  get url(): string {
    return `mariadb://kehou@127.0.0.1:${this.port}/kehou`
  }

  connect(user: string): Promise<Connection> {
    return createConnection({ host: '127.0.0.1', port: this.port, user })
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGKILL')
    await ended
    spawnSync('umount', [this.disk])
    rmSync(this.disk, { recursive: true, force: true })
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      try {
        await (await this.connect('root')).end()
        return
      } catch {
        await sleep(150)
      }
    }
    throw new Error('the own server did not start')
  }
}

function run(command: string, words: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, words)
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? String(stderr)}`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
