import { dictionary } from '@zxcvbn-ts/language-common'
import { worldPassword } from '../../../test/world.js'
import { isCommonPassword } from './common-passwords.js'
import { Passwords } from './passwords.js'

describe('common passwords', () => {
  it('are all of a list of more than ten thousand', () => {
    const list = dictionary['passwords-common'] as string[]
    expect(list.length).toBeGreaterThan(10_000)
    expect(list.filter((password) => !isCommonPassword(password))).toEqual([])
  })

  it.each([
    'password123',
    'PassWord2024!',
    'p@ssw0rd123',
    'ｐａｓｓｗｏｒｄ１２',
    'qwertyuiop',
    'q1w2e3r4t5',
    '1qaz2wsx3edc',
    'abc123456789',
    'aaaaaaaaaa',
    'abcabcabcabc',
    '1212121212',
    '0123456789',
    '9876543210',
    '12345678901',
    'Aa123456789',
    'dragon2024!!',
    // Chinese ones.
    'woaini1314',
    'woaini520',
    'woaini1314520',
    '5201314520',
    '1314520520',
    'wodemima123',
    'zhangwei123',
    'wangxiaoming1',
    'li19850312',
    'zhangwei19900101',
    'woaini520zhangwei',
    '1990010119',
    '13800000003',
    '8613800000003',
    'qq123456789',
    'a5201314520',
    '147258369a',
    'laoshi123456',
    'kehou123456',
    'datong2026!',
    'beijing2008',
    'chenjing1314',
    'weizhang1988',
    'shengrikuaile1',
    'ma.mima.123',
    'nihao123456',
  ])('has %s among them', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  it.each([
    worldPassword,
    'quiet green river',
    'sunny-yellow-bus',
    'a longer new password',
    'kX9-Trm4-vvQe',
    'Lantern7!Basalt',
    'tq84kvnx2m7p',
    '昨夜西风凋碧树',
    '四月的雪落在屋顶',
    'shiliuyuedexue-77-luo',
    'h4n8-b2wd-6rsy',
    'Meadow.Copper.91',
    '38472910573',
    'ostrich_paperclip',
  ])('does not have %s', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })

  it('are never drawn as a one-time password', () => {
    for (let n = 0; n < 500; n += 1) expect(isCommonPassword(Passwords.oneTime())).toBe(false)
  })

  it('are told in no time, however long the text', () => {
    const start = performance.now()
    for (const text of ['a'.repeat(200), '1'.repeat(199) + 'x', 'jiajia'.repeat(33), '1990'.repeat(50)])
      isCommonPassword(text)
    expect(performance.now() - start).toBeLessThan(200)
  })
})
