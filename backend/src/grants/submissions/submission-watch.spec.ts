import { SubmissionWatch } from './submission-watch.js'

const school = { regionCode: '140213', schoolId: 7 }

describe('what is submitted', () => {
  it('is not let through unseen where nobody has registered to check it', async () => {
    await expect(new SubmissionWatch().submitted({} as never, school)).rejects.toThrow(
      'nobody has registered',
    )
  })

  it('is checked in its own transaction, as the document of its school', async () => {
    const watch = new SubmissionWatch()
    const seen: unknown[] = []
    watch.checkWith(async (tx, by) => void seen.push([tx, by]))
    const tx = {} as never
    await watch.submitted(tx, { ...school, id: 1 } as never)
    expect(seen).toEqual([[tx, school]])
  })
})
