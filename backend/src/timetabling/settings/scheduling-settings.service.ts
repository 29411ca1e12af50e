/** How does a school want its weeks made and its changes approved (排课设置)? Defaults hold until it says something. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { SchoolScope } from '../../organisation/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { StateConflict } from '../../platform/errors.js'
import { SchedulingSetting } from './scheduling-setting.entity.js'
import {
  defaultSetting,
  type SchedulingSettingOut,
  type SettingColumns,
  toSchedulingSettingOut,
  type UpdateSchedulingSettingIn,
} from './scheduling-settings.dto.js'

@Injectable()
export class SchedulingSettingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
  ) {}

  async get(actor: Actor, schoolId: number): Promise<SchedulingSettingOut> {
    await this.schools.require(actor, schoolId)
    return toSchedulingSettingOut(schoolId, await this.of(this.database.read, schoolId))
  }

  async update(
    actor: Actor,
    schoolId: number,
    given: UpdateSchedulingSettingIn,
  ): Promise<SchedulingSettingOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, schoolId, tx)
      const before = await tx.findOneBy(SchedulingSetting, { schoolId })
      const after = { ...(before ?? defaultSetting), ...given }
      if (before)
        await tx.update(
          SchedulingSetting,
          { id: before.id },
          Object.keys(given).length > 0 ? given : { daysApart: before.daysApart },
        )
      else
        await onDuplicate(
          () => tx.insert(SchedulingSetting, { ...after, schoolId, revision: 0 }),
          () => new StateConflict('state.conflict'),
        )
      await this.audit.record(tx, actor, {
        action: 'scheduling_setting.update',
        entity: 'scheduling_setting',
        entityId: schoolId,
        schoolId,
        before: before ?? defaultSetting,
        after,
      })
      return toSchedulingSettingOut(schoolId, after)
    })
  }

  async of(manager: EntityManager, schoolId: number): Promise<SettingColumns> {
    return (await manager.findOneBy(SchedulingSetting, { schoolId })) ?? defaultSetting
  }
}
