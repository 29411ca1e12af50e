import { workbookOf } from '../../../test/fixtures/sheets/make.js'
import { readRows } from './read-rows.js'
import * as normalise from './normalise.js'
import { commonReasons } from './reasons.js'
import { ok, type SheetDescription } from './sheet-description.js'
import type { Cell } from './workbook.js'

interface Person {
  code: string | null
  name: string
  phone: string | null
}
const description: SheetDescription<Person> = {
  module: import.meta.url,
  noun: 'persons',
  titleZh: '名单',
  titleEn: 'Persons',
  fields: [
    {
      name: 'group',
      titleZh: '组',
      titleEn: 'Group',
      synonyms: [],
      prefilled: true,
      normalise: (cell) => ok(cell),
    },
    { name: 'name', titleZh: '姓名', titleEn: 'Name', synonyms: [], normalise: normalise.personName },
    {
      name: 'code',
      titleZh: '编号',
      titleEn: 'Code',
      synonyms: [],
      identifies: true,
      normalise: normalise.text(9),
    },
    { name: 'phone', titleZh: '电话', titleEn: 'Phone', synonyms: [], normalise: normalise.phone },
  ],
  requiredColumns: [['name']],
  // A code that begins with X contradicts itself.
  check: (values) => (String(values.code).startsWith('X') ? [{ field: 'code', why: 'contradiction' }] : []),
  toRow: ({ code, name, phone }) => ({ code, name, phone }) as Person,
  keys: (values) => (values.code ? [{ key: values.code as string, field: 'code' }] : []),
  label: (values) => (values.name as string | undefined) ?? null,
  reasons: commonReasons,
}
const header = ['组', '姓名', '编号', '电话']
const read = (rows: Cell[][], more: Record<string, Cell[][]> = {}) =>
  readRows(workbookOf({ 甲: [header, ...rows], ...more }), description, { todayOn: '2026-09-01' })
const outcome = (rows: Cell[][], more?: Record<string, Cell[][]>) => {
  const result = read(rows, more)
  return {
    accepted: result.rows.map((row) => `${row.sheet}${row.row}`),
    refused: result.refused.map((row) => `${row.sheet}${row.row} ${row.why}`),
  }
}
const fine = '13800138000'

describe('rows that are no rows', () => {
  it('are told apart and counted', () => {
    const result = read([
      ['一', '张三', '1', fine],
      [],
      ['一', '李四', '2', fine],
      header,
      [null, null, null, null, '红'],
      ['小计', 2, null, null],
      ['二', null, null, null],
      ['合计:', null, 2, null].slice(0, 2) as Cell[],
      ['填表人：王五', null, null, '审核人：赵六'],
      ['说明：编号必填'],
    ])
    expect(result.rows.map(({ row }) => row)).toEqual([2, 4])
    expect(result.refused).toEqual([])
    expect(result.skipped).toEqual({ empty: 3, total: 2, header: 1, note: 2 })
  })
  it('do not swallow rows with an identity', () =>
    expect(
      outcome([
        ['合计', '合计', '7', fine],
        ['日期:1', '张三', '8', fine],
      ]).accepted,
    ).toEqual(['甲2', '甲3']))
  it('do not swallow a row without a name', () =>
    expect(
      outcome([
        ['一', null, '1', fine],
        [null, null, null, fine],
      ]).refused,
    ).toEqual(['甲2 name_missing', '甲3 name_missing']))
})

describe('refusals', () => {
  it('name the column and keep the raw cells; all reasons are told, the first in the order of fields', () => {
    const [refused] = read([
      ['一', '', '1', '138'],
      ['一', '李四', '2', 1.5],
    ]).refused
    expect(refused).toEqual({
      sheet: '甲',
      row: 2,
      why: 'name_missing',
      field: 'name',
      column: { index: 1, letter: 'B', title: '姓名' },
      params: {},
      cells: ['一', '', '1', '138'],
      reasons: [
        { why: 'name_missing', field: 'name', column: { index: 1, letter: 'B', title: '姓名' }, params: {} },
        {
          why: 'phone',
          field: 'phone',
          column: { index: 3, letter: 'D', title: '电话' },
          params: { problem: 'digits', digits: 3 },
        },
      ],
    })
  })
  it('of a sheet that lacks a column do not happen: the sheet is left out', () => {
    const result = read([['一', '张三', '1', fine]], {
      乙: [
        ['组', '编号'],
        ['一', '2'],
      ],
    })
    expect(result.sheets.map(({ status }) => status)).toEqual(['ready', 'columns_missing'])
    expect(result.rows).toHaveLength(1)
  })
})

describe('duplicates', () => {
  it('keep the first, across sheets, and say where it stands', () => {
    const result = read([['', '张三', '1', fine]], { 乙: [header, ['', '李四', '1', fine]] })
    expect(result.refused).toMatchObject([
      { sheet: '乙', row: 2, why: 'duplicate', column: { letter: 'C' }, params: { sheet: '甲', row: 2 } },
    ])
  })
  it('of a refused row are accepted when it is the same person, corrected', () =>
    expect(
      outcome([
        ['', '张三', '1', '138'],
        ['', '张三', '1', fine],
      ]),
    ).toEqual({ accepted: ['甲3'], refused: ['甲2 phone'] }))
  it('of a refused row are refused when it is another person', () =>
    expect(
      outcome([
        ['', '张三', '1', '138'],
        ['', '李四', '1', fine],
      ]),
    ).toEqual({ accepted: [], refused: ['甲2 phone', '甲3 duplicate'] }))
  it('of a row without a name are accepted', () =>
    expect(
      outcome([
        ['', '', '1', fine],
        ['', '李四', '1', fine],
      ]).accepted,
    ).toEqual(['甲3']))
  it('a contradiction hides behind a duplicate', () =>
    expect(
      outcome([
        ['', '张三', 'X', '138'],
        ['', '张三', 'X', fine],
      ]).refused,
    ).toEqual(['甲2 phone', '甲3 duplicate']))
  it('a third row is a duplicate of the accepted second', () =>
    expect(
      outcome([
        ['', '张三', '1', '138'],
        ['', '张三', '1', fine],
        ['', '张三', '1', fine],
      ]).refused,
    ).toEqual(['甲2 phone', '甲4 duplicate']))
})

describe('a file by a given header', () => {
  const byHeaders = (sheets: Record<string, Cell[][]>, headers: Record<string, string>[]) =>
    readRows(workbookOf(sheets), description, { todayOn: '2026-09-01', headers })
  const coded = {
    甲: [
      ['某单位', null, null],
      ['第1页', '共2页', null],
      ['P_NAME', 'P_NO', '姓名'],
      ['张三', '7', '别名'],
    ],
  }

  it('is read by the first that fits wholly, below whatever stands above it, and by nothing else', () => {
    const {
      header: found,
      rows,
      sheets,
    } = byHeaders(coded, [
      { name: 'P_NAME', code: 'P_NO', phone: 'P_TEL' },
      { name: 'p name', code: 'P_NO' },
      { name: '姓名', code: 'P_NO' },
    ])
    expect(found).toBe(1)
    expect(rows.map(({ values }) => values)).toEqual([{ name: '张三', code: '7', phone: null }])
    expect(sheets[0]).toMatchObject({ headerRow: 3, status: 'ready' })
    expect(sheets[0]!.columns.map(({ field }) => field)).toEqual(['name', 'code', null])
  })
  it('is read as usual where none fits, and so are the sheets beside the one that it fits', () => {
    const usual = { 乙: [header, ['一', '李四', '2', fine]] }
    expect(byHeaders(usual, [{ name: 'P_NAME', code: 'P_NO' }])).toMatchObject({
      header: null,
      rows: [{ values: { name: '李四' } }],
    })
    expect(
      byHeaders({ ...coded, ...usual }, [{ name: 'P_NAME', code: 'P_NO' }]).rows.map(
        ({ values }) => values.name,
      ),
    ).toEqual(['张三', '李四'])
  })
  it('may have its titles in two rows', () =>
    expect(
      byHeaders(
        {
          甲: [
            ['人员', null],
            ['P_A', 'P_B'],
            ['张三', '7'],
          ],
        },
        [{ name: '人员P_A', code: '人员P_B' }],
      ),
    ).toMatchObject({ header: 0, rows: [{ values: { name: '张三', code: '7' } }] }))
})
