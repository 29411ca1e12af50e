/** Reads what was typed after "kehou" (命令行参数). */
import { parseArgs } from 'node:util'
import { type ExportFormat, exportFormats } from '../ledger/index.js'
import { divisionCode } from '../organisation/index.js'
import { CommandProblem } from './command-problem.js'

export interface Arguments {
  readonly command:
    | 'help'
    | 'import'
    | 'schools'
    | 'ledger verify'
    | 'ledger export'
    | 'ledger anchors'
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
  /** ledger verify: a file of anchors that was kept elsewhere. ledger anchors: the file to be written. */
  readonly anchors: string | null
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
  /** The file to be written; `-`: standard output. */
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
        anchors: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const reason = (error as Error).message.split('. ')[0]!
    throw new CommandProblem('cli.not_understood', { reason }, 2)
  }
}

type Given = ReturnType<typeof parse>['values']

/** Throws CommandProblem with the exit code 2. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  const language = (['zh', 'en'] as const).find((each) => each === values.lang)
  if (!language) throw new CommandProblem('cli.unknown_language', {}, 2)
  const [name, ...rest] = positionals
  const common: Arguments = {
    command: 'help',
    kind: 'students',
    file: null,
    school: null,
    region: null,
    user: null,
    timetable: null,
    ledger: null,
    heads: null,
    anchors: null,
    isJson: values.json,
    language,
  }
  if (values.help || name === undefined || name === 'help') return common
  const own = ownArguments(name, rest, values)
  if (!own) throw new CommandProblem('cli.unknown_command', { command: positionals.join(' ') }, 2)
  return { ...common, ...own }
}

/** What belongs to the one command; null: there is no such command. */
function ownArguments(name: string, rest: readonly string[], values: Given): Partial<Arguments> | null {
  if (name === 'schools' && rest.length === 0) return { command: 'schools' }
  if (name === 'ledger' && rest.length === 1 && rest[0] === 'verify')
    return { command: 'ledger verify', school: values.school ?? null, anchors: values.anchors ?? null }
  if (name === 'ledger' && rest.length === 1 && rest[0] === 'anchors') return ledgerAnchors(values)
  if (name === 'ledger' && rest.length === 1 && rest[0] === 'export') return ledgerExport(values)
  if (name === 'audit' && rest.length === 1 && rest[0] === 'head') return { command: 'audit head' }
  if (name === 'audit' && rest.length === 1 && rest[0] === 'verify')
    return { command: 'audit verify', heads: values.heads ?? null }
  if (name === 'set-up' && rest.length === 0) return setUp(values)
  if (name === 'recover' && rest.length === 0) return recoverOf(values)
  if (name === 'timetable' && rest[0] === 'solve') return timetableSolve(rest.slice(1), values)
  return Object.hasOwn(kinds, name) ? importOf(name as keyof typeof kinds, rest, values) : null
}

function ledgerExport(values: Given): Partial<Arguments> {
  const format = exportFormats.find((each) => each === values.format)
  if (!format || !values.out || (values.year !== undefined && !/^20\d\d$/.test(values.year)))
    throw new CommandProblem('cli.usage_ledger_export', {}, 2)
  return {
    command: 'ledger export',
    school: values.school ?? null,
    ledger: { format, year: values.year === undefined ? null : Number(values.year), out: values.out },
  }
}

function ledgerAnchors(values: Given): Partial<Arguments> {
  if (!values.out) throw new CommandProblem('cli.usage_ledger_anchors', {}, 2)
  return { command: 'ledger anchors', anchors: values.out }
}

function setUp(values: Given): Partial<Arguments> {
  if (!/^\d{2}(\d{2}){0,2}$/.test(values.region ?? '') || !values.name)
    throw new CommandProblem('cli.usage_set_up', {}, 2)
  return { command: 'set-up', region: { code: divisionCode(values.region!), name: values.name } }
}

function recoverOf(values: Given): Partial<Arguments> {
  if (!values.user) throw new CommandProblem('cli.usage_recover', {}, 2)
  return { command: 'recover', user: values.user }
}

function timetableSolve(files: readonly string[], values: Given): Partial<Arguments> {
  const [seed, seconds] = [wholeNumber(values.seed), wholeNumber(values.seconds)]
  if (files.length !== 1 || !values.out || seed === null || seconds === null || seconds === 0)
    throw new CommandProblem('cli.usage_timetable_solve', {}, 2)
  return {
    command: 'timetable solve',
    file: files[0]!,
    timetable: { seed, seconds, out: values.out, ignoreUnsupported: values['ignore-unsupported'] },
  }
}

function importOf(name: keyof typeof kinds, files: readonly string[], values: Given): Partial<Arguments> {
  if (files.length !== 1 || !values.school) throw new CommandProblem('cli.usage_import', { command: name }, 2)
  return { command: 'import', kind: kinds[name], file: files[0]!, school: values.school }
}

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

/** What was asked for even where the rest was not understood: how to say so. */
export function mannerOf(argv: readonly string[]): Pick<Arguments, 'isJson' | 'language'> {
  const at = argv.indexOf('--lang')
  const isEnglish = argv.includes('--lang=en') || (at >= 0 && argv[at + 1] === 'en')
  return { isJson: argv.includes('--json'), language: isEnglish ? 'en' : 'zh' }
}
