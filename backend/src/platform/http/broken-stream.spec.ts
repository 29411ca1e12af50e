import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { tellWhenBroken } from './broken-stream.js'

describe('an answer that breaks off', () => {
  async function told(pieces: () => AsyncGenerator<Buffer>, read: (stream: Readable) => Promise<unknown>) {
    const errors: unknown[] = []
    const stream = Readable.from(pieces())
    tellWhenBroken(stream, (error) => errors.push(error))
    await read(stream).catch(() => undefined)
    return errors
  }
  const whole = (stream: Readable) => finished(stream.resume())

  it('is told with its cause', async () => {
    const broken = async function* () {
      yield Buffer.from('a')
      throw new RangeError('no day', { cause: new Error('behind it') })
    }
    expect(await told(broken, whole)).toMatchObject([{ message: 'no day', cause: { message: 'behind it' } }])
  })

  it('is not told where it came to its end, was not wanted any more, or is no stream', async () => {
    const good = async function* () {
      yield Buffer.from('a')
      yield Buffer.from('b')
    }
    expect(await told(good, whole)).toEqual([])
    expect(await told(good, (stream) => finished(stream.destroy()))).toEqual([])
    expect(() => tellWhenBroken('text', () => undefined)).not.toThrow()
  })
})
