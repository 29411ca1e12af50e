/** May a course carry this title (禁令3：不得增加学生课业负担)? No drilling, cramming, new lessons or make-up lessons. Pure. */

interface ForbiddenWord {
  readonly word: string
  /** Harmless words that contain it. */
  readonly unless?: readonly string[]
}

/** National rule, not to be switched off; in the order in which they are looked for. */
export const forbiddenWords: readonly ForbiddenWord[] = [
  { word: '新课', unless: ['新课标', '新课程', '新课堂'] },
  { word: '补课' },
  { word: '补习' },
  { word: '提高班' },
  { word: '提优' },
  { word: '培优' },
  { word: '拔高' },
  { word: '尖子' },
  { word: '冲刺' },
  { word: '备考' },
  { word: '应考' },
  { word: '应试' },
  { word: '考前' },
  { word: '押题' },
  { word: '刷题' },
  { word: '题海' },
  { word: '模拟考' },
  { word: '真题' },
  { word: '奥数' },
  { word: '奥林匹克数学' },
  { word: '华杯' },
  { word: '小升初' },
  { word: '中考' },
  { word: '衔接班' },
  { word: '超前' },
]

/** The first forbidden word in the title, or null. Spaces and full-width letters hide nothing. */
export function forbiddenWordIn(title: string): string | null {
  const plain = title.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
  const found = forbiddenWords.find(({ word, unless = [] }) => {
    const withoutHarmless = unless.reduce((text, harmless) => text.replaceAll(harmless, '#'), plain)
    return withoutHarmless.includes(word)
  })
  return found?.word ?? null
}
