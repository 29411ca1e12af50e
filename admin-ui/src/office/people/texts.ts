import type { Words } from '../../shared/texts'

export const zh = {
  people: { teacherKinds: { staff: '在编', lecturer: '外聘' } },
}

export const en: Words<typeof zh> = {
  people: { teacherKinds: { staff: 'Staff', lecturer: 'External lecturer' } },
}
