/** Datong's seven categories with 22 items (七大类二十二项) on the path "in-class homework + style and art + comprehensive practice". */
export const categoryTree = [
  {
    code: 'MORAL',
    nationalCode: 'MORAL_EDU',
    name: '德育',
    nameEn: 'Moral education',
    items: [
      ['红色故事', 'Stories of the past'],
      ['礼仪养成', 'Manners'],
      ['心理团辅', 'Group guidance'],
    ],
  },
  {
    code: 'SUNSHINE',
    nationalCode: 'SPORTS',
    name: '阳光体育',
    nameEn: 'Sunshine sports',
    items: [
      ['篮球', 'Basketball'],
      ['足球', 'Football'],
      ['花样跳绳', 'Rope skipping'],
      ['武术', 'Martial arts'],
    ],
  },
  {
    code: 'SCHOOL_BASED',
    nationalCode: 'INTEREST_CLUB',
    name: '校本课程',
    nameEn: 'School-based courses',
    items: [
      ['平城文化', 'Local culture'],
      ['趣味编程', 'Coding'],
      ['科学实验', 'Science experiments'],
      ['围棋', 'Go'],
    ],
  },
  {
    code: 'READING',
    nationalCode: 'READING',
    name: '阅读',
    nameEn: 'Reading',
    items: [
      ['整本书阅读', 'Whole-book reading'],
      ['绘本阅读', 'Picture books'],
      ['朗诵', 'Recitation'],
    ],
  },
  {
    code: 'LABOUR',
    nationalCode: 'LABOUR',
    name: '劳动',
    nameEn: 'Labour',
    items: [
      ['校园种植', 'School garden'],
      ['生活烹饪', 'Cooking'],
      ['手工制作', 'Handicraft'],
    ],
  },
  {
    code: 'HOMEWORK',
    nationalCode: 'HOMEWORK_GUIDANCE',
    name: '作业辅导',
    nameEn: 'Homework guidance',
    items: [
      ['班内作业', 'In-class homework'],
      ['分层答疑', 'Questions answered'],
    ],
  },
  {
    code: 'ART',
    nationalCode: 'ARTS',
    name: '艺术',
    nameEn: 'Art',
    items: [
      ['合唱', 'Choir'],
      ['剪纸', 'Paper cutting'],
      ['书法', 'Calligraphy'],
    ],
  },
] as const

/** Mixed courses that the demo schools offer: category item, room kind, weekday. */
export const clubs = [
  { item: '篮球', room: 'ground', weekday: 1 },
  { item: '足球', room: 'ground', weekday: 2 },
  { item: '花样跳绳', room: 'gymnasium', weekday: 3 },
  { item: '趣味编程', room: 'computer', weekday: 1 },
  { item: '科学实验', room: 'laboratory', weekday: 2 },
  { item: '围棋', room: 'library', weekday: 3 },
  { item: '整本书阅读', room: 'library', weekday: 4 },
  { item: '合唱', room: 'music', weekday: 4 },
  { item: '剪纸', room: 'art', weekday: 3 },
  { item: '书法', room: 'art', weekday: 5 },
  { item: '校园种植', room: 'ground', weekday: 4 },
  { item: '朗诵', room: 'hall', weekday: 2 },
  { item: '武术', room: 'gymnasium', weekday: 5 },
  { item: '手工制作', room: 'art', weekday: 1 },
] as const

/** Rooms beside the home classrooms. */
export const specialRooms = [
  { name: '操场', kind: 'ground', capacity: 300 },
  { name: '体育馆', kind: 'gymnasium', capacity: 120 },
  { name: '计算机教室', kind: 'computer', capacity: 45 },
  { name: '科学实验室', kind: 'laboratory', capacity: 45 },
  { name: '音乐教室', kind: 'music', capacity: 60 },
  { name: '美术教室', kind: 'art', capacity: 45 },
  { name: '图书馆', kind: 'library', capacity: 80 },
  { name: '多功能厅', kind: 'hall', capacity: 200 },
] as const
