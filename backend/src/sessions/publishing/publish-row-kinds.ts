/** The weightiest first: what publishing a timetable does to a session. Pure. */
export const publishRowKinds = ['clash', 'called_off', 'by_hand', 'removed', 'changed', 'added'] as const
export type PublishRowKind = (typeof publishRowKinds)[number]
