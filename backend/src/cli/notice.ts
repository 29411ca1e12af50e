/** One thing that a command has to say (命令行提示): as a sentence, or with --json as code, values and sentence in a line. */
import { type ErrorParams, KehouError } from '../platform/errors.js'
import { safeError } from '../platform/http/safe-error.js'
import { type SaidField, Sentences } from '../platform/sentences.js'
import type { Language } from '../platform/texts.js'
import { CommandProblem } from './command-problem.js'
import { cliTexts } from './texts.js'

export interface Notice {
  readonly code: string
  readonly params: ErrorParams
  readonly message: string
  /** What is wrong with which field, where it is about several. */
  readonly fields?: readonly SaidField[]
}

const ofCommands = new Sentences(cliTexts)

export const noticeOf = (
  code: string,
  params: ErrorParams,
  language: Language,
  sentences = ofCommands,
): Notice => ({ code, params, message: sentences.say({ code, params }, language) })

/** Why a command was not done; `sentences` are those of all modules. */
export function noticeOfError(error: unknown, language: Language, sentences: Sentences): Notice {
  if (error instanceof CommandProblem) return noticeOf(error.code, error.params, language)
  if (error instanceof KehouError)
    return {
      ...noticeOf(error.code, error.params, language, sentences),
      ...(error.fields ? { fields: error.fields.map((field) => sentences.field(field, language)) } : {}),
    }
  // The words of a driver's error hold the statement and its values: only what names it is shown.
  const { name, code, frames } = safeError(error)
  const reason = [name, code].filter(Boolean).join(' ')
  const internal = noticeOf('internal', { reason }, language, sentences)
  return { ...internal, message: [internal.message, reason, ...frames].join('\n') }
}

export const printNotice = (notice: Notice, isJson: boolean): string =>
  isJson ? JSON.stringify(notice) : notice.message
