/** Which activities and which people does a FET constraint mean (约束的对象)? Pure. */
import type { FetActivity, FetConstraint, FetFile } from './fet-file.js'
import { peopleOf, studentsOf, type Students, type StudentsPerson } from './students.js'

export class Selection {
  /** The active ones: a meeting each, in this order. */
  readonly activities: readonly FetActivity[]
  readonly students: Students
  readonly groups: readonly StudentsPerson[]
  /** Teachers stand before the students in the list of people. */
  private readonly teacherIndex: ReadonlyMap<string, number>
  /** What says where activities take place. */
  readonly roomConstraints: readonly FetConstraint[]
  private readonly meetingIndex: ReadonlyMap<number, number>
  private readonly busyTeachers: ReadonlySet<string>

  constructor(readonly file: FetFile) {
    this.activities = file.activities.filter(({ isActive }) => isActive)
    this.students = studentsOf(file)
    this.roomConstraints = file.constraints.filter(
      ({ kind, rooms }) => rooms.length > 0 && kind !== 'RoomNotAvailableTimes',
    )
    this.groups = peopleOf(this.students, this.activities, file.constraints)
    this.teacherIndex = new Map(file.teachers.map((name, index) => [name, index]))
    this.meetingIndex = new Map(this.activities.map(({ id }, index) => [id, index]))
    this.busyTeachers = new Set(this.activities.flatMap(({ teachers }) => teachers))
  }

  peopleAt({ teachers, students }: FetActivity): number[] {
    return [...new Set([...teachers.map((name) => this.teacherIndex.get(name)!), ...this.groupsOf(students)])]
  }

  private groupsOf(names: readonly string[]): number[] {
    const atoms = new Set(names.flatMap((name) => [...this.students.atomsOf(name)]))
    return this.groups.flatMap((group, index) =>
      [...group.atoms].some((atom) => atoms.has(atom)) ? [this.file.teachers.length + index] : [],
    )
  }

  /** Whom a constraint on somebody's week means: Teacher…, Teachers…, StudentsSet…, Students…. Who has no activity has no week. */
  who({ kind, teacher, students }: FetConstraint): number[] {
    if (teacher !== null) return [this.teacherIndex.get(teacher)!]
    if (students !== null) return this.groupsOf([students])
    if (kind.startsWith('Teachers'))
      return this.file.teachers.flatMap((name, index) => (this.busyTeachers.has(name) ? [index] : []))
    return this.groups.map((_, index) => this.file.teachers.length + index)
  }

  /** The active ones among those a constraint lists, as meetings. */
  listed({ activities }: FetConstraint): number[] {
    return activities.flatMap((id) => this.meetingIndex.get(id) ?? [])
  }

  /** Those that a constraint describes by teacher, students, subject, tag, duration and place among the parts of a split activity. */
  described({ teacher, students, subject, tag, duration, component }: FetConstraint): number[] {
    return this.activities.flatMap((activity, index) => {
      const fits =
        (teacher === null || activity.teachers.includes(teacher)) &&
        (students === null || this.students.share(activity.students, students)) &&
        (subject === null || activity.subject === subject) &&
        (tag === null || activity.tags.includes(tag)) &&
        (duration === null || activity.duration === duration) &&
        (component === null || componentOf(activity) === component)
      return fits ? [index] : []
    })
  }

  sizeOf(activity: FetActivity): number {
    return activity.size ?? activity.students.reduce((total, name) => total + this.students.sizeOf(name), 0)
  }
}

/** Parts of a split activity have numbers in a row; what was not split is its own first part. */
const componentOf = ({ id, group }: FetActivity): number => (group === 0 ? 1 : id - group + 1)
