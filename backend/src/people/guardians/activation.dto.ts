import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator'
import { IsPhoneNumber } from '../../access/index.js'

export class LettersIn {
  @IsInt()
  schoolId!: number

  /** A letter for every child of the class … */
  @IsOptional()
  @IsInt()
  homeClassId?: number

  /** … or for these children. */
  @IsOptional()
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

  /** As people and their phones write it: +86, spaces, hyphens and full width are read too. */
  @IsString()
  @MaxLength(40)
  @IsPhoneNumber()
  phone!: string

  @IsString()
  @Length(1, 200)
  password!: string
}

export class ChildOut {
  studentId!: number
  name!: string
  schoolId!: number
  schoolName!: string
  homeClassId!: number
  className!: string
}
