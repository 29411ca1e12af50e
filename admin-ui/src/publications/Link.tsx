/** Where the reader is among the public pages, and the way to another without loading anew. */
import type { ComponentChildren } from 'preact'

const root = '/publications'
export const here = (): string => window.location.pathname.replace(/\/+$/, '').slice(root.length) || '/'

export const Link = ({
  to,
  children,
  ...rest
}: {
  to: string
  class?: string
  children: ComponentChildren
}) => (
  <a
    {...rest}
    href={root + (to === '/' ? '' : to)}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      window.history.pushState(null, '', root + (to === '/' ? '' : to))
      window.dispatchEvent(new Event('popstate'))
      window.scrollTo(0, 0)
    }}
  >
    {children}
  </a>
)
