import { ArrayMaxSize, ArrayMinSize, IsIn, Min, ValidateIf } from 'class-validator'
import { IsFen, IsInt } from '../../platform/http/validation.js'
import { mostPaymentLines } from './payments.dto.js'

export const sharedBy = ['classes', 'pupils', 'section'] as const
export type SharedBy = (typeof sharedBy)[number]

export class SharesIn {
  /** The classes' money that pays it: of one school, one year, each once. */
  @IsInt({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  allotmentIds!: number[]

  @IsFen()
  @Min(1)
  amountFen!: number

  /** Each class alike, by the pupils of each class today, or by how many of each class attend one section. */
  @IsIn(sharedBy)
  by!: SharedBy

  @ValidateIf((given: SharesIn) => given.by === 'section')
  @IsInt()
  sectionId?: number
}

export class ShareOut {
  allotmentId!: number
  className!: string
  /** Pupils, or 1 for each class alike. */
  weight!: number
  amountFen!: number
  leftFen!: number
}

export class SharesOut {
  /** Those that pay something, in the order given; they add up to the amount. */
  shares!: ShareOut[]
}
