/** How do people come into a pay list from a sheet (导入发放明细)? All rows or none: each row that cannot be taken is named with its reason. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type FieldError, Invalid, RuleBroken } from '../../platform/errors.js'
import { largestInteger } from '../../platform/http/validation.js'
import type { Upload } from '../../platform/http/upload.js'
import {
  readUploadedSheet,
  type ReadSheet,
  reasonSentence,
  type RefusedRow,
  refuseRows,
  UnreadableSheet,
} from '../../platform/sheets/index.js'
import type { AskedLine } from './pay.js'
import { ImportedPeopleService } from './imported-people.service.js'
import { mostEntryLines, payAccounts, type PayListOut } from './pay-lists.dto.js'
import { payListSheet, type PayRow } from './pay-list.sheet.js'
import { PayListsService } from './pay-lists.service.js'
import { PayListReadingService } from './reading.service.js'

const mostSaid = 100

@Injectable()
export class PayListImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lists: PayListsService,
    private readonly people: ImportedPeopleService,
    private readonly reading: PayListReadingService,
  ) {}

  /** Adds the people of the sheet to the draft, paid from the classes that the form names. Throws Invalid naming each row that needs mending. */
  async import(actor: Actor, id: number, upload: Upload): Promise<PayListOut> {
    const lines = linesOf(upload.fields)
    const revision = /^\d{1,9}$/.test(upload.fields.revision ?? '')
      ? Number(upload.fields.revision)
      : undefined
    const sheet = await this.read(upload)
    requireRows(sheet, actor)
    return this.database.transaction(async (tx) => {
      const taken = await this.lists.take(tx, actor, id, { revision })
      const { faults, people } = await this.people.of(tx, taken, sheet.rows)
      const refused = refuseRows(sheet.sheetNames, sheet, faults)
      if (refused.length > 0) throw refusal(refused, actor)
      const payeeIds = await this.people.make(tx, actor, taken.schoolId, people)
      await this.lists.fill(
        tx,
        actor,
        taken,
        sheet.rows.map(({ values }, index) => ({ ...asked(values), payeeId: payeeIds[index]!, lines })),
      )
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  private async read({ bytes, fileName }: Upload): Promise<ReadSheet<PayRow>> {
    try {
      return await readUploadedSheet({ bytes, fileName }, payListSheet, { todayOn: this.clock.today() })
    } catch (error) {
      if (error instanceof UnreadableSheet) throw new RuleBroken(error.code, error.params)
      throw error
    }
  }
}

const asked = ({ hoursHundredths, rateFen, amountFen, taxKind, note }: PayRow) => ({
  hoursHundredths,
  rateFen,
  amountFen,
  taxKind,
  note,
})

/** "12,13" and "E500". Throws Invalid for anything else. */
function linesOf({ allotmentIds = '', account = '' }: Upload['fields']): AskedLine[] {
  const texts = allotmentIds.split(',')
  const ids = [...new Set(texts.map(Number))]
  const areIds = texts.every((text) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= largestInteger)
  if (!areIds || ids.length > mostEntryLines) throw Invalid.field('allotmentIds', 'validation.isDefined')
  if (!(payAccounts as readonly string[]).includes(account)) throw Invalid.field('account', 'validation.isIn')
  return ids.map((allotmentId) => ({ allotmentId, account }))
}

function requireRows({ rows, refused, sheets }: ReadSheet<PayRow>, { language }: Actor): void {
  if (rows.length + refused.length > 0) return
  if (sheets.some(({ status }) => status === 'ready')) throw new Invalid('funding.pay_list_no_rows')
  const titles = new Map(
    payListSheet.fields.map((field) => [field.name, language === 'zh' ? field.titleZh : field.titleEn]),
  )
  const missing =
    sheets.find(({ status }) => status === 'columns_missing')?.missing ?? payListSheet.requiredColumns
  throw new Invalid('funding.pay_list_columns', {
    missing: missing
      .map((group) => group.map((name) => titles.get(name)).join(language === 'zh' ? '或' : ' or '))
      .join(language === 'zh' ? '、' : ', '),
  })
}

const refusal = (refused: readonly RefusedRow[], { language }: Actor): Invalid =>
  new Invalid(
    'funding.pay_list_rows',
    { count: refused.length },
    refused.slice(0, mostSaid).map(({ sheet, row, reasons }): FieldError => ({
      field: `rows.${row}`,
      code: 'funding.pay_list_row',
      params: {
        sheet,
        row,
        sentence: reasons.map((reason) => reasonSentence(payListSheet, reason, language)).join(' '),
      },
    })),
  )
