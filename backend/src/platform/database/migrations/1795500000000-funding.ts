/** The whole way of the money (经费全流程): policies, supplementary declarations, claims, schemes, bank returns, settlements, publications, findings, and a chained ledger. */
import { createHash } from 'node:crypto'
import { type MigrationInterface, type QueryRunner, type Table, TableIndex } from 'typeorm'
import { instantOf, localDateOf } from '../../calendar.js'
import { addFilled, dropReference, indexed, unique } from '../alter.js'
import { column } from '../columns.js'
import { foreignKeyName, indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

export class Funding1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await addFilled(runner, 'school', column.text('ownership', 12, true), "'public'")
    // Tables that others refer to come first.
    for (const each of tables(lite)) await runner.createTable(each)
    await standards(runner, lite)
    await declarations(runner, lite)
    await appropriations(runner)
    for (const each of laterTables(lite)) await runner.createTable(each)
    await payments(runner, lite)
    await ledger(runner, lite)
    await allotments(runner, lite)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function standards(runner: QueryRunner, lite: boolean): Promise<void> {
  const name = 'funding_standard'
  await addFilled(
    runner,
    name,
    column.text('regionCode', 12, true),
    '(SELECT fund.regionCode FROM fund WHERE fund.id = fundId)',
  )
  await runner.addColumn(name, column.integer(lite, 'schoolId', true))
  await indexed(runner, name, 'schoolId', 'school')
  const filled: [ReturnType<typeof column.text>, string][] = [
    [column.integer(lite, 'schoolKey', true), '0'],
    [column.text('area', 12, true), "'any'"],
    [column.text('ownership', 12, true), "'any'"],
    [column.text('model', 20, true), "'per_class'"],
    [column.integer(lite, 'sharePerMille', true), '1000'],
    [column.integer(lite, 'monthTenths', true), 'months * 10'],
    [column.text('monthsCounted', 12, true), "'fixed'"],
    [column.text('roundTo', 12, true), "'fen'"],
    [column.text('roundMode', 12, true), "'half_up'"],
    [column.text('roundAt', 12, true), "'class'"],
    [column.longText('tiers', true), "'[]'"],
    [column.longText('shares', true), "'[]'"],
    [column.integer(lite, 'version', true), '1'],
  ]
  for (const [added, expression] of filled) await addFilled(runner, name, added, expression)
  await runner.addColumn(name, column.text('packCode', 40, true))
  await runner.query(`UPDATE ${name} SET unit = 'year'`)
  await runner.dropColumn(name, 'months')
  await unique(runner, name, [
    'fundId',
    'regionCode',
    'schoolKey',
    'stage',
    'area',
    'ownership',
    'model',
    'validFromOn',
  ])
  await runner.dropIndex(name, indexName(name, ['fundId', 'stage', 'validFromOn']))
}

interface OldStandard {
  id: number
  regionCode: string
  stage: string
  amountFen: string | number
  monthTenths: number
  countDay: string
  validFromOn: string
  validToOn: string | null
  issuer: string
  documentNumber: string
}

const ruleOf = (standard: OldStandard) => ({
  regionCode: standard.regionCode,
  schoolId: null,
  stage: standard.stage,
  area: 'any',
  ownership: 'any',
  model: 'per_class',
  unit: 'year',
  amountFen: Number(standard.amountFen),
  sharePerMille: 1000,
  monthTenths: standard.monthTenths,
  monthsCounted: 'fixed',
  countDay: standard.countDay,
  roundTo: 'fen',
  roundMode: 'half_up',
  roundAt: 'class',
  tiers: [],
  shares: [],
  validFromOn: standard.validFromOn,
  validToOn: standard.validToOn,
  issuer: standard.issuer,
  documentNumber: standard.documentNumber,
  version: 1,
  standardId: standard.id,
})

// Until now a declaration had one standard, by class and year, and its lines only the number of students.
async function declarations(runner: QueryRunner, lite: boolean): Promise<void> {
  const rules = new Map(
    (await all<OldStandard>(runner, 'SELECT * FROM funding_standard')).map((each) => [
      each.id,
      [ruleOf(each)],
    ]),
  )
  const old = await all<{ id: number; standardId: number; amountFen: string | number }>(
    runner,
    'SELECT id, standardId, amountFen FROM declaration',
  )
  await runner.addColumn('declaration', column.integer(lite, 'termId', true))
  await indexed(runner, 'declaration', 'termId', 'term')
  await addFilled(runner, 'declaration', column.integer(lite, 'sequence', true), '0')
  await runner.addColumn('declaration', column.integer(lite, 'supplementsId', true))
  await indexed(runner, 'declaration', 'supplementsId', 'declaration')
  await addFilled(runner, 'declaration', column.integer(lite, 'ruleVersion', true), '1')
  await runner.addColumn('declaration', column.text('reason', 500, true))
  await runner.addColumn('declaration', column.integer(lite, 'publicationId', true))
  await indexed(runner, 'declaration', 'publicationId', 'publication')
  await addFilled(runner, 'declaration', column.longText('rules', true), "'[]'")
  await addFilled(runner, 'declaration', column.longText('levels', true), "'[]'")
  for (const { id, standardId, amountFen } of old) {
    await update(runner, 'declaration', id, {
      rules: JSON.stringify(rules.get(standardId)),
      levels: JSON.stringify([{ level: 'whole', amountFen: Number(amountFen) }]),
    })
  }
  await unique(runner, 'declaration', ['schoolId', 'fundId', 'fiscalYear', 'sequence'])
  await runner.dropIndex('declaration', indexName('declaration', ['schoolId', 'fundId', 'fiscalYear']))
  const lines = await all<{
    id: number
    homeClassId: number
    className: string
    studentCount: number
    amountFen: string | number
    standardId: number
    grade: number
  }>(
    runner,
    `
    SELECT line.id, line.homeClassId, line.className, line.studentCount, line.amountFen, declaration.standardId, home_class.grade
    FROM declaration_line line JOIN declaration ON declaration.id = line.declarationId JOIN home_class ON home_class.id = line.homeClassId`,
  )
  for (const name of ['counts', 'recorded', 'parts'])
    await addFilled(runner, 'declaration_line', column.longText(name, true), "'[]'")
  for (const { id, homeClassId, className, studentCount, amountFen, standardId, grade } of lines) {
    const counts = JSON.stringify({
      homeClassId,
      className,
      grade,
      enrolled: studentCount,
      participants: 0,
      participantMonths: [],
      sessions: 0,
      waived: 0,
    })
    await update(runner, 'declaration_line', id, {
      counts,
      recorded: counts,
      parts: JSON.stringify([{ standardId, model: 'per_class', count: 1, amountFen: Number(amountFen) }]),
    })
  }
  await dropReference(runner, 'declaration', 'standardId')
}

// What was approved becomes a claim; what notices have granted is taken from it.
async function appropriations(runner: QueryRunner): Promise<void> {
  await addFilled(runner, 'appropriation', column.text('level', 12, true), "'whole'")
  for (const added of [
    column.fen('availableFen', true),
    column.text('budgetCategory', 20, true),
    column.on('spendByOn', true),
    column.text('reason', 500, true),
    column.text('snapshotHash', 64, true),
  ])
    await runner.addColumn('appropriation', added)
  await addFilled(runner, 'appropriation_line', column.fen('claimFen', true), 'amountFen')
  await runner.addColumn('appropriation_line', column.on('receivedOn', true))
  await runner.addColumn('appropriation_line', column.text('slipNumber', 60, true))
  await runner.query(`
    INSERT INTO claim (schoolId, fundId, fiscalYear, level, approvedFen, grantedFen)
    SELECT declaration.schoolId, declaration.fundId, declaration.fiscalYear, 'whole', declaration.amountFen, COALESCE((SELECT SUM(line.amountFen) FROM appropriation_line line WHERE line.declarationId = declaration.id), 0)
    FROM declaration WHERE declaration.status = 'approved'`)
  await runner.dropForeignKey('appropriation_line', foreignKeyName('appropriation_line', ['declarationId']))
  await runner.dropIndex('appropriation_line', indexName('appropriation_line', ['declarationId']))
  await runner.dropColumn('appropriation_line', 'declarationId')
}

// Approved was spent until now.
async function payments(runner: QueryRunner, lite: boolean): Promise<void> {
  const added = [
    column.text('payeeAccountSealed', 200, true),
    column.text('payeeAccountLast4', 4, true),
    column.text('payeeAccountHash', 64, true),
    column.integer(lite, 'lessonCount', true),
    column.text('reference', 30, true),
    column.on('paidOn', true),
    column.text('bankSerial', 60, true),
    column.text('failure', 200, true),
  ]
  for (const each of added) await runner.addColumn('payment', each)
  await runner.query(
    `UPDATE payment SET reference = ${lite ? "'KH' || substr('00000000' || id, -8)" : "CONCAT('KH', LPAD(id, 8, '0'))"} WHERE status <> 'draft'`,
  )
  await runner.query("UPDATE payment SET status = 'paid', paidOn = requestedOn WHERE status = 'approved'")
  await unique(runner, 'payment', ['reference'])
  await runner.createIndex(
    'payment',
    new TableIndex({ name: indexName('payment', ['payeeAccountHash']), columnNames: ['payeeAccountHash'] }),
  )
}

interface OldEntry {
  id: number
  schoolId: number
  homeClassId: number
  fundId: number
  fiscalYear: number
  purpose: string
  debitAccount: string
  creditAccount: string
  amountFen: string | number
  kind: string
  businessKey: string
  reversesEntryId: number | null
  sourceEntity: string
  sourceId: number
  postedAt: Date | string
  postedById: number
}

// Every entry gets its place in its school's chain, in the order in which they were posted.
async function ledger(runner: QueryRunner, lite: boolean): Promise<void> {
  const nullable = column.integer(lite, 'homeClassId', true)
  await runner.changeColumn('ledger_entry', column.integer(lite, 'homeClassId'), nullable)
  await addFilled(runner, 'ledger_entry', column.text('level', 12, true), "'whole'")
  await runner.addColumn('ledger_entry', column.integer(lite, 'termId', true))
  await indexed(runner, 'ledger_entry', 'termId', 'term')
  await runner.addColumn('ledger_entry', column.text('economicCategory', 10, true))
  const entries = await all<OldEntry>(runner, 'SELECT * FROM ledger_entry ORDER BY schoolId, id')
  await addFilled(runner, 'ledger_entry', column.integer(lite, 'sequence', true), '0')
  await addFilled(runner, 'ledger_entry', column.on('accountedOn', true), "'2000-01-01'")
  await addFilled(runner, 'ledger_entry', column.text('hash', 64, true), "''")
  const ends = new Map<number, { sequence: number; hash: string }>()
  for (const entry of entries) {
    const before = ends.get(entry.schoolId) ?? { sequence: 0, hash: '0'.repeat(64) }
    const postedAt =
      typeof entry.postedAt === 'string'
        ? `${entry.postedAt.replace(' ', 'T')}Z`
        : entry.postedAt.toISOString()
    const sequence = before.sequence + 1
    const accountedOn = localDateOf(instantOf(postedAt))
    const hash = hashOf(before.hash, { ...entry, sequence, accountedOn, postedAt })
    await update(runner, 'ledger_entry', entry.id, { sequence, accountedOn, hash })
    ends.set(entry.schoolId, { sequence, hash })
  }
  for (const [schoolId, { sequence, hash }] of ends)
    await runner.query(
      `INSERT INTO ledger_chain (schoolId, lastSequence, lastHash, revision) VALUES (${schoolId}, ${sequence}, '${hash}', 1)`,
    )
  await unique(runner, 'ledger_entry', ['schoolId', 'sequence'])
  // Every index costs at each entry: the school's is served by the new key, and nobody asks by who posted.
  await runner.dropIndex('ledger_entry', indexName('ledger_entry', ['schoolId']))
  await runner.dropIndex('ledger_entry', indexName('ledger_entry', ['postedById']))
}

// A copy of the chain's hash as it was when this migration was written: the first version of the chain.
function hashOf(
  previousHash: string,
  entry: Omit<OldEntry, 'postedAt'> & { sequence: number; accountedOn: string; postedAt: string },
): string {
  const {
    sequence,
    debitAccount,
    creditAccount,
    amountFen,
    kind,
    businessKey,
    reversesEntryId,
    schoolId,
    homeClassId,
    fundId,
    purpose,
    fiscalYear,
    accountedOn,
    sourceEntity,
    sourceId,
    postedAt,
    postedById,
  } = entry
  const fields = [
    'v1',
    previousHash,
    sequence,
    debitAccount,
    creditAccount,
    Number(amountFen),
    kind,
    businessKey,
    reversesEntryId,
    schoolId,
    homeClassId,
    fundId,
    purpose,
    'whole',
    null,
    fiscalYear,
    null,
    accountedOn,
    sourceEntity,
    sourceId,
    postedAt,
    postedById,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

const figures = {
  entitledFen: ['M100', 'debit'],
  declaredFen: ['M110', 'debit'],
  approvedFen: ['M120', 'debit'],
  receivedFen: ['R400', 'credit'],
  committedFen: ['M200', 'debit'],
} as const

// An allotment becomes the place where all figures of a class stand, whether it has received anything or not.
async function allotments(runner: QueryRunner, lite: boolean): Promise<void> {
  const name = 'allotment'
  await runner.changeColumn(
    name,
    column.integer(lite, 'homeClassId'),
    column.integer(lite, 'homeClassId', true),
  )
  await addFilled(runner, name, column.integer(lite, 'classKey', true), 'homeClassId')
  await runner.renameColumn(name, 'allottedFen', 'receivedFen')
  for (const added of ['entitledFen', 'declaredFen', 'approvedFen', 'carriedFen', 'returnedFen'])
    await addFilled(runner, name, column.fen(added, true), '0')
  await unique(runner, name, ['schoolId', 'fiscalYear', 'classKey', 'fundId', 'purpose'])
  await runner.dropIndex(name, indexName(name, ['homeClassId', 'fundId', 'fiscalYear', 'purpose']))
  await runner.dropIndex(name, indexName(name, ['schoolId', 'fiscalYear']))
  await runner.query(`
    INSERT INTO allotment (schoolId, homeClassId, classKey, fundId, fiscalYear, purpose, receivedFen, committedFen, spentFen, entitledFen, declaredFen, approvedFen, carriedFen, returnedFen)
    SELECT DISTINCT entry.schoolId, entry.homeClassId, entry.homeClassId, entry.fundId, entry.fiscalYear, entry.purpose, 0, 0, 0, 0, 0, 0, 0, 0 FROM ledger_entry entry
    WHERE NOT EXISTS (SELECT 1 FROM allotment known WHERE known.schoolId = entry.schoolId AND known.classKey = entry.homeClassId AND known.fundId = entry.fundId AND known.fiscalYear = entry.fiscalYear AND known.purpose = entry.purpose)`)
  for (const [figure, [account, side]] of Object.entries(figures)) {
    const [plus, minus] =
      side === 'debit' ? ['debitAccount', 'creditAccount'] : ['creditAccount', 'debitAccount']
    await runner.query(`
      UPDATE allotment SET ${figure} = COALESCE((SELECT SUM(CASE WHEN entry.${plus} = '${account}' THEN entry.amountFen WHEN entry.${minus} = '${account}' THEN -entry.amountFen ELSE 0 END) FROM ledger_entry entry
      WHERE entry.schoolId = allotment.schoolId AND entry.homeClassId = allotment.homeClassId AND entry.fundId = allotment.fundId AND entry.fiscalYear = allotment.fiscalYear AND entry.purpose = allotment.purpose), 0)`)
  }
}

function all<T>(runner: QueryRunner, sql: string): Promise<T[]> {
  return runner.query(sql) as Promise<T[]>
}

async function update(
  runner: QueryRunner,
  tableName: string,
  id: number,
  set: Record<string, string | number | null>,
): Promise<void> {
  const names = Object.keys(set)
  await runner.query(
    `UPDATE ${tableName} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    [...names.map((name) => set[name]), id],
  )
}

// Before the old ones are changed: what declarations and standards will refer to.
const tables = (lite: boolean): Table[] => [
  table(
    'fund_policy',
    [
      column.id(lite),
      column.integer(lite, 'fundId'),
      column.text('regionCode', 12),
      column.integer(lite, 'publicationWorkdays'),
      column.text('leftover', 12),
      column.text('estimateDueDay', 5, true),
      column.text('declarationDueDay', 5, true),
      column.text('spendingDueDay', 5, true),
      column.integer(lite, 'distributionDays', true),
      column.fen('payRateCapFen', true),
      column.integer(lite, 'teacherSharePerMille', true),
      column.text('budgetCategory', 20, true),
      column.on('validFromOn'),
      column.on('validToOn', true),
      column.text('issuer', 80),
      column.text('documentNumber', 60),
    ],
    {
      unique: [['fundId', 'regionCode', 'validFromOn']],
      index: [['fundId']],
      references: { fundId: 'fund' },
    },
  ),
  table(
    'publication',
    [
      column.id(lite),
      column.text('slug', 32),
      column.text('regionCode', 12),
      column.integer(lite, 'schoolId', true),
      column.text('kind', 20),
      column.text('subjectEntity', 40),
      column.integer(lite, 'subjectId', true),
      column.text('liveKey', 60, true),
      column.text('title', 120),
      column.text('status', 30),
      column.longText('content'),
      column.text('contentHash', 64),
      column.on('opensOn'),
      column.on('closesOn'),
      column.at('createdAt'),
      column.integer(lite, 'createdById'),
    ],
    {
      unique: [['slug'], ['liveKey']],
      index: [
        ['schoolId'],
        ['subjectId'],
        ['createdById'],
        ['regionCode', 'status', 'opensOn'],
        ['subjectEntity', 'subjectId'],
      ],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'objection',
    [
      column.id(lite),
      column.integer(lite, 'publicationId'),
      column.text('regionCode', 12),
      column.text('ticketHash', 64),
      column.text('body', 1000),
      column.text('contactSealed', 400, true),
      column.text('status', 30),
      column.text('reply', 1000, true),
      column.on('dueOn'),
      column.at('receivedAt'),
      column.at('answeredAt', true),
    ],
    {
      unique: [['ticketHash']],
      index: [['publicationId'], ['publicationId', 'status']],
      references: { publicationId: 'publication' },
    },
  ),
  table(
    'claim',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'fundId'),
      column.integer(lite, 'fiscalYear'),
      column.text('level', 12),
      column.fen('approvedFen'),
      column.fen('grantedFen'),
    ],
    {
      unique: [['schoolId', 'fundId', 'fiscalYear', 'level']],
      index: [['schoolId'], ['fundId'], ['fundId', 'fiscalYear']],
      references: { schoolId: 'school', fundId: 'fund' },
    },
  ),
  table(
    'estimate',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('regionCode', 12),
      column.integer(lite, 'fundId'),
      column.integer(lite, 'fiscalYear'),
      column.text('status', 30),
      column.longText('rules'),
      column.integer(lite, 'ruleVersion'),
      column.longText('recorded'),
      column.longText('expected'),
      column.text('reason', 500, true),
      column.integer(lite, 'classCount'),
      column.fen('amountFen'),
      column.longText('targets'),
      column.text('snapshotHash', 64, true),
      column.at('updatedAt'),
    ],
    {
      unique: [['schoolId', 'fundId', 'fiscalYear']],
      index: [['schoolId'], ['fundId'], ['regionCode', 'fiscalYear', 'status']],
      references: { schoolId: 'school', fundId: 'fund' },
    },
  ),
  table(
    'ledger_chain',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'lastSequence'),
      column.text('lastHash', 64),
      column.integer(lite, 'revision'),
    ],
    {
      unique: [['schoolId']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'ledger_period',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('month', 7),
      column.text('status', 30),
      column.integer(lite, 'closingSequence'),
      column.text('closingHash', 64),
    ],
    {
      unique: [['schoolId', 'month']],
      index: [['schoolId']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'attachment',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('entity', 40),
      column.integer(lite, 'entityId'),
      column.text('fileName', 120),
      column.text('mediaType', 80),
      column.integer(lite, 'sizeBytes'),
      column.text('sha256', 64),
      column.text('fileKey', 60),
      column.integer(lite, 'uploadedById'),
      column.at('uploadedAt'),
    ],
    {
      index: [['schoolId'], ['uploadedById'], ['entity', 'entityId']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'finding',
    [
      column.id(lite),
      column.text('fingerprint', 64),
      column.text('rule', 40),
      column.text('severity', 10),
      column.text('regionCode', 12),
      column.integer(lite, 'schoolId', true),
      column.integer(lite, 'fiscalYear', true),
      column.text('status', 30),
      column.longText('params'),
      column.longText('evidence'),
      column.at('foundAt'),
      column.at('lastSeenAt'),
      column.at('goneAt', true),
      column.integer(lite, 'ownerId', true),
      column.text('ownerName', 80, true),
      column.on('dueOn', true),
    ],
    {
      unique: [['fingerprint']],
      index: [['schoolId'], ['ownerId'], ['regionCode', 'status'], ['schoolId', 'status']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'reminder',
    [
      column.id(lite),
      column.text('uniqueKey', 120),
      column.text('regionCode', 12),
      column.integer(lite, 'schoolId', true),
      column.text('permission', 40),
      column.text('kind', 40),
      column.longText('params'),
      column.text('entity', 40),
      column.integer(lite, 'entityId', true),
      column.on('dueOn'),
      column.at('sentAt'),
      column.integer(lite, 'sentById', true),
      column.at('doneAt', true),
    ],
    {
      unique: [['uniqueKey']],
      index: [['schoolId'], ['sentById'], ['schoolId', 'doneAt'], ['regionCode', 'doneAt']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'settlement',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('regionCode', 12),
      column.integer(lite, 'fundId'),
      column.integer(lite, 'fiscalYear'),
      column.integer(lite, 'termId', true),
      column.text('periodKey', 20),
      column.on('fromOn'),
      column.on('toOn'),
      column.text('status', 30),
      column.longText('statement'),
      column.fen('leftFen'),
      column.text('leftover', 12),
      column.text('snapshotHash', 64, true),
      column.at('createdAt'),
    ],
    {
      unique: [['schoolId', 'fundId', 'fiscalYear', 'periodKey']],
      index: [['schoolId'], ['fundId'], ['termId']],
      references: { schoolId: 'school', fundId: 'fund', termId: 'term' },
    },
  ),
  table(
    'bank_return',
    [
      column.id(lite),
      column.text('regionCode', 12),
      column.integer(lite, 'schoolId', true),
      column.text('fileName', 120),
      column.text('fileHash', 64),
      column.integer(lite, 'lineCount'),
      column.integer(lite, 'matchedCount'),
      column.fen('paidFen'),
      column.integer(lite, 'importedById'),
      column.at('importedAt'),
    ],
    {
      unique: [['regionCode', 'fileHash']],
      index: [['schoolId'], ['importedById']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'bank_return_line',
    [
      column.id(lite),
      column.integer(lite, 'bankReturnId'),
      column.integer(lite, 'schoolId', true),
      column.integer(lite, 'rowNumber'),
      column.text('serial', 60, true),
      column.text('reference', 30, true),
      column.text('payee', 80, true),
      column.fen('amountFen', true),
      column.on('paidOn', true),
      column.text('result', 10),
      column.text('outcome', 20),
      column.text('reason', 60, true),
      column.text('bankRemark', 200, true),
      column.integer(lite, 'paymentId', true),
    ],
    {
      unique: [['bankReturnId', 'rowNumber']],
      index: [['bankReturnId'], ['schoolId'], ['serial'], ['paymentId'], ['schoolId', 'outcome']],
      references: { bankReturnId: 'bank_return', schoolId: 'school', paymentId: 'payment' },
    },
  ),
]

// After the lines of notices have been changed: a scheme refers to one.
const laterTables = (lite: boolean): Table[] => [
  table(
    'scheme',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'fundId'),
      column.integer(lite, 'fiscalYear'),
      column.integer(lite, 'appropriationLineId', true),
      column.text('status', 30),
      column.fen('totalFen'),
      column.on('staffMeetingOn', true),
      column.text('note', 500, true),
      column.at('createdAt'),
    ],
    {
      unique: [['appropriationLineId']],
      index: [['schoolId'], ['fundId'], ['schoolId', 'fiscalYear', 'status']],
      references: { schoolId: 'school', fundId: 'fund', appropriationLineId: 'appropriation_line' },
    },
  ),
  table(
    'scheme_line',
    [
      column.id(lite),
      column.integer(lite, 'schemeId'),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'homeClassId'),
      column.text('purpose', 40),
      column.fen('amountFen'),
    ],
    {
      unique: [['schemeId', 'homeClassId', 'purpose']],
      index: [['schemeId'], ['schoolId'], ['homeClassId']],
      references: { schemeId: 'scheme', schoolId: 'school', homeClassId: 'home_class' },
    },
  ),
]
