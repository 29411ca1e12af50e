/** A tree as the text of an XML file (写 XML). Pure. */
import type { XmlElement } from './xml-tree.js'

type Content = string | number | boolean

/** An element with text, or with elements inside. */
export function element(
  name: string,
  content: Content | readonly XmlElement[] = '',
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const isTree = typeof content === 'object'
  return { name, attributes, children: isTree ? content : [], text: isTree ? '' : String(content), line: 0 }
}

// Characters that no XML file can hold, not even escaped, and halves of characters.
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
}

export const withoutImpossible = (text: string): string => text.replace(impossible, '')
const escapeText = (text: string): string =>
  withoutImpossible(text).replace(/[&<>"'\r]/g, (character) => escapes[character]!)
/** Line breaks and tabs in an attribute would be read back as spaces. */
const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)

export function writeXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '']
  const write = ({ name, attributes, children, text }: XmlElement, indent: string): void => {
    const start = `${indent}<${name}${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
      .join('')}>`
    if (children.length === 0) lines.push(`${start}${escapeText(text)}</${name}>`)
    else {
      lines.push(start)
      for (const child of children) write(child, `${indent}\t`)
      lines.push(`${indent}</${name}>`)
    }
  }
  write(root, '')
  return `${lines.join('\n')}\n`
}
