/** What does each audit rule (审计规则) find? One query or a few for all schools of a scope; every finding names its evidence. */
import type { EntityManager } from 'typeorm'
import { daysBetween } from '../../platform/calendar.js'
import { printYuan, toFen } from '../../platform/money.js'
import { verifyLedger } from '../ledger/verify-ledger.js'

export interface AuditScope {
  /** Schools of this region and of those below it … */
  readonly regionCode: string
  /** … or of none below it … */
  readonly isRegionOnly?: boolean
  /** … or just one. */
  readonly schoolId: number | null
  readonly today: string
}

export interface Found {
  readonly rule: string
  /** With the rule, what makes it the same finding next time. */
  readonly key: string
  readonly schoolId: number | null
  readonly regionCode: string
  readonly fiscalYear: number | null
  readonly params: Readonly<Record<string, string | number | null>>
  readonly evidence: readonly { readonly entity: string; readonly id: number; readonly label: string }[]
}

type Row = Record<string, string | number | null>
type Finder = (manager: EntityManager, scope: AuditScope) => Promise<Found[]>

/** Minutes of a class-hour where the policy says nothing else: primary schools count 40. */
const classHourMinutes = 40
/** Working days are not counted here: four weeks of silence are late by any rule. */
const publishWithinDays = 30
const smallClass = 5

/** For LIKE: the region with those below it, or alone. */
export const regionPattern = ({ regionCode, isRegionOnly }: AuditScope): string =>
  isRegionOnly ? regionCode : `${regionCode}%`

const inScope = (scope: AuditScope): { sql: string; values: (string | number)[] } =>
  scope.schoolId === null
    ? { sql: 'school.regionCode LIKE ?', values: [regionPattern(scope)] }
    : { sql: 'school.id = ?', values: [scope.schoolId] }
const at = (row: Row) => ({ schoolId: Number(row['schoolId']), regionCode: String(row['regionCode']) })
const money = (value: string | number | null | undefined) => printYuan(toFen(value))
const finders: Record<string, Finder> = {
  async hours_beyond_sessions(manager, scope) {
    const { sql, values } = inScope(scope)
    const paid = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, allotment.fiscalYear AS fiscalYear, SUM(payment.lessonCount) AS paid, MAX(payment.id) AS paymentId
      FROM payment JOIN allotment ON allotment.id = payment.allotmentId JOIN school ON school.id = payment.schoolId
      WHERE payment.status = 'paid' AND payment.lessonCount IS NOT NULL AND ${sql} GROUP BY school.id, school.regionCode, allotment.fiscalYear`,
      values,
    )
    if (paid.length === 0) return []
    const held = await manager.query<Row[]>(
      `
      SELECT session.schoolId AS schoolId, substr(session.heldOn, 1, 4) AS year, session.startTime AS startTime, session.endTime AS endTime, COUNT(*) AS count
      FROM session JOIN school ON school.id = session.schoolId WHERE session.status = 'planned' AND session.heldOn <= ? AND ${sql}
      GROUP BY session.schoolId, substr(session.heldOn, 1, 4), session.startTime, session.endTime`,
      [scope.today, ...values],
    )
    const hours = new Map<string, number>()
    for (const { schoolId, year, startTime, endTime, count } of held) {
      const name = `${schoolId}/${year}`
      hours.set(
        name,
        (hours.get(name) ?? 0) +
          Math.max(1, Math.ceil((minuteOf(endTime) - minuteOf(startTime)) / classHourMinutes)) *
            Number(count),
      )
    }
    return paid.flatMap((row) => {
      const heldHours = hours.get(`${row['schoolId']}/${row['fiscalYear']}`) ?? 0
      if (Number(row['paid']) <= heldHours) return []
      return [
        {
          rule: 'hours_beyond_sessions',
          key: `${row['schoolId']}/${row['fiscalYear']}`,
          ...at(row),
          fiscalYear: Number(row['fiscalYear']),
          params: { paid: Number(row['paid']), held: heldHours },
          evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
        },
      ]
    })
  },

  async teacher_twice(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, one.id AS sessionId, other.id AS otherId, one.heldOn AS heldOn, one.startTime AS startTime, teacher.name AS teacher
      FROM session one JOIN session other ON other.teacherId = one.teacherId AND other.heldOn = one.heldOn AND other.id > one.id AND other.startTime < one.endTime AND one.startTime < other.endTime
      JOIN teacher ON teacher.id = one.teacherId JOIN school ON school.id = one.schoolId
      WHERE one.status = 'planned' AND other.status = 'planned' AND one.heldOn <= ? AND ${sql}`,
      [scope.today, ...values],
    )
    return rows.map((row) => ({
      rule: 'teacher_twice',
      key: `${row['sessionId']}/${row['otherId']}`,
      ...at(row),
      fiscalYear: yearOf(row['heldOn']),
      params: { teacher: row['teacher'] ?? '', on: row['heldOn'] ?? '', time: row['startTime'] ?? '' },
      evidence: [
        { entity: 'session', id: Number(row['sessionId']), label: '' },
        { entity: 'session', id: Number(row['otherId']), label: '' },
      ],
    }))
  },

  async rate_above_cap(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, payment.id AS paymentId, payment.amountFen AS amountFen, payment.lessonCount AS lessonCount, allotment.fiscalYear AS fiscalYear, policy.payRateCapFen AS capFen
      FROM payment JOIN allotment ON allotment.id = payment.allotmentId JOIN school ON school.id = payment.schoolId
      JOIN fund_policy policy ON policy.fundId = allotment.fundId AND school.regionCode LIKE CONCAT_PREFIX AND policy.validFromOn <= payment.requestedOn AND (policy.validToOn IS NULL OR policy.validToOn >= payment.requestedOn)
      WHERE payment.status NOT IN ('draft', 'refused', 'withdrawn') AND payment.lessonCount > 0 AND policy.payRateCapFen IS NOT NULL AND payment.amountFen > policy.payRateCapFen * payment.lessonCount AND ${sql}`.replace(
        'CONCAT_PREFIX',
        prefixOf(manager, 'policy.regionCode'),
      ),
      values,
    )
    return rows.map((row) => ({
      rule: 'rate_above_cap',
      key: String(row['paymentId']),
      ...at(row),
      fiscalYear: Number(row['fiscalYear']),
      params: {
        amount: money(row['amountFen']),
        hours: Number(row['lessonCount']),
        cap: money(row['capFen']),
      },
      evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
    }))
  },

  async teachers_share_low(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, allotment.fundId AS fundId, allotment.fiscalYear AS fiscalYear, MAX(policy.teacherSharePerMille) AS least,
        SUM(payment.amountFen) AS spentFen, SUM(CASE WHEN payment.account IN ('E500', 'E570') THEN payment.amountFen ELSE 0 END) AS teachersFen, MAX(payment.id) AS paymentId
      FROM payment JOIN allotment ON allotment.id = payment.allotmentId JOIN school ON school.id = payment.schoolId
      JOIN fund_policy policy ON policy.fundId = allotment.fundId AND school.regionCode LIKE CONCAT_PREFIX AND policy.validFromOn <= payment.requestedOn AND (policy.validToOn IS NULL OR policy.validToOn >= payment.requestedOn)
      WHERE payment.status = 'paid' AND policy.teacherSharePerMille IS NOT NULL AND ${sql} GROUP BY school.id, school.regionCode, allotment.fundId, allotment.fiscalYear`.replace(
        'CONCAT_PREFIX',
        prefixOf(manager, 'policy.regionCode'),
      ),
      values,
    )
    return rows
      .filter((row) => Number(row['teachersFen']) * 1000 < Number(row['least']) * Number(row['spentFen']))
      .map((row) => ({
        rule: 'teachers_share_low',
        key: `${row['schoolId']}/${row['fundId']}/${row['fiscalYear']}`,
        ...at(row),
        fiscalYear: Number(row['fiscalYear']),
        params: {
          teachers: money(row['teachersFen']),
          spent: money(row['spentFen']),
          least: Number(row['least']) / 10,
        },
        evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
      }))
  },

  async declared_beyond_records(manager, scope) {
    const lines = await declaredLines(manager, scope)
    return lines
      .filter(
        ({ declared, recorded }) =>
          declared.enrolled > recorded.enrolled || declared.participants > recorded.participants,
      )
      .map(({ row, declared, recorded }) => ({
        rule: 'declared_beyond_records',
        key: `${row['declarationId']}/${row['homeClassId']}`,
        ...at(row),
        fiscalYear: Number(row['fiscalYear']),
        params: {
          class: row['className'] ?? '',
          declared: Math.max(declared.enrolled, declared.participants),
          recorded: declared.enrolled > recorded.enrolled ? recorded.enrolled : recorded.participants,
        },
        evidence: [
          { entity: 'declaration', id: Number(row['declarationId']), label: String(row['className']) },
        ],
      }))
  },

  async empty_class(manager, scope) {
    const lines = await declaredLines(manager, scope)
    return lines
      .filter(({ declared }) => declared.enrolled < smallClass)
      .map(({ row, declared }) => ({
        rule: 'empty_class',
        key: `${row['declarationId']}/${row['homeClassId']}`,
        ...at(row),
        fiscalYear: Number(row['fiscalYear']),
        params: { class: row['className'] ?? '', students: declared.enrolled },
        evidence: [
          { entity: 'declaration', id: Number(row['declarationId']), label: String(row['className']) },
        ],
      }))
  },

  async carried_against_policy(manager, scope) {
    const { sql, values } = inScope(scope)
    const year = Number(scope.today.slice(0, 4))
    const left = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, allotment.fundId AS fundId, allotment.fiscalYear AS fiscalYear, fund.name AS fund, MIN(allotment.id) AS allotmentId,
        SUM(allotment.receivedFen + allotment.carriedFen - allotment.returnedFen - allotment.committedFen - allotment.spentFen) AS leftFen
      FROM allotment JOIN school ON school.id = allotment.schoolId JOIN fund ON fund.id = allotment.fundId
      WHERE allotment.fiscalYear < ? AND ${sql} AND NOT EXISTS (SELECT 1 FROM settlement WHERE settlement.schoolId = allotment.schoolId AND settlement.fundId = allotment.fundId AND settlement.fiscalYear = allotment.fiscalYear AND settlement.periodKey = 'year' AND settlement.status = 'settled')
      GROUP BY school.id, school.regionCode, allotment.fundId, allotment.fiscalYear, fund.name
      HAVING SUM(allotment.receivedFen + allotment.carriedFen - allotment.returnedFen - allotment.committedFen - allotment.spentFen) > 0`,
      [year, ...values],
    )
    const kept = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, settlement.id AS settlementId, settlement.fiscalYear AS fiscalYear, settlement.leftFen AS leftFen, fund.name AS fund
      FROM settlement JOIN school ON school.id = settlement.schoolId JOIN fund ON fund.id = settlement.fundId
      JOIN fund_policy policy ON policy.fundId = settlement.fundId AND school.regionCode LIKE CONCAT_PREFIX AND policy.validFromOn <= settlement.toOn AND (policy.validToOn IS NULL OR policy.validToOn >= settlement.toOn)
      WHERE settlement.status = 'settled' AND settlement.leftover = 'carry' AND policy.leftover = 'return' AND settlement.leftFen > 0 AND ${sql}`.replace(
        'CONCAT_PREFIX',
        prefixOf(manager, 'policy.regionCode'),
      ),
      values,
    )
    return [
      ...left.map((row) => ({
        rule: 'carried_against_policy',
        key: `left/${row['schoolId']}/${row['fundId']}/${row['fiscalYear']}`,
        ...at(row),
        fiscalYear: Number(row['fiscalYear']),
        params: { fund: row['fund'] ?? '', left: money(row['leftFen']) },
        evidence: [{ entity: 'allotment', id: Number(row['allotmentId']), label: '' }],
      })),
      ...kept.map((row) => ({
        rule: 'carried_against_policy',
        key: `kept/${row['settlementId']}`,
        ...at(row),
        fiscalYear: Number(row['fiscalYear']),
        params: { fund: row['fund'] ?? '', left: money(row['leftFen']) },
        evidence: [{ entity: 'settlement', id: Number(row['settlementId']), label: '' }],
      })),
    ]
  },

  // School by school: what is wrong with one's books is shown to that one.
  async books_disagree(manager, scope) {
    const { sql, values } = inScope(scope)
    const schools = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode FROM school WHERE ${sql} AND EXISTS (SELECT 1 FROM ledger_entry WHERE ledger_entry.schoolId = school.id)`,
      values,
    )
    const found: Found[] = []
    for (const row of schools) {
      const { problems } = await verifyLedger(manager, Number(row['schoolId']))
      if (problems.length > 0)
        found.push({
          rule: 'books_disagree',
          key: String(row['schoolId']),
          ...at(row),
          fiscalYear: null,
          params: { count: problems.length, first: problems[0]!.slice(0, 160) },
          evidence: [],
        })
    }
    return found
  },

  async without_clearance(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, teacher.id AS teacherId, teacher.name AS teacher, MIN(session.heldOn) AS firstOn, COUNT(*) AS count, MIN(session.id) AS sessionId
      FROM session JOIN teacher ON teacher.id = session.teacherId JOIN school ON school.id = session.schoolId
      WHERE session.status = 'planned' AND session.heldOn <= ? AND teacher.kind = 'lecturer' AND ${sql}
        AND NOT EXISTS (SELECT 1 FROM clearance WHERE clearance.teacherId = teacher.id AND clearance.isRevoked = 0 AND clearance.validFromOn <= session.heldOn AND clearance.validToOn >= session.heldOn)
      GROUP BY school.id, school.regionCode, teacher.id, teacher.name`,
      [scope.today, ...values],
    )
    return rows.map((row) => ({
      rule: 'without_clearance',
      key: `${row['teacherId']}/${row['firstOn']}`,
      ...at(row),
      fiscalYear: yearOf(row['firstOn']),
      params: { teacher: row['teacher'] ?? '', on: row['firstOn'] ?? '', count: Number(row['count']) },
      evidence: [{ entity: 'session', id: Number(row['sessionId']), label: '' }],
    }))
  },

  async forbidden_day(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, session.id AS sessionId, session.heldOn AS heldOn, session.startTime AS startTime, day.kind AS kind, slot.serviceType AS serviceType
      FROM session JOIN school ON school.id = session.schoolId JOIN slot ON slot.id = session.slotId LEFT JOIN calendar_day day ON day.termId = session.termId AND day.dayOn = session.heldOn
      WHERE session.status = 'planned' AND session.heldOn <= ? AND slot.serviceType IN ('after_school', 'extended_care') AND (day.kind IS NULL OR day.kind IN ('weekend', 'holiday') OR session.startTime < school.lastLessonEndTime) AND ${sql}`,
      [scope.today, ...values],
    )
    return rows.map((row) => ({
      rule: 'forbidden_day',
      key: String(row['sessionId']),
      ...at(row),
      fiscalYear: yearOf(row['heldOn']),
      params: { on: row['heldOn'] ?? '', time: row['startTime'] ?? '' },
      evidence: [{ entity: 'session', id: Number(row['sessionId']), label: '' }],
    }))
  },

  async card_shared(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, payment.payeeAccountHash AS hash, MIN(payment.payeeAccountLast4) AS last4, COUNT(DISTINCT payment.payee) AS payees, MIN(payment.id) AS firstId, MAX(payment.id) AS lastId
      FROM payment JOIN school ON school.id = payment.schoolId WHERE payment.payeeAccountHash IS NOT NULL AND payment.status NOT IN ('refused', 'withdrawn') AND ${sql}
      GROUP BY school.id, school.regionCode, payment.payeeAccountHash HAVING COUNT(DISTINCT payment.payee) > 1`,
      values,
    )
    return rows.map((row) => ({
      rule: 'card_shared',
      key: `${row['schoolId']}/${row['hash']}`,
      ...at(row),
      fiscalYear: null,
      params: { last4: row['last4'] ?? '', payees: Number(row['payees']) },
      evidence: [
        { entity: 'payment', id: Number(row['firstId']), label: '' },
        { entity: 'payment', id: Number(row['lastId']), label: '' },
      ],
    }))
  },

  async published_late(manager, scope) {
    const { schoolId, today } = scope
    if (schoolId !== null) return []
    const rows = await manager.query<Row[]>(
      `
      SELECT appropriation.id AS id, appropriation.regionCode AS regionCode, appropriation.fiscalYear AS fiscalYear, appropriation.title AS title, appropriation.issuedOn AS issuedOn FROM appropriation
      WHERE appropriation.status = 'issued' AND appropriation.regionCode LIKE ?
        AND NOT EXISTS (SELECT 1 FROM publication WHERE publication.subjectEntity = 'appropriation' AND publication.subjectId = appropriation.id AND publication.status <> 'withdrawn')`,
      [regionPattern(scope)],
    )
    return rows
      .filter((row) => daysBetween(String(row['issuedOn']), today) > publishWithinDays)
      .map((row) => ({
        rule: 'published_late',
        key: String(row['id']),
        schoolId: null,
        regionCode: String(row['regionCode']),
        fiscalYear: Number(row['fiscalYear']),
        params: { title: row['title'] ?? '', on: row['issuedOn'] ?? '' },
        evidence: [{ entity: 'appropriation', id: Number(row['id']), label: String(row['title']) }],
      }))
  },

  async not_distributed(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `
      SELECT school.id AS schoolId, school.regionCode AS regionCode, line.id AS id, line.receivedOn AS receivedOn, line.amountFen AS amountFen, appropriation.fiscalYear AS fiscalYear, MAX(policy.distributionDays) AS days
      FROM appropriation_line line JOIN appropriation ON appropriation.id = line.appropriationId JOIN school ON school.id = line.schoolId
      JOIN fund_policy policy ON policy.fundId = appropriation.fundId AND school.regionCode LIKE CONCAT_PREFIX AND policy.validFromOn <= line.receivedOn AND (policy.validToOn IS NULL OR policy.validToOn >= line.receivedOn)
      WHERE line.receivedOn IS NOT NULL AND policy.distributionDays IS NOT NULL AND ${sql} AND NOT EXISTS (SELECT 1 FROM scheme WHERE scheme.appropriationLineId = line.id AND scheme.status = 'approved')
      GROUP BY school.id, school.regionCode, line.id, line.receivedOn, line.amountFen, appropriation.fiscalYear`.replace(
        'CONCAT_PREFIX',
        prefixOf(manager, 'policy.regionCode'),
      ),
      values,
    )
    return rows
      .filter((row) => daysBetween(String(row['receivedOn']), scope.today) > Number(row['days']))
      .map((row) => ({
        rule: 'not_distributed',
        key: String(row['id']),
        ...at(row),
        fiscalYear: Number(row['fiscalYear']),
        params: { amount: money(row['amountFen']), on: row['receivedOn'] ?? '', days: Number(row['days']) },
        evidence: [{ entity: 'receipt', id: Number(row['id']), label: '' }],
      }))
  },

  async objection_late(manager, scope) {
    const { schoolId, today } = scope
    const rows = await manager.query<Row[]>(
      `
      SELECT objection.id AS id, objection.dueOn AS dueOn, publication.id AS publicationId, publication.title AS title, publication.regionCode AS regionCode, publication.schoolId AS schoolId
      FROM objection JOIN publication ON publication.id = objection.publicationId WHERE objection.status = 'open' AND objection.dueOn < ? AND ${schoolId === null ? 'publication.regionCode LIKE ?' : 'publication.schoolId = ?'}`,
      [today, schoolId ?? regionPattern(scope)],
    )
    return rows.map((row) => ({
      rule: 'objection_late',
      key: String(row['id']),
      schoolId: row['schoolId'] === null ? null : Number(row['schoolId']),
      regionCode: String(row['regionCode']),
      fiscalYear: null,
      params: { title: row['title'] ?? '', on: row['dueOn'] ?? '' },
      evidence: [{ entity: 'publication', id: Number(row['publicationId']), label: String(row['title']) }],
    }))
  },
}

export const finderCodes = Object.keys(finders)

/** Everything that all running rules find in the scope. */
export async function findAll(manager: EntityManager, scope: AuditScope): Promise<Found[]> {
  const found: Found[] = []
  for (const find of Object.values(finders)) found.push(...(await find(manager, scope)))
  return found
}

interface DeclaredLine {
  readonly row: Row
  readonly declared: { readonly enrolled: number; readonly participants: number }
  readonly recorded: { readonly enrolled: number; readonly participants: number }
}

async function declaredLines(manager: EntityManager, scope: AuditScope): Promise<DeclaredLine[]> {
  const { sql, values } = inScope(scope)
  const rows = await manager.query<Row[]>(
    `
    SELECT school.id AS schoolId, school.regionCode AS regionCode, declaration.id AS declarationId, declaration.fiscalYear AS fiscalYear, line.homeClassId AS homeClassId, line.className AS className, line.counts AS counts, line.recorded AS recorded
    FROM declaration_line line JOIN declaration ON declaration.id = line.declarationId JOIN school ON school.id = declaration.schoolId
    WHERE declaration.status NOT IN ('draft', 'returned') AND declaration.sequence = 0 AND declaration.fiscalYear >= ? AND ${sql}`,
    [Number(scope.today.slice(0, 4)) - 1, ...values],
  )
  return rows.map((row) => ({
    row,
    declared: JSON.parse(String(row['counts'])) as DeclaredLine['declared'],
    recorded: JSON.parse(String(row['recorded'])) as DeclaredLine['recorded'],
  }))
}

const minuteOf = (time: string | number | null | undefined) =>
  Number(String(time).slice(0, 2)) * 60 + Number(String(time).slice(3, 5))
const yearOf = (on: string | number | null | undefined) => Number(String(on).slice(0, 4))
// A policy of the city holds for its districts.
const prefixOf = (manager: EntityManager, column: string) =>
  manager.connection.options.type === 'better-sqlite3' ? `(${column} || '%')` : `CONCAT(${column}, '%')`
