import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator'
import { Name } from '../../platform/http/plain-text.js'
import { BooleanText, IsLocalDate } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'

export class StudentListQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  homeClassId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  grade?: number

  @IsOptional()
  @BooleanText()
  @IsBoolean()
  isLeftBehind?: boolean

  @IsOptional()
  @BooleanText()
  @IsBoolean()
  hasLeft?: boolean

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  termId?: number
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

  /** National student number (学籍号), 19 characters. */
  @IsOptional()
  @IsString()
  @Matches(/^[GJL]\d{17}[\dX]$/)
  studentNumber?: string | null

  @IsOptional()
  @IsLocalDate()
  bornOn?: string | null

  @IsOptional()
  @IsBoolean()
  isLeftBehind?: boolean

  @IsOptional()
  @IsBoolean()
  isMigrantChild?: boolean

  @IsOptional()
  @IsString()
  @MaxLength(40)
  aidCategory?: string | null
}

export class UpdateStudentIn {
  @IsOptional()
  @IsInt()
  homeClassId?: number

  @IsOptional()
  @IsString()
  @Length(2, 50)
  @Name()
  name?: string

  @IsOptional()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female'

  @IsOptional()
  @IsString()
  @Matches(/^[GJL]\d{17}[\dX]$/)
  studentNumber?: string | null

  @IsOptional()
  @IsLocalDate()
  bornOn?: string | null

  @IsOptional()
  @IsBoolean()
  isLeftBehind?: boolean

  @IsOptional()
  @IsBoolean()
  isMigrantChild?: boolean

  @IsOptional()
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

export class StudentWithGuardiansOut extends StudentOut {
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
