import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import {
  csvOf,
  gb18030,
  sheetXml,
  xlsOf,
  xlsxAround,
  xlsxOf,
  zipOf,
} from '../../../test/fixtures/sheets/make.js'
import { readWorkbook } from './read-workbook.js'
import { Sentences } from '../sentences.js'
import { UnreadableSheet, unreadableTexts } from './unreadable-sheet.js'
import type { ReadLimits } from './workbook.js'

const codeOf = (bytes: Buffer, fileName = 'a.xlsx', limits?: Partial<ReadLimits>): string => {
  try {
    readWorkbook(bytes, fileName, limits)
    return 'read'
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    expect(new Sentences(unreadableTexts).say(error, 'zh')).not.toMatch(/[{}]/)
    return error.code
  }
}
const rows = [['姓名', '电话'], ['王𬭎', 13800138000], [], ['古丽娜尔·买买提', '1,"2"']]
const read = [
  { row: 1, cells: ['姓名', '电话'] },
  { row: 2, cells: ['王𬭎', 13800138000] },
  { row: 4, cells: ['古丽娜尔·买买提', '1,"2"'] },
]
const asText = read.map(({ row, cells }) => ({ row, cells: cells.map(String) }))
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('what schools send', () => {
  it('.xlsx', () =>
    expect(readWorkbook(xlsxOf({ 一年级: rows }), 'a.xlsx')).toMatchObject({
      kind: 'xlsx',
      date1904: false,
      sheets: [{ name: '一年级', rows: read, lastRow: 4 }],
    }))
  it('.xls', () =>
    expect(readWorkbook(xlsOf({ 一年级: rows }), 'a.xls')).toMatchObject({
      kind: 'xls',
      sheets: [{ name: '一年级', rows: read }],
    }))
  it.each([
    ['UTF-8', Buffer.from(csvOf(rows))],
    ['UTF-8 with a mark', Buffer.from('\ufeff' + csvOf(rows))],
    ['GB18030', gb18030(csvOf(rows))],
    ['UTF-16 little', Buffer.from('\ufeff' + csvOf(rows, '\t'), 'utf16le')],
    ['UTF-16 big', utf16be('\ufeff' + csvOf(rows))],
    ['UTF-16 without a mark', Buffer.from(csvOf(rows), 'utf16le')],
    ['semicolons', Buffer.from(csvOf(rows, ';'))],
    ['tabs', Buffer.from(csvOf(rows, '\t'))],
    ['a separator stated', Buffer.from('sep=|\r\n' + csvOf(rows, '|'))],
  ])('.csv in %s', (name, bytes) => {
    const { sheets, kind } = readWorkbook(bytes, '目录/名单.2026.csv')
    const shift = name === 'a separator stated' ? 1 : 0
    expect(kind).toBe('csv')
    expect(sheets[0]!.name).toBe('名单.2026')
    expect(sheets[0]!.rows).toEqual(asText.map((line) => ({ ...line, row: line.row + shift })))
  })
  it('line breaks inside quotes are no rows, formulas around digits no formulas', () =>
    expect(readWorkbook(Buffer.from('a,b\n"x\ny",="0123"\nz,""'), 'a.csv').sheets[0]!.rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['x\ny', '0123'] },
      { row: 3, cells: ['z', null] },
    ]))
  it('goes by content, not by name', () => {
    expect(readWorkbook(xlsxOf({ a: rows }), 'a.csv').kind).toBe('xlsx')
    expect(readWorkbook(Buffer.from(csvOf(rows)), 'a.xls').kind).toBe('csv')
  })
  it('keeps what a cell is: number, text, yes, error', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="inlineStr"><is><t>0012</t></is></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>1+1</f><v>x</v></c></row>',
    )
    expect(readWorkbook(xlsxAround(sheet), 'a.xlsx').sheets[0]!.rows[0]!.cells).toEqual([
      1.5,
      '0012',
      true,
      '#N/A',
      'x',
    ])
  })
  it('keeps rare characters written as references', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&#183118;&#x2CB4E;&#23376;</t></is></c></row>',
    )
    expect(readWorkbook(xlsxAround(sheet), 'a.xlsx').sheets[0]!.rows[0]!.cells).toEqual(['𬭎𬭎子'])
  })
  it('tells the 1904 system', () => {
    const sheet = sheetXml('<row r="1"><c r="A1"><v>42488</v></c></row>')
    expect(readWorkbook(xlsxAround(sheet, [], '<workbookPr date1904="1"/>'), 'a.xlsx')).toMatchObject({
      date1904: true,
      sheets: [{ rows: [{ cells: [42488] }] }],
    })
  })
  it('writes a cell merged downwards into its rows', () => {
    const book = xlsxOf(
      {
        a: [
          ['班级', '姓名'],
          ['一(1)班', '甲'],
          [null, '乙'],
          [null, '丙'],
          [null, '丁'],
        ],
      },
      { a: ['A2:A4'] },
    )
    expect(readWorkbook(book, 'a.xlsx').sheets[0]!.rows.map(({ cells }) => cells[0])).toEqual([
      '班级',
      '一(1)班',
      '一(1)班',
      '一(1)班',
      null,
    ])
  })
  it('knows hidden sheets', () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['a']]), '名单')
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['b']]), '选项')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] }
    expect(
      readWorkbook(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }), 'a.xlsx').sheets.map(
        ({ hidden }) => hidden,
      ),
    ).toEqual([false, true])
  })
})

describe('what cannot be read', () => {
  it('nothing at all', () => {
    expect(codeOf(Buffer.alloc(0))).toBe('sheets.empty')
    expect(codeOf(Buffer.from(' \r\n,,,\r\n'), 'a.csv')).toBe('sheets.empty')
    expect(codeOf(xlsxOf({ a: [], b: [[' ']] }))).toBe('sheets.empty')
  })
  it('too large', () =>
    expect(codeOf(Buffer.from('a,b\n'.repeat(100)), 'a.csv', { fileBytes: 399 })).toBe('sheets.too_large'))
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a drawing', Buffer.from('<svg xmlns="x"/>')],
    ['an archive of something else', zipOf([{ name: 'a.txt', content: 'hello' }])],
    ['an empty archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    [
      'a text document',
      zipOf([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
    ],
    ['zeros', Buffer.alloc(4096)],
  ])('%s', (_, bytes) => expect(codeOf(bytes)).toBe('sheets.not_a_sheet'))
  it.each(['html.xls', 'page.htm'])('a web page named %s, told as what it is', (fileName) => {
    for (const page of [
      '<!DOCTYPE html><html><table>',
      '\ufeff<html xmlns:x="x"><body>',
      '<table><tr>',
      'MIME-Version: 1.0\n',
    ])
      expect(codeOf(Buffer.from(page), fileName)).toBe('sheets.web_page')
  })
  it('an unknown encoding', () =>
    expect(codeOf(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'a.csv')).toBe('sheets.unknown_encoding'))
  it('an open quote', () =>
    expect(codeOf(Buffer.from('a,b\n"c,d\ne,f'), 'a.csv')).toBe('sheets.unclosed_quote'))
  it('a file cut short', () => {
    const xlsx = xlsxOf({ a: rows })
    const xls = xlsOf({ a: Array.from({ length: 500 }, (_, i) => [`姓名${i}`, i]) })
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(codeOf(xlsx.subarray(0, Math.floor(xlsx.length * part)))).toBe('sheets.truncated')
      // The last sector of an .xls is filler: what is lost there is no loss.
      if (part < 0.99)
        expect(codeOf(xls.subarray(0, Math.floor(xls.length * part)), 'a.xls')).toBe('sheets.truncated')
    }
    expect(codeOf(Buffer.from('PK\x03'))).toBe('sheets.truncated')
  })
  it('a damaged byte', () => {
    const bytes = Buffer.from(xlsxOf({ a: Array.from({ length: 200 }, (_, i) => [`甲${i}`]) }))
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 120
    bytes[at] = bytes[at]! ^ 0xff
    expect(codeOf(bytes)).toBe('sheets.truncated')
  })
  it('a password', () => {
    const locked = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(locked, '/EncryptionInfo', Buffer.alloc(64))
    XLSX.CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(5000, 7))
    expect(codeOf(Buffer.from(XLSX.CFB.write(locked, { type: 'buffer' }) as Buffer))).toBe('sheets.encrypted')
    expect(codeOf(zipOf([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]))).toBe('sheets.encrypted')
    const old = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(
      old,
      '/Workbook',
      Buffer.concat([
        Buffer.from('0908040000060500', 'hex'),
        Buffer.from('2f000600000000000000', 'hex'),
        Buffer.from('0a000000', 'hex'),
      ]),
    )
    expect(codeOf(Buffer.from(XLSX.CFB.write(old, { type: 'buffer' }) as Buffer), 'a.xls')).toBe(
      'sheets.encrypted',
    )
  })
  it('another compound document', () => {
    const word = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(word, '/WordDocument', Buffer.alloc(5000, 7))
    expect(codeOf(Buffer.from(XLSX.CFB.write(word, { type: 'buffer' }) as Buffer), 'a.xls')).toBe(
      'sheets.not_a_sheet',
    )
  })
})

describe('hostile archives', () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024)
  it('a bomb is refused before it goes off', () => {
    const bomb = xlsxAround(sheetXml(''), [{ name: 'xl/media/a.xml', content: zeros }])
    const before = process.memoryUsage().rss
    expect(codeOf(bomb)).toBe('sheets.zip_bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024)
  })
  it('a bomb that states a small size is stopped while it inflates', () =>
    expect(codeOf(zipOf([{ name: 'xl/workbook.xml', content: zeros, says: 1000 }]))).toBe('sheets.zip_bomb'))
  it('a large stated size alone is enough', () =>
    expect(codeOf(zipOf([{ name: 'xl/workbook.xml', content: 'x', says: 0xfffffff0 }]))).toBe(
      'sheets.zip_bomb',
    ))
  it('too many entries', () =>
    expect(
      codeOf(zipOf(Array.from({ length: 30 }, (_, i) => ({ name: `${i}`, content: '' }))), 'a.xlsx', {
        entries: 20,
      }),
    ).toBe('sheets.zip_bomb'))
  it('the same part twice', () => {
    const twice = [
      { name: 'xl/workbook.xml', content: '<a/>' },
      { name: 'xl/workbook.xml', content: '<b/>' },
    ]
    expect(codeOf(zipOf(twice))).toBe('sheets.truncated')
  })
  it('entities are never expanded', () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
      sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&f;</t></is></c></row>')
    expect(codeOf(xlsxAround(laughs))).toBe('sheets.not_a_sheet')
  })
  it('a range that lies costs nothing', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="1048576"><c r="B1048576"><v>7</v></c></row>',
      'A1:XFD1048576',
    )
    expect(readWorkbook(xlsxAround(sheet), 'a.xlsx').sheets[0]).toMatchObject({
      rows: [
        { row: 1, cells: ['姓名'] },
        { row: 1048576, cells: [null, 7] },
      ],
      lastRow: 1048576,
    })
  })
  it('formats without content cost nothing', () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/><c r="B${i + 2}" s="1"></c></row>`,
    ).join('')
    const sheet = sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>${empty}`)
    expect(readWorkbook(xlsxAround(sheet), 'a.xlsx').sheets[0]!.rows).toHaveLength(1)
  })
  it('too many rows, columns, cells, sheets', () => {
    const many = Array.from({ length: 30 }, (_, i) => [i, i])
    for (const [bytes, name] of [
      [xlsxOf({ a: many }), 'a.xlsx'],
      [xlsOf({ a: many }), 'a.xls'],
      [Buffer.from(csvOf(many)), 'a.csv'],
    ] as const) {
      expect(codeOf(bytes, name, { rows: 29 })).toBe('sheets.too_many_rows')
      expect(codeOf(bytes, name, { columns: 1 })).toBe('sheets.too_many_columns')
      expect(codeOf(bytes, name, { rows: 30, columns: 2, cells: 60 })).toBe('read')
    }
    expect(codeOf(xlsxOf({ a: many }), 'a.xlsx', { cells: 59 })).toBe('sheets.too_many_cells')
    expect(codeOf(Buffer.from(csvOf(many)), 'a.csv', { cells: 59 })).toBe('sheets.too_many_cells')
    expect(codeOf(xlsxOf({ a: many, b: many }), 'a.xlsx', { sheets: 1 })).toBe('sheets.too_many_sheets')
  })
})

describe('junk', () => {
  // The library tells the console about records that it does not know.
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => {}))
  afterAll(() => jest.restoreAllMocks())
  const fine = [xlsxOf({ 一年级: rows }), xlsOf({ 一年级: rows }), gb18030(csvOf(rows))]
  it('of any kind throws nothing else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => void codeOf(Buffer.from(bytes))))
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'姓",;\n\r\t\ufeff '), maxLength: 200 }),
        (text) => void codeOf(Buffer.from(text)),
      ),
    )
  })
  it('after a good beginning throws nothing else', () => {
    const change = fc.record({
      file: fc.constantFrom(...fine),
      changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
    })
    fc.assert(
      fc.property(change, ({ file, changes }) => {
        const bytes = Buffer.from(file)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        codeOf(bytes)
      }),
      { numRuns: 300 },
    )
  })
})
