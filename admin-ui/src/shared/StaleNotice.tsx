/** Somebody has changed it meanwhile (内容已被改动): who, when, by which step, which fields; what was typed here stays. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useRefresh, useTranslate } from 'react-admin'
import type { ApiError } from '../api/call'
import { printInstant } from './format'

interface Props {
  refusal: ApiError
  /** Called when the person asks for the new state, which the whole page then loads. */
  onLoad?: (() => void) | undefined
}

export function StaleNotice({ refusal, onLoad }: Props) {
  const translate = useTranslate()
  const refresh = useRefresh()
  const [answer, setAnswer] = useState<'loaded' | 'stayed' | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    setAnswer(null)
    box.current?.scrollIntoView?.({ block: 'nearest' })
  }, [refusal])
  if (answer)
    return (
      <Alert severity={answer === 'loaded' ? 'info' : 'warning'} sx={{ my: 2 }}>
        {translate(`kit.stale.${answer}`)}
      </Alert>
    )
  return (
    <Alert ref={box} severity="warning" role="alert" sx={{ my: 2 }}>
      <AlertTitle sx={{ fontSize: 14 }}>{translate('kit.stale.title')}</AlertTitle>
      <What refusal={refusal} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
        <Button
          variant="outlined"
          color="inherit"
          onClick={() => {
            onLoad?.()
            refresh()
            setAnswer('loaded')
          }}
        >
          {translate('kit.stale.load')}
        </Button>
        <Button color="inherit" onClick={() => setAnswer('stayed')}>
          {translate('kit.stale.stay')}
        </Button>
      </Box>
    </Alert>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function What({ refusal: { noun = '', params } }: { refusal: ApiError }) {
  const translate = useTranslate()
  const event = textOf(params.event)
  const changed = textOf(params.changed)
    .split(',')
    .filter((field) => field !== '')
    .map((field) =>
      translate(`resources.${noun}.fields.${field}`, {
        _: translate(`kit.stale.fields.${field}`, { _: '' }),
      }),
    )
    .filter((label) => label !== '')
  if (textOf(params.who) === '') return <>{translate('kit.stale.byNobody')}</>
  const label = translate(`resources.${noun}.events.${event}.label`, {
    _: translate(`kit.events.${event}`, { _: event }),
  })
  return (
    <>
      {translate('kit.stale.who', {
        who: textOf(params.who),
        at: printInstant(textOf(params.at)),
        event: label,
      })}
      {changed.length > 0 &&
        ` ${translate('kit.stale.changed', { fields: [...new Set(changed)].join(translate('kit.comma')) })}`}
    </>
  )
}
