/** Finding people by a name as it is typed (按姓名查找): in the form in which names are kept, whatever dots and blanks were typed. */
import { likeText } from './paging.js'
import { plainName } from './sheets/text.js'

const withoutDots = (name: string) => name.replaceAll('·', '')

/** The condition on a column of names; its parameter comes from `nameParam`. 古丽买买提 finds 古丽·买买提. */
export const nameLike = (column: string): string => `REPLACE(${column}, '·', '') LIKE :qName ESCAPE '!'`

/** '李 明' → { qName: '%李明%' } */
export const nameParam = (typed: string): { qName: string } => ({
  qName: `%${likeText(withoutDots(plainName(typed)))}%`,
})
