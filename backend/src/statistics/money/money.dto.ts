import { Type } from 'class-transformer'
import { Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'

export class MoneyQuery {
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class MoneyFiguresOut {
  entitledFen!: number
  declaredFen!: number
  approvedFen!: number
  receivedFen!: number
  carriedFen!: number
  returnedFen!: number
  committedFen!: number
  spentFen!: number
  leftFen!: number
}

export class SchoolMoneyOut extends MoneyFiguresOut {
  schoolId!: number
  schoolName!: string
  regionCode!: string
  fundId!: number
  fundName!: string
  classCount!: number
}

export class MoneyOut {
  fiscalYear!: number
  totals!: MoneyFiguresOut
  /** One row for each school and fund with entries. */
  schools!: SchoolMoneyOut[]
  /** Active schools with no entry: not the same as zero. */
  schoolsWithout!: string[]
}
