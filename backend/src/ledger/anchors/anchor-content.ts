/** What is signed, and how it is proved (锚点内容与签名): the root over the day and its ends, by a key that lies in no database. Pure. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** The root before the first anchor. */
export const firstRoot = '0'.repeat(64)

export interface AnchoredEnd {
  readonly kind: string
  readonly name: string
  readonly sequence: number
  readonly hash: string
}

/** An anchor as its file holds it: one line of JSON. */
export interface AnchorContent {
  readonly madeOn: string
  readonly previousRoot: string
  readonly root: string
  readonly signature: string
  readonly publicKey: string
  readonly ends: readonly AnchoredEnd[]
}

/** SHA-256 in hex; it may get another version only, never change. */
export function rootOf({
  madeOn,
  previousRoot,
  ends,
}: Pick<AnchorContent, 'madeOn' | 'previousRoot' | 'ends'>): string {
  const sorted = ends
    .map(({ kind, name, sequence, hash }) => [kind, name, sequence, hash])
    .sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify(['anchor-1', madeOn, previousRoot, sorted]))
    .digest('hex')
}

// A private key of Ed25519 is 32 bytes behind this head of PKCS 8.
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key of an installation, from 32 bytes that are derived of its secret. */
export const anchorKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' })

/** The 32 bytes that prove its signatures, in base64. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')

export const signRoot = (root: string, key: KeyObject): string =>
  sign(null, Buffer.from(root, 'hex'), key).toString('base64')

const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

export function isSigned({
  root,
  signature,
  publicKey,
}: Pick<AnchorContent, 'root' | 'signature' | 'publicKey'>): boolean {
  const raw = Buffer.from(publicKey, 'base64')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(root, 'hex'), key, Buffer.from(signature, 'base64'))
}

/** Reads a file of anchors, one a line; null where it is none. */
export function readAnchors(text: string): AnchorContent[] | null {
  const anchors = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(anchorOfLine)
  return anchors.length === 0 || anchors.includes(null) ? null : (anchors as AnchorContent[])
}

function anchorOfLine(line: string): AnchorContent | null {
  let given: Partial<Record<keyof AnchorContent, unknown>>
  try {
    given = JSON.parse(line) as typeof given
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  const isText = (name: keyof AnchorContent) => typeof given[name] === 'string'
  const isAnchor =
    typeof given === 'object' &&
    given !== null &&
    (['madeOn', 'previousRoot', 'root', 'signature', 'publicKey'] as const).every(isText) &&
    Array.isArray(given.ends) &&
    given.ends.every(isEnd)
  return isAnchor ? (given as AnchorContent) : null
}

function isEnd(given: unknown): given is AnchoredEnd {
  if (typeof given !== 'object' || given === null) return false
  const { kind, name, sequence, hash } = given as Partial<AnchoredEnd>
  return (
    typeof kind === 'string' &&
    typeof name === 'string' &&
    Number.isSafeInteger(sequence) &&
    typeof hash === 'string'
  )
}
