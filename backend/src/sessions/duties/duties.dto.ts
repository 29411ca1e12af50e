import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Max, MaxLength, Min } from 'class-validator'
import type { ListColumn } from '../../platform/sheets/index.js'
import { Items } from '../../platform/http/items.js'
import { IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type Duty, type DutyKind, dutyKinds } from './duty.entity.js'

export class DutyListQuery extends ListQuery {
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
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  @Optional()
  @IsIn(dutyKinds)
  kind?: DutyKind
}

export class RosterQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** A day of the week that is looked at; left out: today. */
  @Optional()
  @IsLocalDate()
  on?: string
}

export const proposalSources = ['in_turn', 'last_week'] as const

export class ProposalQuery extends RosterQuery {
  @Optional()
  @IsIn(proposalSources)
  source: (typeof proposalSources)[number] = 'in_turn'

  /** Patrols on each day. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10)
  patrols: number = 1
}

export class DutyRowIn {
  @IsLocalDate()
  heldOn!: string

  @IsIn(dutyKinds)
  kind!: DutyKind

  @IsInt()
  teacherId!: number

  /** The part of the school, where several go round. */
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(60)
  area?: string | null
}

export class CreateDutiesIn {
  @IsInt()
  schoolId!: number

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Items(() => DutyRowIn)
  rows!: DutyRowIn[]
}

export class DutyOut {
  id!: number
  schoolId!: number
  heldOn!: string
  kind!: DutyKind
  teacherId!: number
  teacherName!: string
  area!: string | null
}

export class DutiesOut {
  items!: DutyOut[]
}

export class RosterDayOut {
  dayOn!: string
  weekday!: number
  note!: string | null
  /** Planned sessions; a day with any is a service day. */
  sessionCount!: number
  duties!: DutyOut[]
  /** A service day to come without a duty leader (rule SAFE-8). */
  lacksLeader!: boolean
  lacksPatrol!: boolean
  isOver!: boolean
}

export class RosterOut {
  /** Monday. */
  fromOn!: string
  toOn!: string
  days!: RosterDayOut[]
}

export class ProposedDutyOut {
  heldOn!: string
  kind!: DutyKind
  teacherId!: number
  teacherName!: string
  area!: string | null
}

export class ProposalOut {
  rows!: ProposedDutyOut[]
}

export function toDutyOut({ id, schoolId, heldOn, kind, teacherId, teacher, area }: Duty): DutyOut {
  return { id, schoolId, heldOn, kind, teacherId, teacherName: teacher!.name, area }
}

const kindWords = {
  duty_leader: { zh: '值班', en: 'duty leader' },
  patrol: { zh: '巡课', en: 'patrol' },
} as const satisfies Record<DutyKind, unknown>

export const dutyColumns: readonly ListColumn<DutyOut>[] = [
  { zh: '日期', en: 'Date', kind: 'date', of: (row) => row.heldOn },
  { zh: '任务', en: 'Duty', kind: 'text', of: (row, language) => kindWords[row.kind][language] },
  { zh: '教师', en: 'Teacher', kind: 'text', of: (row) => row.teacherName },
  { zh: '区域', en: 'Area', kind: 'text', of: (row) => row.area },
]
