import { expect, it } from 'vitest'
import { differences, printValue } from './difference'

it('tells only what changed', () => {
  expect(differences({ a: 1, b: [1], c: null }, { a: 2, b: [1], c: undefined, d: 'x' })).toEqual([
    { field: 'a', before: 1, after: 2 },
    { field: 'd', before: undefined, after: 'x' },
  ])
  expect(differences(null, { a: 1 })).toEqual([{ field: 'a', before: undefined, after: 1 }])
  expect(differences(null, null)).toEqual([])
})

it('prints values', () => {
  expect(printValue(null)).toBe('–')
  expect(printValue('16:10')).toBe('16:10')
  expect(printValue({ a: true })).toBe('{"a":true}')
})
