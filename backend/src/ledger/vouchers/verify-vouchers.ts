/** Are vouchers what was numbered (凭证核对)? Numbers without a gap, each one's content and journal, and who checked it, against the trail. One school's. */
import { type EntityManager, In } from 'typeorm'
import { AuditEntry } from '../../audit/index.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { movedLines } from './journals-of-money.js'
import { digestOf, voucherCode, voucherHash } from './voucher-content.js'
import { netsOf, type VoucherEntry, type VoucherLine, voucherSides } from './voucher-lines.js'
import { Voucher } from './voucher.entity.js'

export async function verifyVouchers(manager: EntityManager, schoolId: number): Promise<string[]> {
  const vouchers = await manager.find(Voucher, {
    where: { schoolId },
    order: { month: 'ASC', number: 'ASC' },
  })
  const told = await manager.find(AuditEntry, {
    where: { entity: 'voucher', action: In(['voucher.number', 'voucher.check']), schoolId },
    order: { id: 'ASC' },
  })
  if (vouchers.length === 0 && told.length === 0) return []
  const journals = new Map(
    (await manager.findBy(LedgerJournal, { schoolId })).map((journal) => [journal.sequence, journal]),
  )
  const moved = await movedLines(
    manager,
    schoolId,
    vouchers.map(({ sequence }) => sequence),
  )
  const problems = [
    ...withGaps(vouchers),
    ...vouchers.flatMap((voucher) =>
      wrongWith(voucher, journals.get(voucher.sequence), moved.get(voucher.sequence) ?? []),
    ),
    ...otherThanTold(
      vouchers,
      told.filter(({ action }) => action === 'voucher.number'),
    ),
    ...checksOtherThanTold(
      vouchers,
      told.filter(({ action }) => action === 'voucher.check'),
    ),
  ]
  return problems.map((problem) => `school ${schoolId}: ${problem}`)
}

function withGaps(vouchers: readonly Voucher[]): string[] {
  const last = new Map<string, number>()
  return vouchers.flatMap(({ month, number }) => {
    const before = last.get(month) ?? 0
    last.set(month, number)
    return number === before + 1
      ? []
      : [`after voucher ${voucherCode({ month, number: before })} comes ${number}`]
  })
}

function wrongWith(
  voucher: Voucher,
  journal: LedgerJournal | undefined,
  moved: readonly VoucherEntry[],
): string[] {
  const name = `voucher ${voucherCode(voucher)}`
  if (!journal) return [`${name}: its journal ${voucher.sequence} is not there`]
  const problems: string[] = []
  if (voucherHash(voucher, journal.hash) !== voucher.contentHash)
    problems.push(`${name}: it is not what was numbered`)
  if (
    voucher.accountedOn !== journal.accountedOn ||
    voucher.month !== journal.accountedOn.slice(0, 7) ||
    voucher.makerId !== journal.postedById ||
    !saysTheSame(voucher.entries, moved)
  )
    problems.push(`${name}: it does not say what journal ${journal.sequence} says`)
  return problems
}

function saysTheSame(lines: readonly VoucherLine[], moved: readonly VoucherEntry[]): boolean {
  return voucherSides.every((side) => {
    const own = lines.filter((line) => line.side === side)
    const nets = netsOf(moved, side)
    return (
      own.length === nets.size &&
      own.every(({ account, debitFen, creditFen }) =>
        [...nets].some(([other, net]) => other === account && net === (debitFen || -creditFen)),
      )
    )
  })
}

function otherThanTold(vouchers: readonly Voucher[], runs: readonly AuditEntry[]): string[] {
  const toldOf = new Set<Voucher>()
  const problems = runs.flatMap(({ after }) => {
    const { month, first, last, digest, numberedAt } = (after ?? {}) as {
      month: string
      first: number
      last: number
      digest: string
      /** Not in runs of before it was told. */
      numberedAt?: string
    }
    const own = vouchers.filter((each) => each.month === month && each.number >= first && each.number <= last)
    for (const voucher of own) toldOf.add(voucher)
    return [
      ...(digestOf(own) === digest
        ? []
        : [`vouchers ${first} to ${last} of ${month} are not those that were numbered`]),
      ...own
        .filter((each) => numberedAt !== undefined && each.numberedAt.toISOString() !== numberedAt)
        .map((each) => `voucher ${voucherCode(each)}: it was numbered at another time`),
    ]
  })
  return [
    ...problems,
    ...vouchers
      .filter((voucher) => !toldOf.has(voucher))
      .map((voucher) => `voucher ${voucherCode(voucher)}: nobody has numbered it`),
  ]
}

function checksOtherThanTold(vouchers: readonly Voucher[], checks: readonly AuditEntry[]): string[] {
  const byId = new Map(checks.map((check) => [check.entityId, check]))
  return vouchers.flatMap((voucher) => {
    const { id, checkedById, checkedByName, makerId, contentHash } = voucher
    const told = byId.get(id)
    const name = `voucher ${voucherCode(voucher)}`
    if ((told?.actorId ?? null) !== checkedById || (told?.actorName ?? null) !== checkedByName)
      return [`${name}: who checked it is not who the trail says`]
    if (told && told.after?.['contentHash'] !== contentHash) return [`${name}: what was checked was another`]
    return checkedById !== null && checkedById === makerId ? [`${name}: its maker has checked it`] : []
  })
}
