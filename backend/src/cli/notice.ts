/** One thing that a command has to say (命令行提示): as a sentence, or with --json as code, values and sentence in a line. */
import { type ErrorParams, KehouError } from '../platform/errors.js'
import { safeError } from '../platform/http/safe-error.js'
import { fillIn, type Language, type Texts } from '../platform/texts.js'
import { CommandProblem } from './command-problem.js'
import { cliTexts } from './texts.js'

export interface Notice {
  readonly code: string
  readonly params: ErrorParams
  readonly message: string
  /** What is wrong with which field, where it is about several. */
  readonly fields?: KehouError['fields']
}

export const noticeOf = (
  code: string,
  params: ErrorParams,
  language: Language,
  texts: Texts = cliTexts,
): Notice => ({ code, params, message: fillIn((texts[code] ?? texts['internal'])![language], params) })

/** Why a command was not done; `texts` holds the sentences of all modules. */
export function noticeOfError(error: unknown, language: Language, texts: Texts): Notice {
  if (error instanceof CommandProblem) return noticeOf(error.code, error.params, language)
  if (error instanceof KehouError)
    return {
      ...noticeOf(error.code, error.params, language, texts),
      ...(error.fields ? { fields: error.fields } : {}),
    }
  // The words of a driver's error hold the statement and its values: only what names it is shown.
  const { name, code, frames } = safeError(error)
  const reason = [name, code].filter(Boolean).join(' ')
  const message = [texts['internal']![language], reason, ...frames].join('\n')
  return { code: 'internal', params: { reason }, message }
}

export const printNotice = (notice: Notice, isJson: boolean): string =>
  isJson ? JSON.stringify(notice) : notice.message
