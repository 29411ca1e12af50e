import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Max, Min } from 'class-validator'
import { EventIn, SeenIn, type Transition } from '../../audit/index.js'
import { localDateOf } from '../../platform/calendar.js'
import { Part } from '../../platform/http/items.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsFen, IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { type Figures, type Indicator, indicators, isReached, kindOf } from './indicators.js'
import type { PerformanceTarget, Said } from './performance-target.entity.js'
import { performanceTargetStates, type PerformanceTargetStatus } from './performance-target.states.js'

export class PerformanceTargetListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(performanceTargetStates)
  status?: PerformanceTargetStatus
}

export class CreatePerformanceTargetIn {
  /** An approved one: the targets are what it says. */
  @IsInt()
  estimateId!: number
}

/** What is left out stays as it is proposed; null empties it. */
export class IndicatorsIn {
  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(10_000)
  classes?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  students?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  sessions?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1000)
  participantsPerMille?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1000)
  satisfactionPerMille?: number | null

  @Optional()
  @Nullable()
  @IsFen()
  costPerClassFen?: number | null

  @Optional()
  @Nullable()
  @IsFen()
  costPerStudentFen?: number | null
}

export class UpdatePerformanceTargetIn extends SeenIn {
  @Optional()
  @Part(() => IndicatorsIn)
  targets?: IndicatorsIn

  @Optional()
  @IsString()
  @PlainText()
  @Length(2, 500)
  reason?: string
}

/** Values of the year; what is left out is what the records say. */
export class SayPerformanceIn extends EventIn {
  @Optional()
  @Part(() => IndicatorsIn)
  values?: IndicatorsIn

  @Optional()
  @IsString()
  @PlainText()
  @Length(2, 500)
  reason?: string
}

export class PerformanceTargetOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  estimateId!: number
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: PerformanceTargetStatus
  /** Of the targets that can be judged by the last values: how many are reached. */
  reachedCount!: number
  judgedCount!: number
  updatedAt!: string
  actions!: string[]
}

export class IndicatorOut {
  indicator!: Indicator
  kind!: 'quantity' | 'quality' | 'satisfaction' | 'cost'
  estimated!: number | null
  target!: number | null
  /** What the records gave on the day, and what was said. */
  midRecorded!: number | null
  mid!: number | null
  endRecorded!: number | null
  end!: number | null
  /** By the last values; null where it cannot be judged. */
  isReached!: boolean | null
}

export class PerformanceStepOut {
  event!: string
  byName!: string
  /** In whose place. */
  forName!: string | null
  on!: string
  comment!: string | null
}

export class PerformanceTargetWithIndicatorsOut extends PerformanceTargetOut {
  indicators!: IndicatorOut[]
  reason!: string | null
  midOn!: string | null
  midReason!: string | null
  endOn!: string | null
  endReason!: string | null
  /** Who set, monitored, handed in and evaluated it, on which day: each step's last time. */
  steps!: PerformanceStepOut[]
}

/** What the records say now. */
export class PerformanceRecordsOut {
  on!: string
  classes!: number | null
  students!: number | null
  sessions!: number | null
  participantsPerMille!: number | null
  /** Null where too few have answered. */
  satisfactionPerMille!: number | null
  costPerClassFen!: number | null
  costPerStudentFen!: number | null
}

export const toRecordsOut = (on: string, figures: Figures): PerformanceRecordsOut => ({ on, ...figures })

const at = (said: Said | null, which: 'recorded' | 'values', indicator: Indicator) =>
  said?.[which][indicator] ?? null

function indicatorsOf({ estimated, targets, midYear: mid, yearEnd: end }: PerformanceTarget): IndicatorOut[] {
  const last = (end ?? mid)?.values
  return indicators.map((indicator) => ({
    indicator,
    kind: kindOf[indicator],
    estimated: estimated[indicator],
    target: targets[indicator],
    midRecorded: at(mid, 'recorded', indicator),
    mid: at(mid, 'values', indicator),
    endRecorded: at(end, 'recorded', indicator),
    end: at(end, 'values', indicator),
    isReached: isReached(indicator, targets[indicator], last?.[indicator] ?? null),
  }))
}

export function toPerformanceTargetOut(target: PerformanceTarget, actions: string[]): PerformanceTargetOut {
  const { id, schoolId, fundId, fiscalYear, estimateId, revision, status, updatedAt, school, fund } = target
  const judged = indicatorsOf(target).filter((each) => each.isReached !== null)
  return {
    id,
    schoolId,
    schoolName: school!.name,
    fundId,
    fundName: fund!.name,
    fiscalYear,
    estimateId,
    revision,
    status,
    reachedCount: judged.filter((each) => each.isReached).length,
    judgedCount: judged.length,
    updatedAt: updatedAt.toISOString(),
    actions,
  }
}

export function toPerformanceTargetWithIndicatorsOut(
  target: PerformanceTarget,
  actions: string[],
  history: readonly Transition[],
): PerformanceTargetWithIndicatorsOut {
  const { reason, midYear: mid, yearEnd: end } = target
  const last = new Map(history.map((step) => [step.event, step]))
  return {
    ...toPerformanceTargetOut(target, actions),
    indicators: indicatorsOf(target),
    reason,
    midOn: mid?.on ?? null,
    midReason: mid?.reason ?? null,
    endOn: end?.on ?? null,
    endReason: end?.reason ?? null,
    steps: ['create', 'monitor', 'submit', 'evaluate'].flatMap((event) => {
      const step = last.get(event)
      return step
        ? [
            {
              event,
              byName: step.actorName,
              forName: step.onBehalfOfName,
              on: localDateOf(step.at),
              comment: step.comment,
            },
          ]
        : []
    }),
  }
}

const stateNames: Record<PerformanceTargetStatus, { zh: string; en: string }> = {
  set: { zh: '已设定', en: 'set' },
  monitored: { zh: '已监控', en: 'monitored' },
  submitted: { zh: '等评价', en: 'to be evaluated' },
  evaluated: { zh: '已评价', en: 'evaluated' },
}

export const performanceTargetColumns: readonly ListColumn<PerformanceTargetOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '已完成指标', en: 'Targets reached', kind: 'integer', of: (row) => row.reachedCount },
  { zh: '可评价指标', en: 'Targets judged', kind: 'integer', of: (row) => row.judgedCount },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => stateNames[row.status][language] },
]
