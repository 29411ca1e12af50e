import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Length, Matches, MaxLength } from 'class-validator'
import { Name } from '../../platform/http/plain-text.js'
import { BooleanText, IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type ListSheet, yesNo } from '../../platform/sheets/index.js'
import type { StudentStay } from './student-stay.entity.js'

export class StudentListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  homeClassId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  grade?: number

  @Optional()
  @BooleanText()
  @IsBoolean()
  isLeftBehind?: boolean

  @Optional()
  @BooleanText()
  @IsBoolean()
  hasLeft?: boolean
}

export class CreateStudentIn {
  @IsInt()
  homeClassId!: number

  @IsString()
  @Length(2, 50)
  @Name()
  name!: string

  @IsIn(['male', 'female'])
  sex!: 'male' | 'female'

  /** The first day in the class; left out: today. */
  @Optional()
  @IsLocalDate()
  startsOn?: string

  /** National student number (学籍号), 19 characters. */
  @Optional()
  @Nullable()
  @IsString()
  @Matches(/^[GJL]\d{17}[\dX]$/)
  studentNumber?: string | null

  @Optional()
  @Nullable()
  @IsLocalDate()
  bornOn?: string | null

  @Optional()
  @IsBoolean()
  isLeftBehind?: boolean

  @Optional()
  @IsBoolean()
  isMigrantChild?: boolean

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(40)
  aidCategory?: string | null
}

export class UpdateStudentIn {
  @Optional()
  @IsInt()
  homeClassId?: number

  @Optional()
  @IsString()
  @Length(2, 50)
  @Name()
  name?: string

  @Optional()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female'

  @Optional()
  @Nullable()
  @IsString()
  @Matches(/^[GJL]\d{17}[\dX]$/)
  studentNumber?: string | null

  @Optional()
  @Nullable()
  @IsLocalDate()
  bornOn?: string | null

  @Optional()
  @IsBoolean()
  isLeftBehind?: boolean

  @Optional()
  @IsBoolean()
  isMigrantChild?: boolean

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(40)
  aidCategory?: string | null
}

export class FindByNumberIn {
  /** Student number or resident id, whole. */
  @IsString()
  @Length(15, 24)
  number!: string
}

export class MoveStudentIn {
  @IsInt()
  homeClassId!: number

  /** The first day in the class. */
  @IsLocalDate()
  startsOn!: string
}

export class CorrectStartIn {
  @IsLocalDate()
  startsOn!: string
}

export class LeaveSchoolIn {
  /** The first day on which the student is no longer here. */
  @IsLocalDate()
  leftOn!: string
}

/** What everybody sees who may see students: nothing that identifies beyond name and class. */
export class StudentOut {
  id!: number
  schoolId!: number
  homeClassId!: number
  className!: string
  grade!: number
  name!: string
  sex!: 'male' | 'female'
  /** First three and last four characters. */
  studentNumber!: string | null
  /** The year only. */
  bornIn!: string | null
  isLeftBehind!: boolean
  isMigrantChild!: boolean
  leftOn!: string | null
}

export class GuardianOut {
  id!: number
  name!: string
  relation!: string
  /** 138****1234 */
  phone!: string
  /** Whether the guardian has activated an account. */
  isActivated!: boolean
}

/** From which day to which the student was in a class; `endsOn` is the first day no longer there. */
export class StudentStayOut {
  id!: number
  homeClassId!: number
  className!: string
  schoolYear!: number
  startsOn!: string
  endsOn!: string | null
}

export function toStudentStayOut({
  id,
  homeClassId,
  homeClass,
  startsOn,
  endsOn,
}: StudentStay): StudentStayOut {
  return {
    id,
    homeClassId,
    className: homeClass!.name,
    schoolYear: homeClass!.schoolYear,
    startsOn,
    endsOn,
  }
}

export class StudentWithGuardiansOut extends StudentOut {
  /** The present stay first. */
  stays!: StudentStayOut[]
  guardians!: GuardianOut[]
}

export class FullGuardianOut {
  id!: number
  phone!: string
}

/** In full, for those who may; each look is noted. */
export class UnmaskedStudentOut {
  id!: number
  studentNumber!: string | null
  nationalId!: string | null
  bornOn!: string | null
  aidCategory!: string | null
  remark!: string | null
  guardians!: FullGuardianOut[]
}

const sexWords = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } } as const

export const studentListSheet: ListSheet<StudentOut> = {
  zh: '学生',
  en: 'Students',
  columns: [
    { zh: '班级', en: 'Class', kind: 'text', of: ({ className }) => className },
    { zh: '姓名', en: 'Name', kind: 'text', of: ({ name }) => name },
    { zh: '性别', en: 'Sex', kind: 'text', of: ({ sex }, language) => sexWords[sex][language] },
    {
      zh: '学籍号(已遮盖)',
      en: 'Student number (masked)',
      width: 24,
      kind: 'text',
      of: ({ studentNumber }) => studentNumber,
    },
    { zh: '出生年份', en: 'Year of birth', kind: 'text', of: ({ bornIn }) => bornIn },
    {
      zh: '留守儿童',
      en: 'Left-behind',
      kind: 'text',
      of: (row, language) => yesNo(row.isLeftBehind, language),
    },
    {
      zh: '随迁子女',
      en: 'Migrant worker’s child',
      kind: 'text',
      of: ({ isMigrantChild }, language) => yesNo(isMigrantChild, language),
    },
    { zh: '离校日期', en: 'Left on', kind: 'date', of: ({ leftOn }) => leftOn },
  ],
}
