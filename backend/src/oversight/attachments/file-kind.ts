/** What is this file (附件类型)? Told by its content, never by its name; and a name that is safe to show. Pure. */

export interface FileKind {
  readonly extension: 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx'
  readonly mediaType: string
}

const pdf: FileKind = { extension: 'pdf', mediaType: 'application/pdf' }
const png: FileKind = { extension: 'png', mediaType: 'image/png' }
const jpg: FileKind = { extension: 'jpg', mediaType: 'image/jpeg' }
const docx: FileKind = {
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const xlsx: FileKind = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const begins = (bytes: Buffer, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[i] === byte)

/** null: none of those that may be handed in; documents with macros are none. */
export function kindOf(bytes: Buffer): FileKind | null {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return pdf
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png
  if (begins(bytes, [0xff, 0xd8, 0xff])) return jpg
  if (!begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return null
  // The names of an archive's parts stand in it uncompressed.
  if (bytes.includes('vbaProject')) return null
  if (bytes.includes('word/document.xml')) return docx
  return bytes.includes('xl/workbook.xml') ? xlsx : null
}

// Control characters, direction marks and halves of pairs: a name must read as what it is.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu
const longestName = 100

/** The last part of a path, without what file systems and readers stumble over; the extension is that of the content. */
export function cleanName(given: string, { extension }: FileKind): string {
  const last = given.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1)!
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${[...stem].slice(0, longestName).join('') || 'file'}.${extension}`
}
