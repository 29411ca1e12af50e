import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CategoryListQuery,
  CategoryNodeOut,
  CategoryOut,
  CreateCategoryIn,
  UpdateCategoryIn,
} from './categories.dto.js'
import { CategoriesService } from './categories.service.js'

@ApiTags('catalogue')
@Controller('categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @Get()
  @Allow('catalogue.read')
  list(@CurrentActor() actor: Actor, @Query() list: CategoryListQuery): Promise<Page<CategoryOut>> {
    return this.categories.list(actor, list)
  }

  @Get('tree')
  @Allow('catalogue.read')
  tree(@CurrentActor() actor: Actor): Promise<CategoryNodeOut[]> {
    return this.categories.tree(actor)
  }

  @Get(':id')
  @Allow('catalogue.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<CategoryOut> {
    return this.categories.get(actor, id)
  }

  @Post()
  @Allow('category.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateCategoryIn): Promise<CategoryOut> {
    return this.categories.create(actor, given)
  }

  @Patch(':id')
  @Allow('category.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateCategoryIn,
  ): Promise<CategoryOut> {
    return this.categories.update(actor, id, given)
  }
}
