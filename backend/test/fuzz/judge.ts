/** Whether an answer may leave the house (判定): no fault of ours, no bare code, no half sentence. */
import type { Problem } from '../../src/platform/http/problem.filter.js'
import { differences, type Operation } from './contract.js'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

const bareCode = /^[a-z_]+(\.[a-z_A-Z]+)*$/
const placeholder = /\{\w+\}/
const chinese = /\p{Script=Han}/u

function sentence(said: unknown, code: unknown, isEnglish: boolean): string[] {
  if (typeof said !== 'string' || said === '') return ['an error without a sentence']
  if (said === code || bareCode.test(said)) return [`a bare code for a sentence: ${said.slice(0, 80)}`]
  if (placeholder.test(said.replaceAll('{name}', '')) && !said.includes('{name}'))
    return [`a sentence with a hole: ${said.slice(0, 80)}`]
  return !isEnglish && !chinese.test(said) ? [`no Chinese in: ${said.slice(0, 80)}`] : []
}

function problem(body: Partial<Problem> | null, isEnglish: boolean): string[] {
  if (typeof body !== 'object' || body === null) return ['an error that is no problem']
  const wrong: string[] = []
  if (typeof body.code !== 'string') wrong.push('an error without a code')
  if (typeof body.params !== 'object' || body.params === null) wrong.push('an error without params')
  if (typeof body.requestId !== 'string' || body.requestId === '')
    wrong.push('an error without a request number')
  wrong.push(...sentence(body.message, body.code, isEnglish))
  for (const field of body.fields ?? []) wrong.push(...sentence(field.message, field.code, isEnglish))
  return wrong
}

/** What is wrong with an answer; empty: nothing. */
export function complaints(operation: Operation, answer: Answer, isEnglish: boolean): string[] {
  const { status, type, text } = answer
  const wrong = status >= 500 ? [`answers ${status}`] : []
  const isJson = type.startsWith('application/json')
  if (status >= 400)
    return [
      ...wrong,
      ...(isJson
        ? problem(JSON.parse(text) as Partial<Problem>, isEnglish)
        : [`${status} as ${type || 'nothing'}`]),
    ]
  if (status < 300 && isJson && operation.answer && text !== '')
    wrong.push(...differences(operation.answer, JSON.parse(text)).slice(0, 3))
  return wrong
}
