/** The usual survey of a term (学期满意度问卷): what parents are commonly asked about after-school service; each fits the scale of satisfaction. */
export const termSurveyQuestions = [
  { kind: 'scale', text: '自愿参加的做法，您满意吗？', textEn: 'Taking part of your own free will: how satisfied are you?' },
  { kind: 'scale', text: '课后服务的时间，您满意吗？', textEn: 'The hours: how satisfied are you?' },
  { kind: 'scale', text: '课程的种类，您满意吗？', textEn: 'The choice of courses: how satisfied are you?' },
  { kind: 'scale', text: '作业辅导，您满意吗？', textEn: 'Help with homework: how satisfied are you?' },
  { kind: 'scale', text: '体育活动，您满意吗？', textEn: 'Sports and exercise: how satisfied are you?' },
  { kind: 'scale', text: '老师的责任心，您满意吗？', textEn: 'The teachers\' care: how satisfied are you?' },
  { kind: 'scale', text: '放学接送的安全和秩序，您满意吗？', textEn: 'Safety and order on going home: how satisfied are you?' },
  { kind: 'scale', text: '学校的通知和沟通，您满意吗？', textEn: 'What the school tells you in time: how satisfied are you?' },
  { kind: 'scale', text: '总体来说，您对课后服务满意吗？', textEn: 'Overall, how satisfied are you with after-school service?' },
  { kind: 'text', text: '您最希望学校改进什么？（选答）', textEn: 'What should the school improve most? (optional)' },
] as const
