/** Where accounts may belong (账号归属): schools and regions lie further right, so that module tells what access must ask. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

export interface PlaceLookups {
  /** The region code of a school; null: there is no such school. */
  regionOfSchool(tx: EntityManager, schoolId: number): Promise<string | null>
  hasRegion(tx: EntityManager, regionCode: string): Promise<boolean>
}

@Injectable()
export class Places {
  private lookups: PlaceLookups | null = null

  /** Said once at start by the module that owns schools and regions. */
  answerWith(lookups: PlaceLookups): void {
    this.lookups = lookups
  }

  regionOfSchool(tx: EntityManager, schoolId: number): Promise<string | null> {
    return this.known().regionOfSchool(tx, schoolId)
  }

  hasRegion(tx: EntityManager, regionCode: string): Promise<boolean> {
    return this.known().hasRegion(tx, regionCode)
  }

  // Without an answer nobody is let in: a guess would open a school.
  private known(): PlaceLookups {
    if (!this.lookups) throw new Error('nobody tells where schools and regions are')
    return this.lookups
  }
}
