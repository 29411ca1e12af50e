import { publication } from '../../../test/sample-papers.js'
import { disposition, sendPaper } from './send-paper.js'

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe('sending a paper', () => {
  it.each([
    ['docx' as const, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf' as const, 'application/pdf', '%PDF'],
  ])('sends %s with its type, length and name', async (format, type, begins) => {
    const sent = await sendPaper('公示', format, publication)
    const bytes = await bytesOf(sent.getStream())
    expect(sent.getHeaders()).toEqual({
      type,
      length: bytes.length,
      disposition: `attachment; filename="_.${format}"; filename*=UTF-8''%E5%85%AC%E7%A4%BA.${format}`,
    })
    expect(bytes.subarray(0, begins.length).toString()).toBe(begins)
  })

  it('lets no name break out of the header or into another folder', () => {
    expect(disposition('a"b\r\nSet-Cookie: x/../y\\z.pdf')).toBe(
      `attachment; filename="a_b Set-Cookie_ x_.._y_z.pdf"; filename*=UTF-8''a%22b%20Set-Cookie%3A%20x_.._y_z.pdf`,
    )
    expect(disposition("it's (1)*.pdf")).toBe(
      'attachment; filename="it_s (1)_.pdf"; filename*=UTF-8\'\'it%27s%20%281%29%2A.pdf',
    )
    expect(() => disposition('\ud800.pdf')).not.toThrow()
  })
})
