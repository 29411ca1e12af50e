import { Type } from 'class-transformer'
import { Max, Min } from 'class-validator'
import { IsInt } from '../../platform/http/validation.js'

export class ArchiveQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number
}
