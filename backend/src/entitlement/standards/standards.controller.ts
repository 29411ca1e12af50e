import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { EntitlementOut, EntitlementQuery } from './entitlement.dto.js'
import { LoadedPackOut, LoadPackIn, PolicyPackOut } from './packs.dto.js'
import { PacksService } from './packs.service.js'
import { CreateFundPolicyIn, FundPolicyListQuery, FundPolicyOut } from './policies.dto.js'
import { PoliciesService } from './policies.service.js'
import { StandardWritingService } from './standard-writing.service.js'
import {
  CreateFundIn,
  CreateFundingStandardIn,
  FundingStandardListQuery,
  FundingStandardOut,
  FundListQuery,
  FundOut,
} from './standards.dto.js'
import { StandardsService } from './standards.service.js'

@ApiTags('entitlement')
@Controller()
export class StandardsController {
  constructor(
    private readonly standards: StandardsService,
    private readonly writing: StandardWritingService,
    private readonly policies: PoliciesService,
    private readonly packs: PacksService,
  ) {}

  @Get('funds')
  @Allow('funding.read')
  funds(@CurrentActor() actor: Actor, @Query() list: FundListQuery): Promise<Page<FundOut>> {
    return this.standards.funds(actor, list)
  }

  @Post('funds')
  @Allow('standard.write')
  createFund(@CurrentActor() actor: Actor, @Body() given: CreateFundIn): Promise<FundOut> {
    return this.writing.createFund(actor, given)
  }

  @Get('funding-standards')
  @Allow('funding.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: FundingStandardListQuery,
  ): Promise<Page<FundingStandardOut>> {
    return this.standards.standards(actor, list)
  }

  @Get('funding-standards/entitlement')
  @Allow('funding.read')
  entitlement(@CurrentActor() actor: Actor, @Query() query: EntitlementQuery): Promise<EntitlementOut> {
    return this.standards.entitlement(actor, query)
  }

  @Get('funding-standards/:id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<FundingStandardOut> {
    return this.standards.standard(actor, id)
  }

  @Post('funding-standards')
  @Allow('standard.write')
  createStandard(
    @CurrentActor() actor: Actor,
    @Body() given: CreateFundingStandardIn,
  ): Promise<FundingStandardOut> {
    return this.writing.createStandard(actor, given)
  }

  @Get('fund-policies')
  @Allow('funding.read')
  listPolicies(
    @CurrentActor() actor: Actor,
    @Query() list: FundPolicyListQuery,
  ): Promise<Page<FundPolicyOut>> {
    return this.policies.list(actor, list)
  }

  @Post('fund-policies')
  @Allow('standard.write')
  createPolicy(@CurrentActor() actor: Actor, @Body() given: CreateFundPolicyIn): Promise<FundPolicyOut> {
    return this.policies.create(actor, given)
  }

  @Get('policy-packs')
  @Allow('funding.read')
  listPacks(@CurrentActor() actor: Actor): Promise<PolicyPackOut[]> {
    return this.packs.list(actor)
  }

  @Post('policy-packs/:code/load')
  @Allow('standard.write')
  @HttpCode(200)
  loadPack(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { regionCode }: LoadPackIn,
  ): Promise<LoadedPackOut> {
    return this.packs.load(actor, code, regionCode)
  }
}
