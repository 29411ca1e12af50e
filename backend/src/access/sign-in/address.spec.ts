import { maskedAddress, placeOf, plainAddress } from './address.js'

describe('the address of who asks', () => {
  it('has one spelling', () => {
    expect(plainAddress('::ffff:203.0.113.7')).toBe('203.0.113.7')
    expect(plainAddress(' 203.0.113.7 ')).toBe('203.0.113.7')
    expect(plainAddress('FE80::1%eth0')).toBe('fe80::1')
  })

  it('is one place: an IPv4 address, or a /64 of IPv6', () => {
    expect(placeOf('203.0.113.7')).toBe('203.0.113.7')
    expect(placeOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64')
    expect(placeOf('2001:0db8:0001:0002:ffff:ffff:ffff:ffff')).toBe('2001:db8:1:2::/64')
    expect(placeOf('2001:db8:1:3::1')).not.toBe(placeOf('2001:db8:1:2::1'))
    expect(placeOf('::1')).toBe('0:0:0:0::/64')
  })

  it('is shown without its last part', () => {
    expect(maskedAddress('203.0.113.7')).toBe('203.0.113.*')
    expect(maskedAddress('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:*')
    expect(maskedAddress('nonsense')).toBe('*')
  })
})
