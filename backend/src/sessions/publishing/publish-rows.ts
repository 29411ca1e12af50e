/** The changes of a publication (发布前的变动清单), row by row with names: what was, what will be. Pure. */
import type { ListSheet } from '../../platform/sheets/index.js'
import type {
  ExistingSession,
  Held,
  SessionChanges,
  SessionClash,
  SessionClashCode,
} from './plan-sessions.js'
import { type PublishRowKind, publishRowKinds } from './publish-row-kinds.js'
import type { PublishMomentOut, PublishRowOut } from './publishing.dto.js'

export interface Names {
  readonly sections: ReadonlyMap<number, string>
  readonly teachers: ReadonlyMap<number, string>
  readonly rooms: ReadonlyMap<number, string>
}

/** The weightiest kind first, within it by day and time. */
export function publishRows(
  { added, changed, removed, calledOff, byHand, clashes }: SessionChanges,
  names: Names,
): PublishRowOut[] {
  const moment = ({ heldOn, startTime, endTime, teacherId, roomId }: Held): PublishMomentOut => ({
    heldOn,
    startTime,
    endTime,
    teacherName: names.teachers.get(teacherId) ?? '',
    roomName: names.rooms.get(roomId) ?? '',
  })
  const row = (
    kind: PublishRowKind,
    { sectionId }: { sectionId: number },
    was: Held | null,
    willBe: Held | null,
    clash?: Pick<SessionClash, 'other' | 'code'>,
  ): PublishRowOut => ({
    kind,
    sectionId,
    sectionName: names.sections.get(sectionId) ?? '',
    was: was && moment(was),
    willBe: willBe && moment(willBe),
    otherSectionName: clash ? (names.sections.get(clash.other.sectionId) ?? '') : null,
    clash: clash?.code ?? null,
  })
  const planned = (session: ExistingSession): Held => ({
    heldOn: session.plannedOn,
    startTime: session.plannedStartTime,
    endTime: session.plannedEndTime,
    teacherId: session.plannedTeacherId,
    roomId: session.plannedRoomId,
  })
  const rows = [
    ...clashes.map((clash) => row('clash', clash.session, clash.session, clash.other, clash)),
    ...calledOff.map((session) => row('called_off', session, session, null)),
    ...byHand.map((session) =>
      row('by_hand', session, planned(session), session.status === 'planned' ? session : null),
    ),
    ...removed.map((session) => row('removed', session, session, null)),
    ...changed.map(({ session, held }) => row('changed', session, session, held)),
    ...added.map((session) => row('added', session, null, session)),
  ]
  const at = ({ was, willBe }: PublishRowOut) => `${(was ?? willBe)!.heldOn} ${(was ?? willBe)!.startTime}`
  return rows.sort(
    (one, other) =>
      publishRowKinds.indexOf(one.kind) - publishRowKinds.indexOf(other.kind) ||
      at(one).localeCompare(at(other)),
  )
}

const kindWords = {
  clash: { zh: '与新课表冲突', en: 'clashes with the new week' },
  called_off: { zh: '停课（有代课、巡课或调课记录）', en: 'cancelled (has a history)' },
  by_hand: { zh: '已人工调整，保留', en: 'kept, changed by hand' },
  removed: { zh: '取消', en: 'removed' },
  changed: { zh: '改动', en: 'changed' },
  added: { zh: '新增', en: 'new' },
} as const satisfies Record<PublishRowKind, unknown>

const clashWords = {
  teacher: { zh: '同一教师', en: 'the same teacher' },
  room: { zh: '同一场地', en: 'the same room' },
  home_class: { zh: '同一行政班', en: 'the same home class' },
  children: { zh: '有相同的学生', en: 'children of both' },
} as const satisfies Record<SessionClashCode, unknown>

const printed = (moment: PublishMomentOut | null) =>
  moment
    ? `${moment.heldOn} ${moment.startTime}–${moment.endTime} ${moment.teacherName} ${moment.roomName}`
    : '—'

export const publishSheet: ListSheet<PublishRowOut> = {
  zh: '发布前的变动',
  en: 'Changes',
  columns: [
    {
      zh: '变动',
      en: 'Change',
      width: 26,
      kind: 'text',
      of: ({ kind }, language) => kindWords[kind][language],
    },
    { zh: '日期', en: 'Date', kind: 'date', of: ({ was, willBe }) => (was ?? willBe)!.heldOn },
    { zh: '课程班', en: 'Section', width: 24, kind: 'text', of: ({ sectionName }) => sectionName },
    { zh: '原来', en: 'Was', width: 44, kind: 'text', of: ({ was }) => printed(was) },
    { zh: '以后', en: 'Will be', width: 44, kind: 'text', of: ({ willBe }) => printed(willBe) },
    { zh: '冲突的课程班', en: 'Clashes with', width: 24, kind: 'text', of: (row) => row.otherSectionName },
    {
      zh: '冲突原因',
      en: 'Why it clashes',
      width: 18,
      kind: 'text',
      of: ({ clash }, language) => clash && clashWords[clash][language],
    },
  ],
}
