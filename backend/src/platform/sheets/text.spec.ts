import { hasUnknownCharacters, mapPrivateUse, plainName, plainText } from './text.js'

describe('private-use characters', () => {
  it('are mapped as GB 18030-2022 does', () => {
    expect(plainName('张\ue863')).toBe('张䶮')
    expect(hasUnknownCharacters('张䶮')).toBe(false)
    expect(hasUnknownCharacters('张\ue000')).toBe(true)
    expect(plainName('张\ue000')).toBe('张\ue000')
    // A character that an earlier program lost is not dropped a second time.
    expect(hasUnknownCharacters(plainName('欧阳\ufffd'))).toBe(true)
  })
  it('each of FE50–FEA0 as the decoder reads its bytes, where that is no private-use character itself', () => {
    const decoder = new TextDecoder('gb18030')
    let compared = 0
    for (let low = 0x50, i = 0; low <= 0xa0; low++) {
      if (low === 0x7f) continue
      const mapped = mapPrivateUse(String.fromCharCode(0xe815 + i++))
      expect([low.toString(16), /\p{Co}/u.test(mapped)]).toEqual([low.toString(16), false])
      const decoded = decoder.decode(Uint8Array.of(0xfe, low))
      if (/\p{Co}/u.test(decoded)) continue
      compared++
      expect([low.toString(16), decoded]).toEqual([low.toString(16), mapped])
    }
    expect(compared).toBeGreaterThan(60)
  })
})

it('drops direction marks and makes one line', () => {
  expect(plainText('晨光\u202e文具')).toBe('晨光文具')
  expect(plainText('甲\n2026-01-01 假')).toBe('甲 2026-01-01 假')
})
