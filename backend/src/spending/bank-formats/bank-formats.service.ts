/** How do this school's bank and treasury write their files (银行文件格式)? Kept by whoever sends orders, or reads returns. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, documentTable, requireAsNoted } from '../../audit/index.js'
import { Region, regionsDownTo, regionsOfSchool, School, SchoolScope } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { contains, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { BankFormat } from './bank-format.entity.js'
import { type BankDirection, fieldsOf, type FormatColumn } from './bank-format-fields.js'
import { presetsOf } from './bank-format-presets.js'
import {
  type BankFormatColumnIn,
  type BankFormatListQuery,
  type BankFormatOut,
  type BankFormatPresetsOut,
  type CreateBankReturnFormatIn,
  toBankFormatOut,
  type UpdateBankReturnFormatIn,
} from './bank-formats.dto.js'
import { checkFormat } from './check-format.js'

documentTable({ entity: 'bank_format' })

const formats: Listing<BankFormatListQuery> = {
  sortable: { name: 'format.name', updatedAt: 'format.updatedAt', id: 'format.id' },
  filters: {
    schoolId: where(
      '(format.schoolId = :schoolId OR (format.schoolId IS NULL AND format.regionCode IN (:...ofSchool)))',
    ),
    q: contains('format.name'),
  },
}

/** Of one owner in one direction. */
const most = 20

@Injectable()
export class BankFormatsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
  ) {}

  async list(
    actor: Actor,
    direction: BankDirection,
    list: BankFormatListQuery,
  ): Promise<Page<BankFormatOut>> {
    const query = this.visible(this.database.read, actor, direction)
    if (list.schoolId !== undefined)
      query.setParameters({ ofSchool: await regionsOfSchool(this.database.read, actor, list.schoolId) })
    return paged(query, { ...list, sort: list.sort ?? 'name' }, formats, (format) => out(actor, format))
  }

  async get(actor: Actor, direction: BankDirection, id: number): Promise<BankFormatOut> {
    return out(actor, await this.find(this.database.read, actor, direction, id))
  }

  presets({ language }: Actor, direction: BankDirection): BankFormatPresetsOut {
    return {
      fields: fieldsOf(direction).map(({ name, titleZh, titleEn, isRequired, isRepeatable, sample }) => ({
        name,
        titleZh,
        titleEn,
        isRequired,
        isRepeatable,
        sample,
      })),
      presets: presetsOf(direction).map(({ key, words, columnsIn, ...preset }) => ({
        key,
        name: preset[language],
        columns: columnsIn(language).map((column) => ({ ...column })),
        words: words && {
          paid: [...words.paid],
          failed: [...words.failed],
          returned: [...words.returned],
        },
      })),
    }
  }

  /** Throws Invalid for columns that no file can be written or read by, RuleBroken where the name is taken. */
  async create(
    actor: Actor,
    direction: BankDirection,
    { schoolId = actor.schoolId ?? undefined, isDefault = false, ...given }: CreateBankReturnFormatIn,
  ): Promise<BankFormatOut> {
    return this.database.transaction(async (tx) => {
      const school = schoolId === undefined ? null : await this.schools.require(actor, schoolId, tx)
      const owner = school ? `S${school.id}` : actor.regionCode
      const regionCode = school?.regionCode ?? actor.regionCode
      await this.hold(tx, { schoolId: school?.id ?? null, regionCode })
      if ((await tx.countBy(BankFormat, { owner, direction })) >= most)
        throw new RuleBroken('funding.bank_format_too_many', { most })
      const format = tx.create(BankFormat, {
        regionCode,
        schoolId: school?.id ?? null,
        owner,
        direction,
        name: given.name,
        columns: given.columns.map(columnOf),
        words: given.words ?? null,
        defaultKey: isDefault ? defaultKeyOf(direction, owner) : null,
        ...this.writtenBy(actor),
      })
      checkFormat(format, actor.language)
      if (isDefault) await this.takeFirstPlace(tx, actor, format)
      await unlessTaken(tx, format, () => tx.save(format))
      format.revision ??= 0
      await this.audit.record(tx, actor, {
        action: 'bank_format.create',
        entity: 'bank_format',
        entityId: format.id,
        after: format,
      })
      return out(actor, { ...format, school })
    })
  }

  /** Throws StateConflict (409) where it is no longer what the person saw, Forbidden where it is the region's. */
  async update(
    actor: Actor,
    direction: BankDirection,
    id: number,
    { revision, ...given }: UpdateBankReturnFormatIn,
  ): Promise<BankFormatOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.take(tx, actor, direction, id)
      if (revision !== undefined && revision !== before.revision) throw stale(before)
      const change = {
        ...(given.name === undefined ? {} : { name: given.name }),
        ...(given.columns === undefined ? {} : { columns: given.columns.map(columnOf) }),
        ...(given.words === undefined ? {} : { words: given.words }),
        ...(given.isDefault === undefined
          ? {}
          : { defaultKey: given.isDefault ? defaultKeyOf(direction, before.owner) : null }),
      }
      const isChanged = Object.entries(change).some(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof BankFormat]),
      )
      // What changes nothing moves no revision; that it was asked for stays on record.
      const set = isChanged ? { ...change, ...this.writtenBy(actor), revision: before.revision + 1 } : {}
      const after: BankFormat = { ...before, ...set }
      checkFormat(after, actor.language)
      if (after.defaultKey !== null && before.defaultKey === null) await this.takeFirstPlace(tx, actor, after)
      if (isChanged) await unlessTaken(tx, after, () => tx.update(BankFormat, { id }, set))
      await this.audit.record(tx, actor, {
        action: 'bank_format.update',
        entity: 'bank_format',
        entityId: id,
        schoolId: before.schoolId,
        regionCode: before.regionCode,
        before: row(before),
        after: row(after),
      })
      return out(actor, after)
    })
  }

  async remove(actor: Actor, direction: BankDirection, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.take(tx, actor, direction, id)
      await tx.delete(BankFormat, { id })
      await this.audit.record(tx, actor, {
        action: 'bank_format.delete',
        entity: 'bank_format',
        entityId: id,
        schoolId: before.schoolId,
        regionCode: before.regionCode,
        before: row(before),
      })
    })
  }

  /** Locks it and reads it after. One owner's formats are changed one after the other: only one of them comes first. */
  private async take(
    tx: EntityManager,
    actor: Actor,
    direction: BankDirection,
    id: number,
  ): Promise<BankFormat> {
    await this.hold(tx, await this.find(tx, actor, direction, id))
    await requireAsNoted(tx, 'bank_format', [id])
    const format = await this.find(tx, actor, direction, id)
    if (!isOwn(actor, format)) throw new Forbidden('funding.bank_format_not_own', { name: format.name })
    return format
  }

  private async hold(
    tx: EntityManager,
    { schoolId, regionCode }: Pick<BankFormat, 'schoolId' | 'regionCode'>,
  ): Promise<void> {
    if (this.database.isSqlite) return
    const owner =
      schoolId === null
        ? tx.createQueryBuilder(Region, 'owner').where('owner.code = :regionCode', { regionCode })
        : tx.createQueryBuilder(School, 'owner').where('owner.id = :schoolId', { schoolId })
    await owner.select('owner.id').setLock('pessimistic_write').getRawMany()
  }

  private async takeFirstPlace(
    tx: EntityManager,
    actor: Actor,
    { owner, direction, schoolId, regionCode }: BankFormat,
  ): Promise<void> {
    const former = await tx.findOneBy(BankFormat, { defaultKey: defaultKeyOf(direction, owner) })
    if (!former) return
    await requireAsNoted(tx, 'bank_format', [former.id])
    const after = { ...former, defaultKey: null, ...this.writtenBy(actor), revision: former.revision + 1 }
    const { defaultKey, revision, updatedAt, updatedByName } = after
    await tx.update(BankFormat, { id: former.id }, { defaultKey, revision, updatedAt, updatedByName })
    await this.audit.record(tx, actor, {
      action: 'bank_format.update',
      entity: 'bank_format',
      entityId: former.id,
      schoolId,
      regionCode,
      before: former,
      after,
    })
  }

  private writtenBy({ displayName }: Actor): Pick<BankFormat, 'updatedByName' | 'updatedAt'> {
    return { updatedByName: displayName, updatedAt: this.clock.now() }
  }

  private async find(
    manager: EntityManager,
    actor: Actor,
    direction: BankDirection,
    id: number,
  ): Promise<BankFormat> {
    const format = await this.visible(manager, actor, direction).andWhere('format.id = :id', { id }).getOne()
    if (!format) throw new NotFound('bank_format', id)
    return format
  }

  // A school's own and those of the regions above it; an office sees those of its schools and districts, too.
  private visible(
    manager: EntityManager,
    { schoolId, regionCode }: Actor,
    direction: BankDirection,
  ): SelectQueryBuilder<BankFormat> {
    const query = manager
      .createQueryBuilder(BankFormat, 'format')
      .leftJoinAndMapOne('format.school', School, 'school', 'school.id = format.schoolId')
      .where('format.direction = :direction', { direction })
    const above = { above: regionsDownTo(regionCode) }
    const ofRegion = 'format.schoolId IS NULL AND format.regionCode IN (:...above)'
    if (schoolId !== null)
      return query.andWhere(`(format.schoolId = :own OR (${ofRegion}))`, { own: schoolId, ...above })
    return query.andWhere(`(format.regionCode LIKE :below OR (${ofRegion}))`, {
      below: `${regionCode}%`,
      ...above,
    })
  }
}

/** As it stands in its table, for the trail. */
function row(format: BankFormat): Omit<BankFormat, 'school'> {
  const { school: _, ...columns } = format
  return columns
}

const defaultKeyOf = (direction: BankDirection, owner: string): string => `${direction} ${owner}`

const columnOf = ({ field, title, value }: BankFormatColumnIn): FormatColumn => ({
  field,
  title,
  value: value || null,
})

const isOwn = (actor: Actor, { schoolId, regionCode }: BankFormat): boolean =>
  actor.schoolId === null ? regionCode.startsWith(actor.regionCode) : schoolId === actor.schoolId

const permissionOf = (direction: BankDirection) =>
  direction === 'out' ? ('payment.send' as const) : ('payment.reconcile' as const)

function out(actor: Actor, format: BankFormat): BankFormatOut {
  const may = isOwn(actor, format) && actor.permissions.has(permissionOf(format.direction))
  return toBankFormatOut(format, may ? ['update', 'delete'] : [])
}

function stale({ updatedByName, updatedAt }: BankFormat): StateConflict {
  return new StateConflict('state.stale', {
    who: updatedByName,
    at: updatedAt.toISOString(),
    event: 'edit',
    changed: '',
  })
}

/** The unique keys are the last word: of the name, and of the one that comes first. */
async function unlessTaken<T>(
  tx: EntityManager,
  { id, owner, direction, name }: BankFormat,
  write: () => Promise<T>,
): Promise<T> {
  const taken = await tx.findOneBy(BankFormat, { owner, direction, name })
  if (taken && taken.id !== id) throw new RuleBroken('funding.bank_format_name_taken', { name })
  return onDuplicate(write, () => new StateConflict('funding.bank_format_at_once'))
}
