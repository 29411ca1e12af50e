import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Max, MaxLength, Min } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { type ListColumn, yesNo } from '../../platform/sheets/index.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { SubstitutionSessionOut } from '../substitutions/substitutions.dto.js'
import { toSubstitutionSessionOut } from '../substitutions/substitutions.dto.js'
import type { Inspection } from './inspection.entity.js'
import { inspectionStates, type InspectionStatus } from './inspection.states.js'

export class InspectionListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @IsLocalDate()
  from?: string

  @Optional()
  @IsLocalDate()
  to?: string

  @Optional()
  @IsIn(inspectionStates)
  status?: InspectionStatus

  @Optional()
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  sectionId?: number
}

export class CreateInspectionIn {
  @IsInt()
  sessionId!: number

  @IsBoolean()
  isOnTime!: boolean

  @IsBoolean()
  isPlannedTeacher!: boolean

  @IsBoolean()
  isRegisterTaken!: boolean

  /** Rule BAN-3. */
  @IsBoolean()
  isNewLessonTaught!: boolean

  /** Children in the room. */
  @IsInt()
  @Min(0)
  @Max(1000)
  countedCount!: number

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(500)
  remark?: string | null

  /** Something else has to be mended; the remark says what. */
  @Optional()
  @IsBoolean()
  needsMending?: boolean
}

/** What was written down wrongly; the rest stays. */
export class UpdateInspectionIn extends SeenIn {
  @Optional()
  @IsBoolean()
  isOnTime?: boolean

  @Optional()
  @IsBoolean()
  isPlannedTeacher?: boolean

  @Optional()
  @IsBoolean()
  isRegisterTaken?: boolean

  /** Rule BAN-3. */
  @Optional()
  @IsBoolean()
  isNewLessonTaught?: boolean

  /** Children in the room. */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(1000)
  countedCount?: number

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(500)
  remark?: string | null

  /** Something else has to be mended; the remark says what. */
  @Optional()
  @IsBoolean()
  needsMending?: boolean
}

export class InspectionOut {
  id!: number
  schoolId!: number
  schoolName!: string
  sessionId!: number
  heldOn!: string
  startTime!: string
  endTime!: string
  sectionName!: string
  teacherName!: string
  roomName!: string
  isOnTime!: boolean
  isPlannedTeacher!: boolean
  isRegisterTaken!: boolean
  isNewLessonTaught!: boolean
  dueCount!: number
  countedCount!: number
  remark!: string | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: InspectionStatus
  mending!: string | null
  inspectedByName!: string
  inspectedAt!: string
  actions!: string[]
}

export class PatrolSessionOut {
  id!: number
  heldOn!: string
  startTime!: string
  endTime!: string
  sectionName!: string
  courseName!: string
  homeClassName!: string | null
  roomName!: string
  teacherName!: string
  /** Children enrolled. */
  dueCount!: number
  hasBegun!: boolean
  /** The person's own session: somebody else looks at it. */
  isOwn!: boolean
  /** What this person has written down already. */
  inspection!: InspectionOut | null
}

export class PatrolOut {
  today!: string
  /** On patrol or on duty today, or keeps the roster. */
  mayInspect!: boolean
  area!: string | null
  sessions!: PatrolSessionOut[]
}

export function toInspectionOut(
  inspection: Inspection,
  schoolName: string,
  inspectedByName: string,
  actions: string[],
): InspectionOut {
  const {
    id,
    schoolId,
    sessionId,
    heldOn,
    isOnTime,
    isPlannedTeacher,
    isRegisterTaken,
    isNewLessonTaught,
    dueCount,
    countedCount,
    remark,
    status,
    revision,
    mending,
    inspectedAt,
    session,
  } = inspection
  const { startTime, endTime, sectionName, teacherName, roomName }: SubstitutionSessionOut =
    toSubstitutionSessionOut(session!)
  return {
    id,
    schoolId,
    schoolName,
    sessionId,
    heldOn,
    startTime,
    endTime,
    sectionName,
    teacherName,
    roomName,
    isOnTime,
    isPlannedTeacher,
    isRegisterTaken,
    isNewLessonTaught,
    dueCount,
    countedCount,
    remark,
    status,
    revision,
    mending,
    inspectedByName,
    inspectedAt: inspectedAt.toISOString(),
    actions,
  }
}

const words = {
  clear: { zh: '正常', en: 'clear' },
  open: { zh: '待整改', en: 'open' },
  mended: { zh: '已整改', en: 'mended' },
} as const

export const inspectionColumns: readonly ListColumn<InspectionOut>[] = [
  { zh: '日期', en: 'Date', kind: 'date', of: (row) => row.heldOn },
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '时间', en: 'Time', kind: 'text', of: (row) => `${row.startTime}–${row.endTime}` },
  { zh: '课程班', en: 'Section', kind: 'text', of: (row) => row.sectionName },
  { zh: '教师', en: 'Teacher', kind: 'text', of: (row) => row.teacherName },
  { zh: '场地', en: 'Room', kind: 'text', of: (row) => row.roomName },
  { zh: '按时上课', en: 'On time', kind: 'text', of: (row, language) => yesNo(row.isOnTime, language) },
  {
    zh: '教师与安排一致',
    en: 'Planned teacher',
    kind: 'text',
    of: (row, language) => yesNo(row.isPlannedTeacher, language),
  },
  {
    zh: '已点名',
    en: 'Register taken',
    kind: 'text',
    of: (row, language) => yesNo(row.isRegisterTaken, language),
  },
  {
    zh: '讲新课',
    en: 'New lesson taught',
    kind: 'text',
    of: (row, language) => yesNo(row.isNewLessonTaught, language),
  },
  { zh: '应到', en: 'Due', kind: 'integer', of: (row) => row.dueCount },
  { zh: '实到', en: 'Counted', kind: 'integer', of: (row) => row.countedCount },
  { zh: '备注', en: 'Remark', kind: 'text', of: (row) => row.remark },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => words[row.status][language] },
  { zh: '整改情况', en: 'How mended', kind: 'text', of: (row) => row.mending },
  { zh: '巡课人', en: 'Inspected by', kind: 'text', of: (row) => row.inspectedByName },
]
