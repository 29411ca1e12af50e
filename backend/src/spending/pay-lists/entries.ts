/** Who stands in a pay list (发放明细)? Read with the list, checked together, and put in. */
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { HomeClass } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { type FieldError, Invalid } from '../../platform/errors.js'
import { addFen, type Fen, fen } from '../../platform/money.js'
import { Allotment } from '../../ledger/index.js'
import { Fund } from '../../entitlement/index.js'
import { Payee } from '../payees/payee.entity.js'
import { allotmentsOf } from '../payments/lines.js'
import { PayListEntry } from './pay-list-entry.entity.js'
import { PayListLine } from './pay-list-line.entity.js'
import type { PayList } from './pay-list.entity.js'
import { mostEntries, type TaxKind } from './pay-list.states.js'
import { type AskedLine, type AskedPay, isProblem, type Pay, payOf } from './pay.js'

/** One person as asked for: by a form, a sheet, or whatever knows who has worked how long. */
export interface AskedEntry extends AskedPay {
  readonly payeeId: number
  readonly teacherId?: number | null | undefined
  readonly taxKind: TaxKind
  readonly note?: string | null | undefined
  readonly lines: readonly AskedLine[]
}

export type CheckedEntry = AskedEntry & { readonly pay: Pay }

/** Reads the entries of these lists into them, with payee, teacher and money, in two statements. */
export async function readEntries(manager: EntityManager, lists: readonly PayList[]): Promise<void> {
  if (lists.length === 0) return
  const entries = await manager
    .createQueryBuilder(PayListEntry, 'entry')
    .innerJoinAndMapOne('entry.payee', Payee, 'payee', 'payee.id = entry.payeeId')
    .leftJoinAndMapOne('entry.teacher', Teacher, 'teacher', 'teacher.id = entry.teacherId')
    .where({ payListId: In(lists.map(({ id }) => id)) })
    .orderBy('entry.payListId')
    .addOrderBy('entry.number')
    .getMany()
  const own = new Map<number, PayListEntry[]>(lists.map(({ id }) => [id, []]))
  for (const entry of entries) own.get(entry.payListId)!.push(entry)
  for (const list of lists) list.entries = own.get(list.id)!
  await readLines(manager, entries)
}

async function readLines(manager: EntityManager, entries: readonly PayListEntry[]): Promise<void> {
  if (entries.length === 0) return
  const lines = await manager
    .createQueryBuilder(PayListLine, 'line')
    .innerJoinAndMapOne('line.allotment', Allotment, 'allotment', 'allotment.id = line.allotmentId')
    .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
    .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
    .where({ entryId: In(entries.map(({ id }) => id)) })
    .orderBy('line.entryId')
    .addOrderBy('line.number')
    .getMany()
  const own = new Map<number, PayListLine[]>(entries.map(({ id }) => [id, []]))
  for (const line of lines) own.get(line.entryId)!.push(line)
  for (const entry of entries) entry.lines = own.get(entry.id)!
}

/**
 * `added` beside those that are `kept`. Throws NotFound for money out of the actor's scope, Invalid naming each person
 * with whom something is wrong: of another school, no person, listed twice, without an amount.
 */
export async function checkEntries(
  tx: EntityManager,
  actor: Actor,
  { schoolId, fiscalYear }: Pick<PayList, 'schoolId' | 'fiscalYear'>,
  added: readonly AskedEntry[],
  kept: readonly PayListEntry[] = [],
): Promise<CheckedEntry[]> {
  if (added.length === 0) return []
  if (kept.length + added.length > mostEntries)
    throw Invalid.field('entries', 'funding.pay_list_too_long', { most: mostEntries })
  await checkMoney(tx, actor, { schoolId, fiscalYear }, added)
  const payees = await byId(
    tx,
    Payee,
    schoolId,
    added.map(({ payeeId }) => payeeId),
  )
  const teachers = await byId(
    tx,
    Teacher,
    schoolId,
    added.flatMap(({ teacherId }) => teacherId ?? []),
  )
  const seen = { payees: places(kept, 'payeeId'), teachers: places(kept, 'teacherId') }
  const problems: FieldError[] = []
  const checked = added.flatMap((entry, index): CheckedEntry[] => {
    const number = kept.length + index + 1
    const payee = payees.get(entry.payeeId)
    const wrong = (field: string, code: string, params: FieldError['params'] = {}) => {
      problems.push({ field: `entries.${index}.${field}`, code, params: { ...params, number } })
    }
    if (!payee) wrong('payeeId', 'validation.isIn')
    else if (payee.kind !== 'person') wrong('payeeId', 'funding.pay_list_not_person', { name: payee.name })
    else if (!payee.isActive) wrong('payeeId', 'funding.payee_inactive', { name: payee.name })
    else if (seen.payees.has(payee.id))
      wrong('payeeId', 'funding.pay_list_twice', { name: payee.name, first: seen.payees.get(payee.id)! })
    seen.payees.set(entry.payeeId, number)
    if (entry.teacherId !== null && entry.teacherId !== undefined) {
      const teacher = teachers.get(entry.teacherId)
      if (!teacher) wrong('teacherId', 'validation.isIn')
      else if (seen.teachers.has(teacher.id))
        wrong('teacherId', 'funding.pay_list_twice', {
          name: teacher.name,
          first: seen.teachers.get(teacher.id)!,
        })
      seen.teachers.set(entry.teacherId, number)
    }
    const twice = entry.lines.some(
      (line, at) => entry.lines.findIndex((other) => placeOf(other) === placeOf(line)) !== at,
    )
    if (twice) wrong('lines', 'funding.pay_list_line_twice')
    const pay = payOf(entry)
    if (isProblem(pay)) {
      wrong(pay.field, pay.code, pay.params)
      return []
    }
    return [{ ...entry, pay }]
  })
  if (problems.length > 0) throw new Invalid('request.invalid', {}, problems)
  return checked
}

const placeOf = ({ allotmentId, account }: Pick<AskedLine, 'allotmentId' | 'account'>) =>
  `${allotmentId}/${account}`

const places = (kept: readonly PayListEntry[], of: 'payeeId' | 'teacherId'): Map<number, number> =>
  new Map(kept.flatMap((entry) => (entry[of] === null ? [] : [[entry[of], entry.number] as const])))

async function byId<E extends Payee | Teacher>(
  tx: EntityManager,
  target: new () => E,
  schoolId: number,
  given: readonly number[],
): Promise<Map<number, E>> {
  const ids = [...new Set(given)]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .createQueryBuilder(target, 'row')
    .where('row.id IN (:...ids) AND row.schoolId = :schoolId', { ids, schoolId })
    .getMany()
  return new Map(rows.map((row) => [row.id, row]))
}

async function checkMoney(
  tx: EntityManager,
  actor: Actor,
  { schoolId, fiscalYear }: Pick<PayList, 'schoolId' | 'fiscalYear'>,
  entries: readonly AskedEntry[],
): Promise<void> {
  const ids = entries.flatMap(({ lines }) => lines.map(({ allotmentId }) => allotmentId))
  const allotments = await allotmentsOf(tx, actor, ids, schoolId)
  const other = allotments.find((each) => each.fiscalYear !== fiscalYear)
  if (other)
    throw Invalid.field('entries', 'funding.pay_list_other_year', {
      fiscalYear,
      otherYear: other.fiscalYear,
    })
}

/** After those that are there already. */
export async function putEntries(
  tx: EntityManager,
  { id, schoolId }: Pick<PayList, 'id' | 'schoolId'>,
  entries: readonly CheckedEntry[],
  keptCount: number,
): Promise<void> {
  if (entries.length === 0) return
  await insertRows(
    tx,
    'pay_list_entry',
    entries.map((entry, index) => ({
      payListId: id,
      schoolId,
      number: keptCount + index + 1,
      ...toPlainEntry(entry),
    })),
  )
  const put = await tx.find(PayListEntry, { where: { payListId: id }, order: { number: 'ASC' } })
  await insertRows(
    tx,
    'pay_list_line',
    put.slice(keptCount).flatMap((row, index) =>
      entries[index]!.pay.lines.map(({ allotmentId, account, amountFen, lessonCount }, at) => ({
        entryId: row.id,
        schoolId,
        number: at + 1,
        allotmentId,
        account,
        amountFen,
        lessonCount,
      })),
    ),
  )
}

export async function removeEntries(tx: EntityManager, entries: readonly PayListEntry[]): Promise<void> {
  const ids = entries.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.delete(PayListLine, { entryId: In(ids) })
  await tx.delete(PayListEntry, { id: In(ids) })
}

const toPlainEntry = ({
  payeeId,
  teacherId,
  hoursHundredths,
  rateFen,
  taxKind,
  note,
  pay,
}: CheckedEntry) => ({
  payeeId,
  teacherId: teacherId ?? null,
  hoursHundredths: hoursHundredths ?? null,
  rateFen: rateFen ?? null,
  amountFen: pay.amountFen,
  taxKind,
  note: note ?? null,
})

/** As the trail is told: the people with their money. */
export const toldOf = (entry: CheckedEntry) => ({ ...toPlainEntry(entry), lines: entry.pay.lines })

export const toldOfKept = (entry: PayListEntry) => ({
  payeeId: entry.payeeId,
  teacherId: entry.teacherId,
  hoursHundredths: entry.hoursHundredths,
  rateFen: entry.rateFen,
  amountFen: entry.amountFen,
  taxKind: entry.taxKind,
  note: entry.note,
  lines: entry.lines!.map(({ allotmentId, account, amountFen, lessonCount }) => ({
    allotmentId,
    account,
    amountFen,
    lessonCount,
  })),
})

export const sumOf = (entries: readonly CheckedEntry[], kept: readonly PayListEntry[] = []): Fen =>
  addFen(fen(0), ...kept.map(({ amountFen }) => amountFen), ...entries.map(({ pay }) => pay.amountFen))
