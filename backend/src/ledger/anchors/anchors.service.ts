/** Who signs the books each day (每日锚点)? One anchor over all schools, made once, given out as a file and shown to everybody. */
import { Injectable } from '@nestjs/common'
import type { KeyObject } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { headsOfTrail } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Config, deriveKey } from '../../platform/config.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { StateConflict } from '../../platform/errors.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { LedgerChain } from '../journal/ledger-chain.entity.js'
import { LedgerPeriod } from '../periods/ledger-period.entity.js'
import { type AnchoredEnd, anchorKey, firstRoot, publicKeyOf, rootOf, signRoot } from './anchor-content.js'
import { type AnchorOut, type AnchorsOut, toAnchorOut } from './anchors.dto.js'
import { type AnchoredKind, LedgerAnchorEnd } from './ledger-anchor-end.entity.js'
import { LedgerAnchor } from './ledger-anchor.entity.js'

type End = AnchoredEnd & { readonly kind: AnchoredKind }

const shown = 60

@Injectable()
export class AnchorsService {
  private readonly key: KeyObject

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.key = anchorKey(deriveKey(config.secret, 'ledger-anchors'))
  }

  /** The anchor of today, made where there is none yet; what has moved since the last one stands in it. */
  async make(): Promise<AnchorOut> {
    const madeOn = this.clock.today()
    try {
      await this.database.transaction((tx) => this.write(tx, madeOn))
    } catch (error) {
      // Another process was first.
      if (!(error instanceof StateConflict)) throw error
    }
    return toAnchorOut(await this.database.read.findOneByOrFail(LedgerAnchor, { madeOn }))
  }

  private async write(tx: EntityManager, madeOn: string): Promise<void> {
    if (await tx.findOneBy(LedgerAnchor, { madeOn })) return
    const [last] = await tx.find(LedgerAnchor, { order: { id: 'DESC' }, take: 1 })
    const ends = await this.moved(tx)
    const previousRoot = last?.root ?? firstRoot
    const root = rootOf({ madeOn, previousRoot, ends })
    const anchor = await onDuplicate(
      () =>
        tx.save(
          tx.create(LedgerAnchor, {
            madeOn,
            madeAt: this.clock.now(),
            previousRoot,
            root,
            signature: signRoot(root, this.key),
            publicKey: publicKeyOf(this.key),
          }),
        ),
      () => new StateConflict('funding.posted_already'),
    )
    await insertRows(
      tx,
      'ledger_anchor_end',
      ends.map((end) => ({ anchorId: anchor.id, ...end })),
    )
  }

  private async moved(tx: EntityManager): Promise<End[]> {
    const codes = new Map(
      (await tx.find(School, { select: { id: true, code: true } })).map(({ id, code }) => [id, code]),
    )
    const known = await lastEnds(tx)
    const present: End[] = [
      ...(await tx.find(LedgerChain))
        .filter(({ lastSequence }) => lastSequence > 0)
        .map(({ schoolId, lastSequence, lastHash }) => ({
          kind: 'books' as const,
          name: codes.get(schoolId)!,
          sequence: lastSequence,
          hash: lastHash,
        })),
      ...(await tx.find(LedgerPeriod))
        .filter(({ closingSequence }) => closingSequence > 0)
        .map(({ schoolId, month, closingSequence, closingHash }) => ({
          kind: 'closing' as const,
          name: `${codes.get(schoolId)!}/${month}`,
          sequence: closingSequence,
          hash: closingHash,
        })),
      ...(await headsOfTrail(tx)).map(({ chain, sequence, hash }) => ({
        kind: 'trail' as const,
        name: chain,
        sequence,
        hash,
      })),
    ]
    return present.filter(({ kind, name, sequence, hash }) => {
      const before = known.get(`${kind} ${name}`)
      return before?.sequence !== sequence || before.hash !== hash
    })
  }

  /** For everybody: the latest, newest first, and the key that proves them. */
  async list(): Promise<AnchorsOut> {
    const anchors = await this.database.read.find(LedgerAnchor, { order: { id: 'DESC' }, take: shown })
    return { publicKey: publicKeyOf(this.key), anchors: anchors.map(toAnchorOut) }
  }

  /** One line of JSON each, the oldest first. */
  async *lines(): AsyncGenerator<string> {
    const { read } = this.database
    for (const anchor of await read.find(LedgerAnchor, { order: { id: 'ASC' } })) {
      const { id, madeOn, previousRoot, root, signature, publicKey } = anchor
      const ends = await read.find(LedgerAnchorEnd, {
        where: { anchorId: id },
        order: { kind: 'ASC', name: 'ASC' },
      })
      yield JSON.stringify({
        madeOn,
        previousRoot,
        root,
        signature,
        publicKey,
        ends: ends.map(({ kind, name, sequence, hash }) => ({ kind, name, sequence, hash })),
      })
    }
  }
}

async function lastEnds(tx: EntityManager): Promise<Map<string, LedgerAnchorEnd>> {
  const ends = await tx
    .createQueryBuilder(LedgerAnchorEnd, 'last')
    .innerJoin(
      (query) =>
        query
          .select('kind', 'kind')
          .addSelect('name', 'name')
          .addSelect('MAX(anchorId)', 'anchorId')
          .from(LedgerAnchorEnd, 'each')
          .groupBy('kind')
          .addGroupBy('name'),
      'newest',
      'newest.kind = last.kind AND newest.name = last.name AND newest.anchorId = last.anchorId',
    )
    .getMany()
  return new Map(ends.map((end) => [`${end.kind} ${end.name}`, end]))
}
