import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FieldSeal } from '../crypto.js'
import { NotFound } from '../errors.js'
import { DiskFileStore } from './file-store.js'

describe('files', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kehou-files-'))
  const store = new DiskFileStore(
    join(dir, 'files'),
    new FieldSeal('a secret of more than thirty-two characters'),
  )
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('are sealed on disk, come back whole, and are gone when removed', async () => {
    const key = await store.put(Buffer.from('一(1)班 王小明'))
    expect(readdirSync(join(dir, 'files'))).toEqual([key])
    expect(readFileSync(join(dir, 'files', key)).includes('王小明')).toBe(false)
    expect((await store.get(key)).toString()).toBe('一(1)班 王小明')
    await store.remove(key)
    await store.remove(key)
    await expect(store.get(key)).rejects.toBeInstanceOf(NotFound)
  })

  it('that cannot be kept leave nothing behind', async () => {
    const rename = jest
      .spyOn(jest.requireActual<typeof import('node:fs/promises')>('node:fs/promises'), 'rename')
      .mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    const before = readdirSync(join(dir, 'files'))
    await expect(store.put(Buffer.from('王小明'))).rejects.toThrow('full')
    expect(readdirSync(join(dir, 'files'))).toEqual(before)
    rename.mockRestore()
  })

  it('have no other addresses than their keys', async () => {
    await expect(store.get('../secret')).rejects.toBeInstanceOf(RangeError)
  })
})
