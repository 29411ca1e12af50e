/** What would a run put where (排课结果), and how does it become the draft? */
import { raiseUnchangedDraft } from '../timetables/hold-draft.js'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { StateConflict } from '../../platform/errors.js'
import { isFixed } from '../planning/week-readiness.js'
import { Slot } from '../slots/slot.entity.js'
import { wholeTerm } from '../timetables/clashes.js'
import { type PlacementRow, toRow } from '../timetables/draft-changes.js'
import { DraftStepsService } from '../timetables/draft-steps.service.js'
import { GridService } from '../timetables/grid.service.js'
import { Placement } from '../timetables/placement.entity.js'
import { type PlacementOut, toPlacementOut } from '../timetables/placements.dto.js'
import { Timetable } from '../timetables/timetable.entity.js'
import type { GridOut, GridSide } from '../timetables/timetables.dto.js'
import { RunPlacement } from './run-placement.entity.js'
import { TimetableRun } from './timetable-run.entity.js'
import { runTable } from './timetable-run.states.js'
import type { TimetableRunOut } from './timetable-runs.dto.js'
import { TimetableRunsService } from './timetable-runs.service.js'

const placeKey = ({ sectionId, slotId }: Pick<Placement, 'sectionId' | 'slotId'>) => `${sectionId}/${slotId}`

@Injectable()
export class RunResultService {
  constructor(
    private readonly database: Database,
    private readonly runs: TimetableRunsService,
    private readonly grids: GridService,
    private readonly steps: DraftStepsService,
    private readonly transitions: Transitions,
    private readonly audit: AuditEntries,
  ) {}

  /** The draft's grid as it would be; what the run puts somewhere has negative ids. */
  async result(actor: Actor, id: number, by: GridSide): Promise<GridOut> {
    const run = await this.runs.find(this.database.read, actor, id)
    if (run.status === 'waiting' || run.status === 'failed')
      throw new StateConflict('scheduling.run_without_result')
    const draft = await this.grids.grid(actor, run.timetableId, by)
    const staying = draft.rows.flatMap((row) => row.placements).filter(isFixed)
    const stays = new Set(staying.map(placeKey))
    return this.grids.gridOf(draft.timetable, by, [
      ...staying,
      ...(await this.placements(this.database.read, id)).filter(
        (placement) => !stays.has(placeKey(placement)),
      ),
    ])
  }

  /** Makes the draft what the run found, as one step that can be undone. Refused where the draft has changed since. */
  async accept(actor: Actor, id: number): Promise<TimetableRunOut> {
    const { timetableId } = await this.runs.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      // The draft first, as everywhere: who places by hand holds it too.
      await this.transitions.takeAll(tx, Timetable, [timetableId], () =>
        tx.findBy(Timetable, { id: timetableId }),
      )
      const run = await this.runs.take(tx, actor, id, 'accept')
      await this.holdUnchanged(tx, actor, run)
      await this.transitions.move(tx, runTable, TimetableRun, run, 'accept', actor)
      const timetable = await tx.findOneByOrFail(Timetable, { id: run.timetableId })
      const staying = (await tx.findBy(Placement, { timetableId: timetable.id })).filter(isFixed)
      const stays = new Set(staying.map(placeKey))
      const found = (await tx.findBy(RunPlacement, { runId: id })).filter(
        (placement) => !stays.has(placeKey(placement)),
      )
      const rows: PlacementRow[] = [
        ...staying.map(toRow),
        ...found.map(({ sectionId, slotId, teacherId, roomId }) =>
          toRow({ sectionId, slotId, teacherId, roomId, isLocked: false, ...wholeTerm }),
        ),
      ]
      const { gone, come } = await this.steps.replace(tx, actor, timetable, rows)
      await this.audit.record(tx, actor, {
        action: 'timetable.accept_run',
        entity: 'timetable',
        entityId: timetable.id,
        schoolId: run.schoolId,
        after: { runId: id, gone: gone.length, come: come.length },
      })
      return this.runs.out(tx, actor, await this.runs.find(tx, actor, id))
    })
  }

  private async holdUnchanged(tx: EntityManager, actor: Actor, run: TimetableRun): Promise<void> {
    if (await raiseUnchangedDraft(tx, run.timetableId, run.draftRevision)) return
    const now = await this.runs.find(tx, actor, run.id)
    if (now.status !== 'finished')
      throw new StateConflict('state.not_possible', { event: 'accept', status: now.status })
    const { status, version } = await tx.findOneByOrFail(Timetable, { id: run.timetableId })
    throw status === 'draft'
      ? new StateConflict('scheduling.draft_changed_since_run')
      : new StateConflict('scheduling.timetable_not_draft', { version })
  }

  private async placements(manager: EntityManager, runId: number): Promise<PlacementOut[]> {
    const rows = await manager
      .createQueryBuilder(RunPlacement, 'placement')
      .innerJoinAndMapOne('placement.section', Section, 'section', 'section.id = placement.sectionId')
      .innerJoinAndMapOne('placement.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('placement.slot', Slot, 'slot', 'slot.id = placement.slotId')
      .innerJoinAndMapOne('placement.teacher', Teacher, 'teacher', 'teacher.id = placement.teacherId')
      .innerJoinAndMapOne('placement.room', Room, 'room', 'room.id = placement.roomId')
      .leftJoinAndMapOne('placement.homeClass', HomeClass, 'homeClass', 'homeClass.id = section.homeClassId')
      .where('placement.runId = :runId', { runId })
      .orderBy('slot.weekday')
      .addOrderBy('slot.startTime')
      .addOrderBy('section.name')
      .getMany()
    // Joined the same way, a row of a run reads like a placement that is not locked and holds all term.
    return (rows as unknown as Placement[]).map((row) =>
      toPlacementOut({
        ...row,
        ...wholeTerm,
        id: -row.id,
        timetableId: 0,
        isLocked: false,
        homeClassId: row.homeClass?.id ?? null,
      }),
    )
  }
}
