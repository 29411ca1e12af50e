/** How is a code said in the reader's language (错误说明)? The one voice of answers, bulk rows, papers, jobs and commands. */
import type { ErrorParams, FieldError } from './errors.js'
import { fen, printYuan } from './money.js'
import { type Language, platformTexts, type Texts } from './texts.js'

/** An error, or anything else that has a code with a sentence: a warning, a finding, why a row was refused. */
export interface Coded {
  readonly code: string
  readonly params: ErrorParams
}

export type SaidField = FieldError & { readonly message: string }

export class Sentences {
  constructor(private readonly texts: Texts) {}

  knows(code: string): boolean {
    return code in this.texts
  }

  /** A code without a sentence is a mistake that tests find; a reader is told that something went wrong, never the code. */
  say({ code, params }: Coded, language: Language): string {
    return fillIn((this.texts[code] ?? platformTexts['internal']!)[language], params)
  }

  /** One sentence for an error among others in an answer: a field that has one of its own says more. */
  sayBriefly(error: Coded & { readonly fields?: readonly FieldError[] }, language: Language): string {
    const field = error.fields?.find(({ code }) => !code.startsWith('validation.'))
    return this.say(field ?? error, language)
  }

  /** What is wrong with a field, as it stands in an answer. */
  field({ field, code, params }: FieldError, language: Language): SaidField {
    // The validators know more ways of being wrong than anybody wrote a sentence for.
    const text = this.texts[code] ?? platformTexts['validation.other']!
    return { field, code, message: fillIn(text[language], params), params: { ...params } }
  }
}

/** Puts `{name}` values in; a name that ends in Fen is printed as yuan. */
function fillIn(sentence: string, params: ErrorParams): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined || value === null) return value === null ? '—' : whole
    return name.endsWith('Fen') && typeof value === 'number' ? `¥${printYuan(fen(value))}` : String(value)
  })
}
