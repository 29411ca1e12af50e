/** What would a staff list (教师名册导入) change, and how is it saved? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import { CalendarService, type HomeClass, HomeClassesService, type School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { brokenField } from '../../platform/http/validation.js'
import { type AcceptedRow, type PlanContext, faultOf, type RowFault } from '../../platform/sheets/index.js'
import { neededClasses, type NeededClasses } from '../needed-classes.js'
import { pinyinOf } from '../names.js'
import { Teacher } from './teacher.entity.js'
import { CreateTeacherIn } from './teachers.dto.js'
import type { TeacherRow } from './teachers.sheet.js'

type HasColumn = (sheet: string, field: string) => boolean
interface Change {
  before: Teacher | null
  after: Omit<Teacher, 'id' | 'homeClass'>
  classKey: string | null
}

const largestInsert = 500

@Injectable()
export class TeachersImport {
  constructor(
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly homeClasses: HomeClassesService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Teachers are known by staff number, else by telephone, else by name. */
  async plan(
    manager: EntityManager,
    school: School,
    rows: readonly AcceptedRow<TeacherRow>[],
    { hasColumn }: PlanContext,
  ) {
    const classes = await neededClasses(manager, school, this.homeClasses, this.calendar, this.clock.today())
    const find = this.finder(await manager.findBy(Teacher, { schoolId: school.id }))
    const claimed = new Map<number, AcceptedRow<TeacherRow>>()
    const refused: RowFault[] = []
    const changes: Change[] = []
    let unchanged = 0
    for (const row of rows) {
      const before = find(row.values)
      const first = before && claimed.get(before.id)
      const fault = first
        ? faultOf(row, 'name', 'same_one', { sheet: first.sheet, row: first.row })
        : this.fault(row, school, classes)
      if (fault) {
        refused.push(fault)
        continue
      }
      if (before) claimed.set(before.id, row)
      const change = this.change(row, school, before, classes, hasColumn)
      if (change) changes.push(change)
      else unchanged += 1
    }
    return {
      newCount: changes.filter(({ before }) => !before).length,
      changedCount: changes.filter(({ before }) => before).length,
      unchangedCount: unchanged,
      refused,
      homeClasses: classes.missingNames(),
      save: (tx: EntityManager, person: ActingPerson) => this.save(tx, person, school, changes, classes),
    }
  }

  private finder(teachers: Teacher[]): (row: TeacherRow) => Teacher | null {
    const byNumber = new Map(
      teachers.filter(({ staffNumber }) => staffNumber).map((teacher) => [teacher.staffNumber, teacher]),
    )
    const byPhone = new Map(
      teachers
        .filter(({ phoneSealed }) => phoneSealed)
        .map((teacher) => [this.seal.open(teacher.phoneSealed), teacher]),
    )
    return ({ staffNumber, phone, name }) => {
      const found = (staffNumber && byNumber.get(staffNumber)) || (phone && byPhone.get(phone))
      if (found) return found
      // Another staff number says that it is somebody else; of several of one name it can only be the one without any.
      const sameName = teachers.filter(
        (teacher) => teacher.name === name && !(staffNumber && teacher.staffNumber),
      )
      const bare = sameName.filter((teacher) => !teacher.staffNumber && !teacher.phoneSealed)
      return sameName.length === 1 ? sameName[0]! : bare.length === 1 ? bare[0]! : null
    }
  }

  private fault(row: AcceptedRow<TeacherRow>, school: School, classes: NeededClasses): RowFault | null {
    const { name, kind, staffNumber, subjects, phone, homeClass } = row.values
    const broken = brokenField(CreateTeacherIn, {
      schoolId: school.id,
      name,
      kind: kind === 'external' ? 'lecturer' : 'staff',
      staffNumber,
      subject: subjects.join('、') || null,
      phone,
    })
    if (broken) return faultOf(row, broken === 'subject' ? 'subjects' : broken, 'form')
    return homeClass ? classes.fault(row, 'homeClass', homeClass) : null
  }

  private change(
    row: AcceptedRow<TeacherRow>,
    school: School,
    before: Teacher | null,
    classes: NeededClasses,
    hasColumn: HasColumn,
  ): Change | null {
    const { name, kind, staffNumber, subjects, phone, homeClass } = row.values
    const kept = <T>(field: string, old: T | undefined, fresh: T): T =>
      before && !hasColumn(row.sheet, field) ? old! : fresh
    const after = {
      schoolId: school.id,
      name,
      namePinyin: pinyinOf(name),
      isActive: true,
      userId: before?.userId ?? null,
      kind: kept('kind', before?.kind, kind === 'external' ? ('lecturer' as const) : ('staff' as const)),
      staffNumber: kept('staffNumber', before?.staffNumber, staffNumber),
      subject: kept('subjects', before?.subject, subjects.join('、') || null),
      phoneSealed:
        before?.phoneSealed && (phone === null || this.seal.open(before.phoneSealed) === phone)
          ? before.phoneSealed
          : this.seal.seal(phone),
      homeClassId: before?.homeClassId ?? null,
    }
    const classKey = hasColumn(row.sheet, 'homeClass') ? (homeClass ? classes.need(homeClass) : 'none') : null
    const classChanges =
      classKey !== null && (classKey === 'none' ? null : classes.idOf(classKey)) !== after.homeClassId
    const columns = ['name', 'isActive', 'kind', 'staffNumber', 'subject', 'phoneSealed'] as const
    if (before && !classChanges && columns.every((column) => before[column] === after[column])) return null
    return { before, after, classKey }
  }

  private async save(
    tx: EntityManager,
    person: ActingPerson,
    school: School,
    changes: Change[],
    needed: NeededClasses,
  ): Promise<void> {
    const classes = await needed.make(tx, person)
    const placed = changes.map(({ before, after, classKey }) => ({
      before,
      after: { ...after, homeClassId: classIdOf(classKey, after.homeClassId, classes) },
    }))
    const added = placed.filter(({ before }) => !before).map(({ after }) => after)
    const changed = placed.filter(
      (change): change is { before: Teacher; after: typeof change.after } => change.before !== null,
    )
    const last = await tx
      .createQueryBuilder(Teacher, 'teacher')
      .select('MAX(teacher.id)', 'id')
      .getRawOne<{ id: number | string | null }>()
    for (let start = 0; start < added.length; start += largestInsert)
      await tx.insert(Teacher, added.slice(start, start + largestInsert))
    for (let start = 0; start < changed.length; start += largestInsert) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(Teacher)
        .values(
          changed
            .slice(start, start + largestInsert)
            .map(({ before, after }) => ({ ...after, id: before.id })),
        )
        .orUpdate(
          ['name', 'namePinyin', 'isActive', 'kind', 'staffNumber', 'subject', 'phoneSealed', 'homeClassId'],
          ['id'],
        )
        .updateEntity(false)
        .execute()
    }
    const made =
      added.length === 0
        ? []
        : await tx
            .createQueryBuilder(Teacher, 'teacher')
            .where('teacher.schoolId = :schoolId AND teacher.id > :last', {
              schoolId: school.id,
              last: Number(last?.id ?? 0),
            })
            .getMany()
    const common = { entity: 'teacher', schoolId: school.id }
    await this.audit.recordMany(tx, person, [
      ...made.map((teacher) => ({
        ...common,
        action: 'teacher.create',
        entityId: teacher.id,
        after: teacher,
      })),
      ...changed.map(({ before, after }) => ({
        ...common,
        action: 'teacher.update',
        entityId: before.id,
        before,
        after,
      })),
    ])
  }
}

function classIdOf(
  classKey: string | null,
  present: number | null,
  classes: ReadonlyMap<string, HomeClass>,
): number | null {
  if (classKey === null) return present
  return classKey === 'none' ? null : classes.get(classKey)!.id
}
