/** The usual survey of a term (学期满意度问卷): what parents are commonly asked about after-school service. */
export const termSurveyQuestions = [
  {
    kind: 'scale',
    text: '您对“自愿参加、自由选择”满意吗？',
    textEn: 'How satisfied are you that taking part is truly free?',
  },
  { kind: 'scale', text: '您对课后服务的时间安排满意吗？', textEn: 'How satisfied are you with the hours?' },
  {
    kind: 'scale',
    text: '您对课程的种类和选择满意吗？',
    textEn: 'How satisfied are you with the choice of courses?',
  },
  { kind: 'scale', text: '您对作业辅导满意吗？', textEn: 'How satisfied are you with homework guidance?' },
  {
    kind: 'scale',
    text: '您对体育活动满意吗？',
    textEn: 'How satisfied are you with the exercise your child gets?',
  },
  {
    kind: 'scale',
    text: '您对老师的责任心满意吗？',
    textEn: "How satisfied are you with the teachers' care?",
  },
  {
    kind: 'scale',
    text: '您对放学接送的安全和秩序满意吗？',
    textEn: 'How satisfied are you with safety and order at going home?',
  },
  {
    kind: 'scale',
    text: '您对学校的告知和沟通满意吗？',
    textEn: 'How satisfied are you with what the school tells you, and when?',
  },
  {
    kind: 'scale',
    text: '总体来说，您对课后服务满意吗？',
    textEn: 'Overall, how satisfied are you with after-school service?',
  },
  {
    kind: 'text',
    text: '您最希望学校改进什么？（选答）',
    textEn: 'What should the school improve most? (optional)',
  },
] as const
