import { allOf, type Schemas } from '../../api/contract'

export type Slot = Schemas['SlotOut']
export type Timetable = Schemas['TimetableOut']
export type Placement = Schemas['PlacementOut']
export type WeekPattern = Placement['weeks']
export type Grid = Schemas['GridOut']
export type GridSide = Grid['by']
export type GridRow = Schemas['GridRowOut']
export type Unplaced = Schemas['UnplacedOut']
/** A step of the draft's history. */
export type DraftStep = Schemas['DraftStepOut']
/** Whether the chosen section could stand in a slot, and if not, why. */
export type Choice = Schemas['ChoiceOut']
/** Rules of the school against a slot; clashes are among the choices. */
export type SlotExplained = Schemas['SlotExplainedOut']
export type Obstacle = Schemas['ObstacleOut']
export type Readiness = Schemas['ReadinessOut']
export type TimetableRun = Schemas['TimetableRunOut']
export type Compared = Schemas['ComparedOut']
export type Comparison = Schemas['TimetableComparisonOut']
export type TeachingWish = Schemas['TeachingWishOut']
export type SectionRelation = Schemas['SectionRelationOut']
export type SchedulingSetting = Schemas['SchedulingSettingOut']
export type PublishPreview = Schemas['PublishPreviewOut']
export type PublishRow = Schemas['PublishRowOut']

/** Those that may be held in a slot (rule BAN-1). */
export const serviceTypes = [
  'after_school',
  'extended_care',
] as const satisfies readonly Slot['serviceType'][]
export const weekPatterns = allOf<WeekPattern>()(['every', 'odd', 'even'])
export const gridSides = allOf<GridSide>()(['section', 'teacher', 'room', 'homeClass'])
