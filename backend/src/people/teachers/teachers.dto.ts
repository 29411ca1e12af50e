import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches } from 'class-validator'
import type { Role, User } from '../../access/index.js'
import { Name } from '../../platform/http/plain-text.js'
import { BooleanText } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'

export const teacherKinds = ['staff', 'lecturer'] as const

export class TeacherListQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @IsOptional()
  @IsIn(teacherKinds)
  kind?: 'staff' | 'lecturer'

  @IsOptional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  termId?: number
}

export class TeacherAccountListQuery extends ListQuery {
  @IsOptional()
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

  @IsOptional()
  @IsString()
  @Length(1, 30)
  staffNumber?: string | null

  @IsOptional()
  @IsString()
  @Length(1, 30)
  subject?: string | null

  @IsOptional()
  @IsString()
  @Matches(/^1[3-9]\d{9}$/)
  phone?: string | null

  @IsOptional()
  @IsInt()
  homeClassId?: number | null

  /** The account with which the teacher signs in. */
  @IsOptional()
  @IsInt()
  userId?: number | null
}

export class UpdateTeacherIn {
  @IsOptional()
  @IsString()
  @Length(2, 50)
  @Name()
  name?: string

  @IsOptional()
  @IsIn(teacherKinds)
  kind?: 'staff' | 'lecturer'

  @IsOptional()
  @IsString()
  @Length(1, 30)
  staffNumber?: string | null

  @IsOptional()
  @IsString()
  @Length(1, 30)
  subject?: string | null

  @IsOptional()
  @IsString()
  @Matches(/^1[3-9]\d{9}$/)
  phone?: string | null

  @IsOptional()
  @IsInt()
  homeClassId?: number | null

  @IsOptional()
  @IsInt()
  userId?: number | null

  @IsOptional()
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
