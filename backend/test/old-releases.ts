/** Databases as earlier releases kept them, and bringing them up to date. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { entities } from '../src/entities.js'
import { migrations } from '../src/migrations.js'
import { connect } from '../src/platform/database/data-source.js'
import { databaseUrl, emptyServerDatabase, serverUrl } from './database.js'

/** A school with one placed section and two dated meetings, one of them cancelled, as the first release kept them. */
export const filled: string[] = [
  "INSERT INTO region (code, level, name, nameEn) VALUES ('140213', 'district', '平城区', 'Pingcheng')",
  "INSERT INTO school (code, name, nameEn, stage, area, regionId, regionCode, lastLessonEndTime, isActive) VALUES ('1', '一小', 'One', 'primary', 'urban', 1, '140213', '16:00', 1)",
  "INSERT INTO room (schoolId, name, code, kind, capacity) VALUES (1, '101', NULL, 'classroom', 45)",
  "INSERT INTO term (regionCode, schoolYear, name, nameEn, startsOn, endsOn) VALUES ('1402', 2026, '秋', 'Autumn', '2026-09-01', '2027-01-22')",
  "INSERT INTO teacher (schoolId, name, namePinyin, kind, isActive) VALUES (1, '王老师', 'wang', 'staff', 1), (1, '李老师', 'li', 'staff', 1)",
  "INSERT INTO category (regionCode, code, nationalCode, name, nameEn, position) VALUES ('1402', 'A', 'SPORTS', '体育', 'Sports', 1)",
  "INSERT INTO course (schoolId, categoryId, name, grades, isActive) VALUES (1, 1, '篮球', '[3]', 1)",
  "INSERT INTO section (schoolId, termId, courseId, name, kind, grades, teacherId, roomId, capacity, enrolledCount, meetingsPerWeek, isActive) VALUES (1, 1, 1, '篮球一班', 'mixed', '[3]', 1, 1, 30, 0, 1, 1)",
  "INSERT INTO slot (schoolId, termId, weekday, startTime, endTime, serviceType) VALUES (1, 1, 1, '16:30', '17:30', 'after_school')",
  "INSERT INTO timetable (schoolId, termId, version, revision, status, createdAt) VALUES (1, 1, 1, 0, 'published', '2026-09-01 00:00:00.000')",
  'INSERT INTO placement (schoolId, timetableId, sectionId, slotId, teacherId, roomId) VALUES (1, 1, 1, 1, 1, 1)',
  "INSERT INTO session (schoolId, termId, sectionId, slotId, heldOn, startTime, endTime, teacherId, roomId, status, reason) VALUES (1, 1, 1, 1, '2026-09-07', '16:30', '17:30', 1, 1, 'planned', NULL), (1, 1, 1, 1, '2026-09-14', '16:30', '17:30', 2, 1, 'cancelled', '大雪')",
  "INSERT INTO transition (entity, entityId, event, fromState, toState, actorId, actorName, at, comment, schoolId, regionCode) VALUES ('timetable', 1, 'publish', 'draft', 'published', 7, '刘芳', '2026-09-01 00:00:00.000', NULL, 1, '140213')",
  "INSERT INTO audit_entry (at, actorId, actorName, action, entity, entityId, schoolId, regionCode, requestId) VALUES ('2026-09-01 00:00:00.000', 7, '刘芳', 'timetable.publish', 'timetable', 1, 1, '140213', 'r1')",
]

/** A claim of two classes granted to one school, 1,000.00 of it spent, as the second release kept it. */
export const funded = [
  "INSERT INTO home_class (schoolId, schoolYear, grade, number, name, isActive) VALUES (1, 2026, 3, 1, '三(1)班', 1), (1, 2026, 3, 2, '三(2)班', 1)",
  'INSERT INTO fund (regionCode, code, name, nameEn, purposes) VALUES (\'1402\', \'CARE\', \'课后看护经费\', \'Care fund\', \'[{"stage":"primary","service":"after_school_primary","other":null}]\')',
  "INSERT INTO funding_standard (fundId, stage, unit, amountFen, months, countDay, validFromOn, validToOn, issuer, documentNumber) VALUES (1, 'primary', 'per_class_year', 1000000, 12, '10-01', '2019-01-01', NULL, '市财政局', '1号')",
  "INSERT INTO declaration (schoolId, regionCode, fundId, standardId, fiscalYear, status, countedOn, classCount, amountFen, serviceSharePerMille, snapshotHash, updatedAt) VALUES (1, '140213', 1, 1, 2026, 'approved', '2026-10-01', 2, 2000000, 1000, 'abc', '2026-10-02 08:00:00.000')",
  "INSERT INTO declaration_line (declarationId, schoolId, homeClassId, className, studentCount, amountFen) VALUES (1, 1, 1, '三(1)班', 40, 1000000), (1, 1, 2, '三(2)班', 38, 1000000)",
  "INSERT INTO appropriation (regionCode, fundId, fiscalYear, title, documentNumber, status, totalFen, issuedOn, createdAt) VALUES ('1402', 1, 2026, '通知', '45号', 'issued', 2000000, '2026-10-10', '2026-10-09 08:00:00.000')",
  "INSERT INTO appropriation_line (appropriationId, schoolId, declarationId, classCount, amountFen, receivedAt) VALUES (1, 1, 1, 2, 2000000, '2026-10-12 08:00:00.000')",
  "INSERT INTO allotment (schoolId, homeClassId, fundId, fiscalYear, purpose, allottedFen, committedFen, spentFen) VALUES (1, 1, 1, 2026, 'after_school_primary', 1000000, 0, 100000), (1, 2, 1, 2026, 'after_school_primary', 1000000, 0, 0)",
  "INSERT INTO payment (schoolId, allotmentId, status, amountFen, account, payee, reason, requestedOn, createdAt) VALUES (1, 1, 'approved', 100000, 'E530', '材料店', '纸', '2026-11-01', '2026-11-01 08:00:00.000'), (1, 2, 'draft', 5, 'E530', '材料店', '纸', '2026-11-01', '2026-11-01 08:00:00.000')",
  ...[
    ['M100', 'entitle'],
    ['M110', 'declare'],
    ['M120', 'approve'],
  ].flatMap(([account, kind]) =>
    [1, 2].map((homeClass) => entry(account!, 'M000', 1_000_000, kind!, `${kind}:1:${homeClass}`, homeClass)),
  ),
  entry('A110', 'R400', 1_000_000, 'receive', 'receive:1:1', 1),
  entry('A110', 'R400', 1_000_000, 'receive', 'receive:1:2', 2),
  entry('M200', 'M000', 100_000, 'commit', 'commit:payment:1', 1),
  entry('M000', 'M200', 100_000, 'un-commit', 'reverse:9', 1),
  entry('E530', 'A110', 100_000, 'spend', 'spend:payment:1', 1),
]

function entry(
  debit: string,
  credit: string,
  amountFen: number,
  kind: string,
  key: string,
  homeClassId: number,
): string {
  return `INSERT INTO ledger_entry (debitAccount, creditAccount, amountFen, kind, businessKey, reversesEntryId, schoolId, homeClassId, fundId, purpose, fiscalYear, sourceEntity, sourceId, postedAt, postedById) VALUES ('${debit}', '${credit}', ${amountFen}, '${kind}', '${key}', ${kind === 'un-commit' ? 9 : 'NULL'}, 1, ${homeClassId}, 1, 'after_school_primary', 2026, 'payment', 1, '2026-10-31 18:30:00.250', 7)`
}

/** A database filled after so many migrations, step by step, and then brought up to date. */
export async function migrated(
  name: string,
  steps: readonly (readonly [number, readonly string[]])[],
): Promise<{ after: DataSource; close: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), `kehou-${name}-`))
  const url = serverUrl === null ? null : databaseUrl(await emptyServerDatabase(name))
  const open = async (count: number) => {
    const { writer, reader } = await connect({
      databaseUrl: url,
      dataDir,
      entities,
      migrations: migrations.slice(0, count),
    })
    if (reader !== writer && reader.isInitialized) await reader.destroy()
    return writer
  }
  for (const [upTo, statements] of steps) {
    const before = await open(upTo)
    // A reserved word on one of the databases.
    const user = before.driver.escape('user')
    for (const statement of statements) await before.query(statement.replaceAll('@user', user))
    await before.destroy()
  }
  const after = await open(migrations.length)
  return {
    after,
    close: async () => {
      await after.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const toNumbers = (rows: Record<string, string | number>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])))
