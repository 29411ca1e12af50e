/** What a school plan (一校一案) must say: the headings that the bureau asks for, and the first draft of each. Pure. */
export const planHeadings = [
  'goal',
  'duty',
  'time',
  'content',
  'staff',
  'safety',
  'fee',
  'funding',
  'thirdParties',
  'meetingMinutes',
] as const
export type PlanHeading = (typeof planHeadings)[number]

/** Headings that may not be empty when the plan is submitted. */
export const requiredHeadings: readonly PlanHeading[] = [
  'goal',
  'duty',
  'time',
  'content',
  'staff',
  'safety',
  'fee',
  'funding',
]

/** Longest text under one heading; ten of them fit the column. */
export const longestHeading = 2000

export type PlanContent = Record<PlanHeading, string>

export const headingNames: Readonly<Record<PlanHeading, { readonly zh: string; readonly en: string }>> = {
  goal: { zh: '工作目标', en: 'Goal' },
  duty: { zh: '组织与职责', en: 'Organisation and duties' },
  time: { zh: '服务时间', en: 'Time' },
  content: { zh: '服务内容', en: 'Content' },
  staff: { zh: '人员安排', en: 'Staff' },
  safety: { zh: '安全保障', en: 'Safety' },
  fee: { zh: '收费说明', en: 'Fees' },
  funding: { zh: '经费保障', en: 'Funding' },
  thirdParties: { zh: '第三方机构', en: 'Third parties' },
  meetingMinutes: { zh: '会议纪要', en: 'Minutes of the leadership meeting' },
}

/** What the school's own data says, so that nobody has to count. */
export interface PlanFacts {
  readonly schoolName: string
  readonly termName: string
  readonly startsOn: string
  readonly endsOn: string
  readonly schoolDayCount: number
  readonly lastLessonEndTime: string
  readonly classCount: number
  readonly studentCount: number
  readonly courseCount: number
  readonly sectionCount: number
  readonly teacherCount: number
  /** Kinds of content with the number of sections of each. */
  readonly kinds: readonly { readonly name: string; readonly sectionCount: number }[]
}

/** The first draft; the school writes on from here. Plans are filed in Chinese. */
export function draftPlan(facts: PlanFacts): PlanContent {
  const kinds = facts.kinds.map(({ name, sectionCount }) => `${name}（${sectionCount} 个课程班）`).join('、')
  return {
    goal: `${facts.schoolName}${facts.termName}面向全校 ${facts.classCount} 个班、${facts.studentCount} 名学生开展课后服务，坚持学生和家长自愿，不讲新课、不集体补课，让学生在校内完成作业、发展兴趣。`,
    duty: '校长为第一责任人；课后服务管理员负责课程、场地和点名；班主任负责告知家长和学生去向；任课教师负责课堂和放学交接。',
    time: `本学期自 ${facts.startsOn} 至 ${facts.endsOn}，共 ${facts.schoolDayCount} 个上课日。课后服务在上课日放学（${facts.lastLessonEndTime}）以后进行，节假日不安排，调休上课日照常。`,
    content:
      facts.sectionCount === 0
        ? ''
        : `开设 ${facts.courseCount} 门课程、${facts.sectionCount} 个课程班：${kinds}。`,
    staff:
      facts.teacherCount === 0
        ? ''
        : `由 ${facts.teacherCount} 名教师承担，每个课程班有固定的任课教师和场地。`,
    safety:
      '每次课后服务点名，缺席当日联系家长；放学按班级在指定地点交接，未按时接走的学生由值班教师看护；场地、器材每周检查。',
    fee: '',
    funding: '',
    thirdParties: '',
    meetingMinutes: '',
  }
}

export function missingHeadings(content: PlanContent): PlanHeading[] {
  return requiredHeadings.filter((heading) => content[heading].trim() === '')
}
