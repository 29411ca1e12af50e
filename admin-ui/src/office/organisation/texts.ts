import type { Words } from '../../shared/texts'

export const zh = {
  resources: {
    schools: {
      name: '学校',
      fields: {
        code: '学校标识码', name: '校名', nameEn: '英文校名', stage: '学段', area: '区域', ownership: '办学性质', regionCode: '所属地区', regionId: '所属地区', regionName: '所属地区', lastLessonEndTime: '最后一节课下课', earliestEndTime: '课后服务最早结束', isActive: '使用中',
      },
    },
    'home-classes': {
      name: '行政班',
      fields: { schoolId: '学校', schoolYear: '学年', grade: '年级', number: '班号', name: '班级', homeRoomId: '教室', isActive: '使用中' },
    },
    rooms: {
      name: '场地',
      fields: { schoolId: '学校', name: '名称', code: '编号', kind: '类型', capacity: '容纳人数', equipment: '设备' },
    },
    terms: {
      name: '学期',
      fields: { regionCode: '地区', schoolYear: '学年', name: '学期', nameEn: '英文名称', startsOn: '开始', endsOn: '结束', isCurrent: '本学期' },
    },
    'calendar-days': {
      name: '校历',
      fields: { dayOn: '日期', kind: '这一天是', weekdayFollowed: '按星期几的课表', note: '说明' },
    },
    regions: { name: '地区', fields: { code: '代码', name: '名称', nameEn: '英文名称', level: '级别' } },
  },
  organisation: {
    regionLevels: { province: '省', city: '市', district: '区县' },
    noRegions: '还没有地区。',
    regionCodeHelp: '行政区划代码：省两位，市四位，区县六位；必须在您的地区之下。',
    areas: { urban: '城区', township: '乡镇', rural: '农村' },
    ownerships: { public: '公办', private: '民办' },
    roomKinds: {
      classroom: '普通教室', laboratory: '实验室', computer: '计算机教室', music: '音乐教室', art: '美术教室', dance: '舞蹈教室', gymnasium: '体育馆', ground: '操场', library: '图书馆', hall: '礼堂', other: '其他',
    },
    grades: { '1': '一年级', '2': '二年级', '3': '三年级', '4': '四年级', '5': '五年级', '6': '六年级', '7': '七年级', '8': '八年级', '9': '九年级' },
    schoolYear: '%{from}–%{to} 学年',
    dayKinds: { school_day: '上课日', weekend: '周末', holiday: '放假', makeup_day: '调休上课' },
    closed: '已停办',
    noSchools: '您的范围内还没有学校。',
    noSchoolsNext: '请系统管理员先添加学校。',
    noClasses: '这个学年还没有行政班。',
    noClassesNext: '可以在这里新建，或者在“导入”里导入学生名单，班级会一起建好。',
    equipmentHelp: '场地里有什么，每输入一项按回车，例如：钢琴、投影。自动排课按课程的需要选场地。',
    noRooms: '还没有场地。',
    noRoomsNext: '新建场地，或者在“导入”里导入场地表。排课时要用到场地的容纳人数。',
    noTerms: '还没有学期。',
    noTermsNext: '由教育局设置学期和校历，学校直接使用。',
    classNameHelp: '留空时按年级和班号写成“三(2)班”。',
    schoolCodeHelp: '国家统一的学校标识码。',
    lastLessonHelp: '课后服务不能早于这个时间开始。',
    calendar: '校历',
    facts: '概况',
    schoolDays: '上课日',
    makeupDays: '其中调休上课',
    holidays: '放假',
    legend: '图例',
    followed: '补%{weekday}',
    followedLong: '按%{weekday}课表上课',
    days: '%{count} 天',
    changeDay: '修改这一天',
    seeClasses: '行政班',
    seeRooms: '场地',
    seeAll: '看全部',
  },
  menu: { schools: '学校', 'home-classes': '行政班', rooms: '场地', terms: '学期和校历', regions: '地区' },
  errors: {
    organisation: {
      school_code_taken: '学校标识码 %{code} 已被使用。', grade_not_of_stage: '%{grade} 年级不属于本校学段，应为 %{first}–%{last} 年级。', class_exists: '本学年已有班级“%{name}”。', room_name_taken: '本校已有名为“%{name}”的场地。',
      term_dates_wrong: '学期结束日期必须在开始日期之后，且不超过 %{most} 天。', term_exists: '已有从 %{startsOn} 开始的学期。', weekday_followed_wrong: '上课日和调休上课日要写明按星期几的课表上课；其他日子不要写。',
    },
  },
}

export const en: Words<typeof zh> = {
  resources: {
    schools: {
      name: 'School |||| Schools',
      fields: {
        code: 'School code', name: 'Name', nameEn: 'English name', stage: 'Stage', area: 'Area', ownership: 'Ownership', regionCode: 'Region', regionId: 'Region', regionName: 'Region', lastLessonEndTime: 'Last lesson ends', earliestEndTime: 'Earliest end of service', isActive: 'In use',
      },
    },
    'home-classes': {
      name: 'Home class |||| Home classes',
      fields: { schoolId: 'School', schoolYear: 'School year', grade: 'Grade', number: 'Number', name: 'Class', homeRoomId: 'Room', isActive: 'In use' },
    },
    rooms: {
      name: 'Room |||| Rooms',
      fields: { schoolId: 'School', name: 'Name', code: 'Code', kind: 'Kind', capacity: 'Capacity', equipment: 'Equipment' },
    },
    terms: {
      name: 'Term |||| Terms',
      fields: { regionCode: 'Region', schoolYear: 'School year', name: 'Term', nameEn: 'English name', startsOn: 'Starts', endsOn: 'Ends', isCurrent: 'Current' },
    },
    'calendar-days': {
      name: 'School calendar |||| School calendar',
      fields: { dayOn: 'Date', kind: 'This day is a', weekdayFollowed: 'Timetable followed', note: 'Note' },
    },
    regions: { name: 'Region |||| Regions', fields: { code: 'Code', name: 'Name', nameEn: 'English name', level: 'Level' } },
  },
  organisation: {
    regionLevels: { province: 'Province', city: 'City', district: 'District' },
    noRegions: 'There are no regions yet.',
    regionCodeHelp: 'Division code: two digits a province, four a city, six a district; below your own region.',
    areas: { urban: 'Urban', township: 'Township', rural: 'Rural' },
    ownerships: { public: 'Public', private: 'Private' },
    roomKinds: {
      classroom: 'Classroom', laboratory: 'Laboratory', computer: 'Computer room', music: 'Music room', art: 'Art room', dance: 'Dance room', gymnasium: 'Gymnasium', ground: 'Sports ground', library: 'Library', hall: 'Hall', other: 'Other',
    },
    grades: { '1': 'Grade 1', '2': 'Grade 2', '3': 'Grade 3', '4': 'Grade 4', '5': 'Grade 5', '6': 'Grade 6', '7': 'Grade 7', '8': 'Grade 8', '9': 'Grade 9' },
    schoolYear: '%{from}–%{to}',
    dayKinds: { school_day: 'School day', weekend: 'Weekend', holiday: 'Holiday', makeup_day: 'Make-up day' },
    closed: 'Closed',
    noSchools: 'There is no school in your scope yet.',
    noSchoolsNext: 'A system administrator adds schools.',
    noClasses: 'There is no home class in this school year yet.',
    noClassesNext: 'Make one here, or import the student roster: its classes are made with it.',
    equipmentHelp: 'What stands in it, one at a time with Enter, for example piano or projector. Automatic scheduling chooses rooms by what a course needs.',
    noRooms: 'There are no rooms yet.',
    noRoomsNext: 'Add rooms here or import them. The timetable needs their capacity.',
    noTerms: 'There are no terms yet.',
    noTermsNext: 'The education bureau sets terms and the calendar; schools use them as they are.',
    classNameHelp: 'Left empty, it is written from grade and number as 三(2)班.',
    schoolCodeHelp: 'The national school code.',
    lastLessonHelp: 'After-school service cannot start before this time.',
    calendar: 'School calendar',
    facts: 'Overview',
    schoolDays: 'School days',
    makeupDays: 'of which make-up days',
    holidays: 'Holidays',
    legend: 'Legend',
    followed: 'as %{weekday}',
    followedLong: 'follows the %{weekday} timetable',
    days: '%{count} days',
    changeDay: 'Change this day',
    seeClasses: 'Home classes',
    seeRooms: 'Rooms',
    seeAll: 'See all',
  },
  menu: { schools: 'Schools', 'home-classes': 'Home classes', rooms: 'Rooms', terms: 'Terms and calendar', regions: 'Regions' },
  errors: {
    organisation: {
      school_code_taken: 'The school code %{code} is taken.', grade_not_of_stage: 'Grade %{grade} is not of this school’s stage; it must be %{first} to %{last}.', class_exists: 'The class %{name} exists already in this school year.', room_name_taken: 'The school already has a room called %{name}.',
      term_dates_wrong: 'The term must end after it starts and last at most %{most} days.', term_exists: 'There is already a term that starts on %{startsOn}.', weekday_followed_wrong: 'School and make-up days must say which weekday they follow; other days must not.',
    },
  },
}
