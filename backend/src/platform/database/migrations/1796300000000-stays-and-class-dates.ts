/**
 * Since when classes exist and children are in them (班级起止日期、学籍在班记录), and the least number of a class (最少参加人数).
 *
 * What was kept until now says only what holds today, so old rows get their days by these rules:
 * - A class starts on 1 August of its school year. Only where the audit trail tells that it was added on a later day
 *   than the first class of that school and year (a class added afterwards) does it start on the day it was added.
 * - A class that is not active ended on the last day on which the trail says that it was set so; where it says nothing,
 *   on the day it started: it was counted on no day, and is counted on none.
 * - A child is in its class from the day the class starts. Only where the trail tells that the child was added on a
 *   later day than the first child of that class (added afterwards, not with the roster) does the stay start on that day.
 *   So a roster that came after the count day keeps its counts; what was slipped in later loses them.
 * - A stay ends on `leftOn`; where that lies before its start, it is a stay of no day.
 * Changes of class before this migration are not known as days: the class of today counts, as it did.
 */
import { type MigrationInterface, type QueryRunner, type TableColumn } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class StaysAndClassDates1796300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await addOnce(runner, 'fund_policy', column.integer(lite, 'leastParticipants', true))
    await classes(runner, lite)
    await stays(runner, lite)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

// The day at school on which a thing was first or last done, by the trail.
const dayOf = (lite: boolean, at: string): string =>
  lite ? `date(${at}, '+8 hours')` : `DATE(DATE_ADD(${at}, INTERVAL 8 HOUR))`

function added(lite: boolean, entity: string): string {
  return `SELECT entityId, ${dayOf(lite, 'MIN(at)')} AS addedOn FROM audit_entry
    WHERE entity = '${entity}' AND action = '${entity}.create' AND entityId IS NOT NULL GROUP BY entityId`
}

async function classes(runner: QueryRunner, lite: boolean): Promise<void> {
  const firstOfAugust = (of: string) =>
    lite ? `${of}.schoolYear || '-08-01'` : `CAST(CONCAT(${of}.schoolYear, '-08-01') AS DATE)`
  await addFilled(runner, 'home_class', column.on('startsOn', true), firstOfAugust('home_class'))
  const late = (await runner.query(
    `SELECT homeClass.id AS id, own.addedOn AS addedOn FROM home_class homeClass
       JOIN (${added(lite, 'home_class')}) own ON own.entityId = homeClass.id
       JOIN (
         SELECT other.schoolId AS schoolId, other.schoolYear AS schoolYear,
           MIN(COALESCE(its.addedOn, other.startsOn)) AS firstOn
         FROM home_class other LEFT JOIN (${added(lite, 'home_class')}) its ON its.entityId = other.id
         GROUP BY other.schoolId, other.schoolYear
       ) known ON known.schoolId = homeClass.schoolId AND known.schoolYear = homeClass.schoolYear
     WHERE own.addedOn > known.firstOn AND own.addedOn > homeClass.startsOn`,
  )) as { id: number; addedOn: string }[]
  for (const { id, addedOn } of late)
    await runner.query('UPDATE home_class SET startsOn = ? WHERE id = ?', [addedOn, id])
  await addOnce(runner, 'home_class', column.on('endsOn', true))
  await runner.query('UPDATE home_class SET endsOn = startsOn WHERE isActive = 0')
  const ended = (await runner.query(
    `SELECT homeClass.id AS id, ${dayOf(lite, 'MAX(entry.at)')} AS endedOn FROM home_class homeClass
       JOIN audit_entry entry ON entry.entity = 'home_class' AND entry.entityId = homeClass.id
         AND entry.action = 'home_class.update'
     WHERE homeClass.isActive = 0 GROUP BY homeClass.id`,
  )) as { id: number; endedOn: string }[]
  for (const { id, endedOn } of ended)
    await runner.query('UPDATE home_class SET endsOn = ? WHERE id = ? AND startsOn < ?', [
      endedOn,
      id,
      endedOn,
    ])
}

async function stays(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'student_stay',
      [
        column.id(lite),
        column.integer(lite, 'schoolId'),
        column.integer(lite, 'studentId'),
        column.integer(lite, 'homeClassId'),
        column.on('startsOn'),
        column.on('endsOn', true),
        column.integer(lite, 'openStudentId', true),
      ],
      {
        unique: [['studentId', 'startsOn'], ['openStudentId']],
        index: [
          ['schoolId', 'startsOn', 'endsOn'],
          ['homeClassId', 'startsOn', 'endsOn'],
        ],
        references: { schoolId: 'school', studentId: 'student', homeClassId: 'home_class' },
      },
    ),
    true,
  )
  // A migration that was killed half-way begins anew: what is computed comes out the same.
  await runner.query('DELETE FROM student_stay')
  const startsOn = `CASE WHEN own.addedOn > known.firstOn AND own.addedOn > homeClass.startsOn THEN own.addedOn
    ELSE homeClass.startsOn END`
  await runner.query(
    `INSERT INTO student_stay (schoolId, studentId, homeClassId, startsOn, endsOn, openStudentId)
     SELECT student.schoolId, student.id, student.homeClassId,
       CASE WHEN student.leftOn < ${startsOn} THEN student.leftOn ELSE ${startsOn} END,
       student.leftOn,
       CASE WHEN student.leftOn IS NULL THEN student.id END
     FROM student
       JOIN home_class homeClass ON homeClass.id = student.homeClassId
       JOIN (
         SELECT other.homeClassId AS homeClassId, MIN(COALESCE(its.addedOn, theirs.startsOn)) AS firstOn
         FROM student other
           JOIN home_class theirs ON theirs.id = other.homeClassId
           LEFT JOIN (${added(lite, 'student')}) its ON its.entityId = other.id
         GROUP BY other.homeClassId
       ) known ON known.homeClassId = student.homeClassId
       LEFT JOIN (${added(lite, 'student')}) own ON own.entityId = student.id`,
  )
}

async function addOnce(runner: QueryRunner, tableName: string, added: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(tableName, added.name))) await runner.addColumn(tableName, added)
}
