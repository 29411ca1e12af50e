import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    schools: {
      name: '学校',
      fields: {
        code: '学校标识码',
        name: '校名',
        nameEn: '英文校名',
        stage: '学段',
        area: '区域',
        ownership: '办学性质',
        regionCode: '所属地区',
        regionId: '所属地区',
        regionName: '所属地区',
        lastLessonEndTime: '最后一节课下课',
        isActive: '使用中',
      },
    },
  },
  organisation: {
    areas: { urban: '城区', township: '乡镇', rural: '农村' },
    ownerships: { public: '公办', private: '民办' },
    closed: '已停办',
    noSchools: '您的范围内还没有学校。',
    noSchoolsNext: '请系统管理员先添加学校。',
    schoolCodeHelp: '国家统一的学校标识码。',
    lastLessonHelp: '课后服务不能早于这个时间开始。',
    seeClasses: '行政班',
    seeRooms: '场地',
    seeAll: '看全部',
  },
  menu: { schools: '学校' },
}

export const en: Words<typeof zh> = {
  resources: {
    schools: {
      name: 'School |||| Schools',
      fields: {
        code: 'School code',
        name: 'Name',
        nameEn: 'English name',
        stage: 'Stage',
        area: 'Area',
        ownership: 'Ownership',
        regionCode: 'Region',
        regionId: 'Region',
        regionName: 'Region',
        lastLessonEndTime: 'Last lesson ends',
        isActive: 'In use',
      },
    },
  },
  organisation: {
    areas: { urban: 'Urban', township: 'Township', rural: 'Rural' },
    ownerships: { public: 'Public', private: 'Private' },
    closed: 'Closed',
    noSchools: 'There is no school in your scope yet.',
    noSchoolsNext: 'A system administrator adds schools.',
    schoolCodeHelp: 'The national school code.',
    lastLessonHelp: 'After-school service cannot start before this time.',
    seeClasses: 'Home classes',
    seeRooms: 'Rooms',
    seeAll: 'See all',
  },
  menu: { schools: 'Schools' },
}
