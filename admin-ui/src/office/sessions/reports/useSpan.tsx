/** From which day to which is counted: the whole term, or less; kept in the address. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import { isLocalDate, useScope } from '../../../shared'
import { DayField } from '../views/DayField'

const dayIn = (text: string | null): string | undefined =>
  text !== null && isLocalDate(text) ? text : undefined

interface Span {
  /** The question to the server; null: no school or term is chosen. */
  asked: string | null
  from: string
  to: string
  set: (parts: { from?: string | undefined; to?: string | undefined }) => void
}

export function useSpan(): Span {
  const { schoolId, termId, term } = useScope()
  const [search, setSearch] = useSearchParams()
  const [from, to] = [dayIn(search.get('from')), dayIn(search.get('to'))]
  const set = (parts: { from?: string | undefined; to?: string | undefined }) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const key of ['from', 'to'] as const) {
        if (!(key in parts)) continue
        if (parts[key] === undefined) next.delete(key)
        else next.set(key, parts[key])
      }
      return next
    })
  return {
    asked: schoolId === undefined || termId === undefined ? null : query({ schoolId, termId, from, to }),
    from: from ?? term?.startsOn ?? '',
    to: to ?? term?.endsOn ?? '',
    set,
  }
}

export function SpanFields({ from, to, set }: Span) {
  const translate = useTranslate()
  return (
    <Box
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end', mb: 4 }}
    >
      {(['from', 'to'] as const).map((key) => (
        <DayField
          key={key}
          day={key === 'from' ? from : to}
          label={translate(`reports.${key}`)}
          name={translate(`reports.${key}`)}
          onDay={(day) => set({ [key]: day })}
        />
      ))}
      <Button variant="outlined" onClick={() => set({ from: undefined, to: undefined })}>
        {translate('reports.wholeTerm')}
      </Button>
    </Box>
  )
}
