/** Sessions (课次) with the names around them: who and where now, who and where as planned, what makes up for what. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Session } from './session.entity.js'

/** Every join finds at most one row: a session has at most one make-up that is not called off. */
export function joinedSessions(manager: EntityManager): SelectQueryBuilder<Session> {
  return manager
    .createQueryBuilder(Session, 'session')
    .innerJoinAndMapOne('session.section', Section, 'section', 'section.id = session.sectionId')
    .innerJoinAndMapOne('session.course', Course, 'course', 'course.id = section.courseId')
    .innerJoinAndMapOne('session.teacher', Teacher, 'teacher', 'teacher.id = session.teacherId')
    .innerJoinAndMapOne('session.room', Room, 'room', 'room.id = session.roomId')
    .innerJoinAndMapOne(
      'session.plannedTeacher',
      Teacher,
      'plannedTeacher',
      'plannedTeacher.id = session.plannedTeacherId',
    )
    .innerJoinAndMapOne('session.plannedRoom', Room, 'plannedRoom', 'plannedRoom.id = session.plannedRoomId')
    .leftJoinAndMapOne('session.homeClass', HomeClass, 'homeClass', 'homeClass.id = section.homeClassId')
    .leftJoinAndMapOne('session.original', Session, 'original', 'original.id = session.makesUpId')
    .leftJoinAndMapOne(
      'session.makeUp',
      Session,
      'makeUp',
      "makeUp.makesUpId = session.id AND makeUp.status = 'planned'",
    )
}
