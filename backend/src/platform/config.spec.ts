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
