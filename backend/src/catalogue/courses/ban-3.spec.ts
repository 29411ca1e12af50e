import { forbiddenWordIn, forbiddenWords } from './ban-3.js'

describe('BAN-3: no added burden', () => {
  it('finds each forbidden word within a title', () => {
    for (const { word } of forbiddenWords) expect(forbiddenWordIn(`三年级${word}兴趣课`)).toBe(word)
  })

  it('is not misled by spaces, full-width signs or punctuation', () => {
    expect(forbiddenWordIn('奥 数')).toBe('奥数')
    expect(forbiddenWordIn('期末　冲·刺')).toBe('冲刺')
  })

  it('leaves harmless titles alone', () => {
    for (const title of ['新课标整本书阅读', '趣味数学', '足球', '作业辅导', '科学实验', '课本剧'])
      expect(forbiddenWordIn(title)).toBeNull()
    expect(forbiddenWordIn('新课标背景下的新课预习')).toBe('新课')
  })
})
