/** Which calendar programs may read whose week? Addresses are made, shown once, and revoked. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import {
  ActionBar,
  EmptyState,
  ErrorNotice,
  PageHead,
  printInstant,
  StatusChip,
  useScopeFilter,
  useAll,
} from '../../../shared'
import { LinkMaker } from './LinkMaker'
import type { CalendarLink } from './link'

export function CalendarLinkList() {
  const translate = useTranslate()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const [showsRevoked, setShowsRevoked] = useState(false)
  const filter = { ...useScopeFilter(['school']), ...(showsRevoked ? {} : { isRevoked: false }) }
  const { data, error, isPending, refetch } = useAll<CalendarLink>('calendar-links', {
    sort: { field: 'createdAt', order: 'DESC' },
    filter,
  })
  const Rows = isPhone ? PhoneRows : DeskRows
  return (
    <>
      <PageHead title={translate('menu.calendarLinks')} under={translate('links.under')} />
      <LinkMaker onMade={() => void refetch()} />
      <FormControlLabel
        sx={{ mb: 2 }}
        control={
          <Checkbox checked={showsRevoked} onChange={(event) => setShowsRevoked(event.target.checked)} />
        }
        label={translate('links.showRevoked')}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {isPending ? (
        <Skeleton variant="rounded" height={200} />
      ) : (
        <Paper>
          {data?.length ? (
            <Rows links={data} />
          ) : (
            <EmptyState why={translate('links.none')} next={translate('links.noneNext')} />
          )}
        </Paper>
      )}
    </>
  )
}

function DeskRows({ links }: { links: CalendarLink[] }) {
  const translate = useTranslate()
  const heads = ['ownerName', 'kind', 'createdByName', 'createdAt', 'lastReadAt', 'state'] as const
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('links.listOf')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {heads.map((head) => (
              <TableCell key={head}>{translate(`resources.calendar-links.fields.${head}`)}</TableCell>
            ))}
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {links.map((link) => (
            <TableRow key={link.id}>
              <TableCell sx={{ fontWeight: 550 }}>{link.ownerName}</TableCell>
              <TableCell>{translate(`links.kinds.${link.kind}`)}</TableCell>
              <TableCell>{link.createdByName}</TableCell>
              <TableCell>{printInstant(link.createdAt)}</TableCell>
              <TableCell>
                {link.lastReadAt ? printInstant(link.lastReadAt) : translate('links.noneYet')}
              </TableCell>
              <TableCell>
                <State link={link} />
              </TableCell>
              <TableCell align="right">
                <Revoke link={link} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function PhoneRows({ links }: { links: CalendarLink[] }) {
  const translate = useTranslate()
  return (
    <Box component="ul" aria-label={translate('links.listOf')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {links.map((link) => (
        <Box
          component="li"
          key={link.id}
          sx={{ p: 4, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}
        >
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 550, flexGrow: 1 }}>
              {link.ownerName} · {translate(`links.kinds.${link.kind}`)}
            </Typography>
            <State link={link} />
          </Box>
          <Typography color="text.secondary">
            {link.createdByName} · {printInstant(link.createdAt)}
          </Typography>
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {translate('resources.calendar-links.fields.lastReadAt')}{' '}
            {link.lastReadAt ? printInstant(link.lastReadAt) : translate('links.noneYet')}
          </Typography>
          <Revoke link={link} />
        </Box>
      ))}
    </Box>
  )
}

function State({ link }: { link: CalendarLink }) {
  const translate = useTranslate()
  return link.revokedAt === null ? (
    <StatusChip status="active" meaning="done" label={translate('links.active')} />
  ) : (
    <StatusChip status="revoked" label={translate('links.revoked', { at: printInstant(link.revokedAt) })} />
  )
}

const Revoke = ({ link }: { link: CalendarLink }) => (
  <ActionBar
    resource="calendar-links"
    record={link}
    events={{ revoke: { comment: 'none', isDangerous: true } }}
  />
)
