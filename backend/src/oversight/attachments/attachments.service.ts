/** Which files belong to a step of the chain (附件)? Sealed on disk, told by content, fixed once the step is handed in. */
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, requireAsNoted } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { FileStore } from '../../platform/files/file-store.js'
import { brokenField } from '../../platform/http/validation.js'
import type { Upload } from '../../platform/http/upload.js'
import { Attachment } from './attachment.entity.js'
import { attachables, type AttachedTo, usualKind } from './attachables.js'
import { AttachmentQuery, type AttachmentOut, toAttachmentOut } from './attachments.dto.js'
import { cleanName, kindOf } from './file-kind.js'

const mostBytes = 10 * 1024 * 1024
const mostFiles = 20

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly store: FileStore,
  ) {}

  /** Readable by whoever may read the thing. */
  async list(actor: Actor, of: AttachmentQuery): Promise<AttachmentOut[]> {
    const thing = await this.thing(this.database.read, actor, of)
    const files = await this.database.read.find(Attachment, {
      where: { entity: of.entity, entityId: of.entityId, ...(of.kind ? { kind: of.kind } : {}) },
      order: { id: 'ASC' },
    })
    return files.map((file) => toAttachmentOut(file, isOpen(actor, of, thing)))
  }

  /** The file goes to disk first; if the row cannot be written, it goes away again. */
  async add(actor: Actor, { fields, fileName: given, bytes }: Upload): Promise<AttachmentOut> {
    const { kind: typed, ...of } = queryOf(fields)
    const kind = typed ?? usualKind(of.entity)
    // Not even the size of a file is looked at for somebody who may not hand it in.
    if (!actor.permissions.has(attachables[of.entity].permission))
      throw new Forbidden('access.forbidden', { permission: attachables[of.entity].permission })
    await this.thing(this.database.read, actor, of)
    if (bytes.length > mostBytes) throw new Invalid('funding.attachment_too_large', { fileName: given })
    if (bytes.length === 0) throw new Invalid('funding.attachment_empty', { fileName: given })
    const form = kindOf(bytes)
    if (!form) throw new Invalid('funding.attachment_kind', { fileName: given })
    const fileKey = await this.store.put(bytes)
    try {
      return await this.database.transaction(async (tx) => {
        const thing = await this.openThing(tx, actor, of)
        if ((await tx.countBy(Attachment, { ...of })) >= mostFiles)
          throw new RuleBroken('funding.attachment_too_many', { most: mostFiles })
        const file = await tx.save(
          tx.create(Attachment, {
            ...of,
            schoolId: thing.schoolId!,
            kind,
            fileName: cleanName(given, form),
            mediaType: form.mediaType,
            sizeBytes: bytes.length,
            sha256: createHash('sha256').update(bytes).digest('hex'),
            fileKey,
            uploadedById: actor.userId,
            uploadedAt: this.clock.now(),
          }),
        )
        await this.audit.record(tx, actor, {
          action: 'attachment.create',
          entity: of.entity,
          entityId: of.entityId,
          schoolId: thing.schoolId,
          after: { kind, fileName: file.fileName, sizeBytes: file.sizeBytes, contentHash: file.sha256 },
        })
        return toAttachmentOut(file, true)
      })
    } catch (error) {
      await this.store.remove(fileKey)
      throw error
    }
  }

  async file(actor: Actor, id: number): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
    const file = await this.find(this.database.read, actor, id)
    await this.thing(this.database.read, actor, file)
    return { fileName: file.fileName, mediaType: file.mediaType, bytes: await this.store.get(file.fileKey) }
  }

  /** The row goes first: a file without a row harms nobody, a row without its file would. */
  async remove(actor: Actor, id: number): Promise<void> {
    const fileKey = await this.database.transaction(async (tx) => {
      const file = await this.find(tx, actor, id)
      await this.openThing(tx, actor, file)
      const removed = await tx.delete(Attachment, { id })
      if (removed.affected !== 1) throw new NotFound('attachment', id)
      await this.audit.record(tx, actor, {
        action: 'attachment.delete',
        entity: file.entity,
        entityId: file.entityId,
        schoolId: file.schoolId,
        before: {
          kind: file.kind,
          fileName: file.fileName,
          sizeBytes: file.sizeBytes,
          contentHash: file.sha256,
        },
      })
      return file.fileKey
    })
    await this.store.remove(fileKey)
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Attachment> {
    const file = await scoped(manager.createQueryBuilder(Attachment, 'attachment'), actor)
      .andWhere('attachment.id = :id', { id })
      .getOne()
    if (!file) throw new NotFound('attachment', id)
    return file
  }

  // `isHeld` keeps the state from moving on until the row of the file is written.
  private async thing(
    manager: EntityManager,
    actor: Actor,
    of: AttachmentQuery,
    isHeld = false,
  ): Promise<AttachedTo> {
    const query = scoped(manager.createQueryBuilder(attachables[of.entity].target, 'thing'), actor).andWhere(
      'thing.id = :id',
      { id: of.entityId },
    )
    if (isHeld && !this.database.isSqlite) query.setLock('pessimistic_write')
    const thing = await query.getOne()
    if (!thing) throw new NotFound(of.entity, of.entityId)
    return thing
  }

  private async openThing(tx: EntityManager, actor: Actor, of: AttachmentQuery): Promise<AttachedTo> {
    const thing = await this.thing(tx, actor, of, true)
    const { permission } = attachables[of.entity]
    if (!actor.permissions.has(permission)) throw new Forbidden('access.forbidden', { permission })
    if (!isOpen(actor, of, thing)) throw new RuleBroken('funding.attachment_locked')
    await requireAsNoted(tx, of.entity, [of.entityId])
    return thing
  }
}

function isOpen(actor: Actor, { entity }: AttachmentQuery, thing: AttachedTo): boolean {
  const { permission, open } = attachables[entity]
  return actor.permissions.has(permission) && thing.schoolId !== null && open.includes(thing.status)
}

function queryOf(fields: Readonly<Record<string, string>>): AttachmentQuery {
  const of = Object.assign(new AttachmentQuery(), {
    entity: fields['entity'],
    entityId: /^\d{1,9}$/.test(fields['entityId'] ?? '') ? Number(fields['entityId']) : 0,
    ...(fields['kind'] ? { kind: fields['kind'] } : {}),
  })
  const field = brokenField(AttachmentQuery, of)
  if (field) throw Invalid.field(field, 'validation.isIn')
  return of
}
