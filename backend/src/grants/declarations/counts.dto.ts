import { ArrayMaxSize, IsArray, Matches, Max, Min } from 'class-validator'
import { Items } from '../../platform/http/items.js'
import { IsFen, IsInt, Optional } from '../../platform/http/validation.js'
import { fen } from '../../platform/money.js'
import type { CountedClass } from '../../entitlement/index.js'

export class MonthCountIn {
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string

  @IsInt()
  @Min(0)
  @Max(10_000)
  count!: number
}

/** What a school says instead of the records for one class; what is left out stays. */
export class ClassCountsIn {
  @IsInt()
  homeClassId!: number

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  enrolled?: number

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  participants?: number

  @Optional()
  @IsArray()
  @ArrayMaxSize(12)
  @Items(() => MonthCountIn)
  participantMonths?: MonthCountIn[]

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  sessions?: number

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  waived?: number

  @Optional()
  @IsFen()
  waivedFen?: number
}

export function withCounts(counted: CountedClass, given: ClassCountsIn | undefined): CountedClass {
  if (!given) return counted
  const { enrolled, participants, participantMonths, sessions, waived, waivedFen } = given
  return {
    ...counted,
    enrolled: enrolled ?? counted.enrolled,
    participants: participants ?? counted.participants,
    sessions: sessions ?? counted.sessions,
    waived: waived ?? counted.waived,
    participantMonths: participantMonths
      ? participantMonths.map(({ month, count }) => ({ month, count }))
      : counted.participantMonths,
    ...(waivedFen === undefined ? {} : { waivedFen: fen(waivedFen) }),
  }
}
