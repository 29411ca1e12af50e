/** What does a school bind itself to pay (合同、采购)? Drafted with its lines, changed until it is submitted. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { requireOfSchool } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid } from '../../platform/errors.js'
import { editing } from '../../platform/states.js'
import { Payee } from '../payees/payee.entity.js'
import { checkLines } from '../payments/lines.js'
import { Commitment } from './commitment.entity.js'
import { CommitmentLine } from './commitment-line.entity.js'
import { commitmentTable } from './commitment.states.js'
import type { CommitmentOut, CreateCommitmentIn, UpdateCommitmentIn } from './commitments.dto.js'
import { putLines, toPlainLine } from './lines.js'
import { CommitmentReadingService } from './reading.service.js'

@Injectable()
export class CommitmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly reading: CommitmentReadingService,
  ) {}

  async create(actor: Actor, { lines, ...given }: CreateCommitmentIn): Promise<CommitmentOut> {
    return this.database.transaction(async (tx) => {
      const checked = await checkLines(tx, actor, lines)
      requireDays(given)
      const payee = await requireOfSchool(tx, Payee, checked.schoolId, given.payeeId, 'payeeId')
      const commitment = await tx.save(
        tx.create(Commitment, {
          ...given,
          ...checked,
          payee: payee.name,
          status: 'draft',
          createdAt: this.clock.now(),
        }),
      )
      await putLines(tx, commitment, lines)
      await this.transitions.made(tx, commitmentTable, commitment, actor)
      await this.audit.record(tx, actor, {
        action: 'commitment.create',
        entity: 'commitment',
        entityId: commitment.id,
        schoolId: commitment.schoolId,
        after: { ...given, payee: payee.name, lines: lines.map(toPlainLine) },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, commitment.id))
    })
  }

  async update(
    actor: Actor,
    id: number,
    { lines, revision, ...given }: UpdateCommitmentIn,
  ): Promise<CommitmentOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.reading.find(tx, actor, id)
      const taken = await this.transitions.take(tx, commitmentTable, Commitment, id, editing, actor, {
        read,
        seen: { revision },
      })
      const { lines: old, ...before } = taken
      requireDays({ ...before, ...given })
      const { schoolId } = before
      const payee =
        given.payeeId === undefined
          ? null
          : await requireOfSchool(tx, Payee, schoolId, given.payeeId, 'payeeId')
      const checked = lines ? await checkLines(tx, actor, lines, schoolId) : {}
      const change = { ...given, ...checked, ...(payee ? { payee: payee.name } : {}) }
      await this.transitions.edit(tx, commitmentTable, Commitment, taken, change, actor)
      if (lines) {
        await tx.delete(CommitmentLine, { commitmentId: id })
        await putLines(tx, taken, lines)
      }
      await this.audit.record(tx, actor, {
        action: 'commitment.update',
        entity: 'commitment',
        entityId: id,
        schoolId,
        before: { ...before, lines: old!.map(toPlainLine) },
        after: { ...before, ...change, lines: (lines ?? old!).map(toPlainLine) },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }
}

function requireDays({ signedOn, endsOn }: Pick<Commitment, 'signedOn' | 'endsOn'>): void {
  if (endsOn < signedOn) throw Invalid.field('endsOn', 'funding.commitment_days', { signedOn, endsOn })
}
