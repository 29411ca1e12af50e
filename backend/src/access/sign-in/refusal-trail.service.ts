/** What was refused at the door (拒绝登录的记录), for the audit trail: enough to see an attack, never as many rows as it has tries. */
import { Injectable } from '@nestjs/common'
import { AuditEntries } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { placeOf } from './address.js'
import type { Asker } from './asker.js'
import type { User } from '../users/user.entity.js'
import { Attempts } from '../attempts/attempts.service.js'

export type Refusal = 'failed' | 'throttled' | 'frozen' | 'expired' | 'code_failed'

const anHour = 60
// In an hour: rows of one address, and of all. Past them only each tenfold is noted.
const mostOfAddress = 60
const mostOfAll = 2000

@Injectable()
export class RefusalTrail {
  constructor(
    private readonly attempts: Attempts,
    private readonly audit: AuditEntries,
    private readonly database: Database,
  ) {}

  /**
   * Notes the first of an hour for each account and address, then the tenth, the hundredth … with the count so far.
   * An unknown name is not written down: people type their password there.
   */
  async note(refusal: Refusal, username: string, user: User | null, asker: Asker): Promise<void> {
    const place = placeOf(asker.address)
    const count = await this.next(`trail-${refusal}`, username, place)
    if (!isTenfold(count)) return
    const ofAddress = await this.next('trail-address', place)
    if (ofAddress > mostOfAddress && !isTenfold(ofAddress)) return
    const ofAll = await this.next('trail')
    if (ofAll > mostOfAll && !isTenfold(ofAll)) return
    await this.database.transaction((tx) =>
      this.audit.recordWithoutPerson(
        tx,
        {
          action: `sign_in.${refusal}`,
          entity: 'user',
          entityId: user?.id ?? null,
          schoolId: user?.schoolId ?? null,
          regionCode: user?.regionCode ?? null,
          after: { address: asker.address, count, agent: asker.agent },
        },
        asker.requestId,
      ),
    )
  }

  private async next(kind: string, ...subject: string[]): Promise<number> {
    return (await this.attempts.count({ kind, most: 0, minutes: anHour }, ...subject)).count
  }
}

const isTenfold = (count: number): boolean => /^10*$/.test(String(count))
