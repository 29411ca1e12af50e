/** Reads one XML part of a sheet file piece by piece, with the strict parser and nothing else (读取 XML 部件). */
import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { UnreadableSheet } from './unreadable-sheet.js'
import type { ReadLimits } from './workbook.js'

/** Names come without their prefix; `text` only while the last `open` or `close` answered true ("tell me the text"). */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): boolean | void
  text?(piece: string): void
  close?(name: string): boolean | void
}

const pieceBytes = 64 * 1024
const deepest = 64

/** Counts over all parts of one file, so that many small parts are as bounded as one large one. */
export class XmlBudget {
  private elements = 0

  constructor(private readonly limits: Pick<ReadLimits, 'elements'>) {}

  element(): void {
    if (++this.elements > this.limits.elements)
      throw new UnreadableSheet('sheets.too_many_cells', { limit: this.limits.elements })
  }
}

const bare = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/**
 * Tells the listener what stands in the part. Throws sheets.truncated for what is no well-formed XML, sheets.not_a_sheet
 * for a document type (no spreadsheet program writes one; only attacks by entities do), sheets.too_deep, too_many_cells.
 */
export function readXmlPart(bytes: Uint8Array, budget: XmlBudget, listener: XmlListener): void {
  const parser = new SaxesParser({ position: false })
  let depth = 0
  let isHeard = false
  const refuse = (): never => {
    throw new UnreadableSheet('sheets.truncated')
  }
  parser.on('error', refuse)
  parser.on('doctype', () => {
    throw new UnreadableSheet('sheets.not_a_sheet')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw new UnreadableSheet('sheets.too_deep')
    budget.element()
    isHeard = listener.open(bare(name), attributes as Record<string, string>) === true
  })
  parser.on('closetag', ({ name }) => {
    depth--
    isHeard = listener.close?.(bare(name)) === true
  })
  const hear = (piece: string) => {
    if (isHeard) listener.text?.(piece)
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  const decode = (piece: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(piece, { stream })
    } catch {
      return refuse()
    }
  }
  for (let from = 0; from < bytes.length; from += pieceBytes)
    parser.write(decode(bytes.subarray(from, from + pieceBytes), true))
  parser.write(decode(new Uint8Array(), false)).close()
}
