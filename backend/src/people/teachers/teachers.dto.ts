import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator'
import type { Role, User } from '../../access/index.js'
import { Name } from '../../platform/http/plain-text.js'
import { BooleanText, IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type ListSheet, yesNo } from '../../platform/sheets/index.js'

export const teacherKinds = ['staff', 'lecturer'] as const

export class TeacherListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @IsIn(teacherKinds)
  kind?: 'staff' | 'lecturer'

  @Optional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean
}

export class TeacherAccountListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class CreateTeacherIn {
  @IsInt()
  schoolId!: number

  @IsString()
  @Length(2, 50)
  @Name()
  name!: string

  @IsIn(teacherKinds)
  kind!: 'staff' | 'lecturer'

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 30)
  staffNumber?: string | null

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 30)
  subject?: string | null

  @Optional()
  @Nullable()
  @IsString()
  @Matches(/^1[3-9]\d{9}$/)
  phone?: string | null

  @Optional()
  @Nullable()
  @IsInt()
  homeClassId?: number | null

  /** The account with which the teacher signs in. */
  @Optional()
  @Nullable()
  @IsInt()
  userId?: number | null
}

export class UpdateTeacherIn {
  @Optional()
  @IsString()
  @Length(2, 50)
  @Name()
  name?: string

  @Optional()
  @IsIn(teacherKinds)
  kind?: 'staff' | 'lecturer'

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 30)
  staffNumber?: string | null

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 30)
  subject?: string | null

  @Optional()
  @Nullable()
  @IsString()
  @Matches(/^1[3-9]\d{9}$/)
  phone?: string | null

  @Optional()
  @Nullable()
  @IsInt()
  homeClassId?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  userId?: number | null

  @Optional()
  @IsBoolean()
  isActive?: boolean
}

export class TeacherOut {
  id!: number
  schoolId!: number
  name!: string
  kind!: 'staff' | 'lecturer'
  staffNumber!: string | null
  subject!: string | null
  /** 138****1234 */
  phone!: string | null
  homeClassId!: number | null
  className!: string | null
  /** The account with which the teacher signs in; null: none is linked. */
  userId!: number | null
  username!: string | null
  isActive!: boolean
}

/** An account that may be linked to a teacher. */
export class TeacherAccountOut {
  id!: number
  schoolId!: number | null
  username!: string
  displayName!: string
  role!: Role
}

export function toTeacherAccountOut({ id, schoolId, username, displayName, role }: User): TeacherAccountOut {
  return { id, schoolId, username, displayName, role }
}

const kindWords = {
  staff: { zh: '在编', en: 'staff' },
  lecturer: { zh: '外聘', en: 'external lecturer' },
} as const

export const teacherListSheet: ListSheet<TeacherOut> = {
  zh: '教师',
  en: 'Teachers',
  columns: [
    { zh: '工号', en: 'Staff number', kind: 'text', of: ({ staffNumber }) => staffNumber },
    { zh: '姓名', en: 'Name', kind: 'text', of: ({ name }) => name },
    { zh: '类别', en: 'Kind', kind: 'text', of: ({ kind }, language) => kindWords[kind][language] },
    { zh: '任教学科', en: 'Subject', width: 18, kind: 'text', of: ({ subject }) => subject },
    { zh: '电话(已遮盖)', en: 'Phone (masked)', width: 18, kind: 'text', of: ({ phone }) => phone },
    { zh: '班主任班级', en: 'Class teacher of', kind: 'text', of: ({ className }) => className },
    { zh: '账号', en: 'Account', kind: 'text', of: ({ username }) => username },
    { zh: '在职', en: 'Active', kind: 'text', of: ({ isActive }, language) => yesNo(isActive, language) },
  ],
}
