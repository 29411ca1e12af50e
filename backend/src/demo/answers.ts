/** The survey of the term (学期满意度问卷), open, with invented answers of two schools. */
import type { INestApplicationContext } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../access/index.js'
import { Term } from '../organisation/index.js'
import { addDays, Clock } from '../platform/calendar.js'
import { Database } from '../platform/database/database.js'
import { Answer, Invitation, Question, Response, SurveysService } from '../surveys/index.js'
import { Draw } from './names.js'

const wishes = [
  '希望多开一些体育课。',
  '接送时间能不能再晚二十分钟？',
  '作业基本能在学校写完，老师辛苦了。',
  '书法班名额太少，孩子没报上。',
  '希望每周发一次照片，看看孩子在学什么。',
  '下雨天的接送区有点挤。',
  '很好，继续保持。',
  '希望有编程和机器人课。',
  '孩子喜欢足球，能不能一周两次？',
  '老师很耐心，谢谢。',
  '希望提前通知调课。',
  '教室有点冷，冬天请早点供暖。',
  '作业多的时候写不完。',
  '可以请家长来看一次展示吗？',
  '孩子回家以后轻松多了。',
  '希望增加阅读时间。',
  '剪纸课很有意思，作品带回家了。',
  '放学时门口车多，希望分批放。',
  '低年级能不能多玩一会儿？',
  '围棋老师讲得清楚。',
  '建议加一门乐器。',
  '希望知道每天是哪位老师看护。',
  '没有意见。',
  '接孩子的通知能不能发短信？',
]
// Of a hundred answers, how many are 1, 2, 3, 4 and 5; each question leans a little its own way.
const leanings = [
  [1, 2, 7, 30, 60],
  [3, 8, 16, 38, 35],
  [4, 10, 20, 36, 30],
  [2, 6, 14, 40, 38],
  [2, 5, 15, 38, 40],
  [1, 2, 8, 34, 55],
  [1, 4, 10, 40, 45],
  [2, 6, 17, 40, 35],
  [1, 4, 10, 43, 42],
] as const
const batch = 500

/** The bureau opens the survey as it would in the office; about three guardians of five answer. */
export async function ask(app: INestApplicationContext, bureau: Actor): Promise<void> {
  const [database, surveys, today] = [app.get(Database), app.get(SurveysService), app.get(Clock).today()]
  const term = await database.read.findOneByOrFail(Term, { regionCode: '1402' })
  const survey = await surveys.create(bureau, {
    termId: term.id,
    title: '2026年秋季学期课后服务满意度问卷',
    titleEn: 'After-school service, autumn 2026: how satisfied are you?',
    opensOn: today,
    closesOn: addDays(today, 28),
  })
  await surveys.act(bureau, survey.id, 'open')
  await database.transaction((tx) => answer(tx, survey.id))
}

async function answer(tx: EntityManager, surveyId: number): Promise<void> {
  const draw = new Draw(surveyId * 104_729)
  const questions = await tx.find(Question, { where: { surveyId }, order: { position: 'ASC' } })
  const invitations = (await tx.find(Invitation, { where: { surveyId }, order: { id: 'ASC' } })).filter(
    () => draw.below(100) < 60,
  )
  let made = 0
  // Random in front, counted behind: no order of arrival and never twice the same.
  const key = () => draw.below(2 ** 26) * 2 ** 20 + (made += 1)
  const responses = invitations.map(({ schoolId }) => ({ id: key(), surveyId, schoolId }))
  const answers = responses.flatMap(({ id: responseId, schoolId }) =>
    questions.flatMap(({ id: questionId, kind }, index): Partial<Answer>[] => {
      const common = { id: key(), responseId, surveyId, schoolId, questionId }
      if (kind === 'scale')
        return [
          { ...common, value: drawValue(draw, leanings[index % leanings.length]!, schoolId), text: null },
        ]
      return draw.below(100) < 12 ? [{ ...common, value: null, text: draw.of(wishes) }] : []
    }),
  )
  for (let start = 0; start < invitations.length; start += batch) {
    await tx
      .createQueryBuilder()
      .update(Invitation)
      .set({ isAnswered: true })
      .whereInIds(invitations.slice(start, start + batch).map(({ id }) => id))
      .execute()
    await tx.insert(Response, responses.slice(start, start + batch))
  }
  for (let start = 0; start < answers.length; start += batch)
    await tx.insert(Answer, answers.slice(start, start + batch))
}

// One school is a little better liked than the next: of two draws it keeps the better one more often.
function drawValue(draw: Draw, leaning: readonly number[], schoolId: number): number {
  const one = () => {
    let rest = draw.below(100)
    return leaning.findIndex((share) => (rest -= share) < 0) + 1
  }
  const [first, second] = [one(), one()]
  return draw.below(10) < (schoolId % 2 === 0 ? 4 : 1) ? Math.max(first, second) : first
}
