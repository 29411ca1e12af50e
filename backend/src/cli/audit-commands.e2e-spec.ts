import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp } from '../../test/app.js'
import { AuditEntries, AuditEntry } from '../audit/index.js'
import { runCommand } from './commands.js'
import { readArguments } from './read-arguments.js'

describe('kehou audit', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const fill = (regionCode: string) =>
    test.database.transaction(async (tx) => {
      for (const entityId of [1, 2, 3, 4])
        await test.nest
          .get(AuditEntries)
          .recordWithoutPerson(tx, { action: 'thing.update', entity: 'thing', entityId, regionCode }, 'r')
    })

  it('tells by command, with --json and heads from a file', async () => {
    const run = async (...argv: string[]) => {
      const [out, complaints]: [string[], string[]] = [[], []]
      const code = await runCommand(test.nest, readArguments(argv), {
        out: (text) => out.push(text),
        complain: (text) => complaints.push(text),
        stdout: process.stdout,
      })
      return { code, out, complaints }
    }
    await fill('3505')
    await test.database.transaction((tx) => tx.delete(AuditEntry, { chain: '3505', sequence: 4 }))
    const json = await run('audit', 'verify', '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out[0]!).problems).toContainEqual(
      expect.objectContaining({ code: 'cut', chain: '3505', sequence: 3, entryId: null }),
    )
    const plain = await run('audit', 'verify')
    expect(plain.complaints).toContain('地区 3505 第 3 条：链尾被截断')
    expect(plain.out.join()).toContain('kehou audit head')
    await fill('3509')
    const heads = await run('audit', 'head')
    expect(heads.out.join()).toMatch(/^3509 4 [0-9a-f]{64}$/m)
    const file = join(test.config.dataDir, 'heads')
    writeFileSync(file, `${heads.out[0]!}\n${(await run('audit', 'head', '--json')).out[0]!}\n`)
    const compared = JSON.parse((await run('audit', 'verify', '--json', '--heads', file)).out[0]!)
    expect(compared.problems.map(({ chain }: { chain: string }) => chain)).not.toContain('3509')
    writeFileSync(file, `3509 4 ${'a'.repeat(64)}\n`)
    expect((await run('audit', 'verify', '--lang', 'en', '--heads', file)).complaints).toContainEqual(
      expect.stringContaining('region 3509, entry 4'),
    )
    writeFileSync(file, 'nothing of the kind')
    await expect(run('audit', 'verify', '--heads', file)).rejects.toMatchObject({ exitCode: 1 })
  })
})
