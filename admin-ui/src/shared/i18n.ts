/** One place where the texts of react-admin, of the kit and of every module meet. */
import polyglotI18nProvider from 'ra-i18n-polyglot'
import type { I18nProvider, TranslationMessages } from 'react-admin'
import { setApiLanguage, type ApiError, type Language } from '../api/call'
import * as english from './en'
import * as chinese from './zh'
import { mergeTexts, type TextTree, type Texts } from './texts'

const languageOf = (locale: string): Language => (locale === 'en' ? 'en' : 'zh')

export function messagesOf(language: Language, modules: Texts[]): TextTree {
  const own = language === 'zh' ? chinese : english
  return mergeTexts(
    own.reactAdmin as unknown as TextTree,
    own.kit,
    ...modules.map((texts) => texts[language]),
  )
}

// In the built office the modules' English is a part of its own: who reads Chinese does not wait for it.
const englishOfModules = import.meta.glob<TextTree>('../office/**/*{texts,Texts}.ts', {
  query: '?english',
  import: 'en',
})

/** The modules' English texts; a noun's own come after its module's, and win. */
export async function loadEnglish(): Promise<TextTree> {
  const depth = (path: string) => path.split('/').length
  const paths = Object.keys(englishOfModules).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
  return mergeTexts(...(await Promise.all(paths.map((path) => englishOfModules[path]!()))))
}

export function createI18nProvider(modules: Texts[], start: Language = 'zh'): I18nProvider {
  const speak = (locale: string): TranslationMessages | Promise<TranslationMessages> => {
    const language = languageOf(locale)
    setApiLanguage(language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    if (language === 'en' && import.meta.env.PROD)
      return loadEnglish().then(
        (loaded) => mergeTexts(messagesOf('en', modules), loaded) as unknown as TranslationMessages,
      )
    return messagesOf(language, modules) as unknown as TranslationMessages
  }
  return polyglotI18nProvider(
    speak,
    start,
    [
      { locale: 'zh', name: '中文' },
      { locale: 'en', name: 'English' },
    ],
    { allowMissing: true },
  )
}

type Translate = (key: string, params?: Record<string, unknown>) => string

/** The sentence for a refusal: the server's; where it has said nothing, the office says what it knows. */
export function errorText(
  translate: Translate,
  error: Pick<ApiError, 'code' | 'sentence' | 'status'>,
): string {
  if (error.sentence) return error.sentence
  if (error.code.startsWith('client.')) return translate(`errors.${error.code}`)
  // What stands before the server may refuse a large file without asking it.
  return translate(error.status === 413 ? 'errors.client.too_large' : 'errors.internal')
}

/** Puts the sentence into an ApiError, for react-admin's own notices. */
export function explainWith(translate: Translate): (error: ApiError) => ApiError {
  return (error) => {
    error.message = errorText(translate, error)
    return error
  }
}
