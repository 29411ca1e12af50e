/** How often each thing with states was changed (修订号), who drafted it, and which requests were carried out. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

const stateful = [
  'appropriation',
  'declaration',
  'enrolment',
  'estimate',
  'finding',
  'inspection',
  'ledger_period',
  'objection',
  'payment',
  'plan',
  'publication',
  'scheme',
  'session',
  'settlement',
  'substitution',
  'survey',
  'teacher_leave',
  'timetable_run',
] as const

export class Revisions1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.createTable(handledRequests(lite), true)
    for (const name of stateful) await addFilled(runner, name, column.integer(lite, 'revision', true), '0')
    // Who drafted a thing may not judge it. Until now the audit trail was searched for that.
    for (const name of [...stateful, 'timetable'])
      await runner.query(
        `INSERT INTO transition
           (entity, entityId, event, fromState, toState, actorId, actorName, onBehalfOfId, onBehalfOfName, at,
            comment, schoolId, regionCode)
         SELECT entry.entity, entry.entityId, 'create', thing.status, thing.status, entry.actorId,
                entry.actorName, entry.onBehalfOfId, entry.onBehalfOfName, entry.at, NULL, entry.schoolId,
                entry.regionCode
         FROM audit_entry entry JOIN ${name} thing ON thing.id = entry.entityId
         WHERE entry.entity = ? AND entry.action = ? AND entry.actorId IS NOT NULL`,
        [name, `${name}.create`],
      )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

const handledRequests = (lite: boolean) =>
  table(
    'handled_request',
    [
      column.id(lite),
      column.integer(lite, 'actorId'),
      column.text('requestKey', 64),
      column.text('route', 200),
      column.text('bodyHash', 64),
      column.text('requestId', 40),
      column.text('entity', 40),
      column.integer(lite, 'entityId', true),
      column.integer(lite, 'status', true),
      column.longText('answer', true),
      column.at('at'),
    ],
    { unique: [['actorId', 'requestKey']], index: [['actorId'], ['at']] },
  )
