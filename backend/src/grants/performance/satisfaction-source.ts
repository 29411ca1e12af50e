/** How satisfied were the families of a school (满意度)? Surveys lie to the right; who keeps their results answers. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

/** Per mille by the last survey of the year that was over on the day; null where too few have answered, or nobody was asked. */
export type SatisfactionAnswer = (
  manager: EntityManager,
  of: {
    readonly schoolId: number
    readonly regionCode: string
    readonly fiscalYear: number
    readonly on: string
  },
) => Promise<number | null>

@Injectable()
export class SatisfactionSource {
  private answer: SatisfactionAnswer | null = null

  /** Said once at start by the module that keeps the results. */
  answerWith(answer: SatisfactionAnswer): void {
    this.answer = answer
  }

  ask(...question: Parameters<SatisfactionAnswer>): Promise<number | null> {
    if (!this.answer) throw new Error('nobody has registered to say how satisfied families are')
    return this.answer(...question)
  }
}
