import { maskBirthDate, maskNumber, maskPhone } from './masking.js'
import { pinyinOf } from './names.js'

describe('masking', () => {
  it('keeps the ends of a number and the year of a birth date', () => {
    expect(maskNumber('G140299201503010011')).toBe('G14************0011')
    expect(maskPhone('13800138000')).toBe('138****8000')
    expect(maskBirthDate('2015-03-01')).toBe('2015')
  })
  it('shows nothing of what is too short to be cut, and keeps what is missing missing', () => {
    expect(maskNumber('12345678')).toBe('********')
    expect([maskNumber(null), maskPhone(null), maskBirthDate(null)]).toEqual([null, null, null])
  })
})

describe('pinyin', () => {
  it('finds a name by syllables, joined syllables and initials', () => {
    expect(pinyinOf('张伟')).toBe('zhang wei zhangwei zw')
    expect(pinyinOf('阿依古丽·买买提')).toContain('ayigulimaimaiti'.slice(0, 6))
  })
})
