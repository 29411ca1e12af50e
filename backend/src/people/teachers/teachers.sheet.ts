/** How a staff list (教师名册) looks in a sheet. */
import type { ClassName } from '../../platform/sheets/class-name.js'
import type { Sex } from '../../platform/sheets/identifiers.js'
import * as normalise from '../../platform/sheets/normalise.js'
import { commonReasons } from '../../platform/sheets/reasons.js'
import { fault, ok, type Normalised, type SheetDescription } from '../../platform/sheets/sheet-description.js'
import { compactText, meansNothing } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'

export type TeacherKind = 'staff' | 'external'

/** `kind`: staff 在编, external 外聘 (staff where nothing is written); `homeClass`: the class whose class teacher this is. */
export interface TeacherRow {
  staffNumber: string | null
  name: string
  sex: Sex | null
  phone: string | null
  subjects: string[]
  position: string | null
  kind: TeacherKind
  homeClass: ClassName | null
}

/** 在编, 正式, 编内 → staff; 外聘, 编外, 聘用 → external; nothing → staff. Reasons: teacher_kind. */
function kind(cell: Cell): Normalised<TeacherKind> {
  const value = compactText(cell).toLowerCase()
  if (meansNothing(value) && value !== '无') return ok('staff')
  if (
    /不在编|非在编|非编|编外|外聘|外请|聘用|合同|临聘|临时|代课|机构|校外|兼职|志愿|external|^否$|^no?$|^无$/.test(
      value,
    )
  )
    return ok('external')
  return /在编|正式|编内|本校|校内|事业编|公办|专任|staff|^是$|^y(?:es)?$/.test(value)
    ? ok('staff')
    : fault('teacher_kind')
}

export const teachersSheet: SheetDescription<TeacherRow> = {
  module: import.meta.url,
  noun: 'teachers',
  titleZh: '教师名册',
  titleEn: 'Staff list',
  fields: [
    {
      name: 'staffNumber',
      titleZh: '工号',
      titleEn: 'Staff number',
      synonyms: ['教师工号', '教工号', '职工号', '教职工号', '教师编号', '员工编号', '人员编号', '教师号'],
      weakSynonyms: ['编号'],
      identifies: true,
      normalise: (cell) => normalise.text(30)(typeof cell === 'string' ? cell.replace(/\s+/g, '') : cell),
    },
    {
      name: 'name',
      titleZh: '姓名',
      titleEn: 'Name',
      synonyms: ['教师姓名', '教师', '老师', '老师姓名', '教职工姓名', 'teacher', 'teacher name'],
      normalise: normalise.personName,
    },
    { name: 'sex', titleZh: '性别', titleEn: 'Sex', synonyms: ['gender'], normalise: normalise.sex },
    {
      name: 'phone',
      titleZh: '手机',
      titleEn: 'Phone',
      synonyms: [
        '手机号',
        '手机号码',
        '联系电话',
        '电话',
        '电话号码',
        '联系方式',
        '移动电话',
        '本人电话',
        'mobile',
      ],
      identifies: true,
      normalise: normalise.phone,
    },
    {
      name: 'subjects',
      titleZh: '任教学科',
      titleEn: 'Subjects',
      synonyms: [
        '学科',
        '科目',
        '任教科目',
        '所教学科',
        '任课学科',
        '主教学科',
        '专业',
        '任教专业',
        'subject',
      ],
      normalise: normalise.list,
    },
    {
      name: 'position',
      titleZh: '职务',
      titleEn: 'Position',
      synonyms: ['岗位', '行政职务', '现任职务', '担任职务'],
      normalise: normalise.text(50),
    },
    {
      name: 'kind',
      titleZh: '类别',
      titleEn: 'Kind',
      synonyms: [
        '教师类别',
        '人员类别',
        '人员性质',
        '编制',
        '编制情况',
        '编制类别',
        '是否在编',
        '用工形式',
        '用工性质',
        '聘用形式',
        '教师类型',
        '职务/类别',
        '身份',
      ],
      prefilled: true,
      normalise: kind,
    },
    {
      name: 'homeClass',
      titleZh: '班主任班级',
      titleEn: 'Class teacher of',
      synonyms: [
        '担任班主任班级',
        '任班主任班级',
        '班主任所在班级',
        '所带班级',
        '所任班主任班级',
        '任班主任的班级',
        '管理班级',
      ],
      normalise: (cell, context) =>
        meansNothing(compactText(cell)) ? ok(null) : normalise.className('homeClass')(cell, context),
    },
  ],
  requiredColumns: [['name']],
  check: () => [],
  toRow: (values) => ({ ...values }) as unknown as TeacherRow,
  keys: (values) => {
    const [staffNumber, phone, name] = [values.staffNumber, values.phone, values.name] as (
      | string
      | null
      | undefined
    )[]
    const keys = [
      { key: staffNumber && `staff number ${staffNumber}`, field: 'staffNumber' },
      { key: phone && `phone ${phone}`, field: 'phone' },
      { key: !staffNumber && !phone && name ? `name ${name}` : null, field: 'name' },
    ]
    return keys.filter((entry): entry is { key: string; field: string } => Boolean(entry.key))
  },
  label: (values) => (values.name as string | undefined) ?? null,
  reasons: {
    ...commonReasons,
    teacher_kind: { zh: '请填“在编”或“外聘”。', en: 'write 在编 (staff) or 外聘 (external).' },
  },
}
