/** What has the bank paid (银行回单)? A file is read, matched line by line and posted once; what does not match is listed. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Taken, Transitions, documentTable } from '../../audit/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { StateConflict } from '../../platform/errors.js'
import type { Caused } from '../../platform/states.js'
import { addFen, fen } from '../../platform/money.js'
import { Region } from '../../organisation/index.js'
import { isClosed, LedgerService } from '../../ledger/index.js'
import type { Payment } from '../payments/payment.entity.js'
import { openByLines } from '../corrections/opened-by-bank.js'
import { PaymentReadingService } from '../payments/reading.service.js'
import { serialsTaken } from '../payments/refuse-serial.js'
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
import { paymentIdOf } from './earlier-references.js'
import { knownLines, knownPayments, settledSerials } from './known-lines.js'
import { linesHash } from './lines-hash.js'
import { type KnownPayment, type MatchedLine, matchLines } from './match-lines.js'
import { holdFiles, noteFiles } from './note-file.js'
import { type BankFile, requireLines } from './read-bank-file.js'
import { reconcilesFor } from './second-person.js'

documentTable({ entity: 'bank_return', parts: { bank_return_line: 'bankReturnId' } })

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
  async preview(actor: Actor, read: BankFile): Promise<BankReturnPreviewOut> {
    if (read.isReady) requireLines(read, actor)
    await this.refuseKnown(this.database.read, actor, read.fileHash)
    const { lines, payments } = await this.match(this.database.read, actor, read, (references) =>
      this.payments.byReference(this.database.read, actor, references),
    )
    const outs = lines.map((line, i): BankReturnLineOut =>
      toBankReturnLineOut(
        {
          ...toLineRow(line, read.rows[i]!.row, actor.schoolId, payments, this.clock.today()),
          closedAt: null,
          closedById: null,
          comment: null,
          id: i + 1,
          bankReturnId: 0,
          ...(line.payment ? { payment: payments.get(line.payment.id)! } : {}),
        },
        [],
      ),
    )
    const { fileName, isReady, sheets, fields, notes, format, formatVersion } = read
    return {
      fileName,
      isReady,
      sheets,
      fields,
      notes,
      format,
      formatVersion,
      lineCount: lines.length,
      outcomes: sumsOf(outs),
      lines: outs.map((line) => ({ ...line, bankReturnId: null })),
    }
  }

  /** One transaction: the file, its lines, the payments' states and the ledger, or nothing at all. */
  async import(actor: Actor, read: BankFile): Promise<BankReturnOut> {
    requireLines(read, actor)
    return this.database.transaction(async (tx) => {
      await this.refuseKnown(tx, actor, read.fileHash)
      const { lines, payments } = await this.match(tx, actor, read, (references) =>
        this.takePayments(tx, actor, references),
      )
      const of = (outcome: LineOutcome) => lines.filter((line) => line.outcome === outcome)
      const [paid, failed] = [of('paid'), of('failed')]
      const file = await this.insertFile(tx, actor, read, {
        matchedCount: [...paid, ...failed].length,
        paidFen: addFen(fen(0), ...paid.map((line) => line.payment!.amountFen)),
      })
      const replaced = await this.writeLines(tx, actor, { file, read, lines, payments })
      await this.openCorrections(tx, actor, file, payments)
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
          format: read.format?.name ?? null,
          contentHash: file.fileHash,
          // As they stand now: the chained trail keeps what was read.
          linesDigest: linesHash(
            await tx.find(BankReturnLine, {
              where: { bankReturnId: file.id },
              order: { rowNumber: 'ASC' },
            }),
          ),
          lineCount: file.lineCount,
          paid: paid.length,
          failed: failed.length,
          returned: of('returned').length,
          paidTwice: of('paid_twice').length,
          replaced,
          repeated: of('repeated').length,
          unmatched: of('unmatched').length,
          paidFen: file.paidFen,
        },
      })
      return toBankReturnOut(file)
    })
  }

  // What is settled is computed from locked rows only: a payment may be given up while its file is read.
  private async takePayments(
    tx: EntityManager,
    actor: Actor,
    references: readonly string[],
  ): Promise<Taken<Payment>[]> {
    const named = await this.payments.byReference(tx, actor, references)
    const taken = await this.steps.takeMany(
      tx,
      actor,
      named.map(({ id }) => id),
    )
    // Serial numbers, and lines that no payment knows, are looked for under the lock of the school, or of the region:
    // another file or slip may bring them at this instant.
    const schoolIds = new Set([...taken.map(({ schoolId }) => schoolId), ...own(actor.schoolId)])
    if (schoolIds.size > 0)
      await this.ledger.takeChains(
        tx,
        [...schoolIds].sort((a, b) => a - b),
      )
    if (actor.schoolId === null && !this.database.isSqlite) await holdRegion(tx, actor.regionCode)
    return taken
  }

  /** Answers how many lines of earlier files now have these in their place. */
  private async writeLines(
    tx: EntityManager,
    actor: Actor,
    {
      file,
      read,
      lines,
      payments,
    }: { file: BankReturn; read: BankFile; lines: MatchedLine[]; payments: ReadonlyMap<number, Payment> },
  ): Promise<number> {
    const importedOn = this.clock.today()
    await insertRows(
      tx,
      'bank_return_line',
      lines.map((line, i) => ({
        bankReturnId: file.id,
        ...toLineRow(line, read.rows[i]!.row, actor.schoolId, payments, importedOn),
      })),
    )
    const replaced = lines.flatMap(({ replaces }) => replaces)
    if (replaced.length === 0) return 0
    const former = await tx.find(BankReturnLine, {
      where: { id: In(replaced), outcome: 'unmatched' },
      select: { id: true, bankReturnId: true },
    })
    const fileIds = [...new Set(former.map(({ bankReturnId }) => bankReturnId))]
    await holdFiles(tx, fileIds)
    await tx.update(
      BankReturnLine,
      { id: In(replaced), outcome: 'unmatched' },
      { outcome: 'repeated', reason: 'said_anew' },
    )
    await noteFiles(tx, this.audit, actor, fileIds, { saidAnewBy: file.id })
    return replaced.length
  }

  // What came back, or was paid twice, is a document from the first moment on.
  private async openCorrections(
    tx: EntityManager,
    actor: Actor,
    file: BankReturn,
    payments: ReadonlyMap<number, Payment>,
  ): Promise<void> {
    const lines = await tx.find(BankReturnLine, {
      where: { bankReturnId: file.id, outcome: In(['returned', 'paid_twice']) },
      order: { rowNumber: 'ASC' },
    })
    await openByLines(tx, this.transitions, this.audit, actor, lines, payments, this.clock.now())
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
    const caused = await this.transitions.eventsOf(
      manager,
      'payment',
      found.map((payment) => payment.id),
      actor,
    )
    const schoolIds = [...new Set(found.map((payment) => payment.schoolId))]
    const closed = await this.ledger.closedThrough(manager, schoolIds)
    const given = [...new Set(lines.flatMap(({ serial }) => (serial ? [serial] : [])))]
    const said = await knownLines(manager, actor, lines)
    const serials = new Set([...settledSerials(said), ...(await serialsTaken(manager, schoolIds, given))])
    const byId = new Map(
      (await knownPayments(manager, found)).map((payment) => [
        payment.id,
        { ...payment, ownPart: ownPartOf(caused.get(payment.id)) },
      ]),
    )
    const byReference = new Map([...byId.values()].map((payment) => [payment.reference, payment]))
    const payments = new Map(
      lines.flatMap(({ reference }) => {
        if (!reference) return []
        const payment = byReference.get(reference) ?? byId.get(paymentIdOf(reference) ?? 0)
        return payment ? [[reference, payment] as const] : []
      }),
    )
    const matched = matchLines(lines, {
      payments,
      lines: said,
      serials,
      todayOn: this.clock.today(),
      isClosed: (schoolId, on) => isClosed(closed, schoolId, on),
    })
    return { lines: matched, payments: new Map(found.map((payment) => [payment.id, payment])) }
  }
}

/** What the person who imports has done for a payment, or the one in whose place they import. */
const ownPartOf = (caused: Caused | undefined): KnownPayment['ownPart'] =>
  caused?.has('approve', 'payment.reconcile')
    ? 'approval'
    : caused?.has('submit', 'payment.reconcile') || caused?.has('resend', 'payment.reconcile')
      ? 'request'
      : null

/** One file after the other, a city's and its districts' too: on SQLite every transaction waits for the one before. */
async function holdRegion(tx: EntityManager, code: string): Promise<void> {
  await tx
    .createQueryBuilder(Region, 'region')
    .select('region.id')
    .where('region.code LIKE :codes', { codes: `${code}%` })
    .orderBy('region.id')
    .setLock('pessimistic_write')
    .getRawMany()
}

const own = (schoolId: number | null): number[] => (schoolId === null ? [] : [schoolId])

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
