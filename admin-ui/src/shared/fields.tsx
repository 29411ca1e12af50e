/** How one value of a record is shown. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useFieldValue, useRecordContext, type FieldProps, type RaRecord } from 'react-admin'
import {
  printDate,
  printFen,
  printInstant,
  printPerMille,
  printShare,
  printTime,
  printTimeRange,
  printWan,
} from './format'
import { useTongue } from './hooks'

interface ValueProps {
  source: string
  record?: RaRecord
  label?: FieldProps['label']
  empty?: string
}

const Value = ({ children, right }: { children: string; right?: boolean }) => (
  <Typography
    component="span"
    variant="body2"
    sx={{
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
      ...(right ? { textAlign: 'right' } : {}),
    }}
  >
    {children}
  </Typography>
)

/** ¥10,000.00; with `wan`, 1 万元 for overviews. */
export function FenField({ source, record, empty = '–', wan = false }: ValueProps & { wan?: boolean }) {
  const tongue = useTongue()
  const fen = useFieldValue({ source, ...(record ? { record } : {}) }) as number | null | undefined
  if (fen === null || fen === undefined) return <Value right>{empty}</Value>
  return <Value right>{wan ? printWan(fen, tongue) : printFen(fen)}</Value>
}

/** 2026-09-01 周二 */
export function LocalDateField({ source, record, empty = '–' }: ValueProps) {
  const tongue = useTongue()
  const on = useFieldValue({ source, ...(record ? { record } : {}) }) as string | null | undefined
  return <Value>{on ? printDate(on, tongue) : empty}</Value>
}

/** 16:30, or with `until` 16:30–18:00 */
export function LocalTimeField({ source, until, record, empty = '–' }: ValueProps & { until?: string }) {
  const from = useFieldValue({ source, ...(record ? { record } : {}) }) as string | null | undefined
  const to = useFieldValue({ source: until ?? source, ...(record ? { record } : {}) }) as
    | string
    | null
    | undefined
  return <Value>{!from ? empty : until && to ? printTimeRange(from, to) : printTime(from)}</Value>
}

/** An instant on the school's clock: 2026-09-01 16:30 */
export function InstantField({ source, record, empty = '–' }: ValueProps) {
  const at = useFieldValue({ source, ...(record ? { record } : {}) }) as string | null | undefined
  return <Value>{at ? printInstant(at) : empty}</Value>
}

/** 97.5%, from a rate in per mille, or from a part (`source`) and the whole it belongs to. */
export function PercentField({ source, whole, record, empty = '–' }: ValueProps & { whole?: string }) {
  const value = useFieldValue({ source, ...(record ? { record } : {}) }) as number | null | undefined
  const of = useFieldValue({ source: whole ?? source, ...(record ? { record } : {}) }) as
    | number
    | null
    | undefined
  if (value === null || value === undefined) return <Value right>{empty}</Value>
  return <Value right>{whole ? printShare(value, of ?? 0) : printPerMille(value)}</Value>
}

/** A class as the school writes it: 三(2)班. Never broken over two lines. */
export function ClassName({ source = 'name', record }: Partial<ValueProps>) {
  const here = useRecordContext(record ? { record } : {})
  const name = useFieldValue({ source, ...(here ? { record: here } : {}) }) as string | null | undefined
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {name ?? '–'}
    </Box>
  )
}

/** A text that may be long: cut with an ellipsis, whole in the tooltip. */
export function CutText({ source, record, width = 280 }: ValueProps & { width?: number }) {
  const text = useFieldValue({ source, ...(record ? { record } : {}) }) as string | null | undefined
  return (
    <Box
      component="span"
      title={text ?? ''}
      sx={{
        display: 'inline-block',
        maxWidth: width,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        verticalAlign: 'bottom',
      }}
    >
      {text ?? '–'}
    </Box>
  )
}
