import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TestApp } from '../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, paid } from '../../test/funding-world.js'
import { tampered as behindItsBack } from '../../test/tampered.js'
import { KeptTerminal } from '../../test/terminal.js'
import { runCommand } from './commands.js'
import { readArguments } from './read-arguments.js'
import { AnchorsService, LedgerJournal, readAnchors, verifyAnchors } from '../ledger/index.js'

describe('anchors of the books', () => {
  let test: TestApp
  let funded: FundedSchool
  let other: FundedSchool
  let allotmentId: number
  const folder = mkdtempSync(join(tmpdir(), 'kehou-anchors-'))
  const file = join(folder, 'anchors.ndjson')
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 1)
    ;[allotmentId] = (await allotted(test, funded)) as [number]
    await paid(funded, { allotmentId, amountFen: 120_000 })
    other = await fundedSchool(test, 1)
    await allotted(test, other)
  })
  afterAll(async () => {
    await test.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = async (...argv: string[]) => {
    const terminal = new KeptTerminal()
    const code = await runCommand(test.nest, readArguments(argv), terminal)
    return { code, out: terminal.lines.join('\n'), complaints: terminal.complaints.join('\n') }
  }
  const anchors = () => readAnchors(readFileSync(file, 'utf8'))!

  const tampered = (...statements: string[]) =>
    behindItsBack(test, statements, async (manager) => (await verifyAnchors(manager, anchors())).join('\n'))

  it('are made once a day however many ask, hold what has moved, and go out as a file', async () => {
    const service = test.nest.get(AnchorsService)
    const [one, two] = await Promise.all([service.make(), service.make()])
    expect(one).toEqual(two)
    test.clock.set('2026-12-02T00:00:00Z')
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    await officer.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-11' })
    expect(await run('ledger', 'anchors', '--out', file)).toMatchObject({ code: 0 })
    const [first, second, ...more] = anchors()
    expect(more).toEqual([])
    expect(first!.ends.filter(({ kind }) => kind === 'books')).toHaveLength(2)
    // Nothing was posted since: only the month's end and the trail have moved.
    expect(new Set(second!.ends.map(({ kind }) => kind))).toEqual(new Set(['closing', 'trail']))
    expect(second!.previousRoot).toBe(first!.root)
    const download = await officer.get('/api/ledger/anchors.ndjson')
    expect(download.raw.toString('utf8')).toBe(readFileSync(file, 'utf8'))
    const shown = (await test.signedOut.get('/api/public/ledger-anchors')).body
    expect(shown).toMatchObject({
      publicKey: first!.publicKey,
      anchors: [{ root: second!.root }, { root: first!.root }],
    })
    expect(JSON.stringify(shown)).not.toContain(funded.school.code)
  })

  it('prove the books without a key, also after more was posted', async () => {
    test.clock.set('2026-12-03T00:00:00Z')
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    const more = await officer.post('/api/payments', {
      lines: [{ allotmentId, amountFen: 100, account: 'E530' }],
      payee: '材料店',
      reason: '纸',
    })
    await officer.post(`/api/payments/${more.body.id}/submit`)
    expect(await verifyAnchors(test.database.read, anchors())).toEqual([])
    expect(await run('ledger', 'verify', '--anchors', file)).toMatchObject({
      code: 0,
      complaints: '',
      out: expect.stringContaining('锚点 2 个，不一致 0 处'),
    })
  })

  it('tell of a chain that was written anew, a school, a month or a trail that is gone', async () => {
    const journals = await test.database.read.findBy(LedgerJournal, { schoolId: funded.school.id })
    const last = journals.at(-1)!
    const id = funded.school.id
    expect(
      await tampered(
        `UPDATE ledger_journal SET hash = '${'a'.repeat(64)}' WHERE schoolId = ${id} AND sequence >= 3`,
        `UPDATE ledger_chain SET lastHash = '${'a'.repeat(64)}' WHERE schoolId = ${id}`,
        `UPDATE ledger_period SET closingHash = '${'a'.repeat(64)}' WHERE schoolId = ${id}`,
      ),
    ).toMatch(/journal \d+ is another than was signed/)
    for (const table of ['ledger_line', 'ledger_journal', 'ledger_chain', 'allotment'])
      expect(await tampered(`DELETE FROM ${table} WHERE schoolId = ${id}`)).toMatch(
        table === 'ledger_journal' ? /journal \d+ is not there/ : /^$/,
      )
    expect(await tampered(`DELETE FROM school WHERE id = ${other.school.id}`)).toContain(
      `school ${other.school.code} is not there`,
    )
    expect(await tampered(`DELETE FROM ledger_period WHERE schoolId = ${id}`)).toContain('2026-11 was closed')
    expect(
      await tampered(
        `UPDATE ledger_period SET closingSequence = 1, closingHash = '${journals[0]!.hash}' WHERE schoolId = ${id}`,
      ),
    ).toContain('2026-11 was closed')
    expect(await tampered('DELETE FROM audit_entry', 'DELETE FROM audit_chain')).toMatch(/trail of \d+/)
    expect(last.sequence).toBeGreaterThan(3)
  })

  it('never overwrite a file that tells another history', async () => {
    const kept = join(folder, 'kept.ndjson')
    expect(await run('ledger', 'anchors', '--out', kept)).toMatchObject({ code: 0 })
    expect(await run('ledger', 'anchors', '--out', kept)).toMatchObject({ code: 0 })
    const text = readFileSync(kept, 'utf8')
    const other = text.replace('books', 'boots')
    writeFileSync(kept, other)
    await expect(run('ledger', 'anchors', '--out', kept)).rejects.toMatchObject({
      code: 'cli.anchors_differ',
      params: { line: 1 },
    })
    expect(readFileSync(kept, 'utf8')).toBe(other)
    writeFileSync(kept, `${text}${text.split('\n')[0]!}\n`)
    await expect(run('ledger', 'anchors', '--out', kept)).rejects.toMatchObject({
      code: 'cli.anchors_differ',
    })
  })

  it('tell of a file that was changed, and refuse what is no such file', async () => {
    const [first, second] = anchors()
    const changed = (lines: object[]) => lines.map((line) => JSON.stringify(line)).join('\n')
    const of = async (text: string) => {
      const path = join(folder, 'changed.ndjson')
      writeFileSync(path, text)
      return run('ledger', 'verify', '--anchors', path)
    }
    expect((await of(changed([{ ...first!, ends: first!.ends.slice(1) }, second!]))).complaints).toContain(
      'its root is not that of its ends',
    )
    expect((await of(changed([second!]))).complaints).toContain('does not follow the one before')
    expect((await of(changed([{ ...first!, signature: second!.signature }, second!]))).complaints).toContain(
      'its signature does not hold',
    )
    expect(
      (await of(changed([first!, { ...second!, publicKey: Buffer.alloc(32, 1).toString('base64') }])))
        .complaints,
    ).toMatch(/signed with another key/)
    await expect(of('{"a": 1}')).rejects.toMatchObject({ code: 'cli.no_anchors' })
    await expect(of('')).rejects.toMatchObject({ code: 'cli.no_anchors' })
  })
})
