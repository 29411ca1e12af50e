/** The kinds of rooms (场地类型). Pure. */
export const roomKinds = [
  'classroom',
  'laboratory',
  'computer',
  'music',
  'art',
  'dance',
  'gymnasium',
  'ground',
  'library',
  'hall',
  'other',
] as const
export type RoomKind = (typeof roomKinds)[number]

/** As an exported sheet writes them; an import reads them back. */
export const roomKindsZh: Readonly<Record<RoomKind, string>> = {
  classroom: '教室',
  laboratory: '实验室',
  computer: '计算机教室',
  music: '音乐教室',
  art: '美术教室',
  dance: '舞蹈教室',
  gymnasium: '体育馆',
  ground: '运动场',
  library: '图书馆',
  hall: '礼堂',
  other: '其他',
}
