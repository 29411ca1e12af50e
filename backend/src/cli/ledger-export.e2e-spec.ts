import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp } from '../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, paid, sentToBank } from '../../test/funding-world.js'
import { KeptTerminal } from '../../test/terminal.js'
import { runCommand } from './commands.js'
import { readArguments } from './read-arguments.js'
import { toFen } from '../platform/money.js'
import { journalAccount, LedgerJournal, LedgerLine } from '../ledger/index.js'

// A locale that knows Chinese, wherever the tests run.
const environment = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' }
const hasHledger = (() => {
  try {
    execFileSync('hledger', ['--version'], { env: environment, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe('exporting the ledger', () => {
  let test: TestApp
  let funded: FundedSchool
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 2)
    const [allotmentId] = await allotted(test, funded)
    await paid(funded, {
      allotmentId: allotmentId!,
      amountFen: 120_001,
      account: 'E500',
      payee: '教师，甲; 乙|丙',
    })
    await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 5_005 })
    const other = await fundedSchool(test, 1)
    const [their] = await allotted(test, other)
    await paid(other, { allotmentId: their!, amountFen: 7 })
  })
  afterAll(() => test.stop())

  async function exported(format: string, ...more: string[]): Promise<{ path: string; text: string }> {
    const path = join(test.config.dataDir, `out-${format}-${more.length}`)
    expect(
      await runCommand(
        test.nest,
        readArguments(['ledger', 'export', '--format', format, '--out', path, ...more]),
        new KeptTerminal(),
      ),
    ).toBe(0)
    expect(existsSync(`${path}.part`)).toBe(false)
    return { path, text: readFileSync(path, 'utf8') }
  }

  const balancesOf = async (query = {}) => {
    const { lines } = (await funded.bureau.get('/api/ledger/trial-balance', query)).body as {
      lines: { account: string; balanceFen: number }[]
    }
    return new Map(
      lines
        .filter((line) => line.balanceFen !== 0)
        .map((line) => [journalAccount(line.account), line.balanceFen]),
    )
  }

  it('writes a journal with every entry, its tags and accounts in trees', async () => {
    const { text } = await exported('hledger', '--school', funded.school.code)
    const count = await test.database.read.countBy(LedgerJournal, { schoolId: funded.school.id })
    expect(text.match(/^\d{4}-\d\d-\d\d [*!] \(/gm)).toHaveLength(count)
    expect(text).toContain('account memo:M110 已申报\n')
    expect(text).toContain('account memo:reserved:E530 专用材料费\n')
    expect(text).toContain('    memo:reserved:A110 财政应返还额度  CNY 1200.01  ; ')
    expect(text).toMatch(
      new RegExp(
        `; school:${funded.school.code}, source:payment \\d+, key:spend:payment:\\d+, hash:[0-9a-f]{64}`,
      ),
    )
    expect(text).toMatch(
      /    expenses:E500 教师课后服务补助  CNY 1200\.01  ; fund:FUND_\d+, purpose:after_school_primary, level:city, class:三\(\d+\)班, year:2026, category:30107\n    assets:A110 财政应返还额度  CNY -1200\.01  ; /,
    )
  })

  const withHledger = hasHledger ? it : it.skip
  if (!hasHledger)
    console.warn('SKIPPED: hledger is not installed, so its balances were not compared with ours')
  withHledger('gives hledger the balances that stand here', async () => {
    for (const [more, query] of [
      [[], {}],
      [['--school', funded.school.code], { schoolId: funded.school.id }],
      [['--year', '2026'], { fiscalYear: 2026 }],
    ] as [string[], object][]) {
      const { path } = await exported('hledger', ...more)
      execFileSync('hledger', ['-f', path, 'check', '--strict'], { env: environment })
      const rows = execFileSync(
        'hledger',
        ['-f', path, 'balance', '--flat', '--no-total', '--empty', '-O', 'csv', '--layout', 'bare'],
        { env: environment, encoding: 'utf8' },
      )
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('","').map((value) => value.replace(/^"|"$/g, '')))
      const theirs = new Map(
        rows
          .map(([account, , amount]) => [account!, Math.round(Number(amount) * 100)] as const)
          .filter(([, amount]) => amount !== 0),
      )
      const money = [...theirs].filter(([account]) => !account.startsWith('memo:'))
      expect(money.sort()).toEqual([...(await balancesOf(query))].sort())
      // What is set aside stands among the memoranda.
      expect(theirs.get('memo:reserved:A110 财政应返还额度')).toBe(-5005)
      expect(theirs.size).toBeGreaterThan(4)
    }
  })

  it('writes every tag of every entry as .csv', async () => {
    const { text } = await exported('csv')
    const lines = text.trimEnd().split('\n')
    expect(lines[0]!.startsWith('\ufeffschool_code,school,sequence,line,phase,accounted_on')).toBe(true)
    expect(lines).toHaveLength(1 + (await test.database.read.count(LedgerLine)))
    expect(lines.every((line) => line.split(',').length === 28)).toBe(true)
    const spent = lines.filter((line) => line.includes(',spend,E500,'))
    expect(spent).toHaveLength(1)
    expect(spent[0]).toContain(',1200.01,')
    expect(await exported('csv', '--year', '2031')).toMatchObject({
      text: expect.stringMatching(/^[^\n]+\n$/),
    })
  })

  it('writes vouchers that balance, with what no text confirms marked', async () => {
    const codes = async () => {
      const { text } = await exported('vouchers', '--school', funded.school.code)
      return new Set(
        text
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.split(',')[2]),
      )
    }
    expect(await codes()).toEqual(new Set(['未编号']))
    await funded.officer.post('/api/vouchers/number', { schoolId: funded.school.id })
    const { text } = await exported('vouchers', '--school', funded.school.code)
    const rows = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    expect(rows.length).toBeGreaterThan(0)
    expect(await codes()).toEqual(new Set(['记-2026-11-0001', '记-2026-11-0002']))
    const sum = (side: string, column: number) =>
      rows
        .filter((row) => row[5] === side)
        .reduce((total, row) => total + (row[column] ? toFen(Math.round(Number(row[column]) * 100)) : 0), 0)
    for (const side of ['财务会计', '预算会计']) expect(sum(side, 9)).toBe(sum(side, 10))
    expect(sum('财务会计', 9)).toBe(2_000_000 + 120_001)
    expect(rows.find((row) => row[6] === '5001-01')).toMatchObject({
      7: '教师课后服务补助',
      8: '30107',
      9: '1200.01',
      11: '待会计核对',
    })
  })

  it.each(['hledger', 'csv', 'vouchers'])(
    'writes %s to standard output with --out -, and nothing else there',
    async (format) => {
      const { text } = await exported(format, '--year', '2026')
      for (const more of [[], ['--json', '--lang', 'en']]) {
        const terminal = new KeptTerminal()
        const argv = ['ledger', 'export', '--format', format, '--out', '-', '--year', '2026', ...more]
        expect(await runCommand(test.nest, readArguments(argv), terminal)).toBe(0)
        expect([terminal.sent, terminal.lines]).toEqual([text, []])
        const lines = text.split('\n').length - 1
        expect(terminal.complaints).toEqual([
          more.length === 0
            ? `已写出 ${lines} 行。`
            : `{"code":"cli.written_out","params":{"lines":${lines}},"message":"${lines} lines written."}`,
        ])
        expect(existsSync('-')).toBe(false)
      }
    },
  )

  it('leaves no half file, and answers mistakes with a sentence', async () => {
    const run = (...argv: string[]) =>
      runCommand(test.nest, readArguments(['ledger', 'export', ...argv]), new KeptTerminal())
    await expect(
      run('--format', 'csv', '--out', join(test.config.dataDir, 'no', 'such', 'folder')),
    ).rejects.toMatchObject({ code: 'cli.file_unwritable', params: { reason: 'ENOENT' } })
    await expect(
      run('--format', 'csv', '--out', join(test.config.dataDir, 'x'), '--school', 'nothing'),
    ).rejects.toMatchObject({ code: 'cli.unknown_school', params: { school: 'nothing' } })
    for (const argv of [
      ['--format', 'xml', '--out', 'x'],
      ['--format', 'csv'],
      ['--format', 'csv', '--out', 'x', '--year', '26'],
    ])
      expect(() => readArguments(['ledger', 'export', ...argv])).toThrow(
        expect.objectContaining({ exitCode: 2 }),
      )
  })
})
