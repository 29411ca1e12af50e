/** The few pieces that the public page is made of. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { errorWords, w } from './words'

/** Asks once for each question; an answer that comes too late is dropped. The question must be a stable function. */
export function useAsked<T>(ask: () => Promise<T>): {
  data: T | undefined
  error: unknown
  again: () => void
} {
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
  const again = useCallback(() => setRound((n) => n + 1), [])
  return {
    data: state.ask === ask ? state.data : undefined,
    error: state.ask === ask ? state.error : null,
    again,
  }
}

/** What was written into a field of a form. */
export function written(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}

export const Loading = () => (
  <p class="quiet" role="status">
    {w('loading')}
  </p>
)

export const Refusal = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => (
  <div class="notice refused" role="alert">
    <p>{errorWords(error)}</p>
    {onRetry && (
      <button type="button" class="plain" onClick={onRetry}>
        {w('retry')}
      </button>
    )}
  </div>
)
