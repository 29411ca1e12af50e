import { PassThrough } from 'node:stream'
import * as XLSX from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { readWorkbook } from './read-workbook.js'
import { allowedSheetNames } from './sheet-names.js'
import type { Cell } from './workbook.js'
import { ReaderGone, writeWorkbook, type SheetOut } from './write-workbook.js'

async function written(sheets: SheetOut[]): Promise<Buffer> {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeWorkbook(stream, { sheets })
  return Buffer.concat(chunks)
}

const columns = [
  { title: '名称', kind: 'text' },
  { title: '班数', kind: 'integer' },
  { title: '金额', kind: 'fen', width: 20 },
  { title: '日期', kind: 'date' },
  { title: '比例', kind: 'percent' },
] as const

describe('writeWorkbook', () => {
  it('writes exact values and formats, and text that is never a formula', async () => {
    const bytes = await written([
      {
        name: '拨款',
        columns,
        rows: [
          ['=1+1', 24, 24_000_000, '2026-09-01', 0.853],
          ['+86,"a"<b>&\u0001𬭎', 0, 1, '2026-12-31', 1],
          ['0012', -1, -12_345_678_901, null, null],
        ],
      },
    ])
    expect(readWorkbook(bytes, 'a.xlsx').sheets[0]!.rows.map(({ cells }) => cells)).toEqual([
      ['名称', '班数', '金额', '日期', '比例'],
      ['=1+1', 24, 240_000, 46_266, 0.853],
      ['+86,"a"<b>&𬭎', 0, 0.01, 46_387, 1],
      ['0012', -1, -123_456_789.01],
    ])
    const sheet = XLSX.read(bytes, { type: 'buffer', cellFormula: true, cellNF: true }).Sheets['拨款']!
    expect(Object.values(sheet).filter((cell) => (cell as XLSX.CellObject)?.f)).toEqual([])
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => sheet[at].z)).toEqual([
      '@',
      '0',
      '¥#,##0.00',
      'yyyy-mm-dd',
      '0.0%',
    ])
  })
  it('freezes a bold header', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await written([{ name: 'a', columns, rows: [] }])) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect(sheet.getCell('A1').font.bold).toBe(true)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.getColumn(3).width).toBe(20)
  })
  it('takes rows as they come, on many sheets', async () => {
    async function* rows() {
      for (let i = 0; i < 2000; i++) yield [`行${i}`]
    }
    const bytes = await written([
      { name: 'a', columns: [{ title: 't', kind: 'text' }], rows: rows() },
      { name: 'A', columns: [{ title: 't', kind: 'text' }], rows: [] },
    ])
    expect(readWorkbook(bytes, 'a.xlsx').sheets.map(({ name, lastRow }) => [name, lastRow])).toEqual([
      ['a', 2001],
      ['A (2)', 1],
    ])
  })
  it('stops when the reader goes away', async () => {
    const stream = new PassThrough()
    let made = 0
    function* rows() {
      for (; made < 1_000_000; made++) yield ['x'.repeat(50)]
    }
    setTimeout(() => stream.destroy(), 20)
    await expect(
      writeWorkbook(stream, {
        sheets: [{ name: 'a', columns: [{ title: 't', kind: 'text' }], rows: rows() }],
      }),
    ).rejects.toThrow(ReaderGone)
    expect(made).toBeLessThan(1_000_000)
  })
  it('stops when the rows fail', async () => {
    function* rows(): Generator<Cell[]> {
      yield ['x']
      throw new Error('the database went away')
    }
    await expect(
      written([{ name: 'a', columns: [{ title: 't', kind: 'text' }], rows: rows() }]),
    ).rejects.toThrow('database')
  })
  it.each([
    ['fen', 1.5],
    ['fen', '1'],
    ['integer', 2 ** 53],
    ['date', '2026-02-30'],
    ['percent', Number.NaN],
  ] as const)('refuses a %s of %s', async (kind, value) =>
    expect(written([{ name: 'a', columns: [{ title: 't', kind }], rows: [[value]] }])).rejects.toThrow(
      RangeError,
    ),
  )
})

it('makes allowed names', () => {
  expect(
    allowedSheetNames(['一(1)班', 'a/b:c', '', "'x'", '长'.repeat(40), 'A', 'a', '𬭎'.repeat(20)]),
  ).toEqual(['一(1)班', 'a b c', 'Sheet3', 'x', '长'.repeat(31), 'A', 'a (2)', '𬭎'.repeat(15)])
})
