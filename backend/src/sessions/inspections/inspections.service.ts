/** What did patrols find at sessions (巡课), and what is still to be mended? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries, type EventIn, Transitions } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { addDays, Clock, localDateOf } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { atLeast, atMost, contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { editing, eventsFrom } from '../../platform/states.js'
import { Duty } from '../duties/duty.entity.js'
import { ownTeacher } from '../sessions/own-teacher.js'
import { printDay, printMoment } from '../sessions/print-moment.js'
import { SessionChecks } from '../sessions/session-checks.service.js'
import { joinedSessions } from '../sessions/session-query.js'
import { Session } from '../sessions/session.entity.js'
import { SessionsService } from '../sessions/sessions.service.js'
import { toSubstitutionSessionOut } from '../substitutions/substitutions.dto.js'
import { Inspection } from './inspection.entity.js'
import { inspectionTable } from './inspection.states.js'
import {
  type CreateInspectionIn,
  type InspectionListQuery,
  type InspectionOut,
  type PatrolOut,
  toInspectionOut,
  type UpdateInspectionIn,
} from './inspections.dto.js'

const inspections: Listing<InspectionListQuery> = {
  sortable: {
    heldOn: 'inspection.heldOn',
    status: 'inspection.status',
    inspectedAt: 'inspection.inspectedAt',
    id: 'inspection.id',
  },
  filters: {
    schoolId: equals('inspection.schoolId'),
    termId: equals('session.termId'),
    from: atLeast('inspection.heldOn'),
    to: atMost('inspection.heldOn'),
    status: equals('inspection.status'),
    teacherId: equals('session.teacherId'),
    sectionId: equals('session.sectionId'),
    q: contains('inspection.remark'),
  },
}
/** Who keeps the roster may add what was written on paper, for so many days. */
const laterDays = 14

@Injectable()
export class InspectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly sessions: SessionsService,
    private readonly checks: SessionChecks,
  ) {}

  async list(actor: Actor, list: InspectionListQuery): Promise<Page<InspectionOut>> {
    const query = scoped(this.database.read.createQueryBuilder(Inspection, 'inspection'), actor).innerJoin(
      Session,
      'session',
      'session.id = inspection.sessionId',
    )
    const page = await paged(
      query,
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      inspections,
      (inspection) => inspection,
    )
    return { ...page, items: await this.outs(this.database.read, actor, page.items) }
  }

  async get(actor: Actor, id: number): Promise<InspectionOut> {
    return this.out(this.database.read, actor, await this.require(this.database.read, actor, id))
  }

  /** Today's sessions as the patrol sees them on the phone. */
  async patrol(actor: Actor): Promise<PatrolOut> {
    const manager = this.database.read
    const today = this.clock.today()
    const own = await ownTeacher(manager, actor)
    const duties = own ? await manager.findBy(Duty, { teacherId: own.id, heldOn: today }) : []
    const sessions = await scoped(joinedSessions(manager), actor, 'session.schoolId')
      .andWhere("session.heldOn = :today AND session.status = 'planned'", { today })
      .orderBy('session.startTime')
      .addOrderBy('room.name')
      .addOrderBy('session.id')
      .getMany()
    const written =
      sessions.length === 0
        ? []
        : await manager.findBy(Inspection, {
            sessionId: In(sessions.map((session) => session.id)),
            inspectedById: actor.userId,
          })
    const outs = new Map((await this.outs(manager, actor, written)).map((out) => [out.sessionId, out]))
    return {
      today,
      mayInspect: duties.length > 0 || actor.permissions.has('duty.write'),
      area: duties.find((duty) => duty.area)?.area ?? null,
      sessions: sessions.map((session) => {
        const { status: _status, ...named } = toSubstitutionSessionOut(session)
        return {
          ...named,
          dueCount: session.section!.enrolledCount,
          hasBegun: this.checks.hasBegun(session),
          isOwn: own?.id === session.teacherId,
          inspection: outs.get(session.id) ?? null,
        }
      }),
    }
  }

  /** By who is on patrol or duty that day, on that day; what was found stays open until it is mended. */
  async create(
    actor: Actor,
    { sessionId, remark, needsMending = false, ...found }: CreateInspectionIn,
  ): Promise<InspectionOut> {
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.require(tx, actor, sessionId)
      await this.requireMayInspect(tx, actor, session)
      const row = tx.create(Inspection, {
        ...found,
        schoolId: session.schoolId,
        sessionId,
        heldOn: session.heldOn,
        dueCount: session.section!.enrolledCount,
        remark: remark?.trim() || null,
        status: 'clear',
        mending: null,
        inspectedById: actor.userId,
        inspectedAt: this.clock.now(),
      })
      await onDuplicate(
        () => tx.save(row),
        () => new StateConflict('scheduling.inspected_already'),
      )
      const made = await this.transitions.made(tx, inspectionTable, row, actor)
      await this.audit.record(tx, actor, {
        action: 'inspection.create',
        entity: 'inspection',
        entityId: made.id,
        schoolId: made.schoolId,
        after: made,
      })
      if (needsMending || hasFinding(found))
        await this.transitions.move(tx, inspectionTable, Inspection, made, 'find', actor, {
          comment: made.remark ?? undefined,
        })
      return this.out(tx, actor, await this.require(tx, actor, made.id))
    })
  }

  /** By who wrote it, on the same day; by who keeps the roster also later. What was mended stays as it is. */
  async update(
    actor: Actor,
    id: number,
    { needsMending, remark, revision, ...found }: UpdateInspectionIn,
  ): Promise<InspectionOut> {
    const { schoolId } = await this.require(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      const read = async () => {
        const inspection = await this.require(tx, actor, id)
        await this.requireMayCorrect(tx, actor, inspection)
        return inspection
      }
      const taken = await this.transitions.take(tx, inspectionTable, Inspection, id, editing, actor, {
        read,
        seen: { revision },
      })
      const before = { ...taken }
      const change = { ...found, ...(remark === undefined ? {} : { remark: remark?.trim() || null }) }
      const after = { ...before, ...change }
      await this.transitions.edit(tx, inspectionTable, Inspection, taken, change, actor)
      await this.audit.record(tx, actor, {
        action: 'inspection.update',
        entity: 'inspection',
        entityId: id,
        schoolId,
        before,
        after,
      })
      // An open entry without any of the four findings was opened by hand.
      const isOpen = hasFinding(after) || (needsMending ?? (before.status === 'open' && !hasFinding(before)))
      const event = isOpen ? 'find' : 'clear'
      if (isOpen !== (before.status === 'open'))
        await this.transitions.move(tx, inspectionTable, Inspection, taken, event, actor, {
          comment: after.remark ?? undefined,
        })
      return this.out(tx, actor, await this.require(tx, actor, id))
    })
  }

  async mend(actor: Actor, id: number, { comment, ...seen }: EventIn): Promise<InspectionOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.require(tx, actor, id)
      const inspection = await this.transitions.take(tx, inspectionTable, Inspection, id, 'mend', actor, {
        read,
        seen,
      })
      await this.transitions.move(tx, inspectionTable, Inspection, inspection, 'mend', actor, {
        comment,
        set: { mending: comment?.trim() ?? null },
      })
      return this.out(tx, actor, await this.require(tx, actor, id))
    })
  }

  private async requireMayCorrect(tx: EntityManager, actor: Actor, inspection: Inspection): Promise<void> {
    const keepsRoster = actor.permissions.has('duty.write')
    if (!keepsRoster && inspection.inspectedById !== actor.userId)
      throw new Forbidden('scheduling.not_your_inspection')
    if (inspection.status === 'mended') throw new StateConflict('scheduling.inspection_mended')
    if (!keepsRoster && !this.isOfToday(inspection))
      throw new RuleBroken('scheduling.inspection_day_over', {
        day: printDay(localDateOf(inspection.inspectedAt), actor.language),
      })
    const session = await this.sessions.require(tx, actor, inspection.sessionId)
    if ((await ownTeacher(tx, actor))?.id === session.teacherId)
      throw new RuleBroken('scheduling.own_session_inspected')
  }

  private isOfToday({ inspectedAt }: Inspection): boolean {
    return localDateOf(inspectedAt) === this.clock.today()
  }

  private async requireMayInspect(tx: EntityManager, actor: Actor, session: Session): Promise<void> {
    const params = { section: session.section!.name, when: printMoment(session, actor.language) }
    const today = this.clock.today()
    const keepsRoster = actor.permissions.has('duty.write')
    const own = await ownTeacher(tx, actor)
    if (own?.id === session.teacherId) throw new RuleBroken('scheduling.own_session_inspected')
    if (!keepsRoster && (!own || !(await tx.existsBy(Duty, { teacherId: own.id, heldOn: session.heldOn }))))
      throw new Forbidden('scheduling.not_on_patrol')
    if (session.status !== 'planned') throw new RuleBroken('scheduling.session_off', params)
    if (!this.checks.hasBegun(session)) throw new RuleBroken('scheduling.session_not_begun', params)
    if (session.heldOn < (keepsRoster ? addDays(today, -laterDays) : today))
      throw new RuleBroken('scheduling.patrol_day_over', { days: laterDays })
  }

  private async require(manager: EntityManager, actor: Actor, id: number): Promise<Inspection> {
    const inspection = await scoped(manager.createQueryBuilder(Inspection, 'inspection'), actor)
      .andWhere('inspection.id = :id', { id })
      .getOne()
    if (!inspection) throw new NotFound('inspection', id)
    return inspection
  }

  private actionsOn(inspection: Inspection, actor: Actor, isOwnSession: boolean): string[] {
    const mayCorrect =
      inspection.status !== 'mended' &&
      !isOwnSession &&
      actor.permissions.has('inspection.write') &&
      (actor.permissions.has('duty.write') ||
        (inspection.inspectedById === actor.userId && this.isOfToday(inspection)))
    return [
      ...(mayCorrect ? ['update'] : []),
      ...eventsFrom(inspectionTable, inspection.status, actor.permissions).filter(
        (event) => event === 'mend',
      ),
    ]
  }

  private async out(manager: EntityManager, actor: Actor, inspection: Inspection): Promise<InspectionOut> {
    return (await this.outs(manager, actor, [inspection]))[0]!
  }

  private async outs(
    manager: EntityManager,
    actor: Actor,
    inspections: readonly Inspection[],
  ): Promise<InspectionOut[]> {
    if (inspections.length === 0) return []
    const sessions = new Map(
      (
        await joinedSessions(manager)
          .where('session.id IN (:...ids)', { ids: inspections.map((each) => each.sessionId) })
          .getMany()
      ).map((session) => [session.id, session]),
    )
    const schools = new Map(
      (await manager.findBy(School, { id: In([...new Set(inspections.map((each) => each.schoolId))]) })).map(
        (school) => [school.id, school.name],
      ),
    )
    const users = new Map(
      (
        await manager.findBy(User, { id: In([...new Set(inspections.map((each) => each.inspectedById))]) })
      ).map((user) => [user.id, user.displayName]),
    )
    const own = await ownTeacher(manager, actor)
    return inspections.map((each) => {
      const session = sessions.get(each.sessionId)!
      return toInspectionOut(
        { ...each, session },
        schools.get(each.schoolId) ?? '',
        users.get(each.inspectedById) ?? '',
        this.actionsOn(each, actor, own?.id === session.teacherId),
      )
    })
  }
}

function hasFinding({
  isOnTime,
  isPlannedTeacher,
  isRegisterTaken,
  isNewLessonTaught,
}: Pick<Inspection, 'isOnTime' | 'isPlannedTeacher' | 'isRegisterTaken' | 'isNewLessonTaught'>): boolean {
  return !isOnTime || !isPlannedTeacher || !isRegisterTaken || isNewLessonTaught
}
