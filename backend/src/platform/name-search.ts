/** Finding rows by what is typed (查找): as it stands, by a person's name in the form in which names are kept, by its pinyin. */
import { plainName } from './sheets/text.js'

/** Escapes what LIKE would read as a wildcard; use with ESCAPE '!'. */
export function likeText(text: string): string {
  return text.replace(/[!%_]/g, (found) => `!${found}`)
}

const withoutDots = (name: string) => name.replaceAll('·', '')

/** The condition on a column of names, whatever dots and blanks were typed. 古丽买买提 finds 古丽·买买提. */
export const nameLike = (column: string, parameter: string): string =>
  `REPLACE(${column}, '·', '') LIKE :${parameter} ESCAPE '!'`

/** '李 明' → '%李明%' */
export const namePattern = (typed: string): string => `%${likeText(withoutDots(plainName(typed)))}%`

/** '  Zhang  Wei ' → '%zhang wei%', as it stands in a column of pinyin. */
export const pinyinPattern = (typed: string): string =>
  `%${likeText(typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' '))}%`
