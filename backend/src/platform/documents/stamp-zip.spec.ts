import { stampZip } from './stamp-zip.js'

it('refuses what is no zip archive', () => {
  expect(() => stampZip(Buffer.alloc(0))).toThrow(RangeError)
  expect(() => stampZip(Buffer.from('PK, but then something quite different'))).toThrow(RangeError)
})
