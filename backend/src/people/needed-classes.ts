/** Which home classes do imported rows name, and which of them must be made (导入时补建班级)? */
import type { EntityManager } from 'typeorm'
import type { ActingPerson } from '../audit/index.js'
import {
  type CalendarService,
  dayWithin,
  firstDayOf,
  type HomeClass,
  HomeClassesService,
  type School,
} from '../organisation/index.js'
import type { LocalDate } from '../platform/calendar.js'
import { RuleBroken } from '../platform/errors.js'
import {
  type AcceptedRow,
  type ClassName,
  faultOf,
  printClassName,
  type RowFault,
} from '../platform/sheets/index.js'

const largestNumber = 60
const keyOf = ({ grade, number }: Pick<ClassName, 'grade' | 'number'>) => `${grade}/${number}`

export class NeededClasses {
  private readonly known: Map<string, HomeClass>
  private readonly missing = new Map<string, ClassName & { startsOn: LocalDate }>()

  constructor(
    private readonly school: School,
    private readonly schoolYear: number,
    classes: readonly HomeClass[],
    private readonly homeClasses: HomeClassesService,
    private readonly todayOn: LocalDate,
  ) {
    this.known = new Map(classes.map((homeClass) => [keyOf(homeClass), homeClass]))
  }

  fault(row: AcceptedRow<unknown>, field: string, { grade, number }: ClassName): RowFault | null {
    const { first, last } = HomeClassesService.gradesOf(this.school)
    if (grade < first || grade > last)
      return faultOf(row, field, 'grade_not_of_stage', { grade, first, last })
    return number > largestNumber ? faultOf(row, field, 'class_unknown') : null
  }

  /** Why nobody can be in the class from that day on: before the school year or before there was the class. */
  dayFault(row: AcceptedRow<unknown>, field: string, className: ClassName, on: LocalDate): RowFault | null {
    const known = this.known.get(keyOf(className))
    const first = known?.startsOn ?? firstDayOf(this.schoolYear)
    return on < first ? faultOf(row, field, 'day_before_class', { first }) : null
  }

  /** From when somebody is in the class of whom nothing else is said: today, or when the class or the year begins. */
  usualDay(className: ClassName): LocalDate {
    const known = this.known.get(keyOf(className))
    const today = dayWithin(this.schoolYear, this.todayOn)
    return known && known.startsOn > today ? known.startsOn : today
  }

  /** Notes that the class is needed, from that day at the latest, and gives the key under which it will be found. */
  need(className: ClassName, startsOn: LocalDate = this.usualDay(className)): string {
    const key = keyOf(className)
    const before = this.missing.get(key)
    if (!this.known.has(key) && (!before || startsOn < before.startsOn))
      this.missing.set(key, { ...className, startsOn })
    return key
  }

  /** null: it does not exist yet. */
  idOf(key: string): number | null {
    return this.known.get(key)?.id ?? null
  }

  missingNames(): string[] {
    return this.sorted().map(({ grade, number }) => printClassName(grade, number))
  }

  async make(tx: EntityManager, person: ActingPerson): Promise<ReadonlyMap<string, HomeClass>> {
    if (this.missing.size === 0) return this.known
    const all = await this.homeClasses.add(
      tx,
      person,
      this.school.id,
      this.schoolYear,
      this.sorted().map(({ grade, number, startsOn }) => ({ grade, number, startsOn })),
    )
    return new Map(all.map((homeClass) => [keyOf(homeClass), homeClass]))
  }

  private sorted() {
    return [...this.missing.values()].sort((a, b) => a.grade - b.grade || a.number - b.number)
  }
}

/** For the school year of the term that holds the day. Throws RuleBroken while the region has no term. */
export async function neededClasses(
  manager: EntityManager,
  school: School,
  homeClasses: HomeClassesService,
  calendar: CalendarService,
  todayOn: LocalDate,
): Promise<NeededClasses> {
  const term = await calendar.termOf(manager, school.regionCode, todayOn)
  if (!term) throw new RuleBroken('people.no_term')
  return new NeededClasses(
    school,
    term.schoolYear,
    await homeClasses.ofYear(manager, school.id, term.schoolYear),
    homeClasses,
    todayOn,
  )
}
