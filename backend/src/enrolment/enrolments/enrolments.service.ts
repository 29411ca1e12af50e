/** Which student has a place in which section (报名), from when to when? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Taken, Transitions } from '../../audit/index.js'
import { Course, Section, SectionsService } from '../../catalogue/index.js'
import { HomeClass, scoped, Term } from '../../organisation/index.js'
import { raiseWeekRevision, Student } from '../../people/index.js'
import { Clock, localTimeOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { equals, search } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { eventsFrom } from '../../platform/states.js'
import { Sentences } from '../../platform/sentences.js'
import { holdSessions } from '../../timetabling/index.js'
import { busyElsewhere } from './busy-elsewhere.js'
import { Enrolment } from './enrolment.entity.js'
import { enrolmentTable } from './enrolment.states.js'
import {
  type BulkEnrolIn,
  type BulkEnrolOut,
  type EndEnrolmentIn,
  enrolmentListSheet,
  type EnrolmentListQuery,
  type EnrolmentOut,
  toEnrolmentOut,
} from './enrolments.dto.js'
import { type Candidate, judge, type Judgement } from './may-join.js'

const enrolments: Listing<EnrolmentListQuery> = {
  sortable: {
    studentName: 'student.name',
    className: 'homeClass.name',
    sectionName: 'section.name',
    startsOn: 'enrolment.startsOn',
    status: 'enrolment.status',
    id: 'enrolment.id',
  },
  filters: {
    schoolId: equals('enrolment.schoolId'),
    termId: equals('enrolment.termId'),
    sectionId: equals('enrolment.sectionId'),
    studentId: equals('enrolment.studentId'),
    homeClassId: equals('student.homeClassId'),
    status: equals('enrolment.status'),
    q: search({ names: ['student.name'], pinyin: ['student.namePinyin'], text: ['section.name'] }),
  },
}

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly sections: SectionsService,
    private readonly sentences: Sentences,
  ) {}

  list(actor: Actor, list: EnrolmentListQuery): Promise<Page<EnrolmentOut>> {
    return paged(this.visible(actor), list, enrolments, (enrolment) =>
      toEnrolmentOut(enrolment, actionsOn(enrolment, actor)),
    )
  }

  /** All rows; that names of children were taken out is noted first, with the filters but not what was searched for. */
  async sheet(actor: Actor, list: EnrolmentListQuery): Promise<SheetOut> {
    const query = ordered(this.visible(actor), list, enrolments)
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: 'enrolment.export',
        entity: 'enrolment',
        entityId: null,
        schoolId: list.schoolId ?? actor.schoolId,
        after: {
          sectionId: list.sectionId ?? null,
          homeClassId: list.homeClassId ?? null,
          hasSearch: Boolean(list.q),
        },
      }),
    )
    return listSheet(
      enrolmentListSheet,
      actor.language,
      rowsOf(query, (enrolment) => toEnrolmentOut(enrolment, [])),
    )
  }

  private visible(actor: Actor): SelectQueryBuilder<Enrolment> {
    return scoped(this.joined(this.database.read), actor)
  }

  async get(actor: Actor, id: number): Promise<EnrolmentOut> {
    const enrolment = await this.find(this.database.read, actor, id)
    return toEnrolmentOut(enrolment, actionsOn(enrolment, actor))
  }

  /** Enrols whom it can and says for each of the others why not; seats go in the order given. */
  async enrolMany(actor: Actor, given: BulkEnrolIn): Promise<BulkEnrolOut> {
    const section = await this.sections.require(actor, given.sectionId)
    if (!section.isActive) throw new RuleBroken('enrolment.section_closed', { section: section.name })
    const asked = await this.asked(section, given)
    return this.database.transaction(async (tx) => {
      // First the school's sessions, then the students' rows, then the section's: who changes the same waits here, and all that is read below is current.
      await holdSessions(tx, section.schoolId)
      await raiseWeekRevision(
        tx,
        section.schoolId,
        [...asked].sort((a, b) => a - b),
      )
      await this.sections.hold(tx, section.id)
      const current = await this.sections.require(actor, section.id, tx)
      const candidates = await this.candidates(tx, section.schoolId, asked)
      const mine = { sectionId: section.id, studentId: In(asked) }
      const known = await tx.find(Enrolment, { select: { id: true }, where: mine })
      const enrolments = await this.transitions.takeAll(
        tx,
        Enrolment,
        known.map((enrolment) => enrolment.id),
        () => tx.find(Enrolment, { where: mine }),
      )
      const inSection = new Set(
        enrolments
          .filter((enrolment) => enrolment.status === 'active')
          .map((enrolment) => enrolment.studentId),
      )
      const facts = {
        ...current,
        homeClassName: current.homeClass?.name ?? null,
        freeSeats: current.capacity - current.enrolledCount,
      }
      const busy = await busyElsewhere(tx, {
        sectionId: section.id,
        studentIds: asked,
        today: this.clock.today(),
        time: localTimeOf(this.clock.now()),
        language: actor.language,
      })
      const answers = judge(asked, candidates, facts, inSection, busy)
      const joining = answers.filter((answer) => !answer.refusal).map((answer) => answer.studentId)
      await this.join(tx, actor, current, joining, enrolments)
      const refused = this.refused(answers, candidates, actor.language)
      await this.audit.record(tx, actor, {
        action: 'section.enrol',
        entity: 'section',
        entityId: section.id,
        schoolId: section.schoolId,
        after: { enrolled: joining.length, refused: refused.length },
      })
      return {
        sectionId: section.id,
        done: joining,
        refused,
        freeCount: facts.freeSeats - joining.length,
      }
    })
  }

  /** Ends an enrolment and gives the seat back; the row stays. */
  async end(actor: Actor, id: number, given: EndEnrolmentIn): Promise<EnrolmentOut> {
    const { schoolId, studentId } = await this.find(this.database.read, actor, id)
    const endsOn = given.endsOn ?? this.clock.today()
    return this.database.transaction(async (tx) => {
      await raiseWeekRevision(tx, schoolId, [studentId])
      const found = await this.transitions.take(tx, enrolmentTable, Enrolment, id, 'end', actor, {
        read: () => this.find(tx, actor, id),
        seen: given,
      })
      if (endsOn < found.startsOn && found.startsOn <= this.clock.today())
        throw new RuleBroken('enrolment.ends_before_it_starts', { startsOn: found.startsOn })
      await this.transitions.move(tx, enrolmentTable, Enrolment, found, 'end', actor, {
        comment: given.comment,
        set: { endsOn },
      })
      await this.sections.freeSeats(tx, found.sectionId, 1)
      const after = await this.find(tx, actor, id)
      return toEnrolmentOut(after, actionsOn(after, actor))
    })
  }

  private async asked(section: Section, given: BulkEnrolIn): Promise<number[]> {
    if ((given.studentIds === undefined) === (given.homeClassId === undefined))
      throw new Invalid('enrolment.students_or_home_class')
    if (given.studentIds) return given.studentIds
    const students = await this.database.read
      .createQueryBuilder(Student, 'student')
      .select(['student.id'])
      .where(
        'student.schoolId = :schoolId AND student.homeClassId = :homeClassId AND student.leftOn IS NULL',
        { schoolId: section.schoolId, homeClassId: given.homeClassId },
      )
      .orderBy('student.id')
      .getMany()
    if (students.length === 0) throw new RuleBroken('enrolment.home_class_empty')
    return students.map((student) => student.id)
  }

  private async candidates(
    tx: EntityManager,
    schoolId: number,
    ids: readonly number[],
  ): Promise<Candidate[]> {
    const students = await tx
      .createQueryBuilder(Student, 'student')
      .innerJoinAndMapOne('student.homeClass', HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
      .where('student.schoolId = :schoolId AND student.id IN (:...ids)', { schoolId, ids: [...ids] })
      .getMany()
    const today = this.clock.today()
    return students.map(({ id, name, homeClassId, homeClass, leftOn }) => ({
      studentId: id,
      name,
      homeClassId,
      className: homeClass!.name,
      grade: homeClass!.grade,
      hasLeft: leftOn !== null && leftOn <= today,
    }))
  }

  private refused(
    answers: readonly Judgement[],
    candidates: readonly Candidate[],
    language: 'zh' | 'en',
  ): BulkEnrolOut['refused'] {
    const known = new Map(candidates.map((candidate) => [candidate.studentId, candidate]))
    return answers.flatMap(({ studentId, refusal }) =>
      refusal
        ? {
            id: studentId,
            code: refusal.code,
            message: this.sentences.say(refusal, language),
            params: { ...refusal.params },
            studentName: known.get(studentId)?.name ?? null,
            className: known.get(studentId)?.className ?? null,
          }
        : [],
    )
  }

  private async join(
    tx: EntityManager,
    actor: Actor,
    section: Section,
    joining: readonly number[],
    enrolments: readonly Taken<Enrolment>[],
  ): Promise<void> {
    if (joining.length === 0) return
    if (!(await this.sections.takeSeats(tx, section.id, joining.length)))
      throw new StateConflict('state.conflict')
    const back = enrolments.filter((enrolment) => joining.includes(enrolment.studentId))
    const startsOn = await this.firstDay(tx, section)
    await this.transitions.moveMany(tx, enrolmentTable, Enrolment, back, 'resume', actor, {
      set: { startsOn, endsOn: null },
    })
    const isBack = new Set(back.map((enrolment) => enrolment.studentId))
    const fresh = joining.filter((studentId) => !isBack.has(studentId))
    if (fresh.length === 0) return
    await tx.insert(
      Enrolment,
      fresh.map((studentId) => ({
        schoolId: section.schoolId,
        termId: section.termId,
        studentId,
        sectionId: section.id,
        startsOn,
        endsOn: null,
        status: 'active' as const,
      })),
    )
    const made = await tx.find(Enrolment, { where: { sectionId: section.id, studentId: In(fresh) } })
    await this.audit.recordMany(
      tx,
      actor,
      made.map((enrolment) => ({
        action: 'enrolment.create',
        entity: 'enrolment',
        entityId: enrolment.id,
        schoolId: section.schoolId,
        after: enrolment,
      })),
    )
  }

  // Before the term begins a place counts from its first day.
  private async firstDay(tx: EntityManager, section: Section): Promise<string> {
    const { startsOn } = await tx.findOneByOrFail(Term, { id: section.termId })
    const today = this.clock.today()
    return startsOn > today ? startsOn : today
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Enrolment> {
    const enrolment = await scoped(this.joined(manager), actor, 'enrolment.schoolId')
      .andWhere('enrolment.id = :id', { id })
      .getOne()
    if (!enrolment) throw new NotFound('enrolment', id)
    return enrolment
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Enrolment> {
    return manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoinAndMapOne('enrolment.student', Student, 'student', 'student.id = enrolment.studentId')
      .innerJoinAndMapOne('enrolment.homeClass', HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
      .innerJoinAndMapOne('enrolment.section', Section, 'section', 'section.id = enrolment.sectionId')
      .innerJoinAndMapOne('enrolment.course', Course, 'course', 'course.id = section.courseId')
  }
}

function actionsOn(enrolment: Enrolment, actor: Actor): string[] {
  return eventsFrom(enrolmentTable, enrolment.status, actor.permissions).filter((event) => event !== 'resume')
}
