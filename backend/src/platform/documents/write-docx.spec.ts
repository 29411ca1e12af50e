import JSZip from 'jszip'
import { englishNotice, notice, publication } from '../../../test/sample-papers.js'
import { writeDocx } from './write-docx.js'

async function open(bytes: Buffer) {
  const zip = await JSZip.loadAsync(bytes)
  const part = (path: string) => zip.file(path)!.async('string')
  const xml = await part('word/document.xml')
  const plain = (piece: string) =>
    [...piece.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
  const paragraphs = [...xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '').matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([piece]) => plain(piece))
    .filter(Boolean)
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({
      xml: row,
      cells: [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => plain(cell)),
    })),
  )
  return { zip, part, xml, paragraphs, tables }
}

describe('a paper as .docx', () => {
  it('has every sentence in its place', async () => {
    const { paragraphs } = await open(await writeDocx(notice(60)))
    expect(paragraphs.slice(0, 5)).toEqual([
      '同舟市教育局',
      '同舟市财政局文件',
      '同财教〔2026〕45号',
      '关于下达2026年秋季学期义务教育学校课后服务补助经费的通知',
      '各县（市、区）教育局、财政局，市直属各义务教育学校：',
    ])
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        '一、资金用途',
        '（一）教职工补助',
        '二、绩效与监督',
        '附件：1. 2026年秋季学期课后服务补助经费分配表',
        '2. 绩效目标表',
      ]),
    )
    const signed = paragraphs.indexOf('2026年11月22日')
    expect(paragraphs.slice(signed - 2, signed + 5)).toEqual([
      '同舟市教育局',
      '同舟市财政局',
      '2026年11月22日',
      '附件1',
      '2026年秋季学期课后服务补助经费分配表',
      '单位：元',
      '附件2',
    ])
  })

  it('has a row for each school under titles that are repeated, a total and its capital numerals', async () => {
    const {
      tables: [table],
    } = await open(await writeDocx(notice(60)))
    expect(table!.map(({ cells }) => cells.length)).toEqual([...Array.from({ length: 62 }, () => 5), 1])
    expect(table![0]!.cells).toEqual(['序号', '学校', '核定学生数', '补助金额', '备注'])
    expect(table!.map(({ xml }) => xml.includes('<w:tblHeader/>'))).toEqual([
      true,
      ...Array.from({ length: 62 }, () => false),
    ])
    expect(table!.every(({ xml }) => xml.includes('<w:cantSplit/>'))).toBe(true)
    expect(table![1]!.cells).toEqual(['1', '城关镇中心小学', '200', '31,400.00', '含特殊教育资源教室'])
    expect(table![61]!.cells).toEqual(['合计', '', '62,290', '2,190,298.50', ''])
    expect(table![62]!.cells).toEqual(['合计金额（大写）：人民币贰佰壹拾玖万零贰佰玖拾捌元伍角整'])
    expect(table![1]!.xml.match(/<w:jc w:val="\w+"\/>/g)).toEqual(
      ['center', 'left', 'right', 'right', 'left'].map((side) => `<w:jc w:val="${side}"/>`),
    )
  })

  it('is A4 with the margins of the standard, an attachment of many columns lying', async () => {
    const { xml, part } = await open(await writeDocx(notice(3)))
    const sizes = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size]) => size)
    expect(sizes).toHaveLength(3)
    expect(sizes[0]).toContain('w:w="11906" w:h="16838"')
    expect(sizes[2]).toContain('w:w="16838" w:h="11906"')
    // 37, 35, 28 and 26 mm in twentieths of a point.
    expect(/<w:pgMar ([^>]*)\/>/.exec(xml)![1]).toMatch(
      /w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/,
    )
    const line = /<w:p><w:pPr>(?:(?!<\/w:p>).)*?补助资金用于/s.exec(xml)![0]
    expect(line).toContain('w:firstLineChars="200"')
    expect(line.slice(line.lastIndexOf('<w:r>'))).toMatch(/w:eastAsia="仿宋".*<w:sz w:val="32"\/>/)
    expect(xml).toMatch(
      /w:eastAsia="宋体"[^>]*\/>(?:(?!<\/w:r>).)*<w:sz w:val="44"\/>(?:(?!<\/w:r>).)*关于下达/,
    )
    expect(await part('word/settings.xml')).toContain('evenAndOddHeaders')
    expect(await part('word/footer1.xml')).toMatch(/— .*PAGE.* —/s)
  })

  it('keeps rare letters, escapes what XML would take for its own, and drops what it forbids', async () => {
    const strange = 'A&B<学校>\u0001"𠮷"\ud800'
    const { xml, part } = await open(
      await writeDocx({ ...publication, title: strange, signature: [strange] }),
    )
    expect(xml).toContain('A&amp;B&lt;学校&gt;&quot;𠮷&quot;\ufffd')
    expect(await part('docProps/core.xml')).toContain('<dc:title>A&amp;B&lt;学校&gt;"𠮷"')
    expect(await part('docProps/core.xml')).toContain('2026-09-01T00:00:00Z')
  })

  it('is the same file when written again', async () => {
    const first = await writeDocx(notice(20))
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await writeDocx(notice(20))).equals(first)).toBe(true)
    expect((await writeDocx({ ...notice(20), on: '2026-11-23' })).equals(first)).toBe(false)
  })

  it('is written for 450 schools in less than three seconds, and in English', async () => {
    const before = performance.now()
    const {
      tables: [table],
    } = await open(await writeDocx(notice(450)))
    expect(performance.now() - before).toBeLessThan(3000)
    expect(table).toHaveLength(453)
    const {
      paragraphs,
      tables: [english],
    } = await open(await writeDocx(englishNotice(2)))
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        '1. Purpose',
        '(1) Teachers',
        'Attachment: Funds by school',
        '2 November 2026',
        'Attachment',
        'Unit: yuan',
      ]),
    )
    expect(english!.at(-1)!.cells).toEqual(['Total', '437', '62,973.05'])
  })
})
