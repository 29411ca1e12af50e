/** Are a section's children elsewhere at that time? Who is in which section is known to enrolment, which answers here. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { LocalDate } from '../../platform/calendar.js'
import type { BusyChildren } from './clashes.js'
import type { ChildrenProfile } from './shared-children.js'

export interface ChildrenAnswers {
  /** Makes changes of the children's week wait until the transaction ends; called before anything is read. */
  hold(tx: EntityManager, schoolId: number, sectionId: number): Promise<void>
  /** Placed sections of the timetable with which the section shares children. */
  busy(manager: EntityManager, timetableId: number, sectionId: number): Promise<BusyChildren[]>
  /** Children who are in several sections of the term, those of the same sections together. */
  profiles(manager: EntityManager, schoolId: number, termId: number): Promise<ChildrenProfile[]>
  /** Children whom any of the sections shares with any of the others, and from when to when. */
  sharing(
    manager: EntityManager,
    sectionIds: readonly number[],
    otherIds: readonly number[],
  ): Promise<SharedChildren[]>
}

/** Children who are in both sections on the same days; both days included, null: without end. */
export interface SharedChildren {
  readonly sectionId: number
  readonly otherId: number
  readonly fromOn: LocalDate
  readonly toOn: LocalDate | null
  readonly count: number
}

/** How many are in both sections on that day. */
export function sharedOn(
  shared: readonly SharedChildren[],
  sectionId: number,
  otherId: number,
  on: LocalDate,
): number {
  return shared
    .filter(
      (each) =>
        each.sectionId === sectionId &&
        each.otherId === otherId &&
        each.fromOn <= on &&
        (each.toOn === null || on <= each.toOn),
    )
    .reduce((sum, { count }) => sum + count, 0)
}

@Injectable()
export class ChildrenWatch {
  private answers: ChildrenAnswers | null = null

  /** Said once at start by the module that keeps the enrolments. */
  answerWith(answers: ChildrenAnswers): void {
    this.answers = answers
  }

  async hold(tx: EntityManager, schoolId: number, sectionId: number): Promise<void> {
    await this.answers?.hold(tx, schoolId, sectionId)
  }

  async busy(manager: EntityManager, timetableId: number, sectionId: number): Promise<BusyChildren[]> {
    return this.answers ? this.answers.busy(manager, timetableId, sectionId) : []
  }

  async profiles(manager: EntityManager, schoolId: number, termId: number): Promise<ChildrenProfile[]> {
    return this.answers ? this.answers.profiles(manager, schoolId, termId) : []
  }

  async sharing(
    manager: EntityManager,
    sectionIds: readonly number[],
    otherIds: readonly number[],
  ): Promise<SharedChildren[]> {
    return this.answers && sectionIds.length > 0 && otherIds.length > 0
      ? this.answers.sharing(manager, sectionIds, otherIds)
      : []
  }
}
