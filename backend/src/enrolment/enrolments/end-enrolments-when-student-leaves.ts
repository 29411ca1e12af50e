/** Who leaves the school leaves its sections too (离校即退出): the seats are free for others. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { SectionsService } from '../../catalogue/index.js'
import { StudentLeaves, type StudentLeft } from '../../people/index.js'
import { Enrolment } from './enrolment.entity.js'
import { enrolmentTable } from './enrolment.states.js'

@Injectable()
export class EndEnrolmentsWhenStudentLeaves implements OnModuleInit {
  constructor(
    private readonly leaves: StudentLeaves,
    private readonly transitions: Transitions,
    private readonly sections: SectionsService,
  ) {}

  onModuleInit(): void {
    this.leaves.follow((tx, actor, left) => this.end(tx, actor, left))
  }

  private async end(tx: EntityManager, actor: Actor, { studentId, leftOn }: StudentLeft): Promise<void> {
    const active = await tx.find(Enrolment, { select: { id: true }, where: { studentId, status: 'active' } })
    const enrolments = await this.transitions.takeAll(
      tx,
      Enrolment,
      active.map(({ id }) => id),
      () => tx.find(Enrolment, { where: { studentId, status: 'active' }, order: { sectionId: 'ASC' } }),
    )
    await this.transitions.moveMany(tx, enrolmentTable, Enrolment, enrolments, 'end', actor, {
      set: { endsOn: leftOn },
    })
    await this.sections.freeOneSeatEach(
      tx,
      enrolments.map((enrolment) => enrolment.sectionId),
    )
  }
}
