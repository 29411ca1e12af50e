// npm run docs:images: copies what the browser stories saw into docs/images, smaller where a whole page is long.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const screens = join(root, 'admin-ui/e2e/screens')
const images = {
  board: 'office/board-zh-1280',
  import: 'office/import-result-zh-1280',
  notice: 'office/notice-zh-1280',
  satisfaction: 'office/satisfaction-zh-1280',
  reminders: 'money/home-zh-1280',
  estimate: 'money/estimate-zh-1280',
  declaration: 'money/declaration-zh-1280',
  publication: 'money/public-zh-1280',
  overview: 'money/overview-zh-1280',
  scheme: 'money/scheme-zh-1280',
  'bank-return': 'money/bank-return-zh-1280',
  unmatched: 'money/unmatched-zh-1280',
  flow: 'money/flow-zh-1280',
  settlement: 'money/settlement-zh-1280',
  findings: 'money/findings-zh-1280',
  'place-all': 'office/place-all-zh-1280',
  placed: 'office/placed-zh-1280',
  'drag-clash': 'office/drag-clash-zh-1280',
  'publish-list': 'office/publish-list-zh-1280',
  'week-published': 'office/week-published-zh-1280',
  leave: 'office/leave-zh-1280',
  colleagues: 'office/colleagues-zh-1280',
  asked: 'office/asked-zh-390',
  'my-week': 'office/my-week-zh-390',
  'parent-week': 'parents/week-zh-390',
  'parent-substitute': 'parents/substitute-zh-390',
  'parent-survey': 'parents/survey-zh-390',
}

mkdirSync(join(root, 'docs/images'), { recursive: true })
for (const [name, screen] of Object.entries(images)) {
  const from = join(screens, `${screen}.png`)
  if (!existsSync(from))
    throw new Error(`${screen} is missing: run the stories first (npm test -- --only=stories).`)
  copyFileSync(from, join(root, `docs/images/${name}.png`))
}
