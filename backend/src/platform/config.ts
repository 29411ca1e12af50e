/** The settings (运行配置), read from the environment once and checked: every mistake gets a sentence. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP, isIPv4 } from 'node:net'
import { join, resolve } from 'node:path'

/** A class, so that it can be asked for by its type. */
export abstract class Config {
  abstract readonly isProduction: boolean
  abstract readonly port: number
  abstract readonly host: string
  abstract readonly dataDir: string
  /** null: the embedded database in dataDir. */
  abstract readonly databaseUrl: string | null
  /** Key material of field encryption, keyed hashes and codes. */
  abstract readonly secret: string
  abstract readonly isDemo: boolean
  /** The address that letters and QR codes name, without a slash at the end. */
  abstract readonly publicUrl: string
  abstract readonly isBehindHttps: boolean
  /** Which proxies may say for whom they ask: how many stand in front, or their addresses; false: none. */
  abstract readonly trustedProxies: number | string[] | false
  /** Whether powerful roles must have a second factor: in service, and not in the loopback demo. */
  abstract readonly requiresSecondFactor: boolean
  abstract readonly logLevel: string
}

/** Thrown with all mistakes at once. */
export class ConfigMistakes extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'))
  }
}

type Environment = Readonly<Record<string, string | undefined>>

export function readConfig(env: Environment, root: string): Config {
  const mistakes: string[] = []
  const isProduction = env['NODE_ENV'] === 'production'
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    mistakes.push(`PORT is "${env['PORT']}", but must be a whole number from 1 to 65535.`)
  const dataDir = resolve(root, env['KEHOU_DATA_DIR'] ?? 'data')
  const databaseUrl = env['KEHOU_DATABASE_URL'] || null
  if (databaseUrl && !isDatabaseUrl(databaseUrl)) {
    mistakes.push(
      'KEHOU_DATABASE_URL must look like mysql://user:password@host:3306/database or mariadb://…; leave it out for the embedded database.',
    )
  }
  const isDemo = readSwitch(env, 'KEHOU_DEMO', mistakes)
  const publicUrl = (env['KEHOU_PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, '')
  if (!/^https?:\/\/[^\s/]+/.test(publicUrl))
    mistakes.push(`KEHOU_PUBLIC_URL is "${publicUrl}", but must start with http:// or https://.`)
  const logLevel = env['KEHOU_LOG_LEVEL'] ?? 'info'
  if (!['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].includes(logLevel)) {
    mistakes.push(
      `KEHOU_LOG_LEVEL is "${logLevel}", but must be one of trace, debug, info, warn, error, fatal, silent.`,
    )
  }
  const isDemoOpen = isDemo && (isProduction || !isLoopbackUrl(publicUrl))
  if (isDemoOpen)
    mistakes.push(
      'KEHOU_DEMO is 1, but the demo accounts and their password are public: it runs only on the machine itself. Set KEHOU_DEMO=0, or leave out NODE_ENV=production and a KEHOU_PUBLIC_URL that others can open.',
    )
  const host = env['KEHOU_HOST'] ?? (isDemo ? '127.0.0.1' : '0.0.0.0')
  if (isDemo && !isLoopback(host))
    mistakes.push(
      `KEHOU_HOST is "${host}", but with KEHOU_DEMO=1 only this machine may reach Kehou: leave KEHOU_HOST out, or set KEHOU_DEMO=0.`,
    )
  const trustedProxies = readProxies(env, mistakes)
  const secret = readSecret(env, isProduction, dataDir, mistakes)
  if (mistakes.length > 0) throw new ConfigMistakes(mistakes)
  return {
    isProduction,
    port,
    host,
    dataDir,
    databaseUrl,
    secret,
    isDemo,
    publicUrl,
    isBehindHttps: publicUrl.startsWith('https://'),
    trustedProxies,
    requiresSecondFactor: !isDemo && (isProduction || publicUrl.startsWith('https://')),
    logLevel,
  }
}

function readSwitch(env: Environment, name: string, mistakes: string[]): boolean {
  const text = env[name] ?? '0'
  if (!['0', '1', 'true', 'false', ''].includes(text))
    mistakes.push(`${name} is "${text}", but must be 1 or 0.`)
  return text === '1' || text === 'true'
}

export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'))
}

/** Whether the address leads to this machine only. */
export function isLoopbackUrl(url: string): boolean {
  try {
    return isLoopback(new URL(url).hostname)
  } catch {
    return false
  }
}

// '1' … '9': as many proxies stand in front, each adding the address it sees; else their addresses, ranges or names of ranges.
function readProxies(env: Environment, mistakes: string[]): Config['trustedProxies'] {
  const text = (env['KEHOU_TRUSTED_PROXIES'] ?? '').trim()
  if (text === '' || text === '0') return false
  if (/^[1-9]$/.test(text)) return Number(text)
  const parts = text.split(',').map((part) => part.trim())
  if (parts.every(isProxy)) return parts
  mistakes.push(
    `KEHOU_TRUSTED_PROXIES is "${text}", but must be how many proxies stand in front (1 to 9), or their addresses: 10.0.0.5, 10.0.0.0/8, loopback, linklocal, uniquelocal.`,
  )
  return false
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...rest] = text.split('/')
  if (!isIP(address) || rest.length > 0) return false
  // A range of everything trusts everybody, and with that nobody's word is worth anything.
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (isIPv4(address) ? 32 : 128))
  )
}

function isDatabaseUrl(text: string): boolean {
  return /^(mysql|mariadb):\/\/[^/]+\/[A-Za-z0-9_-]+(\?.*)?$/.test(text)
}

function readSecret(env: Environment, isProduction: boolean, dataDir: string, mistakes: string[]): string {
  const given = env['KEHOU_SECRET']
  if (given) {
    if (given.length < 32)
      mistakes.push(
        'KEHOU_SECRET is too short: it needs at least 32 characters, for example from "openssl rand -hex 32".',
      )
    return given
  }
  if (isProduction) {
    mistakes.push(
      'KEHOU_SECRET is missing: it protects children\'s numbers. Make one with "openssl rand -hex 32" and keep it safe; without it encrypted fields cannot be read again.',
    )
    return ''
  }
  if (mistakes.length > 0) return ''
  return keptSecret(dataDir)
}

// For a trial without settings a secret is made once and kept beside the embedded database.
function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

/** A key of its own for each use, so that a hash can never be taken for a cipher key. */
export function deriveKey(secret: string, use: string): Buffer {
  return createHash('sha256').update(`kehou:${use}:${secret}`).digest()
}
