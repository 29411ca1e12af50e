/** Which kinds of FET constraints are understood (支持的 FET 约束), and what each must name? Pure. */
export type NeededField =
  | 'teacher'
  | 'students'
  | 'subject'
  | 'tag'
  | 'rooms'
  | 'activities'
  | 'times'
  | 'limit'
  | 'component'

const weeks = (
  limits: readonly string[],
  holder: string,
  ...fields: NeededField[]
): [string, readonly NeededField[]][] => limits.map((limit) => [`${holder}${limit}`, [...fields, 'limit']])
const teacherLimits = [
  'MaxDaysPerWeek',
  'MaxHoursDaily',
  'MinHoursDaily',
  'MaxHoursContinuously',
  'MaxGapsPerDay',
  'MaxGapsPerWeek',
]
const studentLimits = [
  'MaxDaysPerWeek',
  'MaxHoursDaily',
  'MinHoursDaily',
  'MaxHoursContinuously',
  'MaxGapsPerDay',
  'MaxGapsPerWeek',
  'EarlyMaxBeginningsAtSecondHour',
]
const tagLimits = ['ActivityTagMaxHoursDaily', 'ActivityTagMaxHoursContinuously']
const buildingLimits = ['MinGapsBetweenBuildingChanges']
const rooms = (name: string, ...fields: NeededField[]): [string, readonly NeededField[]][] => [
  [name, [...fields, 'rooms']],
  [`${name}s`, [...fields, 'rooms']],
]

export const timeKinds: ReadonlyMap<string, readonly NeededField[]> = new Map<string, readonly NeededField[]>(
  [
    ['BasicCompulsoryTime', []],
    ['BreakTimes', []],
    ['TeacherNotAvailableTimes', ['teacher']],
    ['StudentsSetNotAvailableTimes', ['students']],
    ...weeks(teacherLimits, 'Teacher', 'teacher'),
    ...weeks(teacherLimits, 'Teachers'),
    ...weeks(studentLimits, 'StudentsSet', 'students'),
    ...weeks(studentLimits, 'Students'),
    ...weeks(tagLimits, 'Teacher', 'teacher', 'tag'),
    ...weeks(tagLimits, 'Teachers', 'tag'),
    ...weeks(tagLimits, 'StudentsSet', 'students', 'tag'),
    ...weeks(tagLimits, 'Students', 'tag'),
    ['ActivityPreferredStartingTime', ['activities', 'times']],
    ['ActivityPreferredStartingTimes', ['activities', 'times']],
    ['ActivityPreferredTimeSlots', ['activities', 'times']],
    ['ActivitiesPreferredStartingTimes', ['times']],
    ['ActivitiesPreferredTimeSlots', ['times']],
    ['SubactivitiesPreferredStartingTimes', ['component', 'times']],
    ['SubactivitiesPreferredTimeSlots', ['component', 'times']],
    ['MinDaysBetweenActivities', ['activities', 'limit']],
    ['ActivitiesSameStartingTime', ['activities']],
    ['ActivitiesSameStartingDay', ['activities']],
    ['ActivitiesSameStartingHour', ['activities']],
    ['ActivitiesNotOverlapping', ['activities']],
    ['TwoActivitiesConsecutive', ['activities']],
    ['TwoActivitiesOrdered', ['activities']],
    ['TwoActivitiesGrouped', ['activities']],
    ['ActivitiesMaxSimultaneousInSelectedTimeSlots', ['activities', 'times', 'limit']],
    ['ActivityEndsStudentsDay', ['activities']],
    ['ActivitiesEndStudentsDay', []],
  ],
)

export const spaceKinds: ReadonlyMap<string, readonly NeededField[]> = new Map<
  string,
  readonly NeededField[]
>([
  ['BasicCompulsorySpace', []],
  ['RoomNotAvailableTimes', ['rooms']],
  ...rooms('ActivityPreferredRoom', 'activities'),
  ...rooms('SubjectPreferredRoom', 'subject'),
  ...rooms('ActivityTagPreferredRoom', 'tag'),
  ...rooms('SubjectActivityTagPreferredRoom', 'subject', 'tag'),
  ...rooms('TeacherHomeRoom', 'teacher'),
  ...rooms('StudentsSetHomeRoom', 'students'),
  ...weeks(buildingLimits, 'Teacher', 'teacher'),
  ...weeks(buildingLimits, 'Teachers'),
  ...weeks(buildingLimits, 'StudentsSet', 'students'),
  ...weeks(buildingLimits, 'Students'),
])

/** What earlier versions of FET called them. */
export const formerKinds: ReadonlyMap<string, string> = new Map([
  ['MinNDaysBetweenActivities', 'MinDaysBetweenActivities'],
  ['ActivityPreferredTime', 'ActivityPreferredStartingTime'],
  ['ActivityPreferredTimes', 'ActivityPreferredStartingTimes'],
  ['ActivitiesPreferredTimes', 'ActivitiesPreferredStartingTimes'],
  ['SubactivitiesPreferredTimes', 'SubactivitiesPreferredStartingTimes'],
])

export const neededFields = (kind: string): readonly NeededField[] | null =>
  timeKinds.get(kind) ?? spaceKinds.get(kind) ?? null
