/** What of the declarations no longer holds, class by class with the reasons, and the supplement that mends it. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRedirect, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice, Facts, FigureTable, FormDialog, printFen, useAnswer, useKehou } from '../../../shared'
import type { Declaration } from '../types'

type Comparison = Schemas['DifferencesOut']
type Recomputation = Schemas['RecomputationOut']

export function Differences({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  const { data, error, refetch } = useAnswer<Comparison>(`/api/declarations/${declaration.id}/differences`)
  const [isOpen, setOpen] = useState(false)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={160} />
  if (data.notEntitled) return <Alert severity="warning">{data.notEntitled.sentence}</Alert>
  const changed = data.classes.filter((each) => each.differenceFen !== 0 || each.kind !== 'same')
  const same = data.classes.length - changed.length
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {translate('declaring.differencesUnder')}
      </Typography>
      <DifferenceFacts data={data} />
      {changed.length === 0 ? (
        <Alert severity="success">{translate('declaring.noDifferences')}</Alert>
      ) : (
        <DifferenceRows changed={changed} data={data} />
      )}
      {changed.length > 0 && same > 0 && (
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {translate('declaring.unchangedClasses', { count: same })}
        </Typography>
      )}
      {changed.length > 0 && data.openId !== null && (
        <Alert
          severity="info"
          action={
            data.openId === declaration.id ? undefined : (
              <Button component={RouterLink} to={`/declarations/${data.openId}/show`} color="inherit">
                {translate('declaring.openIt')}
              </Button>
            )
          }
        >
          {translate('declaring.openFirst')}
        </Alert>
      )}
      {data.maySupplement && (
        <Button variant="contained" onClick={() => setOpen(true)}>
          {translate('declaring.supplement')}
        </Button>
      )}
      {isOpen && (
        <SupplementDialog
          declaration={declaration}
          comparison={data}
          count={changed.length}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function DifferenceFacts({ data }: { data: Comparison }) {
  const translate = useTranslate()
  return (
    <Facts
      facts={[
        { label: translate('declaring.declared'), value: printFen(data.declaredFen) },
        { label: translate('declaring.entitledNow'), value: printFen(data.entitledFen ?? 0) },
        {
          label: translate('declaring.difference'),
          value: (
            <Box
              component="span"
              sx={{
                fontWeight: 650,
                color: data.totalDifferenceFen === 0 ? 'success.main' : 'warning.dark',
              }}
            >
              {printFen(data.totalDifferenceFen ?? 0)}
            </Box>
          ),
        },
      ]}
    />
  )
}

function DifferenceRows({
  changed,
  data,
}: {
  changed: {
    homeClassId: number
    className: string
    kind: 'same' | 'changed' | 'gone' | 'new'
    beforeFen: number
    afterFen: number
    differenceFen: number
    why: string[]
    sessions: number | null
  }[]
  data: Comparison
}) {
  const translate = useTranslate()
  return (
    <Paper sx={{ overflow: 'hidden', mb: 3 }}>
      <FigureTable
        caption={translate('declaring.tabs.differences')}
        words={2}
        head={[
          translate('funding.class'),
          translate('declaring.why'),
          translate('declaring.before'),
          translate('declaring.after'),
          translate('declaring.difference'),
        ]}
        rows={changed.map((each) => ({
          key: each.homeClassId,
          cells: [
            each.className,
            each.why.join(' '),
            each.kind === 'new' ? '–' : printFen(each.beforeFen),
            each.kind === 'gone' ? '–' : printFen(each.afterFen),
            printFen(each.differenceFen),
          ],
        }))}
        foot={[translate('funding.total'), '', '', '', printFen(data.totalDifferenceFen ?? 0)]}
      />
    </Paper>
  )
}

function SupplementDialog({
  declaration,
  comparison,
  count,
  onClose,
}: {
  declaration: Declaration
  comparison: Comparison
  count: number
  onClose: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const redirect = useRedirect()
  const [reason, setReason] = useState('')
  const make = async () => {
    const { id } = await kehou.call<Declaration>('POST', `/api/declarations/${declaration.id}/supplement`, {
      reason: reason.trim(),
    })
    notify('declaring.supplementDone', { type: 'success' })
    redirect('show', 'declarations', id)
    onClose()
  }
  return (
    <FormDialog
      title={translate('declaring.supplement')}
      send={translate('declaring.supplement')}
      isReady={reason.trim().length >= 2}
      onSend={make}
      onClose={onClose}
    >
      <Typography>
        {translate('declaring.supplementConsequence', {
          count,
          amount: printFen(comparison.totalDifferenceFen ?? 0),
        })}
      </Typography>
      <TextField
        multiline
        minRows={2}
        fullWidth
        label={translate('declaring.supplementReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        sx={{ mt: 4 }}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  )
}

/** How the amount came about, and whether it still comes about when computed again. */
export function Explanation({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  const [isAsked, setAsked] = useState(false)
  const { data, error } = useAnswer<Recomputation>(
    isAsked ? `/api/declarations/${declaration.id}/recompute` : null,
  )
  return (
    <Paper sx={{ p: 4 }}>
      {declaration.sentences.map((sentence) => (
        <Typography key={sentence} sx={{ mb: 2, overflowWrap: 'anywhere' }}>
          {sentence}
        </Typography>
      ))}
      {declaration.reason && (
        <Typography
          sx={{ mb: 2, overflowWrap: 'anywhere' }}
        >{`${translate('declaring.reason')}${translate('kit.colon')}${declaration.reason}`}</Typography>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 4, mb: 2 }}>
        {translate('declaring.recomputeHelp')}
      </Typography>
      <Button variant="outlined" loading={isAsked && !data && !error} onClick={() => setAsked(true)}>
        {translate('declaring.recompute')}
      </Button>
      <ErrorNotice error={error} />
      {data && (
        <Alert severity={data.agrees ? 'success' : 'error'} sx={{ mt: 3 }}>
          {translate(data.agrees ? 'declaring.agrees' : 'declaring.disagrees')}
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {data.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </Alert>
      )}
    </Paper>
  )
}
