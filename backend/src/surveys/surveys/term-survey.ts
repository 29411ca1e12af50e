/** The usual survey of a term (学期满意度问卷): what parents are commonly asked about after-school service. */
export const termSurveyQuestions = [
  { kind: 'scale', text: '孩子参加课后服务完全出于自愿。', textEn: 'My child takes part of our own free will.' },
  { kind: 'scale', text: '课后服务的时间方便接送。', textEn: 'The hours suit us for picking up our child.' },
  { kind: 'scale', text: '课程种类丰富，孩子有得选。', textEn: 'There is a good choice of courses.' },
  { kind: 'scale', text: '孩子在校能完成大部分作业。', textEn: 'My child finishes most homework at school.' },
  { kind: 'scale', text: '孩子有足够的体育活动。', textEn: 'My child gets enough exercise.' },
  { kind: 'scale', text: '老师认真负责。', textEn: 'The teachers take good care.' },
  { kind: 'scale', text: '放学接送安全有序。', textEn: 'Going home is safe and orderly.' },
  { kind: 'scale', text: '学校会及时告知课后服务的安排。', textEn: 'The school tells us about arrangements in time.' },
  { kind: 'scale', text: '总体来说，您对课后服务满意吗？', textEn: 'Overall, how satisfied are you with after-school service?' },
  { kind: 'text', text: '您最希望学校改进什么？（选答）', textEn: 'What should the school improve most? (optional)' },
] as const
