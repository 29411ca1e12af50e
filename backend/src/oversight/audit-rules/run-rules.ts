/** Runs the audit rules over a scope (运行审计规则): new findings are added, those that are gone are marked, none comes twice. */
import { createHash } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { type AuditScope, type Found, regionPattern, type RunningRule } from './audit-rule.js'
import { Finding } from './finding.entity.js'
import type { AuditRunOut } from './findings.dto.js'
import { runningRules } from './rules.js'

const batch = 200

/** By the clock, by hand, and before each submission in its own transaction. */
export async function runRules(tx: EntityManager, scope: AuditScope, now: Date): Promise<AuditRunOut> {
  const found = await findAll(tx, scope)
  const known = await ofScope(tx, scope)
  const byPrint = new Map(known.map((each) => [each.fingerprint, each]))
  const fresh = [...found].filter(([print]) => !byPrint.has(print))
  for (let start = 0; start < fresh.length; start += batch) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Finding)
      .values(
        fresh.slice(start, start + batch).map(([fingerprint, each]) => ({
          source: 'rule' as const,
          fingerprint,
          rule: each.rule.code,
          problem: null,
          institution: null,
          documentNumber: null,
          foundOn: null,
          text: null,
          amountFen: null,
          severity: each.rule.severity,
          regionCode: each.regionCode,
          schoolId: each.schoolId,
          fiscalYear: each.fiscalYear,
          status: 'open' as const,
          params: each.params,
          evidence: [...each.evidence],
          foundAt: now,
          lastSeenAt: now,
          goneAt: null,
          ownerId: null,
          ownerName: null,
          dueOn: null,
        })),
      )
      .orIgnore()
      .execute()
  }
  await mark(
    tx,
    known.filter((each) => found.has(each.fingerprint)),
    { lastSeenAt: now, goneAt: null },
  )
  const gone = known.filter((each) => !found.has(each.fingerprint) && each.goneAt === null)
  await mark(tx, gone, { goneAt: now })
  return { newCount: fresh.length, presentCount: found.size, goneCount: gone.length }
}

/** Everything that all running rules find in the scope, by what makes it the same finding next time. */
export async function findAll(
  manager: EntityManager,
  scope: AuditScope,
): Promise<Map<string, Found & { readonly rule: RunningRule }>> {
  const found = new Map<string, Found & { readonly rule: RunningRule }>()
  for (const rule of runningRules)
    for (const each of await rule.find(manager, scope))
      found.set(fingerprintOf(rule.code, each.key), { ...each, rule })
  return found
}

export const fingerprintOf = (code: string, key: string): string =>
  createHash('sha256').update(`${code}\n${key}`).digest('hex')

async function mark(
  tx: EntityManager,
  findings: readonly Finding[],
  set: { lastSeenAt?: Date; goneAt: Date | null },
): Promise<void> {
  for (let start = 0; start < findings.length; start += batch) {
    await tx
      .createQueryBuilder()
      .update(Finding)
      .set(set)
      .whereInIds(findings.slice(start, start + batch).map((each) => each.id))
      .execute()
  }
}

// What this scope can find again or miss: of one school its own, of a region all of its schools and its own. What comes from outside no rule finds.
function ofScope(tx: EntityManager, scope: AuditScope): Promise<Finding[]> {
  const query = tx.createQueryBuilder(Finding, 'finding').where("finding.source = 'rule'")
  return (
    scope.schoolId === null
      ? query.andWhere('finding.regionCode LIKE :region', { region: regionPattern(scope) })
      : query.andWhere('finding.schoolId = :schoolId', { schoolId: scope.schoolId })
  ).getMany()
}
