import { Controller, Get, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { TeacherAccounts } from './teacher-accounts.service.js'
import { TeacherAccountListQuery, TeacherAccountOut } from './teachers.dto.js'

@ApiTags('teachers')
@Controller('teacher-accounts')
export class TeacherAccountsController {
  constructor(private readonly accounts: TeacherAccounts) {}

  @Get()
  @Allow('teacher.write')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: TeacherAccountListQuery,
  ): Promise<Page<TeacherAccountOut>> {
    return this.accounts.list(actor, list)
  }
}
