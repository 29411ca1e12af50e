/** The texts of a plain form, by the names of its fields. */
export function formTexts(form: HTMLFormElement, ...names: string[]): string[] {
  const data = new FormData(form)
  return names.map((name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  })
}
