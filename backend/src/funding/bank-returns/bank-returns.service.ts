/** What has the bank paid (银行回单)? A file is read, matched line by line and posted once; what does not match is listed. */
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Upload } from '../../platform/http/upload.js'
import { addFen, fen } from '../../platform/money.js'
import { readUploadedSheet, type SheetRows, UnreadableSheet } from '../../platform/sheets/index.js'
import { LedgerService } from '../ledger/ledger.service.js'
import type { Payment } from '../payments/payment.entity.js'
import { PaymentsService } from '../payments/payments.service.js'
import { bankLinesSheet, type BankRow } from './bank-lines.sheet.js'
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

const mostLines = 5000

interface Read {
  readonly rows: readonly { readonly row: number; readonly values: BankRow }[]
  readonly fileHash: string
  readonly fileName: string
}

@Injectable()
export class BankReturnsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly payments: PaymentsService,
    private readonly ledger: LedgerService,
  ) {}

  /** What an import would do now; nothing is written. */
  async preview(actor: Actor, upload: Upload): Promise<BankReturnPreviewOut> {
    const read = await this.read(actor, upload)
    await this.refuseKnown(this.database.read, actor, read.fileHash)
    const { lines, payments } = await this.match(this.database.read, actor, read, (references) =>
      this.payments.byReference(this.database.read, actor, references),
    )
    const outs = lines.map((line, i): BankReturnLineOut =>
      toBankReturnLineOut(
        {
          ...toLineRow(line, read.rows[i]!.row, actor.schoolId),
          id: i + 1,
          bankReturnId: 0,
          ...(line.payment ? { payment: payments.get(line.payment.id)! } : {}),
        },
        [],
      ),
    )
    return {
      fileName: read.fileName,
      lineCount: lines.length,
      outcomes: sumsOf(outs),
      lines: outs.map((line) => ({ ...line, bankReturnId: null })),
    }
  }

  /** One transaction: the file, its lines, the payments' states and the ledger, or nothing at all. */
  async import(actor: Actor, upload: Upload): Promise<BankReturnOut> {
    const read = await this.read(actor, upload)
    return this.database.transaction(async (tx) => {
      await this.refuseKnown(tx, actor, read.fileHash)
      // What is settled is computed from locked rows only: a payment may be given up while its file is read.
      const { lines, payments } = await this.match(tx, actor, read, async (references) => {
        const named = await this.payments.byReference(tx, actor, references)
        return this.payments.takeMany(
          tx,
          actor,
          named.map(({ id }) => id),
        )
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
          ...toLineRow(line, read.rows[i]!.row, actor.schoolId),
        })),
      )
      await this.payments.settleMany(
        tx,
        actor,
        paid.map(({ payment, row }) => ({
          payment: payments.get(payment!.id)!,
          paidOn: row.paidOn!,
          bankSerial: row.serial,
        })),
      )
      await this.payments.failMany(
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
    { fileName, fileHash, rows }: Read,
    sums: Pick<BankReturn, 'matchedCount' | 'paidFen'>,
  ): Promise<BankReturn> {
    try {
      return await tx.save(
        tx.create(BankReturn, {
          regionCode: actor.regionCode,
          schoolId: actor.schoolId,
          fileName,
          fileHash,
          lineCount: rows.length,
          ...sums,
          importedById: actor.userId,
          importedAt: this.clock.now(),
        }),
      )
    } catch (error) {
      // Somebody was quicker with the same file: the unique key is the last word.
      if (isDuplicateKey(error))
        throw new StateConflict('funding.bank_file_known', { importedOn: this.clock.today(), fileName })
      throw error
    }
  }

  // Two schools may each import a file that the bank has sent to both; what a line may settle is in their scope anyway.
  private async read(actor: Actor, { fileName: given, bytes }: Upload): Promise<Read> {
    const fileName =
      [
        ...given
          .replace(/\p{Cc}|\p{Cf}/gu, '')
          .split(/[/\\]/)
          .at(-1)!,
      ]
        .slice(-120)
        .join('') || 'file'
    const { rows, refused, sheets } = await this.rowsOf(bytes, fileName)
    if (!sheets.some(({ status }) => status === 'ready')) {
      const names = new Map(
        bankLinesSheet.fields.map((field) => [
          field.name,
          actor.language === 'zh' ? field.titleZh : field.titleEn,
        ]),
      )
      const missing =
        sheets.find(({ status }) => status === 'columns_missing')?.missing ?? bankLinesSheet.requiredColumns
      throw new Invalid('funding.bank_file_columns', {
        missing: missing.map((group) => names.get(group[0]!)).join('、'),
      })
    }
    if (refused.length > 0) throw new Error('a line of a bank return is never refused')
    if (rows.length === 0) throw new Invalid('funding.bank_file_empty')
    if (rows.length > mostLines)
      throw new Invalid('funding.bank_file_too_long', { most: mostLines, count: rows.length })
    // Rows are numbered through where a file has several sheets.
    const numbered =
      sheets.filter(({ status }) => status === 'ready').length > 1
        ? rows.map(({ values }, i) => ({ row: i + 1, values }))
        : rows
    return {
      rows: numbered,
      fileName,
      fileHash: createHash('sha256')
        .update(`${actor.schoolId ?? ''}:`)
        .update(bytes)
        .digest('hex'),
    }
  }

  private async rowsOf(bytes: Buffer, fileName: string): Promise<SheetRows<BankRow>> {
    try {
      return await readUploadedSheet({ bytes, fileName }, bankLinesSheet, { todayOn: this.clock.today() })
    } catch (error) {
      if (error instanceof UnreadableSheet) throw new RuleBroken(error.code, error.params)
      throw error
    }
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
    { rows }: Read,
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
    const closed = await this.ledger.closedMonths(manager, [
      ...new Set(found.map((payment) => payment.schoolId)),
    ])
    const serials = await this.knownSerials(manager, actor, [
      ...new Set(lines.flatMap(({ serial }) => (serial ? [serial] : []))),
    ])
    const payments = new Map(
      found.map(({ reference, id, schoolId, status, amountFen }) => [
        reference!,
        {
          id,
          schoolId,
          status,
          amountFen,
          isOwnApproval: own.get(id)?.has('approve', 'payment.reconcile') ?? false,
        },
      ]),
    )
    const matched = matchLines(lines, {
      payments,
      serials,
      todayOn: this.clock.today(),
      isClosed: (schoolId, on) => closed.has(`${schoolId}/${on.slice(0, 7)}`),
    })
    return { lines: matched, payments: new Map(found.map((payment) => [payment.id, payment])) }
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
      .where("line.serial IN (:...serials) AND line.outcome IN ('paid', 'failed', 'settled_by_hand')", {
        serials: [...serials],
      })
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
