import { describe, expect, it } from 'vitest'
import { typedColumns, typedWords } from './formats'

describe('a format as typed', () => {
  it('has its words apart, and none where none are given', () => {
    expect(typedWords({ paid: '成功、 交易成功,OK；', failed: ['失败'], returned: '' })).toEqual({
      paid: ['成功', '交易成功', 'OK'],
      failed: ['失败'],
      returned: [],
    })
    expect(typedWords({ paid: ' 、', failed: '' })).toBeNull()
    expect(typedWords(null)).toBeNull()
  })

  it('keeps a fixed text only where the column has one', () => {
    expect(
      typedColumns([
        { field: 'fixed', title: '币种', value: '人民币' },
        { field: 'payee', title: '户名', value: '人民币' },
        { field: 'fixed', title: '空', value: '' },
      ]).map(({ value }) => value),
    ).toEqual(['人民币', null, null])
  })
})
