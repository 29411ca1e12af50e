// Chromium for the stories: Debian's when it is there, else the one inside an npm package.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const folder = fileURLToPath(new URL('../../../node_modules/.kehou-chromium/', import.meta.url))

export async function launchBrowser() {
  const place = process.env.KEHOU_CHROMIUM ?? PLACES.find((path) => existsSync(path))
  const { executablePath, env } = place ? { executablePath: place } : await packedChromium()
  return chromium.launch({
    executablePath,
    headless: true,
    args: FLAGS,
    ...(env ? { env: { ...process.env, ...env } } : {}),
  })
}

/**
 * The package is made for AWS Lambda: there it unpacks the libraries that Debian's Chromium would have brought along.
 * Its own flags are not used: they run everything in one process and switch off what a story should notice.
 */
async function packedChromium() {
  const before = { ...process.env }
  const complete = join(folder, 'complete')
  if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: folder })
  try {
    const packed = await import('@sparticuz/chromium').then(
      (module) => module.default,
      () => undefined,
    )
    if (!packed)
      throw new Error(
        'No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in KEHOU_CHROMIUM.',
      )
    const executablePath = await packed.executablePath()
    writeFileSync(complete, '')
    return { executablePath, env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
  } finally {
    for (const name of ['AWS_EXECUTION_ENV', 'TMPDIR', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
