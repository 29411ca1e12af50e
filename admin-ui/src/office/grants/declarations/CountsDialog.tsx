/** Counts of classes that differ from the records, with the reason: for declarations and estimates. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { FormDialog, printYuan, readYuan, useKehou, useSeen } from '../../../shared'

type Counts = Schemas['CountsOut']
type Model = Schemas['DeclarationOut']['models'][number]
export type CountField = 'enrolled' | 'participants' | 'sessions' | 'waived' | 'waivedFen'

/** The counts that standards of these models ask for. */
export function fieldsOf(models: readonly Model[]): CountField[] {
  const fields: CountField[] = []
  if (models.includes('per_enrolled')) fields.push('enrolled')
  if (models.includes('per_participant')) fields.push('participants')
  if (models.includes('per_session')) fields.push('sessions')
  if (models.includes('per_waived')) fields.push('waived', 'waivedFen')
  return fields.length > 0 ? fields : ['enrolled']
}

/** Beside what the standards ask for, how many pupils stand behind each class. */
export const shownOf = (models: readonly Model[]): CountField[] => [
  ...new Set<CountField>(['enrolled', 'participants', ...fieldsOf(models)]),
]

export const printField = (field: CountField, counts: Counts): string =>
  field === 'waivedFen' ? printYuan(counts.waivedFen) : String(counts[field])

interface Line {
  homeClassId: number
  className: string
  declared: Counts
  recorded: Counts
}

interface Props {
  title: string
  /** Address of the PATCH, and the name of the list in it. */
  path: string
  listName: 'counts' | 'expected'
  lines: Line[]
  models: readonly Model[]
  /** To which the counts belong, as the person sees it. */
  seenIn: object
  reason: string | null
  onClose: () => void
}

export function CountsDialog({
  title,
  path,
  listName,
  lines,
  models,
  seenIn,
  reason: before,
  onClose,
}: Props) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const fields = fieldsOf(models)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [typedReason, setReason] = useState<string | null>(null)
  const reason = typedReason ?? before ?? ''
  const { seen, renew } = useSeen(seenIn)
  const read = (field: CountField, text: string): number | null =>
    field === 'waivedFen' ? readYuan(text) : /^\d{1,5}$/.test(text.trim()) ? Number(text) : null
  const wrong = Object.entries(typed).some(
    ([key, text]) => read(key.split('/')[1] as CountField, text) === null,
  )
  const save = async () => {
    const changed = new Map<number, Record<string, number>>()
    for (const [key, text] of Object.entries(typed)) {
      const [id, field] = key.split('/') as [string, CountField]
      changed.set(Number(id), { ...changed.get(Number(id)), [field]: read(field, text) ?? 0 })
    }
    await kehou.call('PATCH', path, {
      ...seen,
      [listName]: [...changed].map(([homeClassId, values]) => ({ homeClassId, ...values })),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    notify('declaring.countsSaved', { type: 'success' })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={title}
      send={translate('declaring.saveCounts')}
      isReady={!wrong}
      onSend={save}
      onLoad={renew}
      onClose={onClose}
    >
      <Typography color="text.secondary">{translate('declaring.editCountsHelp')}</Typography>
      <CountGrid fields={fields} lines={lines} typed={typed} read={read} setTyped={setTyped} />
      <TextField
        multiline
        minRows={2}
        fullWidth
        label={translate('declaring.reason')}
        helperText={translate('declaring.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  )
}

interface CountGridProps {
  fields: CountField[]
  lines: Line[]
  typed: Record<string, string>
  read: (field: CountField, text: string) => number | null
  setTyped: (next: (old: Record<string, string>) => Record<string, string>) => void
}

function CountGrid({ fields, lines, typed, read, setTyped }: CountGridProps) {
  const translate = useTranslate()
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: `minmax(64px, auto) repeat(${fields.length}, minmax(0, 1fr))`,
        alignItems: 'center',
        my: 4,
      }}
    >
      <span />
      {fields.map((field) => (
        <Typography key={field} variant="caption" color="text.secondary">
          {translate(`declaring.counts.${field}`)}
        </Typography>
      ))}
      {lines.map((line) => [
        <Typography key={line.homeClassId} sx={{ whiteSpace: 'nowrap' }}>
          {line.className}
        </Typography>,
        ...fields.map((field) => {
          const key = `${line.homeClassId}/${field}`
          const text = typed[key] ?? printField(field, line.declared)
          return (
            <TextField
              key={key}
              size="small"
              margin="none"
              value={text}
              error={read(field, text) === null}
              onChange={(event) => setTyped((old) => ({ ...old, [key]: event.target.value }))}
              helperText={
                text === printField(field, line.recorded)
                  ? undefined
                  : translate('declaring.recorded', { count: printField(field, line.recorded) })
              }
              slotProps={{
                htmlInput: {
                  inputMode: 'numeric',
                  'aria-label': `${line.className} ${translate(`declaring.counts.${field}`)}`,
                  style: { textAlign: 'right' },
                },
              }}
            />
          )
        }),
      ])}
    </Box>
  )
}
