/** What do documents say of themselves in a voucher (凭证用语)? The modules to the right, whose documents they are, answer here. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { SourceSaid } from './summary.js'

/** By id; what is not there says nothing. */
export type SaySources = (
  manager: EntityManager,
  ids: readonly number[],
) => Promise<ReadonlyMap<number, SourceSaid>>

@Injectable()
export class VoucherWords {
  private readonly sayers = new Map<string, SaySources>()

  /** `entity`: as journals name their source. */
  register(entity: string, say: SaySources): void {
    this.sayers.set(entity, say)
  }

  /** For many sources at once, one question for each kind of document: what `entity/id` says. */
  async say(
    manager: EntityManager,
    sources: readonly { readonly sourceEntity: string; readonly sourceId: number }[],
  ): Promise<ReadonlyMap<string, SourceSaid>> {
    const ids = new Map<string, Set<number>>()
    for (const { sourceEntity, sourceId } of sources)
      ids.set(sourceEntity, (ids.get(sourceEntity) ?? new Set()).add(sourceId))
    const said = new Map<string, SourceSaid>()
    for (const [entity, own] of ids)
      for (const [id, words] of (await this.sayers.get(entity)?.(manager, [...own])) ?? [])
        said.set(`${entity}/${id}`, words)
    return said
  }
}
