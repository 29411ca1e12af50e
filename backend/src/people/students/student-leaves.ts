/** A student leaves the school (学生离校): what modules further right must do about it, in the same transaction. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'

export interface StudentLeft {
  readonly studentId: number
  readonly schoolId: number
  readonly leftOn: string
}

export type WhenStudentLeaves = (tx: EntityManager, actor: Actor, left: StudentLeft) => Promise<void>

@Injectable()
export class StudentLeaves {
  private readonly followers: WhenStudentLeaves[] = []

  /** Said once at start by each module that has something to do. */
  follow(follower: WhenStudentLeaves): void {
    this.followers.push(follower)
  }

  async tell(tx: EntityManager, actor: Actor, left: StudentLeft): Promise<void> {
    for (const follower of this.followers) await follower(tx, actor, left)
  }
}
