// A roster of invented children as schools keep it: title, note, header, faults, a total row. Codes of an unassigned area.
import * as XLSX from '@e965/xlsx'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigit = (body) =>
  '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index], 0) % 11]
const names = [
  '王雨桐',
  '李浩然',
  '张若曦',
  '刘思远',
  '陈一诺',
  '杨欣怡',
  '赵俊熙',
  '黄诗涵',
  '周宇航',
  '吴佳宁',
  '徐晨曦',
  '孙博文',
]

/** Four classes of twelve children; two rows are wrong: a phone of ten digits and a number with a wrong check digit. */
export function rosterFile() {
  const rows = [
    ['2026年秋季学期一年级学生花名册'],
    ['填表说明：学籍号为19位；电话为11位手机号。'],
    ['序号', '班级', '姓名', '性别', '出生日期', '学籍号', '监护人1姓名', '关系1', '监护人1电话'],
  ]
  for (let index = 0; index < 48; index += 1) {
    const bornOn = `2020${String(1 + (index % 8)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}`
    const body = `149901${bornOn}${String(100 + index)}`
    const number = `G${body}${index === 20 ? (checkDigit(body) === '1' ? '2' : '1') : checkDigit(body)}`
    const phone = index === 9 ? '1380013800' : `1990000${String(1000 + index)}`
    rows.push([
      index + 1,
      index === 3 ? '一年级1班' : `一(${1 + Math.floor(index / 12)})班`,
      names[index % 12],
      (100 + index) % 2 ? '男' : '女',
      bornOn,
      number,
      `${names[index % 12][0]}家长`,
      '母亲',
      phone,
    ])
  }
  rows.push(['合计', '', 48])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '一年级')
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}

/** One child in each of the 24 classes of a primary school, there since the first day of the term. */
export function wholeSchoolFile() {
  const rows = [['班级', '姓名', '性别', '学籍号', '进班日期']]
  for (let index = 0; index < 24; index += 1) {
    const grade = 1 + Math.floor(index / 4)
    const body = `149902${2020 - grade + 1}0301${String(100 + index)}`
    rows.push([
      `${'一二三四五六'[grade - 1]}(${1 + (index % 4)})班`,
      names[index % 12],
      (100 + index) % 2 ? '男' : '女',
      `G${body}${checkDigit(body)}`,
      '2026-09-01',
    ])
  }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '全校')
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}
