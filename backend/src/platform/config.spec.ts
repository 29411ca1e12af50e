import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigMistakes, readConfig } from './config.js'

describe('settings', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kehou-config-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const mistakes = (env: Record<string, string>): readonly string[] => {
    try {
      readConfig(env, root)
      return []
    } catch (error) {
      return (error as ConfigMistakes).mistakes
    }
  }

  it('need nothing for a trial, and keep one secret beside the embedded database', () => {
    const first = readConfig({}, root)
    expect(first).toMatchObject({
      port: 3000,
      databaseUrl: null,
      dataDir: join(root, 'data'),
      publicUrl: 'http://localhost:3000',
      isDemo: false,
      isProduction: false,
    })
    expect(first.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(readConfig({}, root).secret).toBe(first.secret)
    expect(readFileSync(join(root, 'data/secret'), 'utf8')).toBe(first.secret)
  })

  it('name every mistake at once, with what to do', () => {
    const found = mistakes({
      NODE_ENV: 'production',
      PORT: 'eighty',
      KEHOU_DATABASE_URL: 'postgres://x/y',
      KEHOU_PUBLIC_URL: 'kehou.example.cn',
      KEHOU_DEMO: 'yes',
      KEHOU_LOG_LEVEL: 'loud',
    })
    expect(found).toHaveLength(6)
    for (const name of [
      'PORT',
      'KEHOU_DATABASE_URL',
      'KEHOU_PUBLIC_URL',
      'KEHOU_DEMO',
      'KEHOU_LOG_LEVEL',
      'KEHOU_SECRET',
    ])
      expect(found.join('\n')).toContain(name)
    expect(existsSync(join(root, 'data'))).toBe(false)
  })

  it('let the demo be reached from this machine only', () => {
    expect(readConfig({ KEHOU_DEMO: '1' }, root)).toMatchObject({ host: '127.0.0.1', isDemo: true })
    expect(readConfig({}, root).host).toBe('0.0.0.0')
    for (const KEHOU_PUBLIC_URL of ['http://127.0.0.1:4000', 'http://localhost:3000', 'http://[::1]:3000'])
      expect(mistakes({ KEHOU_DEMO: '1', KEHOU_PUBLIC_URL })).toEqual([])
    for (const KEHOU_PUBLIC_URL of [
      'https://kehou.example.cn',
      'http://192.168.1.5:3000',
      'http://localhost.evil.cn',
      'http://127.0.0.1.evil.cn',
    ])
      expect(mistakes({ KEHOU_DEMO: '1', KEHOU_PUBLIC_URL })[0]).toContain('KEHOU_DEMO is 1')
    expect(mistakes({ KEHOU_DEMO: '1', KEHOU_HOST: '0.0.0.0' })[0]).toContain('KEHOU_HOST is "0.0.0.0"')
    expect(mistakes({ KEHOU_DEMO: '1', NODE_ENV: 'production', KEHOU_SECRET: 'x'.repeat(32) })[0]).toContain(
      'KEHOU_DEMO is 1',
    )
  })

  it('ask powerful roles for a second factor in service, and not in the demo or a trial', () => {
    const required = (env: Record<string, string>) => readConfig(env, root).requiresSecondFactor
    expect(required({})).toBe(false)
    expect(required({ KEHOU_DEMO: '1' })).toBe(false)
    expect(required({ KEHOU_PUBLIC_URL: 'https://kehou.example.cn' })).toBe(true)
    expect(required({ NODE_ENV: 'production', KEHOU_SECRET: 'x'.repeat(32) })).toBe(true)
  })

  it('trust no proxy unless it is named, by count or by address', () => {
    const proxies = (KEHOU_TRUSTED_PROXIES: string) =>
      readConfig({ KEHOU_TRUSTED_PROXIES }, root).trustedProxies
    expect(readConfig({}, root).trustedProxies).toBe(false)
    expect(readConfig({ NODE_ENV: 'production', KEHOU_SECRET: 'x'.repeat(32) }, root).trustedProxies).toBe(
      false,
    )
    expect([proxies(''), proxies('0'), proxies('2')]).toEqual([false, false, 2])
    expect(proxies('10.0.0.5, 172.16.0.0/12,loopback,fd00::/8')).toEqual([
      '10.0.0.5',
      '172.16.0.0/12',
      'loopback',
      'fd00::/8',
    ])
    for (const wrong of [
      'true',
      '*',
      'proxy.example.cn',
      '0.0.0.0/0',
      '10.0.0.0/33',
      '10.0.0.5;10.0.0.6',
      '12',
    ])
      expect(mistakes({ KEHOU_TRUSTED_PROXIES: wrong })[0]).toContain('KEHOU_TRUSTED_PROXIES is')
  })

  it('refuse a short secret and make none in production', () => {
    expect(mistakes({ KEHOU_SECRET: 'short' })[0]).toContain('at least 32 characters')
    expect(mistakes({ NODE_ENV: 'production' })[0]).toContain('KEHOU_SECRET is missing')
    expect(
      mistakes({
        NODE_ENV: 'production',
        KEHOU_SECRET: 'x'.repeat(32),
        KEHOU_DATABASE_URL: 'mariadb://kehou:secret@database:3306/kehou',
      }),
    ).toEqual([])
  })
})
