import fc from 'fast-check'
import { breakLines, unbreakable } from './break-lines.js'

/** A Chinese letter is 10 wide, others 5. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 10 : 5), 0)

describe('breaking lines', () => {
  it('breaks Chinese anywhere but never before a closing mark or after an opening one', () => {
    expect(breakLines('课后服务经费通知', 40, 0, widthOf)).toEqual(['课后服务', '经费通知'])
    expect(breakLines('课后服务，经费', 40, 0, widthOf)).toEqual(['课后服', '务，经费'])
    expect(breakLines('课后服（经费）', 40, 0, widthOf)).toEqual(['课后服', '（经费）'])
  })

  it('keeps words and figures whole', () => {
    expect(breakLines('共计1,005.06元整', 50, 0, widthOf)).toEqual(['共计', '1,005.06元', '整'])
    expect(breakLines('after-school service', 60, 0, widthOf)).toEqual(['after-school', 'service'])
    expect(unbreakable('《办法》（2026）号')).toEqual(['《办', '法》', '（2026）', '号'])
  })

  it('makes the first line shorter by the indent', () => {
    expect(breakLines('一二三四五六', 40, 20, widthOf)).toEqual(['一二', '三四五六'])
  })

  it('breaks what is longer than a line, and an empty text is one empty line', () => {
    expect(breakLines('abcdefghijkl', 20, 0, widthOf)).toEqual(['abcd', 'efgh', 'ijkl'])
    expect(breakLines('', 20, 0, widthOf)).toEqual([''])
    expect(breakLines('，，，，，', 20, 0, widthOf)).toEqual(['，，', '，，', '，'])
  })

  it('loses no letter but spaces, and no line is too wide', () => {
    const text = fc.string({
      unit: fc.constantFrom('课', '后', '，', '。', '（', '）', '“', 'a', 'b', '1', '.', ' ', '𠮷'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (written, letters) => {
        const width = letters * 10
        const lines = breakLines(written, width, 10, widthOf)
        expect(lines.join('').replace(/ /g, '')).toBe(written.replace(/ /g, ''))
        expect(lines.every((line, index) => widthOf(line) <= (index === 0 ? width - 10 : width))).toBe(true)
      }),
    )
  })
})
