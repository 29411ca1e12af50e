/** Service types (服务类型): only the first two are after-school service, the others may not stand in its timetable (ban 1). */
export const serviceTypes = [
  'after_school',
  'extended_care',
  'noon_care',
  'early_care',
  'evening_self_study',
  'holiday_care',
] as const
export type ServiceType = (typeof serviceTypes)[number]
export const afterSchoolTypes: ReadonlySet<ServiceType> = new Set(['after_school', 'extended_care'])
