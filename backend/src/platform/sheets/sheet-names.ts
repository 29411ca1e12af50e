/** Brings names of sheets (工作表名) into the form that spreadsheet programs accept. */

/** At most 31 characters, none of \ / ? * [ ] :, not empty, not beginning or ending with ', unique whatever the case. */
export function allowedSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const bare =
      name
        .replace(/[\\/?*[\]:]|\p{Cc}|\p{Cs}/gu, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || `Sheet${i + 1}`
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` (${n})`
      const allowed = shorten(bare, 31 - suffix.length) + suffix
      if (taken.has(allowed.toLowerCase())) continue
      taken.add(allowed.toLowerCase())
      return allowed
    }
  })
}

/** The limit counts UTF-16 units; a character is never cut in half. */
function shorten(text: string, units: number): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > units) break
    short += character
  }
  return short
}
