/** Where a text is broken into lines (禁则): Chinese between any two letters, but no line begins with 。 or ends with （; words stay whole. */

const closing = /^[，。、；：？！）〕》」』】〉”’％…—·,.;:?!)\]}%]$/
const opening = /^[（〔《「『【〈“‘([{￥¥]$/
const chinese = /[\u2e80-\u{3ffff}“”‘’…—·]/u

/** Pieces that are never broken; spaces are pieces of their own. */
export function unbreakable(text: string): string[] {
  const pieces: string[] = []
  let held = ''
  let last = ''
  for (const letter of text) {
    const joins =
      last !== '' &&
      last !== ' ' &&
      letter !== ' ' &&
      (opening.test(last) || closing.test(letter) || (!chinese.test(letter) && !chinese.test(last)))
    if (joins) held += letter
    else {
      if (held) pieces.push(held)
      held = letter
    }
    last = letter
  }
  if (held) pieces.push(held)
  return pieces
}

/** `widthOf` in points. The first line is shorter by `indent`. A piece longer than a line is broken anywhere. */
export function breakLines(
  text: string,
  width: number,
  indent: number,
  widthOf: (text: string) => number,
): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const room = () => (lines.length === 0 ? width - indent : width)
  const next = () => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  const put = (piece: string, size: number) => {
    line += piece
    used += size
  }
  for (const piece of unbreakable(text)) {
    const size = widthOf(piece)
    if (piece === ' ' && used + size > room()) continue
    if (used + size > room() && used > 0) next()
    if (piece === ' ' && used === 0 && lines.length > 0) continue
    if (size <= room()) put(piece, size)
    else
      for (const letter of piece) {
        const each = widthOf(letter)
        if (used + each > room() && used > 0) next()
        put(letter, each)
      }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}
