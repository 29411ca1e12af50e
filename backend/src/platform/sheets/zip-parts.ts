/** Takes the parts of an .xlsx archive out under hard limits, trusting no size that the archive states. */
import { crc32, inflateRawSync } from 'node:zlib'
import { UnreadableSheet } from './unreadable-sheet.js'
import type { ReadLimits } from './workbook.js'

export interface ZipEntry {
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  inflated: number
  offset: number
}

const broken = () => new UnreadableSheet('sheets.truncated')

const at = (bytes: Buffer, offset: number, length: number): number => {
  if (offset < 0 || offset + length > bytes.length) throw broken()
  return offset
}
const u16 = (bytes: Buffer, offset: number) => bytes.readUInt16LE(at(bytes, offset, 2))
const u32 = (bytes: Buffer, offset: number) => bytes.readUInt32LE(at(bytes, offset, 4))
const u64 = (bytes: Buffer, offset: number) => {
  const value = bytes.readBigUInt64LE(at(bytes, offset, 8))
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new UnreadableSheet('sheets.zip_bomb')
  return Number(value)
}

function findDirectory(bytes: Buffer): { count: number; offset: number } {
  const from = Math.max(0, bytes.length - 65_557)
  for (let i = bytes.length - 22; i >= from; i--) {
    if (bytes.readUInt32LE(i) !== 0x06054b50) continue
    const count = u16(bytes, i + 10)
    const offset = u32(bytes, i + 16)
    const wide = i >= 20 && bytes.readUInt32LE(i - 20) === 0x07064b50
    if (!wide || (count !== 0xffff && offset !== 0xffffffff)) return { count, offset }
    const end64 = u64(bytes, i - 12)
    if (u32(bytes, end64) !== 0x06064b50) throw broken()
    return { count: u64(bytes, end64 + 32), offset: u64(bytes, end64 + 48) }
  }
  throw broken()
}

/** The zip64 extra field holds, in this order, whichever of the three numbers did not fit. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let i = 0; i + 4 <= extra.length; i += 4 + u16(extra, i + 2)) {
    if (u16(extra, i) !== 1) continue
    let next = i + 4
    const take = () => {
      const value = u64(extra, next)
      next += 8
      return value
    }
    if (entry.inflated === 0xffffffff) entry.inflated = take()
    if (entry.packed === 0xffffffff) entry.packed = take()
    if (entry.offset === 0xffffffff) entry.offset = take()
    return
  }
}

/** Lists the central directory. Throws sheets.truncated, sheets.zip_bomb. */
export function listEntries(bytes: Buffer, limits: ReadLimits): ZipEntry[] {
  const { count, offset } = findDirectory(bytes)
  if (count > limits.entries) throw new UnreadableSheet('sheets.zip_bomb')
  const entries: ZipEntry[] = []
  let here = offset
  let inflated = 0
  let packed = 0
  for (let i = 0; i < count; i++) {
    if (u32(bytes, here) !== 0x02014b50) throw broken()
    const [nameLength, extraLength, commentLength] = [
      u16(bytes, here + 28),
      u16(bytes, here + 30),
      u16(bytes, here + 32),
    ]
    const name = bytes.subarray(at(bytes, here + 46, nameLength), here + 46 + nameLength).toString('utf8')
    const entry: ZipEntry = {
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      flags: u16(bytes, here + 8),
      method: u16(bytes, here + 10),
      crc: u32(bytes, here + 16),
      packed: u32(bytes, here + 20),
      inflated: u32(bytes, here + 24),
      offset: u32(bytes, here + 42),
    }
    widen(
      entry,
      bytes.subarray(at(bytes, here + 46 + nameLength, extraLength), here + 46 + nameLength + extraLength),
    )
    inflated += entry.inflated
    packed += entry.packed
    entries.push(entry)
    here += 46 + nameLength + extraLength + commentLength
  }
  // Parts that lie over one another share their bytes: a bomb that grows with every entry.
  if (packed > bytes.length)
    throw packed > 2 * bytes.length ? new UnreadableSheet('sheets.zip_bomb') : broken()
  const bomb =
    inflated > limits.inflatedBytes ||
    (inflated > limits.ratioFromBytes && inflated > limits.ratio * bytes.length)
  if (bomb) throw new UnreadableSheet('sheets.zip_bomb')
  return entries
}

/** Inflates one entry to exactly its stated size. Throws sheets.truncated, sheets.zip_bomb, sheets.encrypted. */
export function readEntry(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.flags & 1) throw new UnreadableSheet('sheets.encrypted')
  if (u32(bytes, entry.offset) !== 0x04034b50) throw broken()
  const start = entry.offset + 30 + u16(bytes, entry.offset + 26) + u16(bytes, entry.offset + 28)
  const packed = bytes.subarray(at(bytes, start, entry.packed), start + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw broken()
  let content = packed
  if (entry.method === 8) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.inflated) })
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      throw code === 'ERR_BUFFER_TOO_LARGE' ? new UnreadableSheet('sheets.zip_bomb') : broken()
    }
  }
  if (content.length !== entry.inflated || crc32(content) !== entry.crc) throw broken()
  return content
}
