import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    rooms: {
      name: '场地',
      fields: {
        schoolId: '学校',
        name: '名称',
        code: '编号',
        kind: '类型',
        capacity: '容纳人数',
        equipment: '设备',
      },
    },
  },
  organisation: {
    equipmentHelp: '场地里有什么，每输入一项按回车，例如：钢琴、投影。自动排课按课程的需要选场地。',
    noRooms: '还没有场地。',
    noRoomsNext: '新建场地，或者在“导入”里导入场地表。排课时要用到场地的容纳人数。',
  },
  menu: { rooms: '场地' },
}

export const en: Words<typeof zh> = {
  resources: {
    rooms: {
      name: 'Room |||| Rooms',
      fields: {
        schoolId: 'School',
        name: 'Name',
        code: 'Code',
        kind: 'Kind',
        capacity: 'Capacity',
        equipment: 'Equipment',
      },
    },
  },
  organisation: {
    equipmentHelp:
      'What stands in it, one at a time with Enter, for example piano or projector. Automatic scheduling chooses rooms by what a course needs.',
    noRooms: 'There are no rooms yet.',
    noRoomsNext: 'Add rooms here or import them. The timetable needs their capacity.',
  },
  menu: { rooms: 'Rooms' },
}
