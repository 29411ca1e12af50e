import { Invalid, RuleBroken } from '../platform/errors.js'
import { Sentences } from '../platform/sentences.js'
import { platformTexts } from '../platform/texts.js'
import { CommandProblem } from './command-problem.js'
import { noticeOfError, printNotice } from './notice.js'
import { mannerOf, readArguments } from './read-arguments.js'
import { cliTexts } from './texts.js'

const sentences = new Sentences({
  ...platformTexts,
  'x.busy': { zh: '{name}忙。', en: '{name} is busy.' },
})

describe('what a command has to say', () => {
  it('is a sentence, or with --json a line of code, values and sentence', () => {
    const error = new RuleBroken('x.busy', { name: '甲' })
    expect(printNotice(noticeOfError(error, 'zh', sentences), false)).toBe('甲忙。')
    expect(JSON.parse(printNotice(noticeOfError(error, 'en', sentences), true))).toEqual({
      code: 'x.busy',
      params: { name: '甲' },
      message: '甲 is busy.',
    })
    expect(noticeOfError(new CommandProblem('cli.unknown_school', { school: '7' }), 'en', sentences)).toEqual(
      {
        code: 'cli.unknown_school',
        params: { school: '7' },
        message: 'There is no school with the code "7". See kehou schools.',
      },
    )
  })

  it('names the fields, and the reason of what nobody expected', () => {
    expect(noticeOfError(Invalid.field('name', 'validation.isNotEmpty'), 'zh', sentences)).toMatchObject({
      code: 'request.invalid',
      fields: [{ field: 'name', code: 'validation.isNotEmpty', message: '必填。', params: {} }],
    })
    // The words of a driver's error hold the statement and its values.
    const torn = Object.assign(new TypeError('INSERT … 王小明'), { code: 'ER_TORN' })
    const notice = noticeOfError(torn, 'en', sentences)
    expect(notice).toMatchObject({ code: 'internal', params: { reason: 'TypeError ER_TORN' } })
    expect(notice.message).toContain('notice.spec')
    expect(notice.message).not.toContain('王小明')
  })

  it('every refusal of a command line has a sentence in both languages with nothing left to fill in', () => {
    for (const argv of [
      ['fly', 'high'],
      ['schools', '--colour'],
      ['schools', '--lang', 'fr'],
      ['import-roster'],
      ['set-up'],
      ['ledger', 'export'],
      ['timetable', 'solve'],
    ]) {
      const error = (() => {
        try {
          return readArguments(argv)
        } catch (thrown) {
          return thrown
        }
      })()
      expect(error).toBeInstanceOf(CommandProblem)
      const { code } = error as CommandProblem
      expect(Object.keys(cliTexts)).toContain(code)
      for (const language of ['zh', 'en'] as const)
        expect(noticeOfError(error, language, sentences).message).not.toMatch(/[{}]|undefined/)
    }
  })

  it('is said as asked even where the command is not understood', () => {
    expect(mannerOf(['fly', '--json', '--lang', 'en'])).toEqual({ isJson: true, language: 'en' })
    expect(mannerOf(['fly', '--lang=en'])).toEqual({ isJson: false, language: 'en' })
    expect(mannerOf(['import-roster', 'en'])).toEqual({ isJson: false, language: 'zh' })
  })
})
