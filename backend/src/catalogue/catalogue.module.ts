import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { CategoriesController } from './categories/categories.controller.js'
import { CategoriesService } from './categories/categories.service.js'
import { CoursesController } from './courses/courses.controller.js'
import { CoursesService } from './courses/courses.service.js'
import { PlanFactsService } from './plans/plan-facts.service.js'
import { PlansController } from './plans/plans.controller.js'
import { PlansService } from './plans/plans.service.js'
import { SectionsController } from './sections/sections.controller.js'
import { SectionsService } from './sections/sections.service.js'

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [CategoriesController, CoursesController, SectionsController, PlansController],
  providers: [CategoriesService, CoursesService, SectionsService, PlansService, PlanFactsService],
  exports: [CategoriesService, CoursesService, SectionsService, PlansService],
})
export class CatalogueModule {}
