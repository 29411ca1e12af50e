// Chromium for the stories: Debian's when it is there, else the one inside an npm package.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

export async function launchBrowser() {
  const place = process.env.KEHOU_CHROMIUM ?? PLACES.find((path) => existsSync(path))
  if (place) return chromium.launch({ executablePath: place, headless: true, args: FLAGS })
  const packed = await import('@sparticuz/chromium').then((module) => module.default, () => undefined)
  if (!packed) throw new Error('No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in KEHOU_CHROMIUM.')
  return chromium.launch({ executablePath: await packed.executablePath(), headless: true, args: [...packed.args, ...FLAGS] })
}
