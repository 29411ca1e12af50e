import { plainToInstance } from 'class-transformer'
import { IsString, Length, Matches, validateSync } from 'class-validator'
import { Name, PhoneText, PlainText } from './plain-text.js'

class Given {
  @Name()
  @IsString()
  @Length(2, 50)
  name!: string

  @PlainText()
  @IsString()
  @Length(1, 80)
  payee!: string

  @PhoneText()
  @IsString()
  @Matches(/^1[3-9]\d{9}$/)
  phone!: string
}
const given = (change: object) => {
  const one = plainToInstance(Given, { name: '王小明', payee: '晨光', phone: '13800000003', ...change })
  return {
    one,
    broken: validateSync(one).map(({ property, constraints }) => [property, ...Object.keys(constraints!)]),
  }
}

describe('text as typed', () => {
  it.each([
    [{ name: '王\u202e小明' }, { name: '王小明' }],
    [{ name: ' 王\n小 明 ' }, { name: '王小明' }],
    [{ name: '古丽•买买提' }, { name: '古丽·买买提' }],
    [{ name: '张\ue863' }, { name: '张䶮' }],
    [{ payee: '晨光\u202e文具' }, { payee: '晨光文具' }],
    [{ payee: '甲\n2026-01-01 假' }, { payee: '甲 2026-01-01 假' }],
    [{ payee: 'Ａ Ｂ\u200b' }, { payee: 'Ａ Ｂ' }],
    [{ payee: '王老师（外聘），三份' }, { payee: '王老师（外聘），三份' }],
    [{ phone: '+86 138-0000-0003' }, { phone: '13800000003' }],
    [{ phone: '１３８ ００００ ０００３' }, { phone: '13800000003' }],
    [{ phone: '008613800000003' }, { phone: '13800000003' }],
  ])('%j is brought to one form', (change, form) => {
    const { one, broken } = given(change)
    expect(broken).toEqual([])
    expect(one).toMatchObject(form)
  })
  it.each([
    [{ name: '张\ue000' }, [['name', 'isShowable']]],
    [{ payee: '\u202e' }, [['payee', 'isLength']]],
    [{ name: 7 }, [['name', 'isLength', 'isString']]],
    [{ phone: '12345' }, [['phone', 'matches']]],
  ])('%j is refused', (change, broken) =>
    expect(given(change).broken.map(([field, ...rules]) => [field, ...rules.sort()])).toEqual(broken),
  )
})
