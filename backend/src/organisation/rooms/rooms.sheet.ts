/** How a list of rooms (场地) looks in a sheet. */
import * as normalise from '../../platform/sheets/normalise.js'
import { commonReasons } from '../../platform/sheets/reasons.js'
import { fault, type SheetDescription } from '../../platform/sheets/sheet-description.js'
import { countCharacters, meansNothing, plainText } from '../../platform/sheets/text.js'
import type { RoomKind } from './room-kinds.js'

/** `kindText` is the kind as written (舞蹈教室), `kind` the class it belongs to; `capacity` in persons, 1–2000. */
export interface RoomRow {
  name: string
  code: string | null
  kind: RoomKind
  kindText: string | null
  capacity: number
}

/** The order decides: 体育馆 is a gymnasium before it is a hall, 音乐教室 a music room before it is a classroom. */
const kinds: [RegExp, RoomKind][] = [
  [/体育馆|体育室|风雨操|体操|乒乓|gym/i, 'gymnasium'],
  [/场|跑道|户外|室外|ground|field|court/i, 'ground'],
  [/计算机|电脑|机房|微机|信息技术|computer/i, 'computer'],
  [/实验|科学|lab/i, 'laboratory'],
  [/音乐|合唱|器乐|music/i, 'music'],
  [/美术|书法|绘画|\bart\b/i, 'art'],
  [/舞蹈|形体|dance/i, 'dance'],
  [/图书|阅览|library/i, 'library'],
  [/馆|厅|礼堂|多功能|hall/i, 'hall'],
  [/劳动|劳技|创客|录播|心理|专用|功能|活动室|工作室|special/i, 'other'],
  [/教室|班|classroom/i, 'classroom'],
]

/** From the written kind, else from the name; 'other' when neither tells. */
export const roomKind = (kindText: string | null, name: string): RoomKind =>
  kinds.find(([pattern]) => pattern.test(kindText ?? name))?.[1] ?? 'other'

export const roomsSheet: SheetDescription<RoomRow> = {
  module: import.meta.url,
  noun: 'rooms',
  titleZh: '场地表',
  titleEn: 'List of rooms',
  fields: [
    {
      name: 'name',
      titleZh: '名称',
      titleEn: 'Name',
      synonyms: [
        '场地名称',
        '场地',
        '教室',
        '教室名称',
        '场室名称',
        '场室',
        '房间名称',
        '房间',
        '地点',
        '功能室名称',
        'room',
        'room name',
      ],
      normalise: (cell) => {
        const value = plainText(cell)
        if (meansNothing(value)) return fault('room_name_missing')
        return countCharacters(value) > 60
          ? fault('too_long', { longest: 60, length: countCharacters(value) })
          : { value }
      },
    },
    {
      name: 'code',
      titleZh: '编号',
      titleEn: 'Code',
      synonyms: ['场地编号', '教室编号', '房间号', '房号', '门牌号', '场室编号'],
      identifies: true,
      normalise: normalise.text(30),
    },
    {
      name: 'kindText',
      titleZh: '类型',
      titleEn: 'Kind',
      synonyms: ['场地类型', '教室类型', '场室类型', '类别', '用途', '场地类别', '房间类型', 'type'],
      prefilled: true,
      normalise: normalise.text(30),
    },
    {
      name: 'capacity',
      titleZh: '容量',
      titleEn: 'Capacity',
      synonyms: [
        '可容纳人数',
        '容纳人数',
        '座位数',
        '人数',
        '最大人数',
        '容量(人)',
        '额定人数',
        '座位',
        '容纳学生数',
        'seats',
      ],
      kind: 'number',
      normalise: (cell) => {
        const result = normalise.integer(1, 2000)(cell)
        return 'value' in result && result.value === null ? fault('capacity_missing') : result
      },
    },
  ],
  requiredColumns: [['name'], ['capacity']],
  check: () => [],
  toRow: (values) => {
    const row = values as unknown as Omit<RoomRow, 'kind'>
    return { ...row, kind: roomKind(row.kindText, row.name) }
  },
  keys: (values) => {
    const [name, code] = [values.name, values.code] as (string | null | undefined)[]
    const keys = [
      { key: name && `name ${name}`, field: 'name' },
      { key: code && `code ${code}`, field: 'code' },
    ]
    return keys.filter((entry): entry is { key: string; field: string } => Boolean(entry.key))
  },
  label: (values) => (values.name as string | undefined) ?? null,
  reasons: {
    ...commonReasons,
    room_name_missing: {
      zh: '没有填场地名称。请补填。',
      en: 'the name of the room is missing. Please fill it in.',
    },
    capacity_missing: {
      zh: '没有填容量。请填可容纳的人数。',
      en: 'the capacity is missing. Write how many persons the room holds.',
    },
  },
}
