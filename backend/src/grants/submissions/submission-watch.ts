/** Who looks at what is submitted (提交时的检查)? The audit rules lie to the right, and see the documents of all modules. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

/** Whose document it is; null: a region's. */
export interface SubmittedBy {
  readonly regionCode: string
  readonly schoolId: number | null
}

export type SubmissionCheck = (tx: EntityManager, by: SubmittedBy) => Promise<void>

@Injectable()
export class SubmissionWatch {
  private check: SubmissionCheck | null = null

  /** Said once at start by the module that keeps the audit rules. */
  checkWith(check: SubmissionCheck): void {
    this.check = check
  }

  /**
   * To be called in the transaction of the submission: what is found is kept or lost with it. Throws where nobody checks:
   * nothing is handed in unseen.
   */
  async submitted(tx: EntityManager, { regionCode, schoolId }: SubmittedBy): Promise<void> {
    if (!this.check) throw new Error('nobody has registered to check what is submitted')
    await this.check(tx, { regionCode, schoolId })
  }
}
