/** For whom may I act, and who may act for me? */
import AddIcon from '@mui/icons-material/Add'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  ActionBar,
  EmptyState,
  ErrorNotice,
  PageHead,
  printInstant,
  StatusChip,
  useMay,
  type Meaning,
  useAll,
} from '../../../shared'
import { isOver, sentenceOf, type Delegation } from './delegation'

const meanings: Record<Delegation['status'], Meaning> = {
  coming: 'waiting',
  in_force: 'done',
  ended: 'info',
  revoked: 'refused',
}

export function DelegationsPage() {
  const translate = useTranslate()
  const mayGive = useMay('delegation.write')
  const [showsOver, setShowsOver] = useState(false)
  const {
    data = [],
    error,
    isPending,
    refetch,
  } = useAll<Delegation>('delegations', {
    sort: { field: 'startsOn', order: 'DESC' },
  })
  const shown = showsOver ? data : data.filter((each) => !isOver(each))
  const part = (kind: Delegation['kind']) => shown.filter((each) => each.kind === kind)
  if (isPending) return <Skeleton variant="rounded" height={240} />
  return (
    <>
      <PageHead title={translate('menu.delegations')} under={translate('delegations.under')}>
        {mayGive && (
          <Button component={Link} to="/delegations/new" variant="contained" startIcon={<AddIcon />}>
            {translate('delegations.new')}
          </Button>
        )}
      </PageHead>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <Section
        title={translate('delegations.received')}
        rows={part('received')}
        empty={
          <Typography color="text.secondary" sx={{ p: 4 }}>
            {translate('delegations.noneReceived')}
          </Typography>
        }
      />
      {mayGive && (
        <Section
          title={translate('delegations.given')}
          rows={part('given')}
          empty={
            <EmptyState
              why={translate('delegations.noneGiven')}
              next={translate('delegations.noneGivenNext')}
            />
          }
        />
      )}
      <FormControlLabel
        control={<Checkbox checked={showsOver} onChange={(event) => setShowsOver(event.target.checked)} />}
        label={translate('delegations.showOver')}
      />
      {showsOver && !data.some(isOver) && (
        <Typography color="text.secondary">{translate('delegations.noneOver')}</Typography>
      )}
    </>
  )
}

function Section({ title, rows, empty }: { title: string; rows: Delegation[]; empty: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 4, mb: 6, maxWidth: 860 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {title}
      </Typography>
      <Paper>
        {rows.length === 0 ? (
          empty
        ) : (
          <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {rows.map((each) => (
              <Row key={each.id} delegation={each} />
            ))}
          </Box>
        )}
      </Paper>
    </Box>
  )
}

function Row({ delegation }: { delegation: Delegation }) {
  const translate = useTranslate()
  const { kind, status, permissions, inForce, startsOn, endsOn, reason, revokedAt } = delegation
  const name = kind === 'given' ? delegation.toName : delegation.fromName
  const sentences = inForce.map((permission) => translate(sentenceOf(permission), { _: permission }))
  return (
    <Box
      component="li"
      sx={{ p: 4, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h3" sx={{ overflowWrap: 'anywhere' }}>
          {translate(kind === 'given' ? 'delegations.to' : 'delegations.from', { name })}
        </Typography>
        <StatusChip status={status} resource="delegations" meaning={meanings[status]} />
        <Box sx={{ flexGrow: 1 }} />
        <ActionBar
          resource="delegations"
          record={delegation}
          events={{ revoke: { comment: 'none', isDangerous: true } }}
        />
      </Box>
      <Typography color="text.secondary">
        {translate('delegations.days', { from: startsOn, until: endsOn })}
        {revokedAt && ` · ${translate('delegations.revokedAt', { at: printInstant(revokedAt) })}`}
      </Typography>
      <Box component="ul" sx={{ my: 2, pl: 5 }}>
        {permissions.map((permission) => (
          <Typography component="li" key={permission}>
            {translate(sentenceOf(permission), { _: permission })}
          </Typography>
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {translate('delegations.because', { reason })}
      </Typography>
      {status === 'in_force' && inForce.length === 0 && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {translate(kind === 'given' ? 'delegations.notNowGiven' : 'delegations.notNow')}
        </Alert>
      )}
      {inForce.length > 0 && inForce.length < permissions.length && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('delegations.partly', { list: sentences.join(translate('delegations.separator')) })}
        </Alert>
      )}
    </Box>
  )
}
