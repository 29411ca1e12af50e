/** Which home classes do imported rows name, and which of them must be made (导入时补建班级)? */
import type { EntityManager } from 'typeorm'
import type { ActingPerson } from '../audit/index.js'
import {
  type CalendarService,
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
  private readonly missing = new Map<string, ClassName>()

  constructor(
    private readonly school: School,
    private readonly schoolYear: number,
    classes: readonly HomeClass[],
    private readonly homeClasses: HomeClassesService,
  ) {
    this.known = new Map(classes.map((homeClass) => [keyOf(homeClass), homeClass]))
  }

  fault(row: AcceptedRow<unknown>, field: string, { grade, number }: ClassName): RowFault | null {
    const { first, last } = HomeClassesService.gradesOf(this.school)
    if (grade < first || grade > last)
      return faultOf(row, field, 'grade_not_of_stage', { grade, first, last })
    return number > largestNumber ? faultOf(row, field, 'class_unknown') : null
  }

  /** Notes that the class is needed and gives the key under which it will be found. */
  need(className: ClassName): string {
    const key = keyOf(className)
    if (!this.known.has(key)) this.missing.set(key, className)
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
      this.sorted().map(({ grade, number }) => ({ grade, number })),
    )
    return new Map(all.map((homeClass) => [keyOf(homeClass), homeClass]))
  }

  private sorted(): ClassName[] {
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
  )
}
