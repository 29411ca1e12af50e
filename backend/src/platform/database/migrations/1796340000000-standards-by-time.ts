/** Which standard holds for a year in which it changes (标准变动年度怎么算): that of the count day, as before, unless a policy says otherwise. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'

export class StandardsByTime1796340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addFilled(runner, 'fund_policy', column.text('standardsBy', 12, true), "'count_day'")
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
