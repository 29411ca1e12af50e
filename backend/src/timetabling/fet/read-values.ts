/** Numbers and yes or no in a .fet file (FET 数值), read strictly. Pure. */
import { Invalid } from '../../platform/errors.js'
import { childOf, valueOf, type XmlElement } from './xml-tree.js'

const wrong = (element: XmlElement, name: string, value: string) =>
  new Invalid('scheduling.fet_bad_value', {
    where: element.name,
    line: element.line,
    name,
    value: value.slice(0, 40),
  })

/** A whole number from 0 up. */
export function countOf(element: XmlElement, name: string): number {
  const child = childOf(element, name)
  if (!child) throw new Invalid('scheduling.fet_missing', { where: element.name, line: element.line, name })
  const text = child.text.trim()
  if (!/^\d{1,9}$/.test(text)) throw wrong(child, name, text)
  return Number(text)
}

/** From 0 to 100; files of FET give up to a few decimal places. */
export function weightOf(element: XmlElement): number {
  const name = childOf(element, 'Weight_Percentage') ? 'Weight_Percentage' : 'Weight'
  const text = valueOf(element, name)
  const weight = Number(text)
  if (!/^\d{1,3}(\.\d{1,9})?$/.test(text) || weight > 100)
    throw text === ''
      ? new Invalid('scheduling.fet_missing', {
          where: element.name,
          line: element.line,
          name: 'Weight_Percentage',
        })
      : wrong(element, name, text)
  return weight
}

/** Said "true", "false" or, by early versions, "yes" and "no". */
export function booleanOf(element: XmlElement, name: string, otherwise = false): boolean {
  const text = valueOf(element, name)
  if (text === '') return otherwise
  if (!/^(true|false|yes|no)$/.test(text)) throw wrong(element, name, text)
  return text === 'true' || text === 'yes'
}
