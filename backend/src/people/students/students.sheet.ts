/** How a student roster (学生花名册) looks in a sheet: its columns, what makes a row wrong, and the row that comes out. */
import type { ClassName } from '../../platform/sheets/class-name.js'
import { parseClassName } from '../../platform/sheets/class-name.js'
import type { NumberContent, Sex } from '../../platform/sheets/identifiers.js'
import { commonReasons } from '../../platform/sheets/reasons.js'
import type { Fault, SheetDescription } from '../../platform/sheets/sheet-description.js'
import { type GuardianRow, guardiansOf } from './guardian-columns.js'
import { studentFields } from './student-columns.js'

export { countGuardians } from './guardian-columns.js'

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
  /** The first day in the class, where the sheet says it. */
  inClassSince: string | null
}

type Values = Record<string, unknown>

/** The person's content: of the number, else of the id; an L number holds no sex. */
function numberOf(values: Values): NumberContent | null {
  const stated = values.studentNumber as NumberContent | null | undefined
  const id = values.residentId as NumberContent | null | undefined
  return stated ?? (id ? { ...id, number: `G${id.number}` } : null)
}

/** A date with itself, a year and month ('2019-09', several with a bar between) with every day of it. */
const agrees = (stated: string, bornOn: string) => stated.split('|').some((one) => bornOn.startsWith(one))

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
  if (bornOn && inside.some((content) => !agrees(bornOn, content.bornOn)))
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
    // Where the sheet has but a year and a month, the number tells the day; where both have one, they agree.
    bornOn: content.bornOn,
    studentNumber: content.number,
    residentId: residentId?.number ?? null,
    guardians: guardiansOf(values),
    leftBehind: values.leftBehind as boolean,
    migrant: values.migrant as boolean,
    aidCategory: values.aidCategory as string | null,
    remark: values.remark as string | null,
    inClassSince: values.inClassSince as string | null,
  }
}

/** Reasons are told in the order class, name, sex, birth date, number, guardians, others; then duplicate; then contradictions. */
export const studentsSheet: SheetDescription<StudentRow> = {
  module: import.meta.url,
  noun: 'students',
  titleZh: '学生花名册',
  titleEn: 'Student roster',
  fields: studentFields,
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
    in_class_since: {
      zh: '进班日期不对。请写成 2026-09-01，不能晚于今天（{today}）。',
      en: 'the day of joining the class is wrong. Write it like 2026-09-01, today ({today}) at the latest.',
    },
    day_before_class: {
      zh: '进班日期早于开班日期（{first}）。请核对日期，或先在“班级”里改正开班日期。',
      en: 'the day of joining lies before the class starts ({first}). Check the day, or set the class right first.',
    },
    day_before_stay: {
      zh: '进班日期早于离开上一个班的日期（{first}）。请核对日期。',
      en: 'the day of joining lies before the child left the class before ({first}). Please check the day.',
    },
    other_school: {
      zh: '这个学籍号已登记在另一所学校。请核对号码；确属转学的，请先由原学校办理转出。',
      en: 'this student number is registered at another school. Check the number; for a transfer the former school must release the student first.',
    },
    may_be_same: {
      zh: '{className}已有同名同生日、学籍号不同的孩子，可能是同一个孩子（临时学籍号换成了正式学籍号）。请在导入预览中确认是不是同一个孩子。',
      en: 'a child of the same name and birth date is in {className} already with another number: it may be the same child, whose temporary number became a permanent one. Say so in the preview of the import.',
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
