import { expect, it } from 'vitest'
import { printHours } from './reports'

it('writes hours to a tenth', () => {
  expect([0, 60, 90, 100, 1234].map(printHours)).toEqual(['0', '1', '1.5', '1.7', '20.6'])
})
