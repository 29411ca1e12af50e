/** How a student roster (学生花名册) looks in a sheet: its columns, what makes a row wrong, and the row that comes out. */
import type { ClassName } from '../../platform/sheets/class-name.js'
import { parseClassName, parseGrade } from '../../platform/sheets/class-name.js'
import type { NumberContent, Sex } from '../../platform/sheets/identifiers.js'
import * as normalise from '../../platform/sheets/normalise.js'
import { commonReasons } from '../../platform/sheets/reasons.js'
import type { Fault, Field, SheetDescription } from '../../platform/sheets/sheet-description.js'

/** At least one of `name` and `phone` is there; `relation` as written (母亲, 祖父 …), ≤ 20 characters. */
export interface GuardianRow {
  name: string | null
  relation: string | null
  phone: string | null
}

/**
 * `bornOn` 'YYYY-MM-DD' and `sex` come from the number where the sheet has none; `studentNumber` is 19 characters,
 * G + resident id where the sheet has only the latter; `aidCategory` (资助类别) as written or null.
 */
export interface StudentRow {
  className: ClassName
  name: string
  sex: Sex
  bornOn: string
  studentNumber: string
  residentId: string | null
  guardians: GuardianRow[]
  leftBehind: boolean
  migrant: boolean
  aidCategory: string | null
  remark: string | null
}

const guardianSlots = 4
const ordinals = ['1一', '2二', '3三', '4四']
const person = '(?:法定)?(?:监护人|家长|联系人|家庭成员|家庭成员或监护人|成员)'
const parts = {
  Name: {
    zh: '姓名',
    en: 'name',
    words: '(?:的)?(?:姓名|名字|名称)',
    single: ['监护人', '家长', '法定监护人'],
  },
  Relation: {
    zh: '关系',
    en: 'relation',
    words: '(?:的)?(?:关系|与学生关系|与本人关系|与学生的关系|与被监护人关系|称谓|身份)',
    single: ['关系', '与学生关系', '与本人关系', '与学生的关系', '称谓'],
  },
  Phone: {
    zh: '电话',
    en: 'phone',
    words: '(?:的)?(?:联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|移动电话)',
    single: [
      '联系电话',
      '手机号',
      '手机号码',
      '手机',
      '电话',
      '电话号码',
      '联系方式',
      '家庭电话',
      '移动电话',
    ],
  },
} as const
type Part = keyof typeof parts

const slotField = (slot: number, part: Part) => `guardian${slot}${part}`

function titlesOfSlot(slot: number, part: Part): (string | RegExp)[] {
  const n = `(?:第)?[${ordinals[slot - 1]}]`
  const { words } = parts[part]
  const titles: (string | RegExp)[] = [
    new RegExp(
      `${person}${n}${words}|${n}${person}${words}|${person}${words}${n}|${words}${n}|guardian ?${slot} ?${parts[part].en}`.replaceAll(
        ' ?',
        '',
      ),
    ),
  ]
  if (part === 'Name') titles.push(new RegExp(`${person}${n}|${n}${person}`))
  return titles
}

const normaliserOf = { Name: normalise.optionalName, Relation: normalise.text(20), Phone: normalise.phone }

function guardianFields(): Field[] {
  const numbered = Array.from({ length: guardianSlots }, (_, i) => i + 1).flatMap((slot) =>
    (Object.keys(parts) as Part[]).map((part): Field => ({
      name: slotField(slot, part),
      titleZh: `监护人${slot}${parts[part].zh}`,
      titleEn: `Guardian ${slot} ${parts[part].en}`,
      synonyms: titlesOfSlot(slot, part),
      weakSynonyms: slot === 1 ? [...parts[part].single, new RegExp(`${person}${parts[part].words}`)] : [],
      repeatedAs: slot < guardianSlots ? slotField(slot + 1, part) : undefined,
      normalise: normaliserOf[part],
    })),
  )
  const parents = (['father', 'mother'] as const).flatMap((who) =>
    (['Name', 'Phone'] as const).map((part): Field => {
      const zh = who === 'father' ? '父亲' : '母亲'
      const short = who === 'father' ? '(?:父亲|爸爸|父)' : '(?:母亲|妈妈|母)'
      const title = new RegExp(
        part === 'Name' ? `${short}(?:的)?(?:姓名|名字)|${zh}` : `${short}${parts.Phone.words}`,
      )
      return {
        name: who + part,
        titleZh: zh + parts[part].zh,
        titleEn: `${who === 'father' ? 'Father' : 'Mother'} ${parts[part].en}`,
        synonyms: [title],
        normalise: normaliserOf[part],
      }
    }),
  )
  return [...numbered, ...parents]
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

const fields: readonly Field[] = [
  {
    name: 'grade',
    titleZh: '年级',
    titleEn: 'Grade',
    synonyms: ['所在年级', '就读年级', '现年级'],
    prefilled: true,
    // Only a help for reading the class: what cannot be read here is told there.
    normalise: (cell) => ({ value: parseGrade(cell) }),
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
    normalise: normalise.birthDate(3, 25),
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
    normalise: normalise.residentId,
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
    normalise: normalise.yesNo(leftBehindWords),
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
    normalise: normalise.yesNo(migrantWords),
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
    normalise: normalise.text(40),
  },
  {
    name: 'remark',
    titleZh: '备注',
    titleEn: 'Remark',
    synonyms: ['备注说明', '说明', '附注', 'remarks', 'note', 'notes'],
    normalise: normalise.text(500),
  },
]

type Values = Record<string, unknown>

function guardiansOf(values: Values): GuardianRow[] {
  const read = (name: string, relation: string | null, phone: string): GuardianRow => ({
    name: (values[name] as string | null) ?? null,
    relation,
    phone: (values[phone] as string | null) ?? null,
  })
  const all = [
    ...Array.from({ length: guardianSlots }, (_, i) =>
      read(
        slotField(i + 1, 'Name'),
        (values[slotField(i + 1, 'Relation')] as string | null) ?? null,
        slotField(i + 1, 'Phone'),
      ),
    ),
    read('fatherName', '父亲', 'fatherPhone'),
    read('motherName', '母亲', 'motherPhone'),
  ].filter(({ name, phone }) => name !== null || phone !== null)
  const seen = new Set<string>()
  return all.filter((guardian) => {
    const key = guardianKey(guardian)
    // A bare 联系电话 beside 父亲电话 with the same number is the father's again.
    const again =
      guardian.name === null && all.some(({ name, phone }) => name !== null && phone === guardian.phone)
    return !again && !seen.has(key) && seen.add(key)
  })
}

const guardianKey = ({ name, phone }: GuardianRow) => JSON.stringify([name, phone])

/** The person's content: of the number, else of the id; an L number holds no sex. */
function numberOf(values: Values): NumberContent | null {
  const stated = values.studentNumber as NumberContent | null | undefined
  const id = values.residentId as NumberContent | null | undefined
  return stated ?? (id ? { ...id, number: `G${id.number}` } : null)
}

function check(values: Values): Fault[] {
  const sex = values.sex as Sex | null
  const bornOn = values.bornOn as string | null
  const studentNumber = values.studentNumber as NumberContent | null
  const residentId = values.residentId as NumberContent | null
  const faults: Fault[] = []
  if (values.grade && values.grade !== (values.className as ClassName).grade)
    faults.push({ field: 'className', why: 'class_contradicts_grade' })
  if (!studentNumber && !residentId) faults.push({ field: 'studentNumber', why: 'number_missing' })
  const inside = [studentNumber, residentId].filter((content) => content !== null)
  if (sex && inside.some((content) => content.sex !== null && content.sex !== sex))
    faults.push({ field: 'sex', why: 'sex_contradicts_number' })
  if (!sex && inside.length > 0 && inside.every((content) => content.sex === null))
    faults.push({ field: 'sex', why: 'sex_missing' })
  if (bornOn && inside.some((content) => content.bornOn !== bornOn))
    faults.push({ field: 'bornOn', why: 'birth_date', params: { problem: 'contradicts' } })
  if (
    studentNumber?.number.startsWith('G') &&
    residentId &&
    studentNumber.number.slice(1) !== residentId.number
  ) {
    faults.push({ field: 'residentId', why: 'id_contradicts_number' })
  }
  return faults
}

/** Called for rows without faults only: a number is there, and a sex in the sheet or in a number. */
function toRow(values: Values): StudentRow {
  const content = numberOf(values)!
  const residentId = values.residentId as NumberContent | null
  return {
    className: values.className as ClassName,
    name: values.name as string,
    sex: ((values.sex as Sex | null) ?? content.sex ?? residentId?.sex)!,
    bornOn: (values.bornOn as string | null) ?? content.bornOn,
    studentNumber: content.number,
    residentId: residentId?.number ?? null,
    guardians: guardiansOf(values),
    leftBehind: values.leftBehind as boolean,
    migrant: values.migrant as boolean,
    aidCategory: values.aidCategory as string | null,
    remark: values.remark as string | null,
  }
}

/** Reasons are told in the order class, name, sex, birth date, number, guardians, others; then duplicate; then contradictions. */
export const studentsSheet: SheetDescription<StudentRow> = {
  module: import.meta.url,
  noun: 'students',
  titleZh: '学生花名册',
  titleEn: 'Student roster',
  fields,
  requiredColumns: [['className'], ['name'], ['studentNumber', 'residentId']],
  givenBySheetName: (field, sheetName) => field === 'className' && parseClassName(sheetName) !== null,
  toRow,
  check,
  keys: (values) => {
    const content = numberOf(values)
    return content
      ? [{ key: `number ${content.number}`, field: values.studentNumber ? 'studentNumber' : 'residentId' }]
      : []
  },
  label: (values) => (values.name as string | undefined) ?? null,
  reasons: {
    ...commonReasons,
    class_contradicts_grade: {
      zh: '班级与“年级”列不一致。请核对哪一个写错。',
      en: 'the class contradicts the grade column. Check which is wrong.',
    },
    other_school: {
      zh: '这个学籍号已登记在另一所学校。请核对号码；确属转学的，请先由原学校办理转出。',
      en: 'this student number is registered at another school. Check the number; for a transfer the former school must release the student first.',
    },
    number_missing: {
      zh: '没有填学籍号。请补填；没有学籍号的可填身份证号。',
      en: 'the student number is missing. Fill it in, or the resident id instead.',
    },
    sex_missing: { zh: '没有填性别。请补填。', en: 'the sex is missing. Please fill it in.' },
    sex_contradicts_number: {
      zh: '性别与学籍号或身份证号中的性别不一致。请核对哪一个写错。',
      en: 'the sex contradicts the one inside the number. Check which is wrong.',
    },
    'birth_date.contradicts': {
      zh: '出生日期与学籍号或身份证号中的日期不一致。请核对哪一个写错。',
      en: 'the birth date contradicts the one inside the number. Check which is wrong.',
    },
    id_contradicts_number: {
      zh: '身份证号与学籍号（G 后的 18 位）不一致。请核对哪一个写错。',
      en: 'the resident id contradicts the student number (18 characters after G). Check which is wrong.',
    },
  },
}

/** Different guardians in accepted rows: one for each pair of name and phone. */
export function countGuardians(rows: readonly Pick<StudentRow, 'guardians'>[]): number {
  return new Set(rows.flatMap((row) => row.guardians.map(guardianKey))).size
}
