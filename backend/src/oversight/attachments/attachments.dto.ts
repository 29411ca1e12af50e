import { Type } from 'class-transformer'
import { IsIn, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import {
  type Attachable,
  attachable,
  type Attachment,
  type AttachmentKind,
  attachmentKinds,
} from './attachment.entity.js'

/** Of which thing. */
export class AttachmentQuery {
  @IsIn(attachable)
  entity!: Attachable

  @Type(() => Number)
  @IsInt()
  @Min(1)
  entityId!: number

  /** Only files of this kind; of a file that is handed in: what it is. */
  @Optional()
  @IsIn(attachmentKinds)
  kind?: AttachmentKind
}

export const attachmentForm = {
  schema: {
    type: 'object',
    required: ['entity', 'entityId', 'file'],
    properties: {
      entity: { enum: [...attachable] },
      entityId: { type: 'integer' },
      // Left out: what is mostly attached to such a thing.
      kind: { enum: [...attachmentKinds] },
      file: { type: 'string', format: 'binary' },
    },
  },
}

export class AttachmentOut {
  id!: number
  schoolId!: number
  entity!: Attachable
  entityId!: number
  kind!: AttachmentKind
  fileName!: string
  mediaType!: string
  sizeBytes!: number
  /** SHA-256 of the file in hex: equal files have equal ones. */
  sha256!: string
  uploadedAt!: string
  /** 'delete' while the thing is still with the one who prepares it. */
  actions!: string[]
}

export function toAttachmentOut(
  { id, schoolId, entity, entityId, kind, fileName, mediaType, sizeBytes, sha256, uploadedAt }: Attachment,
  isOpen: boolean,
): AttachmentOut {
  return {
    id,
    schoolId,
    entity,
    entityId,
    kind,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    uploadedAt: uploadedAt.toISOString(),
    actions: isOpen ? ['delete'] : [],
  }
}
