/** A refusal in plain words, as the server wrote it, with the number to quote when asking for help. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { ApiError } from '../api/call'
import { useErrorText } from './hooks'
import { StaleNotice } from './StaleNotice'

interface Props {
  error: unknown
  onRetry?: (() => void) | undefined
  /** Somebody else has changed it, and the person wants the new state; the page is asked for again in any case. */
  onLoad?: (() => void) | undefined
}

export function ErrorNotice({ error, onRetry, onLoad }: Props) {
  const translate = useTranslate()
  const text = useErrorText()
  if (!error) return null
  const refusal = error instanceof ApiError ? error : undefined
  if (refusal?.code.startsWith('state.stale')) return <StaleNotice refusal={refusal} onLoad={onLoad} />
  return (
    <Alert
      severity="error"
      sx={{ my: 2 }}
      action={
        onRetry ? (
          <Button color="inherit" onClick={onRetry}>
            {translate('kit.error.retry')}
          </Button>
        ) : undefined
      }
    >
      <AlertTitle sx={{ fontSize: 14, mb: 0 }}>{text(error)}</AlertTitle>
      {refusal && refusal.fields.length > 0 && (
        <ul style={{ margin: '4px 0', paddingLeft: 20 }}>
          {refusal.fields.map((f) => (
            <li key={`${f.field}${f.code}`}>{f.message}</li>
          ))}
        </ul>
      )}
      {/* What the person can mend needs no number. */}
      {refusal?.requestId &&
        refusal.status >= 500 &&
        translate('kit.error.request', { id: refusal.requestId })}
    </Alert>
  )
}
