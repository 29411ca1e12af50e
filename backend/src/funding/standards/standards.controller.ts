import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CreateFundIn, CreateFundingStandardIn, FundingStandardListQuery, FundingStandardOut, FundListQuery, FundOut } from './standards.dto.js'
import { StandardsService } from './standards.service.js'

@ApiTags('funding')
@Controller()
export class StandardsController {
  constructor(private readonly standards: StandardsService) {}

  @Get('funds') @Allow('funding.read')
  funds(@CurrentActor() actor: Actor, @Query() list: FundListQuery): Promise<Page<FundOut>> {
    return this.standards.funds(actor, list)
  }

  @Get('funding-standards') @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: FundingStandardListQuery): Promise<Page<FundingStandardOut>> {
    return this.standards.standards(actor, list)
  }

  @Post('funds') @Allow('standard.write')
  createFund(@CurrentActor() actor: Actor, @Body() given: CreateFundIn): Promise<FundOut> {
    return this.standards.createFund(actor, given)
  }

  @Post('funding-standards') @Allow('standard.write')
  createStandard(@CurrentActor() actor: Actor, @Body() given: CreateFundingStandardIn): Promise<FundingStandardOut> {
    return this.standards.createStandard(actor, given)
  }
}
