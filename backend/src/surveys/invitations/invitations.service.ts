/** Who may answer (问卷邀请)? One right for each guardian and child, used once. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { School } from '../../organisation/index.js'
import { type Child, Guardianship, Student } from '../../people/index.js'
import { StateConflict } from '../../platform/errors.js'
import type { Survey } from '../surveys/survey.entity.js'
import { Invitation } from './invitation.entity.js'

const batch = 500

@Injectable()
export class InvitationsService {
  /** Invites every guardian of the students of the survey's region; those who are invited already are left out. */
  async inviteAll(tx: EntityManager, survey: Survey): Promise<void> {
    const rows = await this.invitable(tx, survey)
      .leftJoin(
        Invitation,
        'invitation',
        'invitation.surveyId = :surveyId AND invitation.studentId = guardianship.studentId AND invitation.guardianId = guardianship.guardianId',
        { surveyId: survey.id },
      )
      .where('invitation.id IS NULL')
      .getMany()
    const invitations = rows.map(({ schoolId, studentId, guardianId }) => ({
      surveyId: survey.id,
      schoolId,
      studentId,
      guardianId,
      isAnswered: false,
    }))
    for (let start = 0; start < invitations.length; start += batch)
      await tx.insert(Invitation, invitations.slice(start, start + batch))
  }

  /** How many `inviteAll` would invite for a survey that has not been opened. */
  count(manager: EntityManager, survey: Survey): Promise<number> {
    return this.invitable(manager, survey).getCount()
  }

  private invitable(manager: EntityManager, survey: Survey): SelectQueryBuilder<Guardianship> {
    return manager
      .createQueryBuilder(Guardianship, 'guardianship')
      .innerJoin(Student, 'student', 'student.id = guardianship.studentId AND student.leftOn IS NULL')
      .innerJoin(School, 'school', 'school.id = guardianship.schoolId AND school.regionCode LIKE :region', {
        region: `${survey.regionCode}%`,
      })
  }

  /** Invites guardians of children who came after the survey was opened. */
  async inviteLate(tx: EntityManager, survey: Survey, children: readonly Child[]): Promise<void> {
    const values = children
      .filter((child) => child.school.regionCode.startsWith(survey.regionCode))
      .map((child) => ({
        surveyId: survey.id,
        schoolId: child.schoolId,
        studentId: child.id,
        guardianId: child.guardian.id,
        isAnswered: false,
      }))
    if (values.length > 0)
      await tx.createQueryBuilder().insert().into(Invitation).values(values).orIgnore().execute()
  }

  /** Uses the right; the guarded update lets one answer through however many arrive. */
  async use(tx: EntityManager, surveyId: number, studentId: number, guardianId: number): Promise<void> {
    const used = await tx
      .createQueryBuilder()
      .update(Invitation)
      .set({ isAnswered: true })
      .where(
        'surveyId = :surveyId AND studentId = :studentId AND guardianId = :guardianId AND isAnswered = :no',
        { surveyId, studentId, guardianId, no: false },
      )
      .execute()
    if (used.affected !== 1) throw new StateConflict('surveys.answered_already')
  }
}
