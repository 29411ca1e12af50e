/** The address of who asks (来访地址): one spelling, what counts as one place, and what is shown of it. Pure. */
import { isIPv4, isIPv6 } from 'node:net'

/** '::ffff:203.0.113.7' and '203.0.113.7' are one address; a zone is left out. */
export function plainAddress(address: string): string {
  const bare = address.trim().toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  return mapped && isIPv4(mapped) ? mapped : bare
}

/** A household or school has one IPv4 address, and a whole /64 of IPv6: who has one of them has all. */
export function placeOf(address: string): string {
  const plain = plainAddress(address)
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain
}

/** For a list that others may see over one's shoulder: '203.0.113.*', '2001:db8:1:*'. */
export function maskedAddress(address: string): string {
  const plain = plainAddress(address)
  if (isIPv4(plain)) return plain.replace(/\d+$/, '*')
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 3).join(':')}:*` : '*'
}

// All eight groups, without leading zeros.
function groupsOf(address: string): string[] {
  const [left = '', right = ''] = address.split('::')
  const [front, back] = [left, right].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const between = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...(address.includes('::') ? between : []), ...back].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
}
