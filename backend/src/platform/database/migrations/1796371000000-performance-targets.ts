/** Performance targets that are followed up (绩效目标监控与评价): a new table. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class PerformanceTargets1796371000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.createTable(
      table(
        'performance_target',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.text('regionCode', 12),
          column.integer(lite, 'fundId'),
          column.integer(lite, 'fiscalYear'),
          column.integer(lite, 'estimateId'),
          column.text('status', 30),
          column.integer(lite, 'revision'),
          column.longText('estimated'),
          column.longText('targets'),
          column.text('reason', 500, true),
          column.longText('midYear', true),
          column.longText('yearEnd', true),
          column.on('setOn'),
          column.at('updatedAt'),
        ],
        {
          unique: [['schoolId', 'fundId', 'fiscalYear']],
          index: [['regionCode', 'fiscalYear', 'status'], ['schoolId'], ['fundId'], ['estimateId']],
          references: { schoolId: 'school', fundId: 'fund', estimateId: 'estimate' },
        },
      ),
      true,
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
