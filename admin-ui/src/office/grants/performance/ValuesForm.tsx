/** The year's values, as the records propose them, or as the school says with a reason; and the targets in the same form. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice, FormDialog, useAnswer, useKehou, useSeen } from '../../../shared'
import { asTyped, type Indicator, indicators, printIndicator, readIndicator } from './fields'

type Target = Schemas['PerformanceTargetWithIndicatorsOut']
type Figures = Partial<Record<Indicator, number | null>>
export type Typed = Partial<Record<Indicator | 'reason', string>>

/** What goes out: only what differs; what cannot be read goes as it is, and the server says why not. */
function bodyOf(typed: Typed, proposed: Figures, name: 'values' | 'targets') {
  const changed = indicators.flatMap((each) => {
    const text = typed[each]
    if (text === undefined) return []
    const value = readIndicator(each, text)
    return value === (proposed[each] ?? null) ? [] : [[each, value === undefined ? text : value] as const]
  })
  return {
    ...(changed.length > 0 ? { [name]: Object.fromEntries(changed) } : {}),
    ...(typed.reason?.trim() ? { reason: typed.reason.trim() } : {}),
  }
}

export function useSaid(id: number | null, typed: Typed) {
  const { data, error, refetch } = useAnswer<Schemas['PerformanceRecordsOut']>(
    id === null ? null : `/api/performance-targets/${id}/records`,
  )
  return { recorded: { data, error, refetch }, body: data ? bodyOf(typed, data, 'values') : {} }
}

interface Props {
  recorded: ReturnType<typeof useSaid>['recorded']
  typed: Typed
  type: (next: (old: Typed) => Typed) => void
}

export function ValuesForm({ recorded: { data, error, refetch }, typed, type }: Props) {
  const translate = useTranslate()
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <Box sx={{ mt: 4 }}>
      <Alert severity="info" sx={{ mb: 4 }}>
        {translate('performing.proposed', { on: data.on })}
      </Alert>
      <Fields proposed={data} typed={typed} type={type} isRecord />
    </Box>
  )
}

interface FieldsProps {
  proposed: Figures
  typed: Typed
  type: Props['type']
  isRecord?: boolean
}

function Fields({ proposed, typed, type, isRecord = false }: FieldsProps) {
  const translate = useTranslate()
  const said = (each: Indicator | 'reason') => (event: { target: { value: string } }) =>
    type((old) => ({ ...old, [each]: event.target.value }))
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
      }}
    >
      {indicators.map((each) => {
        const value = proposed[each] ?? null
        const text = typed[each] ?? asTyped(each, value)
        const read = readIndicator(each, text)
        return (
          <TextField
            key={each}
            label={translate(`performing.fields.${each}`)}
            value={text}
            error={read === undefined}
            onChange={said(each)}
            helperText={
              isRecord && value === null
                ? translate('performing.noRecord')
                : read === value
                  ? ' '
                  : translate('performing.recordsSay', { value: printIndicator(each, value) })
            }
            slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
          />
        )
      })}
      <TextField
        multiline
        minRows={2}
        label={translate('performing.reason')}
        helperText={translate('performing.reasonHelp')}
        value={typed.reason ?? ''}
        onChange={said('reason')}
        sx={{ gridColumn: '1 / -1' }}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </Box>
  )
}

/** Before anything has been said of the year. */
export function TargetsDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { seen, renew } = useSeen(target)
  const proposed: Figures = Object.fromEntries(
    target.indicators.map(({ indicator, target: value }) => [indicator, value]),
  )
  const [typed, type] = useState<Typed>(target.reason === null ? {} : { reason: target.reason })
  const isReady = indicators.every(
    (each) => typed[each] === undefined || readIndicator(each, typed[each]) !== undefined,
  )
  const save = async () => {
    await kehou.call('PATCH', `/api/performance-targets/${target.id}`, {
      ...seen,
      ...bodyOf(typed, proposed, 'targets'),
    })
    notify('performing.saved', { type: 'success' })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('performing.edit')}
      send={translate('performing.save')}
      isReady={isReady}
      onSend={save}
      onLoad={renew}
      onClose={onClose}
    >
      <Fields proposed={proposed} typed={typed} type={type} />
    </FormDialog>
  )
}
