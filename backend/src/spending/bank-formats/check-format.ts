/** Can files be written and read by this format (格式检查)? Throws Invalid, which names the first thing that is wrong. Pure. */
import { Invalid } from '../../platform/errors.js'
import { fullForm } from '../../platform/sheets/recognise-columns.js'
import { readResult, type ResultWords, wordForm } from '../bank-returns/result-words.js'
import { type BankDirection, fieldsOf, type FormatColumn } from './bank-format-fields.js'

type Language = 'zh' | 'en'

export interface CheckedFormat {
  readonly direction: BankDirection
  readonly columns: readonly FormatColumn[]
  readonly words: ResultWords | null
}

export function checkFormat({ direction, columns, words }: CheckedFormat, language: Language): void {
  checkColumns(direction, columns, language)
  if (words) checkWords(words)
}

function checkColumns(direction: BankDirection, columns: readonly FormatColumn[], language: Language): void {
  const wrong = (code: string, params: Record<string, string>) => Invalid.field('columns', code, params)
  const fields = fieldsOf(direction)
  const titleOf = (name: string) => {
    const field = fields.find((each) => each.name === name)
    return (language === 'zh' ? field?.titleZh : field?.titleEn) ?? name
  }
  const seen = { fields: new Set<string>(), titles: new Set<string>() }
  for (const { field: name, title, value } of columns) {
    const field = fields.find((each) => each.name === name)
    if (!field) throw wrong('funding.bank_format_field_unknown', { field: name, title })
    if (seen.fields.has(name) && !field.isRepeatable)
      throw wrong('funding.bank_format_field_twice', { field: titleOf(name) })
    // As files are read: a title of nothing but marks is none, and 金额* is 金额.
    const form = fullForm(title)
    if (form === '') throw wrong('funding.bank_format_title_empty', { field: titleOf(name) })
    if (seen.titles.has(form)) throw wrong('funding.bank_format_title_twice', { title })
    if (value !== null && !field.isRepeatable)
      throw wrong('funding.bank_format_value_unused', { field: titleOf(name) })
    seen.fields.add(name)
    seen.titles.add(form)
  }
  const missing = fields.filter(({ name, isRequired }) => isRequired && !seen.fields.has(name))
  if (missing.length > 0)
    throw wrong('funding.bank_format_field_missing', {
      fields: missing.map(({ name }) => titleOf(name)).join(language === 'zh' ? '、' : ', '),
    })
}

function checkWords(words: ResultWords): void {
  const wrong = (code: string, params: Record<string, string> = {}) => Invalid.field('words', code, params)
  const seen = new Map<string, string>()
  for (const result of ['paid', 'failed', 'returned'] as const) {
    for (const word of words[result]) {
      const form = wordForm(word)
      if (form === '') throw wrong('funding.bank_format_word_empty')
      if (seen.has(form)) throw wrong('funding.bank_format_word_twice', { word })
      // Nobody makes 退汇 mean paid: what everybody reads one way is not read the other way here.
      if (readResult(word) === (result === 'paid' ? 'failed' : 'paid'))
        throw wrong('funding.bank_format_word_opposite', { word })
      seen.set(form, result)
    }
  }
  // Otherwise no payment would ever be found paid.
  if (words.paid.length === 0) throw wrong('funding.bank_format_word_missing')
}
