import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  csvOf,
  residentIdOf,
  sheetXml,
  studentNumberOf,
  xlsOf,
  xlsxAround,
  xlsxOf,
  zipOf,
} from '../../../test/fixtures/sheets/make.js'
import { UnknownField } from './recognise-columns.js'
import { readUploadedSheet, type ReaderLimits } from './sheet-reader.js'
import { Sentences } from '../sentences.js'
import { UnreadableSheet, unreadableTexts } from './unreadable-sheet.js'

const description = {
  module: new URL('../../people/students/students.sheet.ts', import.meta.url).href,
  noun: 'students',
}
const options = { todayOn: '2026-09-01' }
const title = ['班级', '姓名', '性别', '学籍号']
const roster = (count: number) => [
  title,
  ...Array.from({ length: count }, (_, i) => [
    `一(${1 + (i % 9)})班`,
    '王小明',
    '男',
    studentNumberOf(`20190${1 + (Math.floor(i / 499) % 9)}${10 + Math.floor(i / 4491)}`, 1 + 2 * (i % 499)),
  ]),
]

/** How a file is refused (its code), how long that takes, and the longest time in which nothing else was answered. */
async function trial(bytes: Buffer, fileName = 'a.xlsx', limits: Partial<ReaderLimits> = {}) {
  const start = performance.now()
  let [last, gap] = [start, 0]
  const clock = setInterval(() => {
    gap = Math.max(gap, performance.now() - last)
    last = performance.now()
  }, 5)
  try {
    const read = await readUploadedSheet({ bytes, fileName }, description, options, limits)
    return { code: 'read', milliseconds: performance.now() - start, gap, rows: read.rows.length }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    for (const language of ['zh', 'en'] as const)
      expect(new Sentences(unreadableTexts).say(error, language)).not.toMatch(/[{}]|“”/)
    return { code: error.code, milliseconds: performance.now() - start, gap, rows: 0 }
  } finally {
    clearInterval(clock)
  }
}

const header =
  '<row r="1">' + title.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('') + '</row>'
const shared = (xml: string) =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="一年级" sheetId="1" r:id="a"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${xml}</sst>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: sheetXml(
        Array.from({ length: 2000 }, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`).join(''),
      ),
    },
  ])
const contents = (xml: string) =>
  zipOf([
    { name: '[Content_Types].xml', content: xml },
    { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
  ])

const hostile: [string, () => Buffer, string, string?][] = [
  [
    'a list of contents that never ends its elements',
    () => contents('<Types>' + '<Override PartName="'.repeat(200_000)),
    'sheets.truncated',
  ],
  [
    'a list of contents with endless attributes',
    () => contents(`<Types><Override ${' PartName=" '.repeat(100_000)}`),
    'sheets.truncated',
  ],
  [
    'millions of cells without content',
    () => xlsxAround(sheetXml(`${header}<row>${'<c/>'.repeat(6_000_000)}</row>`)),
    'sheets.zip_bomb',
  ],
  [
    'the same in many files’ worth of other bytes',
    () =>
      xlsxAround(sheetXml(`${header}<row>${'<c/>'.repeat(6_000_000)}</row>`), [
        { name: 'xl/media/x.bin', content: noise(1_000_000) },
      ]),
    'sheets.too_many_cells',
  ],
  [
    'cells of other names',
    () =>
      xlsxAround(sheetXml(`<row>${'<x:c\n/>'.repeat(5_100_000)}</row>`), [
        { name: 'x.bin', content: noise(2_000_000) },
      ]),
    'sheets.too_many_cells',
  ],
  [
    'a bomb',
    () => xlsxAround(sheetXml(''), [{ name: 'xl/media/a.xml', content: Buffer.alloc(40 << 20) }]),
    'sheets.zip_bomb',
  ],
  [
    'shared strings that are long and everywhere',
    () => shared(`<si><t>${'长'.repeat(30_000)}</t></si>`),
    'sheets.too_much_text',
  ],
  [
    'millions of shared strings',
    () => Buffer.concat([shared('<si/>'.repeat(2_100_000))]),
    'sheets.too_many_cells',
  ],
  ['deep nesting', () => xlsxAround(sheetXml('<a>'.repeat(100_000))), 'sheets.too_deep'],
  [
    'entities',
    () =>
      xlsxAround(
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + sheetXml('<row><c><v>&b;</v></c></row>'),
      ),
    'sheets.not_a_sheet',
  ],
  [
    'an entity without a document type',
    () => xlsxAround(sheetXml('<row><c><v>&lol;</v></c></row>')),
    'sheets.truncated',
  ],
  ['an archive cut short', () => xlsxOf({ a: roster(200) }).subarray(0, 5000), 'sheets.truncated'],
  ['one line of 20 MB', () => Buffer.alloc(20 << 20, 'a,'), 'sheets.too_many_columns', 'a.csv'],
  ['one cell of 20 MB', () => Buffer.alloc(20 << 20, 'a'), 'sheets.too_much_text', 'a.csv'],
  [
    'one open quote of 20 MB',
    () => Buffer.concat([Buffer.from('"'), Buffer.alloc((20 << 20) - 1, 'a')]),
    'sheets.unclosed_quote',
    'a.csv',
  ],
  [
    '.xls that is junk',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(200_000)]),
    'sheets.truncated',
    'a.xls',
  ],
]

/** Bytes that do not pack: the same on every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let i = 0, state = 7; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}

describe('what people upload, read in a thread', () => {
  it('gives the same rows, refusals and cells as a reading here and now', async () => {
    const bytes = xlsxOf({
      一年级: [...roster(1200), ['一(1)班', '', '男', `G${residentIdOf('20190101', 3)}`]],
    })
    const read = await readUploadedSheet({ bytes, fileName: 'a.xlsx' }, description, options)
    expect(read.rows).toHaveLength(1200)
    expect(read.rows[0]).toMatchObject({ sheet: '一年级', row: 2, values: { name: '王小明', sex: 'male' } })
    expect(read.refused).toMatchObject([{ why: 'name_missing', row: 1202 }])
    const again = await readUploadedSheet({ parsed: read.parsed! }, description, options)
    expect(again).toEqual({ ...read, parsed: null })
    const mapped = { ...options, mapping: { 一年级: { 1: 'remark' } } }
    await expect(readUploadedSheet({ parsed: read.parsed! }, description, mapped)).resolves.toMatchObject({
      rows: [],
      sheets: [{ status: 'columns_missing' }],
    })
    const wrong = { ...options, mapping: { 一年级: { 1: 'nothing' } } }
    await expect(readUploadedSheet({ parsed: read.parsed! }, description, wrong)).rejects.toBeInstanceOf(
      UnknownField,
    )
  })

  it('leaves the process free to answer while 20,000 rows are read', async () => {
    const bytes = Buffer.from(csvOf(roster(20_000)))
    const { code, rows, milliseconds, gap } = await trial(bytes, 'a.csv')
    expect({ code, rows }).toEqual({ code: 'read', rows: 20_000 })
    expect(milliseconds).toBeGreaterThan(gap)
    expect(gap).toBeLessThan(2000)
  })

  it('is stopped when it takes too long, and the next file is read', async () => {
    const slow = Buffer.from(csvOf(roster(20_000)))
    expect(await trial(slow, 'a.csv', { milliseconds: 100 })).toMatchObject({ code: 'sheets.too_demanding' })
    expect(await trial(xlsxOf({ a: roster(3) }))).toMatchObject({ code: 'read', rows: 3 })
  })

  it('is stopped when it takes too much memory', async () => {
    const large = Buffer.from(csvOf(roster(20_000)))
    expect(await trial(large, 'a.csv', { memoryMib: 24 })).toMatchObject({ code: 'sheets.too_demanding' })
  })

  it('is refused at once where it is hostile, in every way that we know, while others are answered', async () => {
    const told: Record<string, string> = {}
    for (const [name, make, expected, fileName] of hostile) {
      const bytes = make()
      const before = process.memoryUsage().rss
      const { code, milliseconds, gap } = await trial(bytes, fileName ?? 'a.xlsx')
      told[name] = `${code} ${Math.round(milliseconds)} ms, gap ${Math.round(gap)} ms`
      expect([name, code]).toEqual([name, expected])
      expect([name, milliseconds < 15_000]).toEqual([name, true])
      expect([name, gap < 400]).toEqual([name, true])
      expect([name, process.memoryUsage().rss - before < 700 * 1024 * 1024]).toEqual([name, true])
    }
    if (process.env.SHOW_TIMES) process.stdout.write(`${JSON.stringify(told, null, 1)}\n`)
  }, 120_000)

  it('long cells cost what their length costs, in every field', async () => {
    for (const piece of ['(', ' ', '·', '1.', '. ', ' 。', '——', '["']) {
      // As many characters as a cell of Excel holds, nearly.
      const long = piece.repeat(32_000 / piece.length)
      const bytes = xlsxOf({
        a: [
          [...title, '监护人1电话', '备注'],
          ...Array.from({ length: 40 }, () => [long, long, long, long, long, long]),
        ],
      })
      const { milliseconds } = await trial(bytes)
      expect([piece, milliseconds < 15_000]).toEqual([piece, true])
    }
  }, 240_000)

  it('the old format is bounded too', async () => {
    const bytes = xlsOf({ a: roster(50) })
    expect(await trial(bytes, 'a.xls')).toMatchObject({ code: 'read', rows: 50 })
    expect(await trial(bytes, 'a.xls', { sheet: { elements: 20 } })).toMatchObject({
      code: 'sheets.too_many_cells',
    })
  })
})

it('no other door: what is uploaded is never read in the process itself', () => {
  const src = new URL('../..', import.meta.url).pathname
  const doors = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.ts') && !file.endsWith('spec.ts') && !file.startsWith(join('platform', 'sheets')),
    )
    .filter((file) =>
      /\b(?:readWorkbook|decodeText|parseTable)\b|from '@e965/.test(readFileSync(join(src, file), 'utf8')),
    )
  expect(doors).toEqual([])
})
