import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { type Actor, CurrentActor } from '../actor.js'
import { Allow } from '../allow.js'
import { SecretAnswer } from '../once.interceptor.js'
import { CreateUserIn, UserListQuery, userColumns, UserOut, UserWithPasswordOut } from './users.dto.js'
import { UsersService } from './users.service.js'

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Allow('user.read')
  list(@CurrentActor() actor: Actor, @Query() list: UserListQuery): Promise<Page<UserOut>> {
    return this.users.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('user.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: UserListQuery): Promise<StreamableFile> {
    return sendList('users', actor.language, userColumns, (page) =>
      this.users.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('user.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<UserOut> {
    return this.users.get(actor, id)
  }

  @Post()
  @Allow('user.write')
  @SecretAnswer()
  create(@CurrentActor() actor: Actor, @Body() given: CreateUserIn): Promise<UserWithPasswordOut> {
    return this.users.create(actor, given)
  }

  @Post(':id/freeze')
  @Allow('user.write')
  @HttpCode(200)
  freeze(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<UserOut> {
    return this.users.setFrozen(actor, id, true)
  }

  @Post(':id/release')
  @Allow('user.write')
  @HttpCode(200)
  release(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<UserOut> {
    return this.users.setFrozen(actor, id, false)
  }

  @Post(':id/reset-password')
  @Allow('user.write')
  @SecretAnswer()
  @HttpCode(200)
  resetPassword(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<UserWithPasswordOut> {
    return this.users.resetPassword(actor, id)
  }
}
