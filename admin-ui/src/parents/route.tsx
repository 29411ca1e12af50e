/** Addresses below /parents, without a library: a path, a step back, a link. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const root = '/parents'
const moved = 'kehou:moved'

const here = (): string => window.location.pathname.replace(/\/+$/, '').slice(root.length) || '/'

export function go(path: string, replace = false): void {
  const address = root + (path === '/' ? '' : path)
  if (replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  window.dispatchEvent(new Event(moved))
}

/** The path below /parents: `/`, `/me`, `/surveys/7`. */
export function usePath(): string {
  const [path, setPath] = useState(here)
  useEffect(() => {
    const read = () => {
      setPath(here())
      window.scrollTo(0, 0)
    }
    window.addEventListener('popstate', read)
    window.addEventListener(moved, read)
    return () => {
      window.removeEventListener('popstate', read)
      window.removeEventListener(moved, read)
    }
  }, [])
  return path
}

interface LinkProps {
  to: string
  class?: string
  'aria-current'?: 'page' | undefined
  children: ComponentChildren
}

export const Link = ({ to, children, ...rest }: LinkProps) => (
  <a
    {...rest}
    href={root + (to === '/' ? '' : to)}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      go(to)
    }}
  >
    {children}
  </a>
)

/** The code of a letter's QR code, `#code=XXXX`; it is taken out of the address at once. */
export function takeCode(): string {
  const code = /[#&]code=([^&]+)/.exec(window.location.hash)?.[1]
  if (code === undefined) return ''
  window.history.replaceState(null, '', window.location.pathname)
  try {
    return decodeURIComponent(code).trim().slice(0, 64)
  } catch {
    return ''
  }
}
