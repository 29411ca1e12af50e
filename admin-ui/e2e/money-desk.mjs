// What the stories of the money do again and again on a page of the office.
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
