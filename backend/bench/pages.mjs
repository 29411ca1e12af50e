// What a first visit downloads: JavaScript and styles of the parents' page and of the office, gzip.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { report } from './lib.mjs'

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../admin-ui/dist')
if (!existsSync(join(dist, 'index.html'))) throw new Error('Run "npm run build" first.')

// Everything that the page itself names, and what those files import at once (dynamic imports come later, on demand).
function firstLoad(page) {
  const html = readFileSync(join(dist, page), 'utf8')
  const queue = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1])
  const seen = new Set()
  while (queue.length > 0) {
    const file = queue.pop()
    if (seen.has(file)) continue
    seen.add(file)
    if (!file.endsWith('.js')) continue
    const source = readFileSync(join(dist, file), 'utf8')
    for (const match of source.matchAll(
      /(?:^|[;}\s])import(?:[\w${},*\s]+from)?\s*["']\.\/([^"']+\.js)["']/g,
    ))
      queue.push(`assets/${match[1]}`)
  }
  const kB = (ending) =>
    [...seen]
      .filter((file) => file.endsWith(ending))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1000
  return { javascript: Number(kB('.js').toFixed(1)), styles: Number(kB('.css').toFixed(1)), files: seen.size }
}

const [parents, office] = [firstLoad('parents.html'), firstLoad('index.html')]
const atomicCrmKB = 894
report(
  'pages',
  [
    { page: 'parents', ...parents, goal: 30 },
    { page: 'office, first view', ...office, goal: 450 },
    { page: 'atomic-crm (published figure)', javascript: atomicCrmKB, styles: '', files: '', goal: '' },
  ],
  {
    "the parents' page loads no react-admin": parents.javascript < 60,
    'files were found': parents.files > 1 && office.files > 1,
  },
)
