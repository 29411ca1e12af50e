/** The columns of a roster (花名册的列) and the titles that schools give them. */
import { parseGrade } from '../../platform/sheets/class-name.js'
import { entryGrade } from '../../platform/sheets/entry-year.js'
import { readDate } from '../../platform/sheets/dates.js'
import type { NumberContent } from '../../platform/sheets/identifiers.js'
import * as normalise from '../../platform/sheets/normalise.js'
import {
  fault,
  noted,
  type CellContext,
  type Field,
  type Normalised,
} from '../../platform/sheets/sheet-description.js'
import { compactText } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import { guardianFields } from './guardian-columns.js'

// Their numbers have the form of a resident id; those of every other kind have none that could be checked.
const likeResidentId = /居民身份证|户口簿|居住证|^身份证$|resident/i
const otherDocument = /护照|通行证|永久居|身份证明|特区|其他|其它|出生|passport|permit|other/i

/** A resident id; a passport or permit is left out, for the child is known by the student number. Reasons as residentId. */
function documentNumber(cell: Cell, context: CellContext): Normalised<NumberContent | null> {
  const kind = compactText(context.cell('documentKind'))
  const read = normalise.residentId(cell)
  if ('value' in read) return read
  const text = compactText(cell)
  const isOther =
    (otherDocument.test(kind) && !likeResidentId.test(kind)) ||
    // Without a word about its kind: letters in front, or far fewer digits than a resident id has.
    (kind === '' && /^(?:[A-Z]{1,3}\d{6,10}(?:\(\w\))?|\d{8,10})$/i.test(text))
  return isOther && compactText(context.cell('studentNumber')) !== ''
    ? noted(null, 'left_out', { problem: 'document' })
    : read
}

/** Nothing → null: from today on. */
function inClassSince(cell: Cell, { date1904, todayOn }: CellContext): Normalised<string | null> {
  if (compactText(cell) === '') return { value: null }
  const on = readDate(cell, date1904)
  return on && on <= todayOn ? { value: on } : fault('in_class_since', { today: todayOn })
}

const leftBehindWords = {
  非留守: false,
  非留守儿童: false,
  留守: true,
  留守儿童: true,
  单亲留守: true,
  双亲留守: true,
  单亲留守儿童: true,
  双亲留守儿童: true,
  2: true,
}
const migrantWords = {
  非随迁: false,
  非随迁子女: false,
  随迁: true,
  随迁子女: true,
  进城务工人员随迁子女: true,
  外来务工人员随迁子女: true,
}

export const studentFields: readonly Field[] = [
  {
    name: 'grade',
    titleZh: '年级',
    titleEn: 'Grade',
    synonyms: ['所在年级', '就读年级', '现年级'],
    prefilled: true,
    // Only a help for reading the class: what cannot be read here is told there.
    normalise: (cell, context) => ({ value: parseGrade(cell) ?? entryGrade(cell, context)?.grade ?? null }),
  },
  {
    name: 'className',
    titleZh: '班级',
    titleEn: 'Class',
    synonyms: [
      '行政班',
      '所在班级',
      '班级名称',
      '班别',
      '现班级',
      '就读班级',
      '年级班级',
      '所属班级',
      '班',
      'home class',
    ],
    prefilled: true,
    normalise: normalise.className('className', 'grade'),
  },
  {
    name: 'name',
    titleZh: '姓名',
    titleEn: 'Name',
    synonyms: ['学生姓名', '学生', '学生名字', '名字', 'student name', 'student', 'full name'],
    normalise: normalise.personName,
  },
  {
    name: 'sex',
    titleZh: '性别',
    titleEn: 'Sex',
    synonyms: ['学生性别', 'gender'],
    normalise: normalise.sex,
  },
  {
    name: 'bornOn',
    titleZh: '出生日期',
    titleEn: 'Birth date',
    synonyms: [
      '出生年月日',
      '出生年月',
      '出生时间',
      '生日',
      '学生出生日期',
      'date of birth',
      'birthday',
      'born on',
    ],
    kind: 'date',
    normalise: normalise.birthDateOrMonth(3, 25),
  },
  {
    name: 'studentNumber',
    titleZh: '学籍号',
    titleEn: 'Student number',
    synonyms: [
      '全国学籍号',
      '学籍号码',
      '学籍主号',
      '国网学籍号',
      '全国统一学籍号',
      '学生学籍号',
      '学籍编号',
      '全国学籍主号',
      'national student number',
    ],
    weakSynonyms: ['学号', '学生编号'],
    identifies: true,
    normalise: normalise.studentNumber,
  },
  {
    name: 'residentId',
    titleZh: '身份证号',
    titleEn: 'Resident id',
    synonyms: [
      '身份证号码',
      '身份证',
      '公民身份号码',
      '身份证件号',
      '身份证件号码',
      '学生身份证号',
      '学生身份证号码',
      '公民身份证号',
      '居民身份证号',
      '居民身份证号码',
      '证件号码',
      '证件号',
    ],
    identifies: true,
    normalise: documentNumber,
  },
  {
    name: 'documentKind',
    titleZh: '证件类型',
    titleEn: 'Kind of document',
    synonyms: ['身份证件类型', '证件种类', '身份证件种类', '学生身份证件类型', 'document type'],
    // Only a help for reading the number: what cannot be read here says nothing.
    normalise: (cell) => ({ value: compactText(cell) }),
  },
  ...guardianFields(),
  {
    name: 'leftBehind',
    titleZh: '是否留守儿童',
    titleEn: 'Left-behind child',
    synonyms: [
      '留守儿童',
      '是否留守',
      '留守',
      '是否为留守儿童',
      '是否农村留守儿童',
      '农村留守儿童',
      'left behind',
    ],
    prefilled: true,
    normalise: normalise.optional(normalise.yesNo(leftBehindWords), false),
  },
  {
    name: 'migrant',
    titleZh: '是否随迁子女',
    titleEn: 'Migrant worker’s child',
    synonyms: [
      '随迁子女',
      '是否随迁',
      '随迁',
      '是否进城务工人员随迁子女',
      '进城务工人员随迁子女',
      '是否为随迁子女',
      '务工随迁子女',
      '外来务工人员随迁子女',
      '是否外来务工人员随迁子女',
      'migrant',
    ],
    prefilled: true,
    normalise: normalise.optional(normalise.yesNo(migrantWords), false),
  },
  {
    name: 'aidCategory',
    titleZh: '资助类别',
    titleEn: 'Aid category',
    synonyms: [
      '困难类别',
      '资助类型',
      '困难类型',
      '家庭困难类别',
      '家庭经济困难类别',
      '资助',
      '资助对象类别',
      '困难学生类别',
      '家庭经济困难类型',
    ],
    normalise: normalise.optional(normalise.text(40), null),
  },
  {
    name: 'inClassSince',
    titleZh: '进班日期',
    titleEn: 'In class since',
    synonyms: ['入班日期', '编班日期', '在班起始日期', 'joined class on'],
    kind: 'date',
    normalise: inClassSince,
  },
  {
    name: 'remark',
    titleZh: '备注',
    titleEn: 'Remark',
    synonyms: ['备注说明', '说明', '附注', 'remarks', 'note', 'notes'],
    normalise: normalise.optional(normalise.text(500), null),
  },
]
