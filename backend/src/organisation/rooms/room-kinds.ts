/** The kinds of rooms (场地类型). Pure. */
export const roomKinds = ['classroom', 'laboratory', 'computer', 'music', 'art', 'dance', 'gymnasium', 'ground', 'library', 'hall', 'other'] as const
export type RoomKind = (typeof roomKinds)[number]
