/** Writes files into a ZIP one after another (写档案包), and knows of each its length and its SHA-256; never more than a piece in memory. */
import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export interface ArchiveFile {
  /** With its folders, '/' between them. */
  readonly path: string
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export interface WrittenFile {
  readonly path: string
  readonly sizeBytes: number
  /** In hex. */
  readonly sha256: string
}

// What is packed already becomes no smaller.
const packed = /\.(xlsx|docx|pdf|png|jpe?g|zip)$/i
/** The format's plain form counts in 32 bits. */
export const mostArchiveBytes = 0xffff_ffff
const mostFiles = 0xffff

/** `written` grows as files are done: what comes later may list what came before. Reading slowly makes it write slowly. */
export async function* writeZip(
  files: AsyncIterable<ArchiveFile>,
  written: WrittenFile[],
  at: Date,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let total = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
    total += chunk.length
  })
  const take = () => {
    if (total > mostArchiveBytes || written.length > mostFiles)
      throw new RangeError('the archive has grown too large')
    const taken = ready
    ready = []
    return taken
  }
  for await (const { path, content } of files) {
    const entry = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = at
    zip.add(entry)
    const hash = createHash('sha256')
    let sizeBytes = 0
    for await (const chunk of content) {
      hash.update(chunk)
      sizeBytes += chunk.length
      entry.push(chunk, false)
      yield* take()
    }
    entry.push(new Uint8Array(0), true)
    written.push({ path, sizeBytes, sha256: hash.digest('hex') })
    yield* take()
  }
  zip.end()
  yield* take()
}
