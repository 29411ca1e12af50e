/** One file with a few words beside it (文件上传), read whole: the size was limited where multipart is set up. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Invalid } from '../errors.js'

export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly fileName: string
  readonly bytes: Buffer
}

export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Invalid('request.no_file')
  const fields: Record<string, string> = {}
  let file: { fileName: string; bytes: Buffer } | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { fileName: part.filename ?? '', bytes: await part.toBuffer() }
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value
    }
  } catch (error) {
    throw cutOff(error)
  }
  if (!file) throw new Invalid('request.no_file')
  // For a request that must not be carried out twice: another file is another request.
  const said = createHash('sha256')
    .update(JSON.stringify([fields, file.fileName]))
    .update(file.bytes)
  Object.assign(request, { uploadHash: said.digest('hex') })
  return { fields, ...file }
}

/** What the reader of forms refuses says so by its status; everything else is a form that ended before its end. */
function cutOff(error: unknown): unknown {
  const { statusCode } = error as { statusCode?: number }
  return statusCode !== undefined && statusCode < 500 ? error : new Invalid('request.upload_cut')
}
