/** What the parents' page asks of the server. */
import { call, query } from '../api/call'
import type { Actor } from '../api/actor'
import { announce, believe } from '../api/person'

export interface Child {
  studentId: number
  name: string
  schoolName: string
  className: string
}

export interface WeekSession {
  id: number
  startTime: string
  endTime: string
  courseName: string
  roomName: string | null
  teacherName: string | null
  status: string
  reason: string | null
  isSubstituted: boolean
  isRoomChanged: boolean
  wasStartTime: string | null
  movedFromOn: string | null
  makesUpOn: string | null
  madeUpOn: string | null
}

/** A session of this day that takes place on another one. */
export interface MovedAway {
  id: number
  courseName: string
  plannedStartTime: string
  heldOn: string
  startTime: string
}

export interface WeekDay {
  dayOn: string
  weekday: number
  kind: string
  note: string | null
  sessions: WeekSession[]
  movedAway: MovedAway[]
}

export interface SurveyInvitation {
  id: number
  studentId: number
  title: string
  closesOn: string
  isAnswered: boolean
}

export interface Question {
  id: number
  text: string
  kind: 'scale' | 'text'
  options: { value: number; label: string }[]
}

export interface Survey {
  title: string
  promise: string
  questions: Question[]
}

export interface Answer {
  questionId: number
  value?: number
  text?: string
}

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
export interface OwnSignIn {
  id: number
  isThis: boolean
  lastSeenAt: string
  agent: string | null
}
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
export const week = (studentId: number, from: string): Promise<{ days: WeekDay[] }> =>
  call('GET', `/api/parents/children/${studentId}/week${query({ from })}`)
export const surveys = (): Promise<SurveyInvitation[]> => call('GET', '/api/parents/surveys')
export const survey = (id: number, studentId: number): Promise<Survey> =>
  call('GET', `/api/parents/surveys/${id}${query({ studentId })}`)
export const answerSurvey = (id: number, studentId: number, answers: Answer[]): Promise<void> =>
  call('POST', `/api/parents/surveys/${id}/answers`, { studentId, answers })
