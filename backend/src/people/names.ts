/** How a name is found by its pinyin (拼音检索). */
import { pinyin } from 'pinyin-pro'

/** '张伟' → 'zhang wei zw': whole syllables and initials, lower case, at most 200 characters. */
export function pinyinOf(name: string): string {
  // The dot inside a name has no sound.
  const syllables = pinyin(name.replaceAll('·', ''), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  }).map((syllable) => syllable.toLowerCase())
  return `${syllables.join(' ')} ${syllables.join('')} ${syllables.map((syllable) => syllable[0] ?? '').join('')}`.slice(
    0,
    200,
  )
}
