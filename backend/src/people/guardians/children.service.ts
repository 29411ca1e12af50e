/** Whose guardian is this (我的孩子)? The scope of everything that the parents' page asks for. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { Student } from '../students/student.entity.js'
import type { ChildOut } from './activation.dto.js'
import { Guardian } from './guardian.entity.js'
import { Guardianship } from './guardianship.entity.js'

export type Child = Student & { homeClass: HomeClass; school: School; guardian: Guardian }

@Injectable()
export class ChildrenService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<ChildOut[]> {
    return (await this.of(this.database.read, actor)).map(
      ({ id, name, schoolId, school, homeClassId, homeClass }) => ({
        studentId: id,
        name,
        schoolId,
        schoolName: school.name,
        homeClassId,
        className: homeClass.name,
      }),
    )
  }

  /** The guardian's children who are still at school, with class, school and the guardian's own row. */
  of(manager: EntityManager, actor: Actor): Promise<Child[]> {
    return this.query(manager, actor).getMany() as Promise<Child[]>
  }

  /** One child of one's own; anybody else's does not exist. */
  async require(manager: EntityManager, actor: Actor, studentId: number): Promise<Child> {
    const child = await this.query(manager, actor).andWhere('student.id = :studentId', { studentId }).getOne()
    if (!child) throw new NotFound('student', studentId)
    return child as Child
  }

  private query(manager: EntityManager, actor: Actor): SelectQueryBuilder<Student> {
    return manager
      .createQueryBuilder(Student, 'student')
      .innerJoin(Guardianship, 'guardianship', 'guardianship.studentId = student.id')
      .innerJoinAndMapOne(
        'student.guardian',
        Guardian,
        'guardian',
        'guardian.id = guardianship.guardianId AND guardian.userId = :userId',
        { userId: actor.userId },
      )
      .innerJoinAndMapOne('student.homeClass', HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
      .innerJoinAndMapOne('student.school', School, 'school', 'school.id = student.schoolId')
      .where('student.leftOn IS NULL')
      .orderBy('homeClass.grade')
      .addOrderBy('student.id')
  }
}
