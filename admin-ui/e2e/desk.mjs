// What the stories do at the desk again and again: sign in as somebody, press an event's button, fill a field by its label.
import { settled, signIn, signOut } from './harness/harness.mjs'

export const password = 'kehou-demo-2026'

/** Signs somebody of the demo city in and opens an address of the office, for example '/declarations'. */
export async function asPerson(page, username, path = '/') {
  await signOut(page).catch(() => undefined)
  await signIn(page, { username, password })
  await openOffice(page, path)
}

export async function openOffice(page, path) {
  // A changed hash alone would not load the page anew after another person has signed in.
  await page.goto('about:blank')
  await page.goto(`/#${path}`)
  await settled(page)
}

/** Presses an act's button and confirms it in the dialog, with a comment or other fields if it asks for them. */
export async function act(page, label, { comment, fill } = {}) {
  await page.getByRole('main').getByRole('button', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (fill) await fill(dialog)
  if (comment) await dialog.getByRole('textbox').last().fill(comment)
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await settled(page)
}

/** Opens a list's row by a text in it. */
export async function openRow(page, text) {
  await page.getByRole('row').filter({ hasText: text }).first().click()
  await settled(page)
}

/** Chooses from a select field by its label. */
export async function choose(page, label, option) {
  await page.getByLabel(label).first().click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Types into a search field and takes the first thing that is offered under that name. */
export async function find(page, label, name) {
  await page.getByRole('combobox', { name: label }).first().click()
  await page.getByRole('combobox', { name: label }).first().fill(name)
  await page.getByRole('option', { name }).first().click()
  await settled(page)
}

export const inEnglish = (page) => page.evaluate(() => localStorage.setItem('RaStorekehou.locale', '"en"'))
