import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { courses: '课程' },
  resources: {
    courses: {
      name: '课程',
      fields: {
        schoolId: '学校',
        categoryId: '类别',
        name: '课程名称',
        description: '简介',
        grades: '面向年级',
        roomKinds: '适合的场地',
        equipment: '需要的设备',
        isActive: '开设',
      },
    },
  },
  catalogue: {
    roomKindsHelp: '一个都不选就是都可以。自动排课只选这些类型的场地。',
    equipmentHelp: '场地里要有的东西，每输入一项按回车，例如：钢琴。与场地登记的名称一致。',
    noCourses: '还没有课程。',
    noCoursesNext: '先建一门课程，例如“作业辅导”，再为它开课程班。',
    titleHelp: '不能含有新课、补课、提高班、冲刺、备考、奥数、刷题等字样（禁令 BAN-3）。',
    gradesHelp: '课程班只能在这些年级里招生。',
    descriptionHelp: '家长会看到，写清学什么、要带什么。',
    courseConsequence: '保存后就可以为这门课程开课程班。',
    courseWithoutSections: '这门课程本学期还没有课程班。',
    courseWithoutSectionsNext: '开一个课程班，定好教师、场地和人数。',
  },
}

export const en: Words<typeof zh> = {
  menu: { courses: 'Courses' },
  resources: {
    courses: {
      name: 'Course |||| Courses',
      fields: {
        schoolId: 'School',
        categoryId: 'Category',
        name: 'Course',
        description: 'Description',
        grades: 'Grades',
        roomKinds: 'Rooms that would do',
        equipment: 'Needed equipment',
        isActive: 'Offered',
      },
    },
  },
  catalogue: {
    roomKindsHelp: 'None chosen: any. Automatic scheduling uses rooms of these kinds only.',
    equipmentHelp:
      'What the room must have, one at a time with Enter, for example: piano. By the names that the rooms use.',
    noCourses: 'There are no courses yet.',
    noCoursesNext: 'Begin with a course such as homework help, then open sections of it.',
    titleHelp: 'Titles that promise new lessons, make-up lessons, cramming or drilling are refused (BAN-3).',
    gradesHelp: 'Sections can take children of these grades only.',
    descriptionHelp: 'Parents see this: what children do and what they need to bring.',
    courseConsequence: 'After saving you can open sections of this course.',
    courseWithoutSections: 'This course has no section this term.',
    courseWithoutSectionsNext: 'Open one with its teacher, room and capacity.',
  },
}
