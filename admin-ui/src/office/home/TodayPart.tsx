/** What waits for this person, each one click from the act; then the few figures that their work turns on. */
import ArrowIcon from '@mui/icons-material/ArrowForwardOutlined'
import DoneIcon from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useResourceDefinitions, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { query } from '../../api/call'
import { ErrorNotice } from '../../shared/ErrorNotice'
import { printCount } from '../../shared/format'
import { useAnswer } from '../../shared/hooks'
import { useScope, useScopedTo } from '../../shared/scope'
import { TodayFigures, type Today } from './TodayFigures'
import { addressOf } from './waiting'

export function TodayPart() {
  const { termId, schoolId } = useScope()
  const { data, error, refetch } = useAnswer<Today>(`/api/statistics/today${query({ termId, schoolId })}`)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={180} sx={{ mb: 4 }} />
  return (
    <>
      <Waiting waiting={data.waiting} />
      <TodayFigures today={data} />
    </>
  )
}

function Waiting({ waiting }: { waiting: Today['waiting'] }) {
  const translate = useTranslate()
  return (
    <Paper component="section" sx={{ mb: 4, overflow: 'hidden' }}>
      <Typography variant="h2" sx={{ px: 4, pt: 3, pb: 2 }}>
        {translate('home.waitingTitle')}
      </Typography>
      {waiting.length === 0 ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, pb: 4, color: 'text.secondary' }}>
          <DoneIcon color="success" aria-hidden />
          {translate('home.nothing')}
        </Box>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {waiting.map((each) => (
            <WaitingRow key={each.key} waiting={each} />
          ))}
        </Box>
      )}
    </Paper>
  )
}

function WaitingRow({ waiting: { key, count } }: { waiting: Today['waiting'][number] }) {
  const translate = useTranslate()
  const scoped = useScopedTo()
  const resources = useResourceDefinitions()
  const address = addressOf(key)
  const isThere = address !== undefined && resources[address.noun]?.hasList === true
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box
        {...(isThere ? { component: Link, to: scoped(address.to) } : {})}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          px: 4,
          py: 2,
          minHeight: 52,
          color: 'inherit',
          textDecoration: 'none',
          ...(isThere
            ? { '&:hover': { bgcolor: 'action.hover' }, '&:focus-visible': { outlineOffset: -2 } }
            : {}),
        }}
      >
        <Box sx={{ minWidth: 40, textAlign: 'right', fontSize: 20, fontWeight: 650, color: 'warning.main' }}>
          {printCount(count)}
        </Box>
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Box sx={{ fontWeight: 550 }}>{translate(`home.waiting.${key}.what`, { smart_count: count })}</Box>
          <Typography variant="caption" color="text.secondary">
            {translate(`home.waiting.${key}.why`)}
          </Typography>
        </Box>
        {isThere && <ArrowIcon fontSize="small" color="action" aria-hidden />}
      </Box>
    </Box>
  )
}
