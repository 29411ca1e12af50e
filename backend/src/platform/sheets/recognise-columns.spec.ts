import { workbookOf, xlsxOf } from '../../../test/fixtures/sheets/make.js'
import { readWorkbook } from './read-workbook.js'
import { headerForm, recogniseColumns } from './recognise-columns.js'
import { commonReasons } from './reasons.js'
import { ok, type Field, type SheetDescription } from './sheet-description.js'
import type { Workbook } from './workbook.js'

const field = (
  name: string,
  titleZh: string,
  synonyms: (string | RegExp)[] = [],
  more: Partial<Field> = {},
): Field => ({
  name,
  titleZh,
  titleEn: name,
  synonyms,
  normalise: (cell) => ok(cell),
  ...more,
})
const description: SheetDescription<unknown> = {
  module: import.meta.url,
  noun: 'persons',
  titleZh: '名单',
  titleEn: 'Persons',
  fields: [
    field('name', '姓名', ['学生姓名']),
    field('class', '班级'),
    field('number', '学籍号', [], { weakSynonyms: ['学号'] }),
    field('phone1', '监护人1电话', [], { weakSynonyms: ['电话', /家长(?:联系)?电话/], repeatedAs: 'phone2' }),
    field('phone2', '监护人2电话'),
  ],
  requiredColumns: [['name'], ['class']],
  givenBySheetName: (name, sheetName) => name === 'class' && sheetName.endsWith('班'),
  check: () => [],
  toRow: (values) => values,
  keys: () => [],
  label: () => null,
  reasons: commonReasons,
}
const found = (workbook: Workbook, mapping = {}) =>
  recogniseColumns(workbook, description, mapping).map(({ status, headerRow, columns }) => ({
    status,
    headerRow,
    fields: columns.map((column) => column.field),
  }))
const one = (rows: (string | number | null)[][], mapping = {}) =>
  found(workbookOf({ 名单: rows }), mapping)[0]

describe('headerForm', () => {
  it.each([
    ['* 姓 名 ', '姓名'],
    ['姓名（必填）', '姓名'],
    ['姓名*', '姓名'],
    ['学籍号(19位)', '学籍号'],
    ['Name', 'name'],
    ['姓名:', '姓名'],
    ['姓\n名', '姓名'],
    ['（备注）', '(备注)'],
  ])('%j is %s', (title, form) => expect(headerForm(title)).toBe(form))
})

describe('recogniseColumns', () => {
  it('finds the header under titles and explanations, in any column order, among unknown columns', () =>
    expect(
      one([
        ['2026年秋季花名册'],
        ['填表说明：姓名、班级必填。'],
        [null],
        ['序号', '班级', '血型', '学生姓名', '家长联系电话'],
        [1, '一(1)班', 'A', '张三', '13800138000'],
      ]),
    ).toEqual({
      status: 'ready',
      headerRow: 4,
      fields: [null, 'class', null, 'name', 'phone1'],
    }))
  it('takes the second of the same title for the next guardian', () =>
    expect(one([['姓名', '班级', '电话', '电话', '电话']])?.fields).toEqual([
      'name',
      'class',
      'phone1',
      'phone2',
      null,
    ]))
  it('never pushes a numbered title aside for a general one', () =>
    expect(one([['电话', '姓名', '班级', '监护人1电话', '监护人2电话']])?.fields).toEqual([
      null,
      'name',
      'class',
      'phone1',
      'phone2',
    ]))
  it('takes a weak title only when no better one is there', () => {
    expect(one([['姓名', '班级', '学号']])?.fields).toEqual(['name', 'class', 'number'])
    expect(one([['姓名', '班级', '学号', '学籍号']])?.fields).toEqual(['name', 'class', null, 'number'])
  })
  it('reads a header of two rows, with and without merged cells', () => {
    const rows = [
      ['名单'],
      ['班级', '姓名', '监护人1', null, '监护人2', null],
      [null, null, '姓名', '电话', '姓名', '电话'],
      ['一(1)班', '甲', '乙', '1', '丙', '2'],
    ]
    const expected = {
      status: 'ready',
      headerRow: 3,
      fields: ['class', 'name', null, 'phone1', null, 'phone2'],
    }
    const merged = readWorkbook(
      xlsxOf({ 名单: rows }, { 名单: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'] }),
      'a.xlsx',
    )
    expect(found(merged)).toEqual([expected])
    expect(one(rows)).toEqual(expected)
  })
  it('leaves sheets of text, empty and hidden sheets', () => {
    const workbook = workbookOf({
      名单: [
        ['姓名', '班级'],
        ['甲', '一(1)班'],
      ],
      填写说明: [['本表由班主任填写'], ['姓名：与户口本一致']],
      空: [],
    })
    workbook.sheets.push({ ...workbook.sheets[0]!, name: '选项', hidden: true })
    expect(found(workbook).map(({ status }) => status)).toEqual(['ready', 'no_header', 'empty', 'hidden'])
  })
  it('says what is missing, and lets the name of the sheet stand for the class', () => {
    const workbook = workbookOf({ Sheet1: [['姓名', '电话']], '一(1)班': [['姓名', '电话']] })
    expect(
      recogniseColumns(workbook, description).map(({ status, missing }) => ({ status, missing })),
    ).toEqual([
      { status: 'columns_missing', missing: [['class']] },
      { status: 'ready', missing: [] },
    ])
  })
  it('gives samples', () =>
    expect(
      recogniseColumns(
        workbookOf({
          a: [
            ['姓名', '班级'],
            ['甲', null],
            ['乙', 'x'],
            ['丙', null],
            ['丁', null],
          ],
        }),
        description,
      )[0]!.columns.map(({ samples }) => samples),
    ).toEqual([['甲', '乙', '丙'], ['x']]))
  it('is overruled by a mapping', () => {
    expect(one([['姓名', '班级', '曾用名']], { 名单: { 0: null, 2: 'name' } })?.fields).toEqual([
      null,
      'class',
      'name',
    ])
    expect(one([['姓名', '班级', '曾用名']], { 名单: { 2: 'name' } })?.fields).toEqual([
      null,
      'class',
      'name',
    ])
    expect(
      one(
        [
          ['孩子', '所属'],
          ['甲', '一(1)班'],
        ],
        { 名单: { 0: 'name', 1: 'class' } },
      ),
    ).toEqual({ status: 'ready', headerRow: 1, fields: ['name', 'class'] })
    expect(one([['姓名', '班级']], { 别的表: { 0: null } })?.fields).toEqual(['name', 'class'])
    expect(() => one([['姓名', '班级']], { 名单: { 0: 'nonsense' } })).toThrow(RangeError)
  })
})
