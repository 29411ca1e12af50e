/** By which format is this file written or read (选用格式)? The school's own first, then its region's, then those everybody has. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { requireAsNoted } from '../../audit/index.js'
import { regionsDownTo, School } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import type { GivenTitles } from '../../platform/sheets/index.js'
import type { ResultWords } from '../bank-returns/result-words.js'
import { BankFormat } from './bank-format.entity.js'
import type { BankDirection, FormatColumn } from './bank-format-fields.js'
import { presetsOf, standardKey } from './bank-format-presets.js'
import type { BankFormatChoiceOut, BankFormatOwner } from './bank-formats.dto.js'

export interface UsableFormat extends BankFormatChoiceOut {
  /** Moves with every change of it: what was looked at is what counts. */
  readonly version: string
  readonly columns: readonly FormatColumn[]
  readonly words: ResultWords | null
}

/** Whose files they are: one school's, or those of a region. */
interface Owner {
  readonly schoolId: number | null
  readonly regionCode: string
}

@Injectable()
export class ChooseFormatService {
  constructor(private readonly database: Database) {}

  /** By which an order's file may be written, the likeliest first. */
  async ofOrder(manager: EntityManager, actor: Actor, order: Owner): Promise<UsableFormat[]> {
    const school = order.schoolId === null ? null : await manager.findOneBy(School, { id: order.schoolId })
    const owner = school ? { schoolId: school.id, regionCode: school.regionCode } : order
    return this.usable(manager, actor, 'out', owner)
  }

  /** `key` left out: the first choice. Throws NotFound for one that does not apply to the order. */
  async forOrder(
    manager: EntityManager,
    actor: Actor,
    order: Owner,
    key: string | undefined,
  ): Promise<UsableFormat> {
    const usable = await this.ofOrder(manager, actor, order)
    const chosen = usable.find((each) => (key === undefined ? each.isDefault : each.key === key))
    if (!chosen) throw new NotFound('bank_format', key)
    // What says where an account stands in the file must be what its owner has laid down.
    if (chosen.owner !== 'product') await requireAsNoted(manager, 'bank_format', [Number(chosen.key)])
    return chosen
  }

  /** By which a file that this person has may be written, the likeliest first. */
  forReturn(actor: Actor): Promise<UsableFormat[]> {
    return this.usable(this.database.read, actor, 'in', actor)
  }

  private async usable(
    manager: EntityManager,
    { language }: Actor,
    direction: BankDirection,
    { schoolId, regionCode }: Owner,
  ): Promise<UsableFormat[]> {
    // The nearest first: the school, its district, its city.
    const owners = [...(schoolId === null ? [] : [`S${schoolId}`]), ...regionsDownTo(regionCode).reverse()]
    const rows = await manager
      .createQueryBuilder(BankFormat, 'format')
      .where('format.owner IN (:...owners) AND format.direction = :direction', { owners, direction })
      .getMany()
    const rank = ({ owner, defaultKey }: BankFormat) => owners.indexOf(owner) * 2 + (defaultKey ? 0 : 1)
    const own = rows.sort((a, b) => rank(a) - rank(b) || a.id - b.id).map(ofRow)
    const ready = presetsOf(direction).map((preset): UsableFormat => ({
      key: preset.key,
      version: preset.key,
      name: preset[language],
      owner: 'product',
      isDefault: preset.key === standardKey,
      columns: preset.columnsIn(language),
      words: preset.words,
    }))
    const all = [...own, ...ready]
    const first = all.find(({ isDefault }) => isDefault)
    return all.map((each) => ({ ...each, isDefault: each === first }))
  }
}

function ofRow({ id, revision, schoolId, name, defaultKey, columns, words }: BankFormat): UsableFormat {
  const owner: BankFormatOwner = schoolId === null ? 'region' : 'school'
  return {
    key: String(id),
    version: `${id}.${revision}`,
    name,
    owner,
    isDefault: defaultKey !== null,
    columns,
    words,
  }
}

export const toChoiceOut = ({ key, name, owner, isDefault }: UsableFormat): BankFormatChoiceOut => ({
  key,
  name,
  owner,
  isDefault,
})

/** The header of a file in this format. */
export const titlesOf = ({ columns }: UsableFormat): GivenTitles =>
  Object.fromEntries(columns.map(({ field, title }) => [field, title]))
