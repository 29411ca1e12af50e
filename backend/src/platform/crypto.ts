/** Sealing of what identifies a child (加密与检索散列): AES-256-GCM at rest, a keyed hash to search by. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deriveKey } from './config.js'

export class FieldSeal {
  private readonly cipherKey: Buffer
  private readonly hashKey: Buffer

  constructor(secret: string) {
    this.cipherKey = deriveKey(secret, 'field-cipher')
    this.hashKey = deriveKey(secret, 'field-hash')
  }

  /** Text → 'v1.<base64 of nonce, tag, cipher>'; null stays null. */
  seal<T extends string | null>(text: T): T {
    if (text === null) return text
    return `v1.${this.sealBytes(Buffer.from(text, 'utf8')).toString('base64')}` as T
  }

  open<T extends string | null>(sealed: T): T {
    if (sealed === null) return sealed
    if (!sealed.startsWith('v1.')) throw new Error('a sealed field of an unknown version')
    return this.openBytes(Buffer.from(sealed.slice(3), 'base64')).toString('utf8') as T
  }

  sealBytes(plain: Buffer): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, nonce)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }

  openBytes(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  }

  /** Equal texts give equal hashes, which say nothing without the key. 64 hex characters. */
  hash(text: string): string {
    return createHmac('sha256', this.hashKey).update(text).digest('hex')
  }
}
