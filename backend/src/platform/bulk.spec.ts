import { eachByItself } from './bulk.js'
import { RuleBroken } from './errors.js'
import { Sentences } from './sentences.js'

const sentences = new Sentences({
  'thing.too_late': { zh: '{day} 已过。', en: '{day} is over.' },
})

describe('many acts in one request', () => {
  it('are done in their order, and one that is refused stops no other', async () => {
    const begun: number[] = []
    const acts = [3, 1, 2].map((id) => ({
      id,
      act: () => {
        begun.push(id)
        return id === 1
          ? Promise.reject(new RuleBroken('thing.too_late', { day: '2026-09-01' }))
          : Promise.resolve()
      },
    }))
    expect(await eachByItself(acts, sentences, 'zh')).toEqual({
      done: [3, 2],
      refused: [
        { id: 1, code: 'thing.too_late', message: '2026-09-01 已过。', params: { day: '2026-09-01' } },
      ],
    })
    expect(begun).toEqual([3, 1, 2])
  })

  it('end at what is no refusal of ours', async () => {
    const later = jest.fn()
    const failing = () => Promise.reject(new Error('the disk is full'))
    await expect(
      eachByItself(
        [
          { id: 1, act: failing },
          { id: 2, act: later },
        ],
        sentences,
        'zh',
      ),
    ).rejects.toThrow('the disk is full')
    expect(later).not.toHaveBeenCalled()
  })
})
