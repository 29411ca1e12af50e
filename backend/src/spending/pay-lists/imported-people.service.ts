/** Who are the people of a sheet (表中人员对应收款人)? By account first, by name where none is given; new ones become payees. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import { type AcceptedRow, faultOf, type RowFault } from '../../platform/sheets/index.js'
import { sameName } from '../bank-returns/same-payee.js'
import { Payee } from '../payees/payee.entity.js'
import { PayeesService } from '../payees/payees.service.js'
import type { PayList } from './pay-list.entity.js'
import type { PayRow } from './pay-list.sheet.js'

type Row = AcceptedRow<PayRow>
/** A payee of the school, or what is needed to make one. */
type Person = Payee | PayRow

interface Known {
  readonly byHash: ReadonlyMap<string, Payee>
  readonly byName: ReadonlyMap<string, Payee[]>
}

const isKnown = (person: Person): person is Payee => 'accountHash' in person
const fault = (row: Row, field: string, why: string, params: RowFault['params'] = {}): RowFault =>
  faultOf(row, field, why, params)

@Injectable()
export class ImportedPeopleService {
  constructor(
    private readonly seal: FieldSeal,
    private readonly payees: PayeesService,
  ) {}

  /** One person a row, or why there is none. */
  async of(
    tx: EntityManager,
    { schoolId, entries }: Pick<PayList, 'schoolId' | 'entries'>,
    rows: readonly Row[],
  ): Promise<{ faults: RowFault[]; people: Person[] }> {
    const known = await this.known(tx, schoolId, rows)
    const listed = new Map(entries!.map(({ payeeId, number }) => [payeeId, number]))
    const rowOf = new Map<number, Row>()
    const faults: RowFault[] = []
    const people: Person[] = []
    for (const row of rows) {
      const person = this.personOf(row, known)
      if ('why' in person) {
        faults.push(person)
        continue
      }
      people.push(person)
      if (!isKnown(person)) continue
      const { id, name } = person
      const [first, number] = [rowOf.get(id), listed.get(id)]
      if (first) faults.push(fault(row, 'name', 'same_one', { sheet: first.sheet, row: first.row }))
      else if (number !== undefined) faults.push(fault(row, 'name', 'listed', { name, number }))
      rowOf.set(id, row)
    }
    return { faults, people }
  }

  /** The payees' ids in the order of the people. */
  async make(
    tx: EntityManager,
    actor: Actor,
    schoolId: number,
    people: readonly Person[],
  ): Promise<number[]> {
    const fresh = people.flatMap((person) => (isKnown(person) ? [] : [person]))
    const made = await this.payees.createPeople(
      tx,
      actor,
      schoolId,
      fresh.map(({ name, account, bankName }) => ({ name, account: account!, bankName: bankName! })),
    )
    const idOf = new Map(fresh.map((person, index) => [person, made[index]!]))
    return people.map((person) => (isKnown(person) ? person.id : idOf.get(person)!))
  }

  private async known(tx: EntityManager, schoolId: number, rows: readonly Row[]): Promise<Known> {
    if (rows.length === 0) return { byHash: new Map(), byName: new Map() }
    const hashes = rows.flatMap(({ values: { account } }) =>
      account === null ? [] : this.seal.hash(account),
    )
    const names = rows.map(({ values }) => values.name)
    const payees = await tx.find(Payee, {
      where: [
        { schoolId, accountHash: In(hashes) },
        { schoolId, name: In(names), kind: 'person' },
      ],
      order: { id: 'ASC' },
    })
    const byName = new Map<string, Payee[]>()
    for (const payee of payees) byName.set(payee.name, [...(byName.get(payee.name) ?? []), payee])
    return { byHash: new Map(payees.map((payee) => [payee.accountHash, payee])), byName }
  }

  private personOf(row: Row, known: Known): Person | RowFault {
    const { name, account } = row.values
    if (account === null) return byName(row, known.byName.get(name) ?? [])
    const payee = known.byHash.get(this.seal.hash(account))
    if (payee) return fits(row, payee)
    const namesake = known.byName.get(name)?.find(({ isActive }) => isActive)
    if (namesake) {
      const { accountLast4: last4 } = namesake
      return fault(row, 'account', 'other_account', { name, last4 })
    }
    return row.values.bankName === null || row.values.bankName.length < 2
      ? fault(row, 'bankName', 'bank_missing')
      : row.values
  }
}

function byName(row: Row, payees: readonly Payee[]): Payee | RowFault {
  const { name } = row.values
  const inUse = payees.filter(({ isActive }) => isActive)
  if (inUse.length > 1) return fault(row, 'name', 'several_people', { name, count: inUse.length })
  if (inUse.length === 1) return fits(row, inUse[0]!)
  return payees.length > 0
    ? fault(row, 'name', 'inactive', { name })
    : fault(row, 'name', 'unknown_person', { name })
}

function fits(row: Row, payee: Payee): Payee | RowFault {
  const { name, bankName } = row.values
  if (!sameName(name, payee.name))
    return fault(row, 'account', 'account_of_other', { last4: payee.accountLast4, other: payee.name })
  if (payee.kind !== 'person') return fault(row, 'name', 'not_person', { name })
  if (!payee.isActive) return fault(row, 'name', 'inactive', { name })
  if (bankName !== null && payee.bankName !== null && !sameName(bankName, payee.bankName))
    return fault(row, 'bankName', 'other_bank', { bank: payee.bankName })
  return payee
}
