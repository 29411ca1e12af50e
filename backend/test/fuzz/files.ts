/** Files as forms carry them (上传的文件): one that reads well, and some that do not. */
import { PassThrough } from 'node:stream'
import { writeWorkbook } from '../../src/platform/sheets/index.js'

async function workbook(): Promise<Buffer> {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const titles = ['姓名', '性别', '年级', '班级', '名称', '结果', '附言']
  await writeWorkbook(stream, {
    sheets: [
      {
        name: '名单',
        columns: titles.map((title) => ({ title, kind: 'text' })),
        rows: [['王小明', '男', '一年级', '1', '美术室', '成功', 'KH-000001']],
      },
    ],
  })
  return Buffer.concat(chunks)
}

export interface OddFile {
  readonly name: string
  readonly bytes: Buffer
}

export async function fuzzFiles(): Promise<readonly OddFile[]> {
  const whole = await workbook()
  return [
    { name: 'list.xlsx', bytes: whole },
    { name: '名单.xlsx', bytes: whole.subarray(0, 900) },
    { name: 'list.csv', bytes: Buffer.from('姓名,性别\n王小明,男\n') },
    { name: 'list.csv', bytes: Buffer.from('流水号,结果\n1,成功\n"没有结束') },
    { name: '', bytes: Buffer.from('text') },
    { name: '../../etc/passwd', bytes: Buffer.from('%PDF-1.4\n') },
    { name: 'photo.png', bytes: Buffer.from('89504e470d0a1a0a0000', 'hex') },
    { name: 'empty.xls', bytes: Buffer.alloc(0) },
    { name: `${'长'.repeat(300)}.pdf`, bytes: Buffer.from('%PDF-1.7\n%%EOF\n') },
    { name: 'a\u0000b.docx', bytes: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) },
  ]
}
