import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Length } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type BulkOut, RefusedOut } from '../../platform/bulk.dto.js'
import type { ListSheet } from '../../platform/sheets/index.js'
import type { Enrolment } from './enrolment.entity.js'
import { enrolmentStates, type EnrolmentStatus } from './enrolment.states.js'

export class EnrolmentListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  sectionId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  studentId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  homeClassId?: number

  @Optional()
  @IsIn(enrolmentStates)
  status?: EnrolmentStatus
}

/** Either students by their ids, or all of a home class. */
export class BulkEnrolIn {
  @IsInt()
  sectionId!: number

  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsInt({ each: true })
  studentIds?: number[]

  @Optional()
  @IsInt()
  homeClassId?: number
}

export class EndEnrolmentIn extends SeenIn {
  /** Last day, included; left out: today. */
  @Optional()
  @IsLocalDate()
  endsOn?: string

  @Optional()
  @IsString()
  @Length(0, 500)
  comment?: string
}

export class EnrolmentOut {
  id!: number
  schoolId!: number
  termId!: number
  studentId!: number
  studentName!: string
  sex!: 'male' | 'female'
  homeClassId!: number
  className!: string
  sectionId!: number
  sectionName!: string
  courseName!: string
  startsOn!: string
  endsOn!: string | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: EnrolmentStatus
  actions!: string[]
}

export function toEnrolmentOut(enrolment: Enrolment, actions: string[]): EnrolmentOut {
  const {
    id,
    schoolId,
    termId,
    studentId,
    student,
    homeClass,
    sectionId,
    section,
    course,
    startsOn,
    endsOn,
    status,
    revision,
  } = enrolment
  return {
    id,
    schoolId,
    termId,
    studentId,
    studentName: student!.name,
    sex: student!.sex,
    homeClassId: student!.homeClassId,
    className: homeClass!.name,
    sectionId,
    sectionName: section!.name,
    courseName: course!.name,
    startsOn,
    endsOn,
    status,
    revision,
    actions,
  }
}

export class NotEnrolledOut extends RefusedOut {
  /** Null: the school has no such student. */
  studentName!: string | null
  className!: string | null
}

/** By the ids of the students. */
export class BulkEnrolOut implements BulkOut {
  sectionId!: number
  done!: number[]
  refused!: NotEnrolledOut[]
  /** Seats left in the section afterwards. */
  freeCount!: number
}

export class ClassListRowOut {
  studentId!: number
  name!: string
  sex!: 'male' | 'female'
  className!: string
  startsOn!: string
}

/** For the print: names and classes, no numbers. */
export class ClassListOut {
  sectionId!: number
  sectionName!: string
  courseName!: string
  schoolName!: string
  termName!: string
  termNameEn!: string
  teacherName!: string | null
  roomName!: string | null
  capacity!: number
  /** When it meets in the published week; empty before that. */
  meetings!: { weekday: number; startTime: string; endTime: string }[]
  rows!: ClassListRowOut[]
}

const stateWords = { active: { zh: '在班', en: 'active' }, ended: { zh: '已退出', en: 'ended' } } as const

export const enrolmentListSheet: ListSheet<EnrolmentOut> = {
  zh: '报名',
  en: 'Enrolments',
  columns: [
    { zh: '班级', en: 'Class', kind: 'text', of: ({ className }) => className },
    { zh: '姓名', en: 'Name', kind: 'text', of: ({ studentName }) => studentName },
    { zh: '课程班', en: 'Section', width: 24, kind: 'text', of: ({ sectionName }) => sectionName },
    { zh: '课程', en: 'Course', width: 20, kind: 'text', of: ({ courseName }) => courseName },
    { zh: '开始', en: 'From', kind: 'date', of: ({ startsOn }) => startsOn },
    { zh: '结束', en: 'Until', kind: 'date', of: ({ endsOn }) => endsOn },
    { zh: '状态', en: 'State', kind: 'text', of: ({ status }, language) => stateWords[status][language] },
  ],
}
