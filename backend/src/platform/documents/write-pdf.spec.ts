import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englishNotice, notice, publication } from '../../../test/sample-papers.js'
import type { Paper } from './paper.js'
import { writePdf } from './write-pdf.js'

function canRead(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('pdftotext is not installed: what stands in the PDF is not read back here.')
    return false
  }
}
const reading = canRead() ? it : it.skip

/** The text of each page, without spaces. */
function pagesOf(bytes: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kehou-paper-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), bytes)
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'paper.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    return text
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replace(/\s/g, ''))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const structure = (bytes: Buffer) => bytes.toString('latin1')
const pageCount = (bytes: Buffer) => structure(bytes).match(/\/Type \/Page\b/g)!.length

describe('a paper as PDF', () => {
  it('is a whole file with A4 pages and subsets of its font inside', async () => {
    const bytes = await writePdf(notice(60))
    const text = structure(bytes)
    expect(text.startsWith('%PDF-1.')).toBe(true)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(pageCount(bytes)).toBe(6)
    expect(text.match(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/g)).toHaveLength(5)
    expect(text.match(/\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/g)).toHaveLength(1)
    expect(new Set(text.match(/\/FontName \/[A-Z]{6}\+NotoSerifSC-\w+/g))).toHaveProperty('size', 2)
    expect(text.match(/\/FontFile2 /g)).toHaveLength(2)
    expect(text).toContain('/Lang (zh-CN)')
  })

  it('holds 450 schools in less than 400 kB, written in less than three seconds, letting others in between', async () => {
    await writePdf(publication)
    let turns = 0
    const counter = setInterval(() => {
      turns += 1
    }, 1)
    const before = performance.now()
    const bytes = await writePdf(notice(450))
    const took = performance.now() - before
    clearInterval(counter)
    expect(took).toBeLessThan(3000)
    expect(bytes.length).toBeLessThan(400_000)
    expect(turns).toBeGreaterThan(5)
    expect(pageCount(bytes)).toBeGreaterThan(15)
  })

  it('is the same file when written again, and another on another day', async () => {
    const first = await writePdf(notice(20))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await writePdf(notice(20))).equals(first)).toBe(true)
    expect((await writePdf({ ...notice(20), on: '2026-11-23' })).equals(first)).toBe(false)
  })

  it('writes any text without failing', async () => {
    const strange = [
      '',
      ' ',
      '\u0000',
      '\ud800',
      '👩‍👧',
      'a'.repeat(500),
      '，'.repeat(100),
      '\u200b',
      '𠮷'.repeat(40),
    ]
    for (const text of strange) {
      const paper: Paper = {
        ...publication,
        title: text,
        documentNumber: text,
        addressee: text,
        redHead: [text],
        signature: [text],
        blocks: [
          { kind: 'heading', level: 1, text },
          { kind: 'paragraph', text },
          {
            kind: 'table',
            table: {
              columns: [
                { title: text, kind: 'text' },
                { title: text, kind: 'fen' },
              ],
              rows: [[text, 1]],
            },
          },
        ],
      }
      expect(pageCount(await writePdf(paper))).toBeGreaterThanOrEqual(1)
    }
    expect(
      pageCount(
        await writePdf({
          ...publication,
          blocks: [{ kind: 'table', table: { columns: [{ title: 'a', kind: 'text' }], rows: [] } }],
          signature: [],
        }),
      ),
    ).toBe(1)
  })

  reading('reads as it was written: number, title, text, signature, attachments', async () => {
    const pages = pagesOf(await writePdf(notice(60)))
    expect(pages).toHaveLength(6)
    expect(pages[0]).toMatch(
      /^同舟市教育局同舟市财政局文件同财教〔2026〕45号关于下达2026年秋季学期义务教育学校课后服务补助经费的通知各县（市、区）/,
    )
    expect(pages[0]).toContain('2,190,298.50元（贰佰壹拾玖万零贰佰玖拾捌元伍角整）')
    expect(pages[1]).toContain(
      '附件：1.2026年秋季学期课后服务补助经费分配表2.绩效目标表同舟市教育局同舟市财政局2026年11月22日',
    )
    expect(pages[2]).toMatch(/^附件12026年秋季学期课后服务补助经费分配表单位：元序号学校/)
    expect(pages[5]).toContain('附件2绩效目标表')
    pages.forEach((page, index) => expect(page).toContain(`—${index + 1}—`))
  })

  reading(
    'has each school once, the titles on each page of the table, the total and its capital numerals at the end',
    async () => {
      const pages = pagesOf(await writePdf(notice(450))).slice(2, -1)
      expect(pages.every((page) => page.includes('序号学校核定学生数补助金额备注'))).toBe(true)
      const all = pages.join('')
      for (let index = 10; index < 450; index += 1) expect(all.split(`第${index}分校`)).toHaveLength(2)
      expect(pages.at(-1)).toContain(
        '合计508,62531,612,376.25合计金额（大写）：人民币叁仟壹佰陆拾壹万贰仟叁佰柒拾陆元贰角伍分',
      )
    },
  )

  reading(
    'marks letters that its font lacks and names them at the end; other rare ones are there',
    async () => {
      const [page] = pagesOf(await writePdf(publication))
      expect(page).toContain('请向学校〓老师')
      expect(page).toContain('U+20BB7')
      expect(page).toContain('黄䶮、刘𬱖')
      const [plain] = pagesOf(
        await writePdf({ ...publication, blocks: [{ kind: 'paragraph', text: '葛\u{e0100}老师' }] }),
      )
      expect(plain).toContain('葛老师')
      expect(plain).not.toContain('〓')
    },
  )

  reading('cuts a row that is higher than a page without losing a letter', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `第${index}句。`).join('')
    const pages = pagesOf(
      await writePdf({
        ...publication,
        blocks: [{ kind: 'table', table: { columns: [{ title: '说明', kind: 'text' }], rows: [[long]] } }],
      }),
    )
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.join('').replace(/—\d+—|说明/g, '')).toContain(long)
  })

  reading('leaves no signature alone on its page, however long the text is', async () => {
    for (let sentences = 20; sentences < 60; sentences += 1) {
      const blocks = [
        { kind: 'paragraph' as const, text: '请各单位遵照执行，并于月底前报告。'.repeat(sentences) },
      ]
      const last = pagesOf(await writePdf({ ...publication, blocks })).at(-1)!
      expect(last).toMatch(/。.*同舟市向阳小学2026年9月1日/)
    }
  })

  reading('writes English papers in English', async () => {
    const pages = pagesOf(await writePdf(englishNotice(40)))
    expect(pages[0]).toContain('1.Purpose')
    expect(pages[0]).toContain('EducationBureauofTongzhouFinanceBureauofTongzhou2November2026')
    expect(pages[1]).toMatch(/^AttachmentFundsbyschoolUnit:yuan/)
    expect(pages.at(-1)).toMatch(/Total[\d,]+\.\d\d/)
  })
})
