/** By which of several given headers is a file written (按给定表头识别)? A header fits where all of its titles are there. */
import { type AnyDescription, recogniseColumns, titleForms } from './recognise-columns.js'
import type { Workbook } from './workbook.js'

/** Field name → its title in the file; fields that are not named have no column. */
export type GivenTitles = Readonly<Record<string, string>>

/** The description as files with these titles know it: no other title means anything. */
export function withTitles<Description extends AnyDescription>(
  description: Description,
  titles: GivenTitles,
): Description {
  return {
    ...description,
    fields: description.fields.map((field) => ({
      ...field,
      titleZh: titles[field.name] ?? '',
      titleEn: titles[field.name] ?? '',
      synonyms: [],
      weakSynonyms: [],
    })),
  }
}

/** The first of the candidates that fits some sheet, as its index; null: none does. */
export function fittingTitles(
  workbook: Workbook,
  description: AnyDescription,
  candidates: readonly GivenTitles[],
): number | null {
  if (candidates.length === 0) return null
  // Most candidates are of quite another bank: what is written nowhere needs no closer look.
  const written = titleForms(workbook)
  const found = candidates.findIndex((titles) => {
    const names = Object.keys(titles)
    if (names.length === 0 || !Object.values(titles).every((title) => written.has(title))) return false
    return recogniseColumns(workbook, withTitles(description, titles)).some(
      ({ status, columns }) =>
        status === 'ready' && names.every((name) => columns.some(({ field }) => field === name)),
    )
  })
  return found < 0 ? null : found
}
