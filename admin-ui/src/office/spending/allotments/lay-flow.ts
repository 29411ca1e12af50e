/** Where the bands of a flow lie: heights by amount with a least one, labels never upon one another. Pure. */

export interface Stream {
  label: string
  fen: number
}

export interface Band extends Stream {
  y: number
  size: number
  /** Where it meets the bar in the middle. */
  middleY: number
  labelY: number
}

const drawn = 260
const gap = 8
const least = 2
const labelRoom = 26
const top = 28

export function layFlow(
  sources: readonly Stream[],
  targets: readonly Stream[],
): { height: number; left: Band[]; right: Band[]; middle: { y: number; size: number } } {
  const sum = (streams: readonly Stream[]) => streams.reduce((total, each) => total + each.fen, 0)
  const most = Math.max(1, sum(sources), sum(targets))
  const sizeOf = (fen: number) => Math.max(least, (fen / most) * drawn)
  const heightOf = (streams: readonly Stream[]) =>
    streams.reduce((total, each) => total + Math.max(sizeOf(each.fen) + gap, labelRoom), 0)
  const inner = Math.max(heightOf(sources), heightOf(targets), 80)
  const middleSize = Math.max(
    ...[sources, targets].map((streams) => streams.reduce((total, each) => total + sizeOf(each.fen), 0)),
  )
  const middleY = top + Math.max(0, (inner - middleSize) / 2)
  const lay = (streams: readonly Stream[]): Band[] => {
    let y = top + (inner - heightOf(streams)) / 2
    let at = middleY
    return streams.map((each) => {
      const size = sizeOf(each.fen)
      const room = Math.max(size + gap, labelRoom)
      const band = { ...each, y: y + (room - size) / 2, size, middleY: at, labelY: y + room / 2 }
      y += room
      at += size
      return band
    })
  }
  return {
    height: inner + top + 8,
    left: lay(sources),
    right: lay(targets),
    middle: { y: middleY, size: middleSize },
  }
}
