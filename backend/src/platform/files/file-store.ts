/** Files that people hand in (上传的文件): sealed on disk under a name drawn at random, gone when they are no longer needed. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FieldSeal } from '../crypto.js'
import { NotFound } from '../errors.js'

export abstract class FileStore {
  /** Keeps the bytes and gives the key under which they lie. */
  abstract put(bytes: Buffer): Promise<string>
  /** Throws NotFound when the file is gone. */
  abstract get(key: string): Promise<Buffer>
  /** A file that is gone already is no error. */
  abstract remove(key: string): Promise<void>
}

/** In one folder; several processes share it by sharing the data folder. */
export class DiskFileStore extends FileStore {
  constructor(
    private readonly dir: string,
    private readonly seal: FieldSeal,
  ) {
    super()
  }

  async put(bytes: Buffer): Promise<string> {
    const key = randomBytes(24).toString('hex')
    await mkdir(this.dir, { recursive: true, mode: 0o700 })
    // Under another name until it is whole, so that nobody reads half a file.
    const part = this.path(`${key}.part`)
    try {
      await writeFile(part, this.seal.sealBytes(bytes), { mode: 0o600, flag: 'wx' })
      await rename(part, this.path(key))
    } catch (error) {
      // A full disk must not be filled further by what failed on it.
      await rm(part, { force: true }).catch(() => undefined)
      throw error
    }
    return key
  }

  async get(key: string): Promise<Buffer> {
    try {
      return this.seal.openBytes(await readFile(this.path(key)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFound('file')
      throw error
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true })
  }

  private path(key: string): string {
    if (!/^[0-9a-f]{48}(\.part)?$/.test(key)) throw new RangeError('not the key of a file')
    return join(this.dir, key)
  }
}
