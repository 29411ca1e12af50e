/** What does an XML file say, as a tree (XML 树)? Reads in pieces and refuses what could do harm: a DOCTYPE, entities of its own, endless depth. */
import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { Invalid } from '../../platform/errors.js'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Text directly inside, with its spaces: names may begin or end with one. Empty where there are elements inside. */
  readonly text: string
  /** In the file, counted from 1. */
  readonly line: number
}

export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
}

export const usualLimits: XmlLimits = { bytes: 64 * 1024 * 1024, depth: 16, elements: 2_000_000 }
const pieceBytes = 64 * 1024

interface Growing {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
  line: number
}

/** Throws Invalid that says where the file is wrong. */
export function readXml(bytes: Uint8Array, limits: XmlLimits = usualLimits): XmlElement {
  if (bytes.length > limits.bytes)
    throw new Invalid('scheduling.fet_too_large', { megabytes: Math.floor(limits.bytes / 1024 / 1024) })
  const { parser, root } = treeParser(limits)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < bytes.length; from += pieceBytes)
    parser.write(decode(decoder, bytes.subarray(from, from + pieceBytes), true, parser.line))
  parser.write(decode(decoder, new Uint8Array(), false, parser.line))
  parser.close()
  return root()
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean, line: number): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new Invalid('scheduling.fet_not_utf8', { line })
  }
}

function treeParser(limits: XmlLimits) {
  const parser = new SaxesParser()
  const open: Growing[] = []
  let root: XmlElement | null = null
  let count = 0
  parser.on('error', (error) => {
    throw problemOf(error.message, parser.line)
  })
  parser.on('doctype', () => {
    throw new Invalid('scheduling.fet_doctype', { line: parser.line })
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      throw new Invalid('scheduling.fet_not_utf8', { line: parser.line })
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length >= limits.depth)
      throw new Invalid('scheduling.fet_too_deep', { line: parser.line, most: limits.depth })
    if (count > limits.elements)
      throw new Invalid('scheduling.fet_too_many', { line: parser.line, most: limits.elements })
    open.push({
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
      text: '',
      line: parser.line,
    })
  })
  const addText = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { text, ...element } = open.pop()!
    const whole: XmlElement = { ...element, text: element.children.length > 0 ? '' : text }
    if (open.length === 0) root = whole
    else open.at(-1)!.children.push(whole)
  })
  return {
    parser,
    root: () => {
      if (root === null) throw new Invalid('scheduling.fet_truncated', { line: parser.line })
      return root
    },
  }
}

/** The parser's messages begin with the place, as in "12:3: unclosed tag: Name". */
function problemOf(message: string, line: number): Invalid {
  const reason = message.replace(/^[\d:]*\s*/, '').replace(/\.$/, '')
  if (/doctype|DOCTYPE/.test(reason)) return new Invalid('scheduling.fet_doctype', { line })
  if (/entity/.test(reason)) return new Invalid('scheduling.fet_entity', { line })
  if (/^unclosed tag|^unexpected end|must contain a root|^unfinished/.test(reason))
    return new Invalid('scheduling.fet_truncated', { line })
  return new Invalid('scheduling.fet_malformed', { line, reason })
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)
/** As it stands, for names. */
export const textOf = (element: XmlElement | undefined, name: string): string =>
  childOf(element, name)?.text ?? ''
/** Without the spaces around it, for everything else. */
export const valueOf = (element: XmlElement | undefined, name: string): string => textOf(element, name).trim()
