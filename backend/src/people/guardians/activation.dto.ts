import { ArrayMaxSize, IsArray, IsString, Length, Matches, MaxLength } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import { PhoneText } from '../../platform/http/plain-text.js'

export class LettersIn {
  @IsInt()
  schoolId!: number

  /** A letter for every child of the class … */
  @Optional()
  @IsInt()
  homeClassId?: number

  /** … or for these children. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  studentIds?: number[]
}

/** Shown once, to be printed: the code is kept nowhere. */
export class LetterOut {
  studentId!: number
  studentName!: string
  className!: string
  schoolName!: string
  /** ABCD-EFGH-JKMN */
  code!: string
  /** SVG of the QR code; it holds the address and the code, nothing about the child. */
  qrSvg!: string
  address!: string
  expiresOn!: string
}

export class ActivateIn {
  @IsString()
  @MaxLength(40)
  code!: string

  /** As typed: blanks, hyphens, +86 and full width are dropped. */
  @PhoneText()
  @IsString()
  @Matches(/^1[3-9]\d{9}$/)
  phone!: string

  @IsString()
  @Length(1, 200)
  password!: string

  /** Of the app, or a recovery code, where the account has a second factor (401 access.code_needed). */
  @Optional()
  @IsString()
  @Length(1, 30)
  secondFactor?: string
}

export class ChildOut {
  studentId!: number
  name!: string
  schoolId!: number
  schoolName!: string
  homeClassId!: number
  className!: string
}
