/** What of the money waits for this person (待办的经费事项)? One count on an index for each step of the chain. */
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import type { Actor, Permission } from '../../access/index.js'
import {
  Appropriation,
  AppropriationLine,
  Claim,
  Declaration,
  Estimate,
  Objection,
  Publication,
} from '../../grants/index.js'
import { Finding } from '../../oversight/index.js'
import { Payment, DistributionScheme, Settlement, TreasuryReturn } from '../../spending/index.js'

/** A key of the home page, who is asked, and how many there are. */
export type Asked = [string, Permission, () => Promise<number>]
type Own = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>

export function moneyWaiting(read: EntityManager, actor: Actor, own: Own, today: string): Asked[] {
  const of = <E extends ObjectLiteral>(target: new () => E, alias: string, ...states: string[]) =>
    own(read.createQueryBuilder(target, alias))
      .andWhere(`${alias}.status IN (:...states)`, { states })
      .getCount()
  const notices = (state: string) =>
    read
      .createQueryBuilder(Appropriation, 'appropriation')
      .where('appropriation.regionCode = :region AND appropriation.status = :state', {
        region: actor.regionCode,
        state,
      })
      .getCount()
  const inOffice = (count: () => Promise<number>) => () =>
    actor.schoolId === null ? count() : Promise.resolve(0)
  return [
    ['estimates.submit', 'estimate.write', () => of(Estimate, 'estimate', 'draft', 'returned')],
    ['estimates.review', 'estimate.review', () => of(Estimate, 'estimate', 'submitted')],
    ['estimates.approve', 'estimate.approve', () => of(Estimate, 'estimate', 'reviewed')],
    ['declarations.submit', 'declaration.write', () => of(Declaration, 'declaration', 'draft', 'returned')],
    ['declarations.check', 'declaration.check', () => of(Declaration, 'declaration', 'submitted')],
    [
      'declarations.finance-check',
      'declaration.finance_check',
      () => of(Declaration, 'declaration', 'education_checked'),
    ],
    [
      'declarations.publish',
      'publication.write',
      inOffice(() => of(Declaration, 'declaration', 'finance_checked')),
    ],
    ['objections.answer', 'publication.write', () => answerable(read, actor)],
    [
      'declarations.approve',
      'declaration.approve',
      () => free(own(read.createQueryBuilder(Declaration, 'declaration')), today),
    ],
    [
      'declarations.grant',
      'appropriation.write',
      () =>
        own(read.createQueryBuilder(Claim, 'claim'))
          .andWhere('claim.approvedFen > claim.grantedFen')
          .getCount(),
    ],
    ['appropriations.submit', 'appropriation.write', () => notices('draft')],
    ['appropriations.countersign', 'appropriation.countersign', () => notices('submitted')],
    ['appropriations.issue', 'appropriation.issue', () => notices('countersigned')],
    [
      'receipts.confirm',
      'receipt.confirm',
      () => unconfirmed(own(read.createQueryBuilder(AppropriationLine, 'line'))),
    ],
    [
      'schemes.draft',
      'scheme.write',
      () => undistributed(own(read.createQueryBuilder(AppropriationLine, 'line'))),
    ],
    ['schemes.approve', 'scheme.approve', () => of(DistributionScheme, 'scheme', 'submitted')],
    ...paying((...states) => of(Payment, 'payment', ...states)),
    ['settlements.submit', 'settlement.write', () => of(Settlement, 'settlement', 'draft')],
    ['settlements.approve', 'settlement.approve', () => of(Settlement, 'settlement', 'submitted')],
    ...goingBack((state) => of(TreasuryReturn, 'treasuryReturn', state)),
    ['findings.assign', 'finding.assign', () => findings(read, actor, 'open')],
    ['findings.rectify', 'finding.rectify', () => findings(read, actor, 'rectifying')],
    ['findings.verify', 'finding.verify', () => findings(read, actor, 'rectified')],
  ]
}

const paying = (count: (...states: string[]) => Promise<number>): Asked[] => [
  ['payments.submit', 'payment.request', () => count('draft', 'failed')],
  ['payments.approve', 'payment.approve', () => count('submitted')],
  ['payments.check', 'payment.check', () => count('approved')],
  ['payments.settle', 'payment.reconcile', () => count('checked')],
]

// What settlements return to the treasury.
const goingBack = (count: (state: string) => Promise<number>): Asked[] => [
  ['settlements.return', 'payment.request', () => count('waiting')],
  ['settlements.check-return', 'payment.check', () => count('submitted')],
  ['settlements.slip-return', 'payment.reconcile', () => count('checked')],
]

function unconfirmed(query: SelectQueryBuilder<AppropriationLine>): Promise<number> {
  return query
    .innerJoin(Appropriation, 'notice', "notice.id = line.appropriationId AND notice.status = 'issued'")
    .andWhere('line.receivedAt IS NULL')
    .getCount()
}

function undistributed(query: SelectQueryBuilder<AppropriationLine>): Promise<number> {
  return query
    .leftJoin(DistributionScheme, 'scheme', 'scheme.appropriationLineId = line.id')
    .andWhere("line.receivedAt IS NOT NULL AND (scheme.id IS NULL OR scheme.status = 'draft')")
    .getCount()
}

// Only those whose publication is over and without an open objection can be approved.
function free(query: SelectQueryBuilder<Declaration>, today: string): Promise<number> {
  return query
    .innerJoin(
      Publication,
      'publication',
      'publication.id = declaration.publicationId AND publication.closesOn < :today',
      { today },
    )
    .andWhere("declaration.status = 'publishing'")
    .andWhere(
      `NOT EXISTS ${query.subQuery().select('1').from(Objection, 'objection').where("objection.publicationId = publication.id AND objection.status = 'open'").getQuery()}`,
    )
    .getCount()
}

function answerable(read: EntityManager, actor: Actor): Promise<number> {
  const query = read
    .createQueryBuilder(Objection, 'objection')
    .innerJoin(Publication, 'publication', 'publication.id = objection.publicationId')
    .where("objection.status = 'open'")
  if (actor.schoolId !== null)
    return query.andWhere('publication.schoolId = :own', { own: actor.schoolId }).getCount()
  return query
    .andWhere('publication.schoolId IS NULL AND publication.regionCode = :region', {
      region: actor.regionCode,
    })
    .getCount()
}

function findings(read: EntityManager, actor: Actor, state: string): Promise<number> {
  const query = read
    .createQueryBuilder(Finding, 'finding')
    .where('finding.status = :state AND finding.goneAt IS NULL', { state })
  if (state === 'rectified') query.where('finding.status = :state', { state })
  return (
    actor.schoolId !== null
      ? query.andWhere('finding.schoolId = :own', { own: actor.schoolId })
      : query.andWhere('finding.regionCode LIKE :region', { region: `${actor.regionCode}%` })
  ).getCount()
}
