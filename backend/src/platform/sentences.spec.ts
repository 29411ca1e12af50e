import { Invalid, RuleBroken } from './errors.js'
import { Sentences } from './sentences.js'
import { platformTexts } from './texts.js'

const sentences = new Sentences({
  ...platformTexts,
  'x.left': { zh: '{className}还剩 {leftFen}。', en: '{className} has {leftFen} left.' },
  'x.lessons': { zh: '请填课时，每课时最多 {capFen}。', en: 'Give the class-hours, {capFen} each at most.' },
})

describe('the one voice', () => {
  it('puts the values in, amounts as yuan, nothing as a dash', () => {
    const left = new RuleBroken('x.left', { className: '三(2)班', leftFen: 123_050 })
    expect(sentences.say(left, 'zh')).toBe('三(2)班还剩 ¥1,230.50。')
    expect(sentences.say({ code: 'x.left', params: { className: null, leftFen: 0 } }, 'en')).toBe(
      '— has ¥0.00 left.',
    )
  })

  it('says of an error among others what is wrong with its field, where that is a sentence of its own', () => {
    expect(sentences.sayBriefly(Invalid.field('lessonCount', 'x.lessons', { capFen: 5000 }), 'en')).toBe(
      'Give the class-hours, ¥50.00 each at most.',
    )
    // "Required." alone would leave open what is.
    expect(sentences.sayBriefly(Invalid.field('colleagueId', 'validation.isDefined'), 'en')).toBe(
      platformTexts['request.invalid']!.en,
    )
  })
})
