import type { LedgerAnchor } from './ledger-anchor.entity.js'

export class AnchorOut {
  madeOn!: string
  /** SHA-256 over the books of all schools on that day. */
  root!: string
  previousRoot!: string
  /** Ed25519 over the root, in base64. */
  signature!: string
}

export class AnchorsOut {
  /** Proves the signatures; in base64. */
  publicKey!: string
  anchors!: AnchorOut[]
}

export const toAnchorOut = ({ madeOn, root, previousRoot, signature }: LedgerAnchor): AnchorOut => ({
  madeOn,
  root,
  previousRoot,
  signature,
})
