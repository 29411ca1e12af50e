/** A pay list for tests: people with accounts of their own, and a list that pays them. */
import type { FundedSchool } from './funding-world.js'

let accountCounter = 622_300_000_000

/** A person of the school's payees; answers the id. */
export async function person(
  { school, officer }: Pick<FundedSchool, 'school' | 'officer'>,
  name: string,
  rest: object = {},
): Promise<number> {
  accountCounter += 1
  const made = await officer.post('/api/payees', {
    schoolId: school.id,
    name,
    kind: 'person',
    account: String(accountCounter),
    bankName: '工商银行大同分行',
    ...rest,
  })
  if (made.status !== 201) throw new Error(`payee was not made: ${made.text}`)
  return made.body.id as number
}

/** One person paid by the hour from one class. */
export const entryOf = (payeeId: number, allotmentId: number, rest: object = {}) => ({
  payeeId,
  hoursHundredths: 1000,
  rateFen: 5_000,
  taxKind: 'wages',
  lines: [{ allotmentId, account: 'E500' }],
  ...rest,
})

export const listOf = ({ school }: Pick<FundedSchool, 'school'>, entries: readonly object[] = []) => ({
  schoolId: school.id,
  fiscalYear: 2026,
  title: '十一月课时费',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  entries,
})

/** A list whose payments are made; answers its id and the payments' ids in the order of its people. */
export async function madeList(
  funded: FundedSchool,
  allotmentId: number,
  payeeIds: readonly number[],
): Promise<{ id: number; payments: number[] }> {
  const draft = await funded.officer.post(
    '/api/pay-lists',
    listOf(
      funded,
      payeeIds.map((payeeId) => entryOf(payeeId, allotmentId)),
    ),
  )
  const made = await funded.officer.post(`/api/pay-lists/${draft.body.id}/make-payments`)
  if (made.status !== 200) throw new Error(`payments were not made: ${made.text}`)
  const entries = made.body.entries as { payment: { id: number } }[]
  return { id: made.body.id as number, payments: entries.map(({ payment }) => payment.id) }
}
