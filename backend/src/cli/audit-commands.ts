/** The commands about the trail (审计命令): does it hold together, and where does it end. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { readFile } from 'node:fs/promises'
import { headsOfTrail, type TrailHead, type TrailProblem, verifyTrail } from '../audit/index.js'
import { Database } from '../platform/database/database.js'
import { CommandProblem } from './command-problem.js'
import type { Terminal } from './terminal.js'
import type { Arguments } from './read-arguments.js'

const sentences: Record<TrailProblem['code'], Record<'zh' | 'en', string>> = {
  missing: { zh: '少了记录', en: 'an entry is missing' },
  changed: { zh: '记录被改动或调换', en: 'the entry was changed or put in another place' },
  cut: { zh: '链尾被截断', en: 'the tail was cut off' },
  beyond: { zh: '链尾之后另有记录', en: 'there are entries behind the head' },
  no_head: { zh: '链尾标记不见了', en: 'the head was taken away' },
  other_head: { zh: '与另存的链尾不是同一条链', en: 'it is another chain than the one whose head was kept' },
}

/** 1 where anything disagrees; each disagreement is one line on standard error. */
export async function checkTrail(
  app: NestFastifyApplication,
  { heads: file, isJson, language }: Arguments,
  { out, complain }: Terminal,
): Promise<number> {
  const kept = file === null ? [] : await readHeads(file)
  const found = await app.get(Database).inSnapshot((manager) => verifyTrail(manager, kept))
  if (isJson) out(JSON.stringify(found))
  else {
    const { entryCount, chainCount, problems } = found
    out(
      language === 'zh'
        ? `审计记录 ${entryCount} 条，链 ${chainCount} 条，问题 ${problems.length} 处`
        : `${entryCount} entries, ${chainCount} chains, ${problems.length} disagreements`,
    )
    for (const { code, chain, sequence, entryId } of problems)
      complain(
        language === 'zh'
          ? `地区 ${chain} 第 ${sequence} 条${entryId === null ? '' : `（编号 ${entryId}）`}：${sentences[code].zh}`
          : `region ${chain}, entry ${sequence}${entryId === null ? '' : ` (number ${entryId})`}: ${sentences[code].en}`,
      )
    if (file === null)
      out(
        language === 'zh'
          ? '能改数据库的人可以截断链尾并改回链尾标记，有本程序的人还可以重写整条链；只有另存的链尾能发现。请定期把 kehou audit head 的输出存到别处，用 --heads 比较。'
          : 'Whoever can write to the database can cut a tail and set the head back, and with this program write a whole chain anew; only heads that were kept elsewhere tell. Keep the output of kehou audit head elsewhere from time to time, and compare with --heads.',
      )
  }
  return found.problems.length === 0 ? 0 : 1
}

/** One line for each region: code, number of entries, hash. */
export async function printHeads(
  app: NestFastifyApplication,
  { isJson }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const heads = await headsOfTrail(app.get(Database).read)
  out(
    isJson
      ? JSON.stringify(heads)
      : heads.map(({ chain, sequence, hash }) => `${chain} ${sequence} ${hash}`).join('\n'),
  )
  return 0
}

/** What `audit head` printed, with or without --json; several such outputs may stand below one another. */
async function readHeads(file: string): Promise<TrailHead[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandProblem('cli.file_unreadable', { file, reason: code ?? null })
  }
  const heads = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(headsOfLine)
  if (heads.length === 0 || heads.includes(null)) throw new CommandProblem('cli.no_heads', { file })
  return heads as TrailHead[]
}

function headsOfLine(line: string): (TrailHead | null)[] {
  const plain = /^(\d{1,12}) (\d{1,10}) ([0-9a-f]{64})\s*$/.exec(line)
  if (plain) return [{ chain: plain[1]!, sequence: Number(plain[2]), hash: plain[3]! }]
  try {
    const given: unknown = JSON.parse(line)
    return Array.isArray(given) ? given.map(toHead) : [null]
  } catch (error) {
    if (error instanceof SyntaxError) return [null]
    throw error
  }
}

function toHead(given: unknown): TrailHead | null {
  if (typeof given !== 'object' || given === null) return null
  const { chain, sequence, hash } = given as Partial<TrailHead>
  return typeof chain === 'string' && typeof sequence === 'number' && typeof hash === 'string'
    ? { chain, sequence, hash }
    : null
}
