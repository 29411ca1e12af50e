import { expect, it } from 'vitest'
import { wrapLabel } from './wrap'

it('breaks Chinese between characters and English between words', () => {
  expect(wrapLabel('课后服务的时间方便接送。', 12)).toBe('课后服务的时\n间方便接送。')
  expect(wrapLabel('The hours suit us well', 14)).toBe('The hours\nsuit us well')
  expect(wrapLabel('短', 12)).toBe('短')
})

it('ends what is too long with an ellipsis', () => {
  expect(wrapLabel('一二三四五六七八九十', 8, 2)).toBe('一二三四\n五六七…')
})
