/** Breaks a label into lines that fit beside a bar. Pure. */

// A Chinese character is about as wide as two Latin letters.
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1.1), 0)

/** At most `lines` lines of about `width` Latin letters; what does not fit ends in an ellipsis. */
export function wrapLabel(text: string, width: number, lines = 3): string {
  const pieces = text.match(/[⺀-￿][、，。？！）]?|[^\s⺀-￿]+\s?|\s/g) ?? []
  const rows: string[] = []
  let row = ''
  for (const piece of pieces) {
    if (row !== '' && widthOf(row + piece.trimEnd()) > width) {
      rows.push(row.trimEnd())
      row = ''
    }
    row += piece
  }
  if (row.trim() !== '') rows.push(row.trimEnd())
  if (rows.length <= lines) return rows.join('\n')
  return [...rows.slice(0, lines - 1), `${rows[lines - 1]?.slice(0, -1)}…`].join('\n')
}
export const lineCount = (wrapped: string): number => wrapped.split('\n').length
