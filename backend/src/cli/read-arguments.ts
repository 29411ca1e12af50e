/** Reads what was typed after "kehou" (命令行参数). */
import { parseArgs } from 'node:util'
import { type ExportFormat, exportFormats } from '../funding/index.js'
import { CommandProblem } from './command-problem.js'

export interface Arguments {
  readonly command:
    | 'help'
    | 'import'
    | 'schools'
    | 'ledger verify'
    | 'ledger export'
    | 'audit verify'
    | 'audit head'
    | 'set-up'
    | 'recover'
    | 'timetable solve'
  readonly kind: 'students' | 'teachers' | 'rooms'
  readonly file: string | null
  readonly school: string | null
  /** set-up: division code and name of the region whose first administrator is made. */
  readonly region: { readonly code: string; readonly name: string } | null
  /** recover: the user name. */
  readonly user: string | null
  readonly timetable: TimetableArguments | null
  readonly ledger: LedgerArguments | null
  /** audit verify: a file with heads that were kept elsewhere. */
  readonly heads: string | null
  readonly isJson: boolean
  readonly language: 'zh' | 'en'
}

export interface TimetableArguments {
  readonly seed: number
  readonly seconds: number
  /** The file to be written. */
  readonly out: string
  readonly ignoreUnsupported: boolean
}

export interface LedgerArguments {
  readonly format: ExportFormat
  /** Only entries of this fiscal year; null: of all. */
  readonly year: number | null
  /** The file to be written. */
  readonly out: string
}

const kinds = { 'import-roster': 'students', 'import-teachers': 'teachers', 'import-rooms': 'rooms' } as const

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        school: { type: 'string' },
        region: { type: 'string' },
        name: { type: 'string' },
        user: { type: 'string' },
        seed: { type: 'string', default: '1' },
        seconds: { type: 'string', default: '60' },
        out: { type: 'string' },
        format: { type: 'string' },
        year: { type: 'string' },
        'ignore-unsupported': { type: 'boolean', default: false },
        heads: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const reason = (error as Error).message.split('. ')[0]!
    throw new CommandProblem(
      `看不懂这条命令：${reason}。用 kehou --help 查看用法。`,
      `The command is not understood: ${reason}. See kehou --help.`,
      2,
    )
  }
}

export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  const language = (['zh', 'en'] as const).find((each) => each === values.lang)
  if (!language) throw new CommandProblem('--lang 只能是 zh 或 en。', '--lang must be zh or en.', 2)
  const [name, ...rest] = positionals
  const common = {
    kind: 'students' as const,
    file: null,
    school: null,
    region: null,
    user: null,
    timetable: null,
    ledger: null,
    heads: null,
    isJson: values.json,
    language,
  }
  if (values.help || name === undefined || name === 'help') return { ...common, command: 'help' }
  if (name === 'schools' && rest.length === 0) return { ...common, command: 'schools' }
  const ledger = name === 'ledger' && rest.length === 1 ? readLedgerCommand(rest[0]!, values, common) : null
  if (ledger) return ledger
  if (name === 'audit' && rest.length === 1 && rest[0] === 'head') return { ...common, command: 'audit head' }
  if (name === 'audit' && rest.length === 1 && rest[0] === 'verify')
    return { ...common, command: 'audit verify', heads: values.heads ?? null }
  const account = readAccountCommand(name, rest, values, common)
  if (account) return account
  if (name === 'timetable' && rest[0] === 'solve') {
    const [seed, seconds] = [wholeNumber(values.seed), wholeNumber(values.seconds)]
    if (rest.length !== 2 || !values.out || seed === null || seconds === null || seconds === 0)
      throw new CommandProblem(
        '用法：kehou timetable solve 文件.fet --seed 整数 --seconds 秒数 --out 输出.fet [--ignore-unsupported]',
        'Usage: kehou timetable solve FILE.fet --seed N --seconds S --out OUT.fet [--ignore-unsupported]',
        2,
      )
    return {
      ...common,
      command: 'timetable solve',
      file: rest[1]!,
      timetable: { seed, seconds, out: values.out, ignoreUnsupported: values['ignore-unsupported'] },
    }
  }
  if (Object.hasOwn(kinds, name)) {
    if (rest.length !== 1 || !values.school)
      throw new CommandProblem(
        `用法：kehou ${name} 文件 --school 学校标识码`,
        `Usage: kehou ${name} FILE --school CODE`,
        2,
      )
    return {
      ...common,
      command: 'import',
      kind: kinds[name as keyof typeof kinds],
      file: rest[0]!,
      school: values.school,
    }
  }
  throw new CommandProblem(
    `没有“${positionals.join(' ')}”这条命令。用 kehou --help 查看用法。`,
    `There is no command "${positionals.join(' ')}". See kehou --help.`,
    2,
  )
}

type Values = ReturnType<typeof parse>['values']

/** `kehou ledger …`; null: it is another one. */
function readLedgerCommand(
  what: string,
  values: Values,
  common: Omit<Arguments, 'command'>,
): Arguments | null {
  if (what === 'verify') return { ...common, command: 'ledger verify', school: values.school ?? null }
  if (what === 'export') {
    const format = exportFormats.find((each) => each === values.format)
    if (!format || !values.out || (values.year !== undefined && !/^20\d\d$/.test(values.year)))
      throw new CommandProblem(
        '用法：kehou ledger export --format hledger|csv|vouchers --out 文件 [--school 学校标识码] [--year 年度]',
        'Usage: kehou ledger export --format hledger|csv|vouchers --out FILE [--school CODE] [--year YYYY]',
        2,
      )
    return {
      ...common,
      command: 'ledger export',
      school: values.school ?? null,
      ledger: { format, year: values.year === undefined ? null : Number(values.year), out: values.out },
    }
  }
  return null
}

/** Commands about who may sign in; null: it is another one. */
function readAccountCommand(
  name: string,
  rest: readonly string[],
  values: Values,
  common: Omit<Arguments, 'command'>,
): Arguments | null {
  if (name === 'set-up' && rest.length === 0) {
    if (!/^\d{2}(\d{2}){0,2}$/.test(values.region ?? '') || !values.name)
      throw new CommandProblem(
        '用法：kehou set-up --region 行政区划代码 --name 地区名称',
        'Usage: kehou set-up --region CODE --name NAME',
        2,
      )
    return { ...common, command: 'set-up', region: { code: values.region!, name: values.name } }
  }
  if (name === 'recover' && rest.length === 0) {
    if (!values.user)
      throw new CommandProblem('用法：kehou recover --user 用户名', 'Usage: kehou recover --user NAME', 2)
    return { ...common, command: 'recover', user: values.user }
  }
  return null
}

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)
