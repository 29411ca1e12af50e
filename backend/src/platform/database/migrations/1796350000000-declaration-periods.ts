/** A declaration is for a period of its year (申报期): what was declared before is of the whole year, or of a term where its standards are by term. */
import type { MigrationInterface, QueryRunner, TableColumn } from 'typeorm'
import { addFilled, unique } from '../alter.js'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite } from '../table.js'

interface OldDeclaration {
  id: number
  regionCode: string
  fiscalYear: number
  countedOn: string
  rules: string
}

interface OldTerm {
  id: number
  regionCode: string
  name: string
  nameEn: string
  startsOn: string
  endsOn: string
}

const formerKey = ['schoolId', 'fundId', 'fiscalYear', 'sequence']
const key = ['schoolId', 'fundId', 'fiscalYear', 'periodKey', 'sequence']

export class DeclarationPeriods1796350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    const year = lite ? "fiscalYear || ''" : "CONCAT(fiscalYear, '')"
    const yearZh = lite ? "fiscalYear || '年度'" : "CONCAT(fiscalYear, '年度')"
    await addOnce(runner, 'fund_policy', column.text('declarationPeriod', 12, true))
    // Four and a half months are those of a term; the pack could not say so before.
    await addFilled(
      runner,
      'funding_standard',
      column.text('monthsPer', 12, true),
      "CASE WHEN packCode = 'xiamen' THEN 'term' ELSE 'year' END",
    )
    await addFilled(runner, 'declaration', column.text('periodKey', 20, true), year)
    await addFilled(runner, 'declaration', column.text('periodName', 60, true), yearZh)
    await addFilled(runner, 'declaration', column.text('periodNameEn', 80, true), year)
    await addFilled(runner, 'declaration', column.integer(lite, 'fromMonth', true), '1')
    await addFilled(runner, 'declaration', column.integer(lite, 'toMonth', true), '12')
    await giveToTerms(runner)
    await ownFunds(runner)
    // The new key first: on a server a reference to the school leans on whichever there is.
    if (!(await hasIndex(runner, key))) await unique(runner, 'declaration', key)
    if (await hasIndex(runner, formerKey))
      await runner.dropIndex('declaration', indexName('declaration', formerKey))
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function addOnce(runner: QueryRunner, tableName: string, added: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(tableName, added.name))) await runner.addColumn(tableName, added)
}

async function hasIndex(runner: QueryRunner, columnNames: string[]): Promise<boolean> {
  const found = await runner.getTable('declaration')
  return found!.indices.some(({ name }) => name === indexName('declaration', columnNames))
}

/** What was declared by a standard by term was that of the term in which it was counted: the year's other term stays open. */
async function giveToTerms(runner: QueryRunner): Promise<void> {
  const rows = <T>(sql: string): Promise<T[]> => runner.query(sql) as Promise<T[]>
  const byTerm = new Set(
    (await rows<{ id: number }>("SELECT id FROM funding_standard WHERE monthsPer = 'term'")).map(
      ({ id }) => id,
    ),
  )
  const terms = await rows<OldTerm>('SELECT id, regionCode, name, nameEn, startsOn, endsOn FROM term')
  const declarations = await rows<OldDeclaration>(
    'SELECT id, regionCode, fiscalYear, countedOn, rules FROM declaration WHERE sequence = 0 ORDER BY id',
  )
  for (const { id, regionCode, fiscalYear, countedOn, rules } of declarations) {
    const frozen = JSON.parse(rules) as { standardId: number; unit: string }[]
    if (frozen.length === 0 || !frozen.every((rule) => rule.unit === 'term' || byTerm.has(rule.standardId)))
      continue
    const [term] = terms
      .filter(
        (each) =>
          regionCode.startsWith(each.regionCode) &&
          each.startsOn.startsWith(`${fiscalYear}-`) &&
          each.startsOn <= countedOn &&
          countedOn <= each.endsOn,
      )
      .sort((a, b) => b.regionCode.length - a.regionCode.length)
    if (!term) continue
    const months = term.startsOn.slice(5) < '08-01' ? [1, 7] : [8, 12]
    await runner.query(
      'UPDATE declaration SET periodKey = ?, periodName = ?, periodNameEn = ?, fromMonth = ?, toMonth = ? WHERE id = ? OR supplementsId = ?',
      [`${fiscalYear}:T${term.id}`, term.name, term.nameEn, ...months, id, id],
    )
  }
}

/** Pack by its issuer, the fund's code before, and since: two packs in one region are not to share a fund. */
const packFunds = [
  ['厦门市', 'AFTER_SCHOOL_SUBSIDY', 'XIAMEN_SUBSIDY'],
  ['海南省', 'AFTER_SCHOOL_SUBSIDY', 'HAINAN_SUBSIDY'],
  ['哈尔滨市', 'AFTER_SCHOOL_SUBSIDY', 'HARBIN_SUBSIDY'],
  ['温州市瓯海区教育、财政部门', 'AFTER_SCHOOL_SUBSIDY', 'OUHAI_SUBSIDY'],
  ['哈尔滨市', 'HARDSHIP_COMPENSATION', 'HARBIN_HARDSHIP'],
  ['池州市贵池区', 'HARDSHIP_COMPENSATION', 'GUICHI_HARDSHIP'],
] as const

// A fund that two packs share already stays as it is: its money cannot be told apart any more.
async function ownFunds(runner: QueryRunner): Promise<void> {
  for (const [issuer, before, since] of packFunds) {
    const others = packFunds.filter(([name]) => name !== issuer).map(([name]) => name)
    await runner.query(
      `UPDATE fund SET code = ? WHERE code = ? AND id IN (SELECT fundId FROM fund_policy WHERE issuer = ?)
        AND id NOT IN (SELECT fundId FROM fund_policy WHERE issuer IN (${others.map(() => '?').join(', ')}))`,
      [since, before, issuer, ...others],
    )
  }
}
