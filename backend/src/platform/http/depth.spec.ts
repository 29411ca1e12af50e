import { deepestBody, isTooDeep } from './depth.js'

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

it.each([
  [undefined, false],
  ['text', false],
  [{ rows: [{ months: [{ count: 1 }] }] }, false],
  [nested(deepestBody), false],
  [nested(deepestBody + 2), true],
  [nested(5_000), true],
  [Array.from({ length: 100_000 }, (_, id) => ({ id })), false],
])('tells how deep a body is (%#)', (body, tooDeep) => expect(isTooDeep(body)).toBe(tooDeep))
