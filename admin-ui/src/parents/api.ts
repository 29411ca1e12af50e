/** What the parents' page asks of the server. */
import { call, query } from '../api/call'
import type { Actor } from '../api/actor'
import type { Schemas } from '../api/contract'
import { announce, believe } from '../api/person'
export type Child = Schemas['ChildOut']
export type WeekSession = Schemas['WeekSessionOut']
/** A session of this day that takes place on another one. */
export type MovedAway = Schemas['MovedAwayOut']
export type WeekDay = Schemas['WeekDayOut']
export type SurveyInvitation = Schemas['ParentSurveyOut']
export type Question = Schemas['ParentQuestionOut']
export type Survey = Schemas['ParentSurveyWithQuestionsOut']
export type Answer = Schemas['AnswerIn']

export async function whoAmI(): Promise<Actor> {
  const me = await call<Actor>('GET', '/api/sign-in')
  believe(me.userId)
  return me
}
export async function signIn(username: string, password: string): Promise<Actor> {
  const me = await call<Actor>('POST', '/api/sign-in', { username, password })
  announce(me.userId)
  return me
}
export type OwnSignIn = Schemas['OwnSignInOut']
export const mySignIns = (): Promise<OwnSignIn[]> => call('GET', '/api/sign-in/mine')
export const endOtherSignIns = (): Promise<unknown> => call('POST', '/api/sign-in/mine/end-others', {})
export const signOut = (): Promise<void> => call<void>('DELETE', '/api/sign-in').finally(() => announce(null))
export const changePassword = (currentPassword: string, newPassword: string): Promise<Actor> =>
  call('POST', '/api/sign-in/password', { currentPassword, newPassword })

/** Opens the account; when the answer does not sign in by itself, the new password does. */
export async function activate(code: string, phone: string, password: string): Promise<Actor> {
  await call('POST', '/api/parents/activation', { code, phone, password })
  return whoAmI().catch(() => signIn(phone, password))
}

export const children = (): Promise<Child[]> => call('GET', '/api/parents/children')
export const week = (studentId: number, from: string): Promise<Schemas['WeekOut']> =>
  call('GET', `/api/parents/children/${studentId}/week${query({ from })}`)
export const surveys = (): Promise<SurveyInvitation[]> => call('GET', '/api/parents/surveys')
export const survey = (id: number, studentId: number): Promise<Survey> =>
  call('GET', `/api/parents/surveys/${id}${query({ studentId })}`)
export const answerSurvey = (id: number, studentId: number, answers: Answer[]): Promise<void> =>
  call('POST', `/api/parents/surveys/${id}/answers`, { studentId, answers })
