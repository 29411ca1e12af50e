/** Tells the timetable which children are elsewhere at a time (排课时的学生冲突): scheduling lies to the left and knows no enrolments. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SectionsService } from '../../catalogue/index.js'
import { raiseWeekRevision } from '../../people/index.js'
import {
  type BusyChildren,
  type ChildrenAnswers,
  type ChildrenProfile,
  ChildrenWatch,
  Placement,
  type SharedChildren,
} from '../../timetabling/index.js'
import { Enrolment } from './enrolment.entity.js'

@Injectable()
export class RefusePlacingWhenChildrenAreBusy implements OnModuleInit, ChildrenAnswers {
  constructor(
    private readonly watch: ChildrenWatch,
    private readonly sections: SectionsService,
  ) {}

  onModuleInit(): void {
    this.watch.answerWith(this)
  }

  async hold(tx: EntityManager, schoolId: number, sectionId: number): Promise<void> {
    await this.sections.hold(tx, sectionId)
    const inSection = tx
      .createQueryBuilder(Enrolment, 'enrolment')
      .select('enrolment.studentId')
      .where("enrolment.sectionId = :sectionId AND enrolment.status = 'active'")
    await raiseWeekRevision(tx, schoolId, { query: inSection.getQuery(), parameters: { sectionId } })
  }

  async busy(manager: EntityManager, timetableId: number, sectionId: number): Promise<BusyChildren[]> {
    const rows = await manager
      .createQueryBuilder(Placement, 'placement')
      .innerJoin(Enrolment, 'other', "other.sectionId = placement.sectionId AND other.status = 'active'")
      .innerJoin(
        Enrolment,
        'own',
        "own.studentId = other.studentId AND own.sectionId = :sectionId AND own.status = 'active'",
        { sectionId },
      )
      .select([
        'placement.slotId AS slotId',
        'placement.sectionId AS sectionId',
        'COUNT(DISTINCT other.studentId) AS count',
      ])
      .where('placement.timetableId = :timetableId AND placement.sectionId <> :sectionId', {
        timetableId,
        sectionId,
      })
      .groupBy('placement.slotId')
      .addGroupBy('placement.sectionId')
      .getRawMany<{ slotId: number; sectionId: number; count: number | string }>()
    return rows.map((row) => ({ slotId: row.slotId, sectionId: row.sectionId, count: Number(row.count) }))
  }

  async profiles(manager: EntityManager, schoolId: number, termId: number): Promise<ChildrenProfile[]> {
    const rows = await manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .select(['enrolment.studentId AS studentId', 'enrolment.sectionId AS sectionId'])
      .where(
        "enrolment.schoolId = :schoolId AND enrolment.termId = :termId AND enrolment.status = 'active'",
        { schoolId, termId },
      )
      .orderBy('enrolment.studentId')
      .addOrderBy('enrolment.sectionId')
      .getRawMany<{ studentId: number; sectionId: number }>()
    const ofStudent = new Map<number, number[]>()
    for (const { studentId, sectionId } of rows)
      ofStudent.set(studentId, [...(ofStudent.get(studentId) ?? []), sectionId])
    const profiles = new Map<string, { sectionIds: number[]; count: number }>()
    for (const sectionIds of ofStudent.values()) {
      const found = profiles.get(sectionIds.join())
      if (found) found.count += 1
      else if (sectionIds.length > 1) profiles.set(sectionIds.join(), { sectionIds, count: 1 })
    }
    return [...profiles.values()]
  }

  async sharing(
    manager: EntityManager,
    sectionIds: readonly number[],
    otherIds: readonly number[],
  ): Promise<SharedChildren[]> {
    const rows = await manager
      .createQueryBuilder(Enrolment, 'own')
      .innerJoin(
        Enrolment,
        'other',
        'other.studentId = own.studentId AND other.sectionId <> own.sectionId AND (own.endsOn IS NULL OR other.startsOn <= own.endsOn) AND (other.endsOn IS NULL OR own.startsOn <= other.endsOn)',
      )
      .select([
        'own.sectionId AS sectionId',
        'other.sectionId AS otherId',
        'own.startsOn AS ownFrom',
        'own.endsOn AS ownTo',
        'other.startsOn AS otherFrom',
        'other.endsOn AS otherTo',
        'COUNT(*) AS count',
      ])
      .where('own.sectionId IN (:...sectionIds) AND other.sectionId IN (:...otherIds)', {
        sectionIds: [...sectionIds],
        otherIds: [...otherIds],
      })
      .groupBy('own.sectionId')
      .addGroupBy('other.sectionId')
      .addGroupBy('own.startsOn')
      .addGroupBy('own.endsOn')
      .addGroupBy('other.startsOn')
      .addGroupBy('other.endsOn')
      .getRawMany<{
        sectionId: number
        otherId: number
        ownFrom: string
        ownTo: string | null
        otherFrom: string
        otherTo: string | null
        count: number | string
      }>()
    return rows.map(({ sectionId, otherId, ownFrom, ownTo, otherFrom, otherTo, count }) => ({
      sectionId,
      otherId,
      fromOn: ownFrom > otherFrom ? ownFrom : otherFrom,
      toOn: [ownTo, otherTo].filter((on) => on !== null).sort()[0] ?? null,
      count: Number(count),
    }))
  }
}
