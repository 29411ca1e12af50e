import { workbookOf } from '../../../test/fixtures/sheets/make.js'
import { readRows } from '../../platform/sheets/read-rows.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import { teachersSheet } from './teachers.sheet.js'

const header = ['工号', '姓名', '性别', '手机', '任教学科', '职务', '类别', '班主任班级']
const read = (...rows: Cell[][]) =>
  readRows(workbookOf({ 教师: rows }), teachersSheet, { todayOn: '2026-09-01' })

it('reads a staff list', () =>
  expect(
    read(
      ['教师名册'],
      header,
      [1001, '王 老师', '女', 13800138000, '语文、道法', '年级组长', '在编', '一年级3班'],
      ['合计', 1],
    ).rows,
  ).toMatchObject([
    {
      sheet: '教师',
      row: 3,
      values: {
        staffNumber: '1001',
        name: '王老师',
        sex: 'female',
        phone: '13800138000',
        subjects: ['语文', '道法'],
        position: '年级组长',
        kind: 'staff',
        homeClass: { grade: 1, number: 3, name: '一(3)班' },
      },
    },
  ]))
it.each([
  ['外聘', 'external'],
  ['编外', 'external'],
  ['正式在编', 'staff'],
  ['', 'staff'],
  ['否', 'external'],
  ['非在编', 'external'],
])('the kind %s is %s', (kind, expected) =>
  expect(read(header, [null, '王老师', null, null, null, null, kind]).rows[0]?.values.kind).toBe(expected),
)
it('needs no more than names', () =>
  expect(read(['教师姓名', '学科'], ['王老师', '体育']).rows[0]?.values).toMatchObject({
    name: '王老师',
    staffNumber: null,
    phone: null,
    homeClass: null,
    kind: 'staff',
  }))
it('refuses', () =>
  expect(
    read(
      header,
      ['1', '', '女', '13800138000'],
      ['2', '王老师', '女', '138'],
      ['3', '李老师', '', '13800138001', '', '', '志同道合'],
      ['4', '赵老师', '', '', '', '', '', '校长室'],
      ['5', '钱老师'],
      ['5', '孙老师'],
      ['6', '周老师', '', '13800138009'],
      ['7', '吴老师', '', '13800138009'],
      ['', '郑老师'],
      ['', '郑老师'],
    ).refused.map(({ row, why, column }) => [row, why, column?.title]),
  ).toEqual([
    [2, 'name_missing', '姓名'],
    [3, 'phone', '手机'],
    [4, 'teacher_kind', '类别'],
    [5, 'class_unknown', '班主任班级'],
    [7, 'duplicate', '工号'],
    [9, 'duplicate', '手机'],
    [11, 'duplicate', '姓名'],
  ]))
