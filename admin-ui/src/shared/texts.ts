/** Texts in two languages whose keys cannot drift apart. */

export interface TextTree {
  [key: string]: string | TextTree
}

/** The same keys as T, with other words: a missing or a surplus key is a type error. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

export interface Texts {
  zh: TextTree
  en: TextTree
}

/** Later trees add to earlier ones; where both say something, the later one wins. */
export function mergeTexts(...trees: TextTree[]): TextTree {
  const merged: TextTree = {}
  for (const tree of trees) {
    for (const [key, value] of Object.entries(tree)) {
      const before = merged[key]
      merged[key] =
        typeof value === 'object' && typeof before === 'object' ? mergeTexts(before, value) : value
    }
  }
  return merged
}

/** The texts of a module's nouns as one. */
export const joinTexts = (...all: Texts[]): Texts => ({
  zh: mergeTexts(...all.map(({ zh }) => zh)),
  en: mergeTexts(...all.map(({ en }) => en)),
})

/** Every text by its whole key: `a.b.c`. A key may itself hold dots, as the codes of errors do. */
export function flatTexts(tree: TextTree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatTexts(value, `${prefix}${key}.`)),
    ),
  )
}
