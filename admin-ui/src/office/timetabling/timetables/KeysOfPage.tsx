import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Arranging } from './useArranging'

/** Keys that hold for the whole page while a draft is arranged. */
export function KeysOfPage({
  isOn,
  arranging,
  onKeys,
  children,
}: {
  isOn: boolean
  arranging: Arranging
  onKeys: () => void
  children: ReactNode
}) {
  const press = (
    event: Pick<
      KeyboardEvent,
      'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target' | 'preventDefault'
    >,
  ) => {
    const target = event.target as HTMLElement
    if (
      !isOn ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      document.querySelector('[role="dialog"], [role="menu"]')
    )
      return
    const isCommand = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (event.key === 'Escape') arranging.choose(null)
    else if (isCommand && key === 'z' && !event.shiftKey) void arranging.step('undo')
    else if (isCommand && (key === 'y' || (key === 'z' && event.shiftKey))) void arranging.step('redo')
    else if (event.key === '?') onKeys()
    else return
    event.preventDefault()
  }
  const latest = useRef(press)
  latest.current = press
  // Also where nothing has the focus, as right after the page was opened.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => latest.current(event as unknown as KeyboardEvent)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return <>{children}</>
}
