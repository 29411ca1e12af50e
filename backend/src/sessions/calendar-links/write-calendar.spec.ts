import fc from 'fast-check'
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from './write-calendar.js'

const event: CalendarEvent = {
  uid: '10.3.2026-11-23@kehou.test',
  sequence: 2,
  lastModifiedAt: new Date('2026-11-20T08:00:00.123Z'),
  heldOn: '2026-11-23',
  startTime: '16:30',
  endTime: '17:30',
  isCancelled: false,
  summary: '书法',
  location: '301',
  description: '',
}
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('writeCalendar', () => {
  it("writes a meeting in the school's zone", () => {
    const lines = unfold(writeCalendar('张老师, 课后服务', [event]))
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    expect(lines).toEqual(
      expect.arrayContaining([
        'X-WR-CALNAME:张老师\\, 课后服务',
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'TZOFFSETTO:+0800',
      ]),
    )
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:10.3.2026-11-23@kehou.test',
      'DTSTAMP:20261120T080000Z',
      'LAST-MODIFIED:20261120T080000Z',
      'SEQUENCE:2',
      'DTSTART;TZID=Asia/Shanghai:20261123T163000',
      'DTEND;TZID=Asia/Shanghai:20261123T173000',
      'SUMMARY:书法',
      'LOCATION:301',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
    ])
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
  })

  it('says what is cancelled, and does not keep its time busy', () => {
    const lines = unfold(writeCalendar('甲', [{ ...event, isCancelled: true, description: '停课：大雪' }]))
    expect(lines).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'DESCRIPTION:停课：大雪']),
    )
  })

  it('writes an empty calendar too', () =>
    expect(unfold(writeCalendar('甲', []))).not.toContain('BEGIN:VEVENT'))
})

it('escapes what has a meaning in the file', () => {
  expect(escapeText('一楼;东,\\西\r\n二楼\r三楼\n四楼\u0000\u0007')).toBe(
    '一楼\\;东\\,\\\\西\\n二楼\\n三楼\\n四楼',
  )
})

describe('foldLine', () => {
  it('leaves 75 bytes as they are and folds the 76th', () => {
    expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75))
    expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    expect(foldLine('课'.repeat(26))).toBe(`${'课'.repeat(25)}\r\n 课`)
    expect(
      foldLine('x'.repeat(150))
        .split('\r\n')
        .map((line) => line.length),
    ).toEqual([75, 75, 2])
  })

  it('keeps every line within 75 bytes, every character whole, and the text as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '课', '😀', 'é', ' ', '𬭎'), maxLength: 400 }),
        (text) => {
          const folded = foldLine(text)
          expect(
            folded
              .split('\r\n')
              .every(
                (line) => Buffer.byteLength(line) <= 75 && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(line),
              ),
          ).toBe(true)
          expect(folded.replaceAll('\r\n ', '')).toBe(text)
        },
      ),
    )
  })
})
