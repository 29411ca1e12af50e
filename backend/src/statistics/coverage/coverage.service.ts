/** Who takes part (覆盖率与参与率)? Schools, students and teachers, persons apart from person-times, as of a day. */
import { Injectable } from '@nestjs/common'
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Enrolment } from '../../enrolment/index.js'
import { CalendarService, School, scoped } from '../../organisation/index.js'
import { stayOn, StudentStay, Teacher } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Placement, Slot, Timetable } from '../../timetabling/index.js'
import { hiddenParts, isWholeShown, perMille } from '../../surveys/index.js'
import type {
  CoverageFiguresOut,
  CoverageOut,
  CoverageQuery,
  RegionCoverageOut,
  SchoolCoverageOut,
} from './coverage.dto.js'

type Counts = Record<
  | 'studentCount'
  | 'takingPartCount'
  | 'personTimes'
  | 'fullWeekCount'
  | 'teacherCount'
  | 'teachingCount'
  | 'lecturerCount'
  | 'providingCount',
  number
>

const schoolDays = [1, 2, 3, 4, 5]
const nothing: Counts = {
  studentCount: 0,
  takingPartCount: 0,
  personTimes: 0,
  fullWeekCount: 0,
  teacherCount: 0,
  teachingCount: 0,
  lecturerCount: 0,
  providingCount: 0,
}

@Injectable()
export class CoverageService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /**
   * One query for each figure, grouped by school, however many schools there are. Always of the person's whole scope:
   * what is hidden of one school depends on the others, so a single school must not show what the list hides.
   */
  async coverage(actor: Actor, { termId, asOf, schoolId }: CoverageQuery): Promise<CoverageOut> {
    await this.calendar.requireTerm(actor, termId)
    const day = asOf ?? this.clock.today()
    const schools = await scoped(this.database.read.createQueryBuilder(School, 'school'), actor, 'school.id')
      .andWhere('school.isActive = :yes', { yes: true })
      .orderBy('school.name')
      .addOrderBy('school.id')
      .getMany()
    const counts = await this.counts(actor, schools, termId, day)
    const codes = [...new Set(schools.map((school) => school.regionCode))].sort()
    const byRegion = codes.map((code) => schools.filter((school) => school.regionCode === code))
    const countsOf = (of: readonly School[]) => of.map((school) => counts.get(school.id)!)
    const places = hiddenIn(byRegion.map((of) => countsOf(of).map((each) => each.takingPartCount)))
    const weeks = hiddenIn(byRegion.map((of) => countsOf(of).map((each) => each.fullWeekCount)))
    const regions = codes.map((regionCode, index): RegionCoverageOut => ({
      regionCode,
      ...figures(countsOf(byRegion[index]!), { places: places.wholes[index]!, weeks: weeks.wholes[index]! }),
    }))
    const rows = byRegion.flatMap((of, region) =>
      of.map((school, index): SchoolCoverageOut => ({
        schoolId: school.id,
        schoolName: school.name,
        stage: school.stage,
        regionCode: school.regionCode,
        ...figures(countsOf([school]), {
          places: places.parts[region]![index]!,
          weeks: weeks.parts[region]![index]!,
        }),
      })),
    )
    if (schoolId === undefined)
      return { termId, asOf: day, totals: figures([...counts.values()]), regions, schools: rows }
    const chosen = rows.filter((row) => row.schoolId === schoolId)
    return {
      termId,
      asOf: day,
      totals: chosen[0] ? figuresOf(chosen[0]) : figures([]),
      regions: [],
      schools: chosen,
    }
  }

  private async counts(
    actor: Actor,
    schools: readonly School[],
    termId: number,
    day: string,
  ): Promise<Map<number, Counts>> {
    const counts = new Map(schools.map((school) => [school.id, { ...nothing }]))
    const fill = async <E extends ObjectLiteral>(
      figures: Partial<Record<keyof Counts, string>>,
      query: SelectQueryBuilder<E>,
    ) => {
      scoped(query, actor).select(`${query.alias}.schoolId`, 'schoolId').groupBy(`${query.alias}.schoolId`)
      for (const [name, expression] of Object.entries(figures)) query.addSelect(expression, name)
      for (const row of await query.getRawMany<Record<string, string | number>>()) {
        const own = counts.get(Number(row['schoolId']))
        if (own) for (const name of Object.keys(figures) as (keyof Counts)[]) own[name] = Number(row[name])
      }
    }
    await Promise.all([
      fill({ studentCount: 'COUNT(*)' }, this.students(day)),
      this.takingPart(actor, termId, day).then((rows) =>
        rows.forEach(({ schoolId: id, ...own }) => Object.assign(counts.get(id) ?? {}, own)),
      ),
      fill(
        { teacherCount: 'COUNT(*)' },
        this.database.read
          .createQueryBuilder(Teacher, 'teacher')
          .where("teacher.isActive = :yes AND teacher.kind = 'staff'", { yes: true }),
      ),
      fill(
        {
          teachingCount: "COUNT(DISTINCT CASE WHEN teacher.kind = 'staff' THEN teacher.id END)",
          lecturerCount: "COUNT(DISTINCT CASE WHEN teacher.kind = 'lecturer' THEN teacher.id END)",
        },
        this.published(termId).innerJoin(
          Teacher,
          'teacher',
          'teacher.id = placement.teacherId AND teacher.isActive = :yes',
          { yes: true },
        ),
      ),
      fill(
        { providingCount: 'COUNT(DISTINCT timetable.schoolId)' },
        this.database.read
          .createQueryBuilder(Timetable, 'timetable')
          .where("timetable.status = 'published' AND timetable.termId = :termId", { termId }),
      ),
    ])
    return counts
  }

  private students(day: string) {
    return this.database.read
      .createQueryBuilder(StudentStay, 'stay')
      .where('stay.startsOn <= :day AND (stay.endsOn IS NULL OR stay.endsOn > :day)', { day })
  }

  // One pass over the places: each child's sections and weekdays first, then the children of each school. The days of a
  // section are worked out once for the section and not once for each child in it.
  private async takingPart(
    actor: Actor,
    termId: number,
    day: string,
  ): Promise<(Pick<Counts, 'takingPartCount' | 'personTimes' | 'fullWeekCount'> & { schoolId: number })[]> {
    const { read } = this.database
    const week = this.published(termId)
      .select('placement.sectionId', 'sectionId')
      .innerJoin(Slot, 'slot', 'slot.id = placement.slotId')
      .groupBy('placement.sectionId')
    for (const weekday of schoolDays)
      week.addSelect(`MAX(CASE WHEN slot.weekday = ${weekday} THEN 1 ELSE 0 END)`, `day${weekday}`)
    const children = scoped(read.createQueryBuilder(Enrolment, 'enrolment'), actor)
      .innerJoin(StudentStay, 'stay', stayOn('enrolment.studentId', ':day'))
      .leftJoin(`(${week.getQuery()})`, 'week', 'week.sectionId = enrolment.sectionId')
      .andWhere(
        'enrolment.termId = :termId AND enrolment.startsOn <= :day AND (enrolment.endsOn IS NULL OR enrolment.endsOn > :day)',
        { termId, day },
      )
      .select('enrolment.schoolId', 'schoolId')
      .addSelect('COUNT(*)', 'places')
      .addSelect(schoolDays.map((weekday) => `COALESCE(MAX(week.day${weekday}), 0)`).join(' + '), 'days')
      .groupBy('enrolment.schoolId')
      .addGroupBy('enrolment.studentId')
      .setParameters(week.getParameters())
    const rows = await read
      .createQueryBuilder()
      .from(`(${children.getQuery()})`, 'child')
      .setParameters(children.getParameters())
      .select('child.schoolId', 'schoolId')
      .addSelect('COUNT(*)', 'takingPartCount')
      .addSelect('SUM(child.places)', 'personTimes')
      .addSelect(`SUM(CASE WHEN child.days = ${schoolDays.length} THEN 1 ELSE 0 END)`, 'fullWeekCount')
      .groupBy('child.schoolId')
      .getRawMany<Record<'schoolId' | 'takingPartCount' | 'personTimes' | 'fullWeekCount', string | number>>()
    return rows.map((row) => ({
      schoolId: Number(row.schoolId),
      takingPartCount: Number(row.takingPartCount),
      personTimes: Number(row.personTimes),
      fullWeekCount: Number(row.fullWeekCount),
    }))
  }

  private published(termId: number) {
    return this.database.read
      .createQueryBuilder(Placement, 'placement')
      .innerJoin(
        Timetable,
        'timetable',
        "timetable.id = placement.timetableId AND timetable.status = 'published' AND timetable.termId = :termId",
        { termId },
      )
  }
}

/** Which regions, and which schools of each, are hidden, so that neither a region's sum nor the whole tells a small school's figure. */
function hiddenIn(regions: readonly (readonly number[])[]): { wholes: boolean[]; parts: boolean[][] } {
  const wholes = hiddenParts(regions.map((parts) => parts.reduce((sum, part) => sum + part, 0)))
  return {
    wholes,
    parts: regions.map((parts, index) => (wholes[index] ? parts.map(() => true) : hiddenParts(parts))),
  }
}

interface Hidden {
  readonly places: boolean
  readonly weeks: boolean
}
const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : perMille(part, whole)

// A handful of children could be told by name, so it is not counted out.
function figures(counts: readonly Counts[], hidden?: Hidden): CoverageFiguresOut {
  const sum = (name: keyof Counts) => counts.reduce((total, each) => total + each[name], 0)
  const isFew = (count: number) => count > 0 && !isWholeShown(count)
  const hidesPlaces = hidden?.places ?? isFew(sum('takingPartCount'))
  const takingPartCount = hidesPlaces ? null : sum('takingPartCount')
  const fullWeekCount = (hidden?.weeks ?? isFew(sum('fullWeekCount'))) ? null : sum('fullWeekCount')
  const [schoolCount, providingCount, studentCount, teacherCount, teachingCount] = [
    counts.length,
    sum('providingCount'),
    sum('studentCount'),
    sum('teacherCount'),
    sum('teachingCount'),
  ]
  return {
    schoolCount,
    providingCount,
    studentCount,
    takingPartCount,
    personTimes: hidesPlaces ? null : sum('personTimes'),
    fullWeekCount,
    teacherCount,
    teachingCount,
    lecturerCount: sum('lecturerCount'),
    schoolPerMille: perMille(providingCount, schoolCount),
    studentPerMille: share(takingPartCount, studentCount),
    fullWeekPerMille: share(fullWeekCount, takingPartCount),
    teacherPerMille: perMille(teachingCount, teacherCount),
  }
}

function figuresOf({
  schoolId: _id,
  schoolName: _name,
  stage: _stage,
  regionCode: _region,
  ...own
}: SchoolCoverageOut): CoverageFiguresOut {
  return own
}
