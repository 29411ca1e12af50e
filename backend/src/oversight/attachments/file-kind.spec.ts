import fc from 'fast-check'
import { cleanName, kindOf } from './file-kind.js'

const pdf = Buffer.from('%PDF-1.7\n…')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])
const zip = (...names: string[]) =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(names.join('…'))])

describe('the kind of a file', () => {
  it.each([
    ['pdf', pdf, 'pdf'],
    ['png', png, 'png'],
    ['jpg', jpg, 'jpg'],
    ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
  ])('knows a %s by its content', (_, bytes, extension) => {
    expect(kindOf(bytes)?.extension).toBe(extension)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html>')],
    ['a program', Buffer.from('MZ\x90')],
    ['some archive', zip('readme.txt')],
    ['macros in a document', zip('word/document.xml', 'word/vbaProject.bin')],
    ['macros in a sheet', zip('xl/workbook.xml', 'xl/vbaProject.bin')],
    ['half a picture', png.subarray(0, 7)],
    ['PDF further down', Buffer.from(' %PDF-1.7')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('refuses %s', (_, bytes) => {
    expect(kindOf(bytes)).toBeNull()
  })
})

describe('the name of a file', () => {
  const kind = kindOf(pdf)!
  it.each([
    ['会议纪要.pdf', '会议纪要.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\a\\发票 1.PDF', '发票 1.pdf'],
    ['发票.pdf.exe', '发票.pdf.pdf'],
    ['..', 'file.pdf'],
    ['', 'file.pdf'],
    ['a\u202efdp.exe', 'afdp.pdf'],
    ['a\nb\u0000.pdf', 'ab.pdf'],
    ['<合同>:"?*|.pdf', '_合同______.pdf'],
    ['.hidden.pdf', 'hidden.pdf'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given, kind)).toBe(clean)
  })

  it('is always short, of one part and with the extension of the content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanName(given, kind)
        expect([...name].length).toBeLessThanOrEqual(104)
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+\.pdf$/u)
        expect(cleanName(name, kind)).toBe(name)
      }),
    )
  })
})
