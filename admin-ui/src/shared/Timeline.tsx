/** Who moved a record from which state to which, when and why. */
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate, type Identifier } from 'react-admin'
import { query } from '../api/call'
import type { Schemas } from '../api/contract'
import { printInstant } from './format'
import { ErrorNotice } from './ErrorNotice'
import { useAnswer } from './hooks'
import { StatusChip } from './StatusChip'

type Transition = Schemas['TransitionOut']

/** @param entity the name of the noun in the history, for example `plan`; `resource` the plural that holds its texts. */
export function Timeline({
  entity,
  entityId,
  resource,
}: {
  entity: string
  entityId: Identifier
  resource?: string
}) {
  const translate = useTranslate()
  const { data, isPending, error, refetch } = useAnswer<Transition[]>(
    `/api/transitions${query({ entity, entityId })}`,
  )
  if (isPending) return <Skeleton height={80} />
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data.length === 0)
    return <Typography color="text.secondary">{translate('kit.timeline.empty')}</Typography>
  const newestFirst = [...data].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, borderLeft: 2, borderColor: 'divider' }}>
      {newestFirst.map((move, i) => (
        <Box
          component="li"
          key={move.id}
          sx={{
            pl: 4,
            pb: 4,
            position: 'relative',
            '&::before': {
              content: '""',
              position: 'absolute',
              left: -6,
              top: 8,
              width: 10,
              height: 10,
              borderRadius: '50%',
              bgcolor: i === 0 ? 'primary.main' : 'text.disabled',
            },
          }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <Typography sx={{ fontWeight: 600 }}>
              {translate(`resources.${resource ?? ''}.events.${move.event}.label`, {
                _: translate(`kit.events.${move.event}`, { _: move.event }),
              })}
            </Typography>
            <StatusChip status={move.toState} {...(resource ? { resource } : {})} />
          </Box>
          <Typography variant="body2" color="text.secondary">
            {move.onBehalfOfName
              ? translate('kit.timeline.onBehalf', { actor: move.actorName, giver: move.onBehalfOfName })
              : move.actorName}{' '}
            · {printInstant(move.at)}
          </Typography>
          {move.comment && (
            <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap' }}>
              {translate('kit.timeline.said', { comment: move.comment })}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  )
}
