/** Dated meetings as a calendar file (日历订阅 .ics) of RFC 5545, in the school's zone. Pure. */
import { type LocalDate, type LocalTime, schoolZone } from '../../platform/calendar.js'

export interface CalendarEvent {
  /** The same for the same meeting for ever. */
  readonly uid: string
  /** Never falls while the meeting changes. */
  readonly sequence: number
  readonly lastModifiedAt: Date
  readonly heldOn: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly isCancelled: boolean
  readonly summary: string
  readonly location: string
  readonly description: string
}

const longestLineBytes = 75

/** The text, ending in CRLF. Programs are asked to look again each hour. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kehou//Timetable//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${schoolZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    // China has kept one offset, without summer time, since 1991.
    'BEGIN:VTIMEZONE',
    `TZID:${schoolZone}`,
    'BEGIN:STANDARD',
    'DTSTART:19920101T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines({
  uid,
  sequence,
  lastModifiedAt,
  heldOn,
  startTime,
  endTime,
  isCancelled,
  summary,
  location,
  description,
}: CalendarEvent): string[] {
  const changed = utcStamp(lastModifiedAt)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;TZID=${schoolZone}:${localStamp(heldOn, startTime)}`,
    `DTEND;TZID=${schoolZone}:${localStamp(heldOn, endTime)}`,
    `SUMMARY:${escapeText(summary)}`,
    `LOCATION:${escapeText(location)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** 20261123T163000 */
const localStamp = (on: LocalDate, time: LocalTime): string =>
  `${on.replaceAll('-', '')}T${time.replace(':', '')}00`
/** 20261120T080000Z */
const utcStamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Backslash, semicolon, comma and line ends; other control characters have no place in the file. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** No line is longer than 75 bytes, its end not counted; what follows begins with a space. No character is cut in half. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > longestLineBytes) {
      parts.push(part)
      part = ''
      bytes = 1
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}
