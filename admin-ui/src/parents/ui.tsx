/** The few pieces that every parents' page is made of. */
import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useId, useState } from 'preact/hooks'
import { errorWords, w } from './words'

export interface Asked<T> {
  data: T | undefined
  error: unknown
  again: () => void
}

/** Asks once for each question, and again on demand; an answer that comes too late is dropped. The question must be a stable function. */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ ask: unknown; data: T | undefined; error: unknown }>({
    ask,
    data: undefined,
    error: null,
  })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    ask().then(
      (data) => isCurrent && setState({ ask, data, error: null }),
      (error: unknown) => isCurrent && setState({ ask, data: undefined, error }),
    )
    return () => {
      isCurrent = false
    }
  }, [ask, round])
  const again = useCallback(() => {
    setState({ ask, data: undefined, error: null })
    setRound((n) => n + 1)
  }, [ask])
  return {
    data: state.ask === ask ? state.data : undefined,
    error: state.ask === ask ? state.error : null,
    again,
  }
}

export const Loading = () => (
  <div class="skeletons" role="status" aria-label={w('loading')}>
    <div />
    <div />
    <div />
  </div>
)

export const Refusal = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) =>
  error ? (
    <div class="notice refused" role="alert">
      <p>{errorWords(error)}</p>
      {onRetry && (
        <button type="button" class="plain" onClick={onRetry}>
          {w('retry')}
        </button>
      )}
    </div>
  ) : null

export const Nothing = ({
  why,
  next,
  children,
}: {
  why: string
  next?: string
  children?: ComponentChildren
}) => (
  <div class="nothing">
    <p class="strong">{why}</p>
    {next && <p>{next}</p>}
    {children}
  </div>
)

interface FieldProps {
  label: string
  name: string
  type?: 'text' | 'password'
  value?: string
  help?: string
  complaint?: string | undefined
  autoComplete?: string
  inputMode?: 'text' | 'tel'
  maxLength?: number
}

export function Field({
  label,
  name,
  type = 'text',
  value = '',
  help,
  complaint,
  autoComplete,
  inputMode,
  maxLength = 100,
}: FieldProps) {
  const id = useId()
  const common = {
    id,
    name,
    maxLength,
    defaultValue: value,
    autocomplete: autoComplete,
    inputMode,
    autocapitalize: 'none' as const,
    'aria-invalid': complaint !== undefined,
    'aria-describedby': help || complaint ? `${id}-help` : undefined,
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'password' ? <input type="password" {...common} /> : <input type="text" {...common} />}
      {(complaint ?? help) && (
        <p id={`${id}-help`} class={complaint ? 'complaint' : 'help'}>
          {complaint ?? help}
        </p>
      )}
    </div>
  )
}

/** The one main act of a screen, fixed at the bottom. */
export const MainAct = ({ children }: { children: ComponentChildren }) => (
  <div class="main-act">{children}</div>
)

export const textsOf = (form: HTMLFormElement, ...names: string[]): string[] => {
  const data = new FormData(form)
  return names.map((name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  })
}
