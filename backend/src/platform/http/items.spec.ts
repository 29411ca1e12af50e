import { plainToInstance } from 'class-transformer'
import { IsArray, validateSync } from 'class-validator'
import { Items, Part } from './items.js'
import { IsInt } from './validation.js'

class Row {
  @IsInt()
  count!: number
}
class Given {
  @IsArray()
  @Items(() => Row)
  rows!: Row[]

  @Part(() => Row)
  whole!: Row
}
const broken = (change: object) =>
  validateSync(plainToInstance(Given, { rows: [{ count: 1 }], whole: { count: 1 }, ...change })).map(
    ({ property }) => property,
  )

describe('objects inside a body', () => {
  it('are taken as they should be', () => {
    expect(broken({})).toEqual([])
    expect(broken({ rows: [] })).toEqual([])
  })
  it.each([
    [[[]]],
    [[[{ count: 1 }]]],
    [[null]],
    [['text']],
    [[1]],
    ['text'],
    [{}],
    [null],
    [[{ count: 'x' }]],
  ])('are not %j as items', (rows) => expect(broken({ rows })).toEqual(['rows']))
  it.each([[[]], [[{ count: 1 }]], ['text'], [1], [null], [{}]])('are not %j as one', (whole) =>
    expect(broken({ whole })).toEqual(['whole']),
  )
})
