import { workbookOf } from '../../../test/fixtures/sheets/make.js'
import { readRows } from '../../platform/sheets/read-rows.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import { roomKind, roomsSheet } from './rooms.sheet.js'

const read = (...rows: Cell[][]) =>
  readRows(workbookOf({ 场地: rows }), roomsSheet, { todayOn: '2026-09-01' })
const header = ['序号', '名称', '编号', '类型', '容量']

it('reads a list of rooms', () =>
  expect(
    read(
      ['场地一览'],
      header,
      [1, '舞蹈教室', 'A-301', '专用教室', '45人'],
      [2, '操场', '', '', 300.0],
      ['合计', '', '', '', 345],
    ).rows.map(({ values }) => values),
  ).toEqual([
    { name: '舞蹈教室', code: 'A-301', kind: 'other', kindText: '专用教室', capacity: 45 },
    { name: '操场', code: null, kind: 'ground', kindText: null, capacity: 300 },
  ]))
it('refuses', () =>
  expect(
    read(
      header,
      [1, '', 'A', '', 45],
      [2, '101', '', '', ''],
      [3, '102', '', '', 'many'],
      [4, '103', '', '', 0],
      [5, '104', '', '', 40],
      [6, '104', '', '', 40],
      [7, '105', 'B', '', 1],
      [8, '106', 'B', '', 1],
    ).refused.map(({ row, why }) => [row, why]),
  ).toEqual([
    [2, 'room_name_missing'],
    [3, 'capacity_missing'],
    [4, 'integer'],
    [5, 'out_of_range'],
    [7, 'duplicate'],
    [9, 'duplicate'],
  ]))
it.each([
  ['普通教室', 'x', 'classroom'],
  [null, '一(1)班教室', 'classroom'],
  [null, '篮球场', 'ground'],
  ['报告厅', 'x', 'hall'],
  [null, '体育馆', 'gymnasium'],
  [null, '计算机房', 'computer'],
  ['音乐教室', 'x', 'music'],
  [null, '科学实验室', 'laboratory'],
  [null, 'X', 'other'],
])('%s %s is %s', (text, name, kind) => expect(roomKind(text, name)).toBe(kind))
