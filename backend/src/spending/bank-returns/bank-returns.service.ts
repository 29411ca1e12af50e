/** What has the bank paid (银行回单)? A file is read, matched line by line and posted once; what does not match is listed. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { StateConflict } from '../../platform/errors.js'
import type { Upload } from '../../platform/http/upload.js'
import { addFen, fen } from '../../platform/money.js'
import { isClosed, LedgerService } from '../../ledger/index.js'
import type { Payment } from '../payments/payment.entity.js'
import { spendKeyOf } from '../payments/payment-keys.js'
import { PaymentReadingService } from '../payments/reading.service.js'
import { PaymentStepsService } from '../payments/steps.service.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine, type LineOutcome, lineOutcomes } from './bank-return-line.entity.js'
import {
  type BankReturnLineOut,
  type BankReturnOut,
  type BankReturnPreviewOut,
  type OutcomeSumOut,
  toBankReturnLineOut,
  toBankReturnOut,
  toLineRow,
} from './bank-returns.dto.js'
import { type MatchedLine, matchLines } from './match-lines.js'
import { type BankFile, readBankFile, requireLines } from './read-bank-file.js'
import { reconcilesFor } from './second-person.js'

@Injectable()
export class BankReturnsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly payments: PaymentReadingService,
    private readonly steps: PaymentStepsService,
    private readonly ledger: LedgerService,
  ) {}

  /** What an import would do now; nothing is written. */
  async preview(actor: Actor, upload: Upload): Promise<BankReturnPreviewOut> {
    const read = await readBankFile(actor, upload, this.clock.today())
    if (read.isReady) requireLines(read, actor)
    await this.refuseKnown(this.database.read, actor, read.fileHash)
    const { lines, payments } = await this.match(this.database.read, actor, read, (references) =>
      this.payments.byReference(this.database.read, actor, references),
    )
    const outs = lines.map((line, i): BankReturnLineOut =>
      toBankReturnLineOut(
        {
          ...toLineRow(line, read.rows[i]!.row, actor.schoolId, payments),
          id: i + 1,
          bankReturnId: 0,
          ...(line.payment ? { payment: payments.get(line.payment.id)! } : {}),
        },
        [],
      ),
    )
    const { fileName, isReady, sheets, fields, notes } = read
    return {
      fileName,
      isReady,
      sheets,
      fields,
      notes,
      lineCount: lines.length,
      outcomes: sumsOf(outs),
      lines: outs.map((line) => ({ ...line, bankReturnId: null })),
    }
  }

  /** One transaction: the file, its lines, the payments' states and the ledger, or nothing at all. */
  async import(actor: Actor, upload: Upload): Promise<BankReturnOut> {
    const read = await readBankFile(actor, upload, this.clock.today())
    requireLines(read, actor)
    return this.database.transaction(async (tx) => {
      await this.refuseKnown(tx, actor, read.fileHash)
      // What is settled is computed from locked rows only: a payment may be given up while its file is read.
      const { lines, payments } = await this.match(tx, actor, read, async (references) => {
        const named = await this.payments.byReference(tx, actor, references)
        const taken = await this.steps.takeMany(
          tx,
          actor,
          named.map(({ id }) => id),
        )
        // A serial number is looked for under the lock of its school: another file or slip may bring it at this instant.
        const schoolIds = [...new Set(taken.map(({ schoolId }) => schoolId))].sort((a, b) => a - b)
        if (schoolIds.length > 0) await this.ledger.takeChains(tx, schoolIds)
        return taken
      })
      const of = (outcome: LineOutcome) => lines.filter((line) => line.outcome === outcome)
      const [paid, failed] = [of('paid'), of('failed')]
      const file = await this.insertFile(tx, actor, read, {
        matchedCount: [...paid, ...failed].length,
        paidFen: addFen(fen(0), ...paid.map((line) => line.payment!.amountFen)),
      })
      await insertRows(
        tx,
        'bank_return_line',
        lines.map((line, i) => ({
          bankReturnId: file.id,
          ...toLineRow(line, read.rows[i]!.row, actor.schoolId, payments),
        })),
      )
      await this.steps.settleMany(
        tx,
        actor,
        paid.map(({ payment, row }) => ({
          payment: payments.get(payment!.id)!,
          paidOn: row.paidOn!,
          bankSerial: row.serial,
        })),
      )
      await this.steps.failMany(
        tx,
        actor,
        failed.map(({ payment, row }) => ({ payment: payments.get(payment!.id)!, failure: row.remark })),
      )
      await this.audit.record(tx, actor, {
        action: 'bank_return.import',
        entity: 'bank_return',
        entityId: file.id,
        schoolId: file.schoolId,
        after: {
          fileName: file.fileName,
          contentHash: file.fileHash,
          lineCount: file.lineCount,
          paid: paid.length,
          failed: failed.length,
          returned: of('returned').length,
          repeated: of('repeated').length,
          unmatched: of('unmatched').length,
          paidFen: file.paidFen,
        },
      })
      return toBankReturnOut(file)
    })
  }

  private async insertFile(
    tx: EntityManager,
    actor: Actor,
    { fileName, fileHash, rows }: BankFile,
    sums: Pick<BankReturn, 'matchedCount' | 'paidFen'>,
  ): Promise<BankReturn> {
    // Somebody was quicker with the same file: the unique key is the last word.
    return onDuplicate(
      () =>
        tx.save(
          tx.create(BankReturn, {
            regionCode: actor.regionCode,
            schoolId: actor.schoolId,
            fileName,
            fileHash,
            lineCount: rows.length,
            ...sums,
            importedById: actor.userId,
            importedForId: reconcilesFor(actor),
            importedAt: this.clock.now(),
          }),
        ),
      () => new StateConflict('funding.bank_file_known', { importedOn: this.clock.today(), fileName }),
    )
  }

  private async refuseKnown(manager: EntityManager, actor: Actor, fileHash: string): Promise<void> {
    const known = await manager.findOneBy(BankReturn, { regionCode: actor.regionCode, fileHash })
    if (known)
      throw new StateConflict('funding.bank_file_known', {
        importedOn: localDateOf(known.importedAt),
        fileName: known.fileName,
      })
  }

  private async match<P extends Payment>(
    manager: EntityManager,
    actor: Actor,
    { rows }: BankFile,
    paymentsOf: (references: readonly string[]) => Promise<P[]>,
  ): Promise<{ lines: MatchedLine[]; payments: Map<number, P> }> {
    const lines = rows.map(({ values }) => values)
    const found = await paymentsOf([
      ...new Set(lines.flatMap(({ reference }) => (reference ? [reference] : []))),
    ])
    const own = await this.transitions.eventsOf(
      manager,
      'payment',
      found.map((payment) => payment.id),
      actor,
    )
    const schoolIds = [...new Set(found.map((payment) => payment.schoolId))]
    const closed = await this.ledger.closedThrough(manager, schoolIds)
    const returned = await this.returnedKeys(manager, found.map(spendKeyOf))
    const given = [...new Set(lines.flatMap(({ serial }) => (serial ? [serial] : [])))]
    const serials = new Set([
      ...(await this.knownSerials(manager, actor, given)),
      ...(await this.steps.paidSerials(manager, schoolIds, given)),
    ])
    const payments = new Map(
      found.map(({ reference, id, schoolId, status, amountFen, takenBackCount }) => [
        reference!,
        {
          id,
          schoolId,
          status,
          amountFen,
          isReturned: returned.has(spendKeyOf({ id, takenBackCount })),
          isOwnApproval: own.get(id)?.has('approve', 'payment.reconcile') ?? false,
        },
      ]),
    )
    const matched = matchLines(lines, {
      payments,
      serials,
      todayOn: this.clock.today(),
      isClosed: (schoolId, on) => isClosed(closed, schoolId, on),
    })
    return { lines: matched, payments: new Map(found.map((payment) => [payment.id, payment])) }
  }

  /** Of these spendings those of which a line has said before that the money came back. */
  private async returnedKeys(manager: EntityManager, spendKeys: readonly string[]): Promise<Set<string>> {
    if (spendKeys.length === 0) return new Set()
    const lines = await manager
      .createQueryBuilder(BankReturnLine, 'line')
      .select('line.spendKey', 'spendKey')
      .where("line.spendKey IN (:...spendKeys) AND line.outcome IN ('returned', 'taken_back')", {
        spendKeys: [...spendKeys],
      })
      .getRawMany<{ spendKey: string }>()
    return new Set(lines.map(({ spendKey }) => spendKey))
  }

  private async knownSerials(
    manager: EntityManager,
    actor: Actor,
    serials: readonly string[],
  ): Promise<Set<string>> {
    if (serials.length === 0) return new Set()
    const query = manager
      .createQueryBuilder(BankReturnLine, 'line')
      .select('line.serial', 'serial')
      .distinct(true)
      .innerJoin(BankReturn, 'file', 'file.id = line.bankReturnId')
      .where(
        "line.serial IN (:...serials) AND line.outcome IN ('paid', 'failed', 'settled_by_hand', 'returned', 'taken_back')",
        {
          serials: [...serials],
        },
      )
    if (actor.schoolId === null)
      query.andWhere('file.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    else query.andWhere('line.schoolId = :schoolId', { schoolId: actor.schoolId })
    return new Set((await query.getRawMany<{ serial: string }>()).map(({ serial }) => serial))
  }
}

/** Lines and sums by outcome, those that there are. */
export function sumsOf(
  lines: readonly { outcome: LineOutcome; amountFen: number | null }[],
): OutcomeSumOut[] {
  return lineOutcomes.flatMap((outcome) => {
    const own = lines.filter((line) => line.outcome === outcome)
    return own.length === 0
      ? []
      : [
          {
            outcome,
            count: own.length,
            amountFen: addFen(fen(0), ...own.map((line) => fen(line.amountFen ?? 0))),
          },
        ]
  })
}
