import { allOf, type Schemas } from '../../api/contract'

export type Category = Schemas['CategoryOut']
export type CategoryNode = Schemas['CategoryNodeOut']
export type Course = Schemas['CourseOut']
export type Leader = Schemas['CourseLeaderOut']
export type Section = Schemas['SectionOut']
export type PlanRow = Schemas['PlanSummaryOut']
export type Plan = Schemas['PlanOut']
export type PlanVersion = Schemas['PlanVersionOut']
export type PlanContent = Schemas['PlanContentOut']
export type PlanHeading = keyof PlanContent

export const sectionKinds = allOf<Section['kind']>()(['home_class', 'mixed'])
export const planStates = allOf<Plan['status']>()(['draft', 'submitted', 'returned', 'filed'])

/** In the order of the document. */
export const planHeadings = allOf<PlanHeading>()([
  'goal',
  'duty',
  'time',
  'content',
  'staff',
  'safety',
  'fee',
  'funding',
  'thirdParties',
  'meetingMinutes',
])
export const requiredHeadings: readonly PlanHeading[] = [
  'goal',
  'duty',
  'time',
  'content',
  'staff',
  'safety',
  'fee',
  'funding',
]
