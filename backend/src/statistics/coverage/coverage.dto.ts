import { Type } from 'class-transformer'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'

export class CoverageQuery {
  @Type(() => Number)
  @IsInt()
  termId!: number

  /** Counted as things stood on this day; today without it. */
  @Optional()
  @IsLocalDate()
  asOf?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class CoverageFiguresOut {
  schoolCount!: number
  /** Schools with a published timetable in the term. */
  providingCount!: number
  studentCount!: number
  /** Students with a place in at least one section: each counts once. Null: too few to be shown. */
  takingPartCount!: number | null
  /** Places: the same student counts again in each section. */
  personTimes!: number | null
  /** Students whose sections meet on all five weekdays. */
  fullWeekCount!: number | null
  teacherCount!: number
  teachingCount!: number
  lecturerCount!: number
  schoolPerMille!: number | null
  studentPerMille!: number | null
  fullWeekPerMille!: number | null
  teacherPerMille!: number | null
}

export class SchoolCoverageOut extends CoverageFiguresOut {
  schoolId!: number
  schoolName!: string
  stage!: string
  regionCode!: string
}

export class RegionCoverageOut extends CoverageFiguresOut {
  regionCode!: string
}

export class CoverageOut {
  termId!: number
  asOf!: string
  totals!: CoverageFiguresOut
  /** One row for each region that has schools in the scope. */
  regions!: RegionCoverageOut[]
  schools!: SchoolCoverageOut[]
}
