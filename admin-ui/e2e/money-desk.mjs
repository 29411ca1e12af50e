// What the stories of the money do again and again on a page of the office.
import { readFile } from 'node:fs/promises'
import { shoot as shootAll } from './harness/harness.mjs'

export const main = (page) => page.getByRole('main')
export const glance = { fullPage: false }

/** A picture without the passing word at the bottom, which would hide what it stands on. */
export async function shoot(page, name, options) {
  const style = await page.addStyleTag({ content: '.MuiSnackbar-root { display: none !important }' })
  await shootAll(page, name, options)
  await style.evaluate((element) => element.remove())
}

export async function contains(page, ...parts) {
  for (const part of parts) await main(page).getByText(part, { exact: false }).first().waitFor()
}

export const asRow = (page, said) => main(page).getByRole('row').filter({ hasText: said }).first()

/** The act is answered with a sentence in its dialog, and nothing has happened. */
export async function refused(page, label, sentence, { fill } = {}) {
  await main(page).getByRole('button', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (fill) await fill(dialog)
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await dialog.getByText(sentence).waitFor()
  await dialog.getByRole('button', { name: '取消' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Presses a download button and answers what came. */
export async function downloadOf(page, label) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main(page).getByRole('button', { name: label, exact: true }).click(),
  ])
  return readFile(await download.path())
}
