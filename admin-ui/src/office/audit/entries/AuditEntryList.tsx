/** Who did what, when, and what was it before? Entries are never changed or deleted. */
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { TextInput, useRecordContext, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { Col, EmptyState, InstantCol, OfficeList, type FilterField } from '../../../shared'
import { differences, printValue } from './difference'

type AuditEntry = Schemas['AuditEntryOut']

const textFilter = (source: string): FilterField => ({
  source,
  input: <TextInput key={source} source={source} helperText={false} />,
  Words: ({ value }) => String(value),
})
const filters = [textFilter('entity'), textFilter('entityId'), textFilter('action')]

export function AuditEntryList() {
  const translate = useTranslate()
  const actionOf = ({ action }: AuditEntry) => {
    const [thing = '', verb = ''] = action.split('.')
    const inWords = {
      verb: translate(`system.audit.verbs.${verb}`, { _: translate(`kit.events.${verb}`, { _: verb }) }),
      thing: translate(`entities.${thing}`, { _: thing }),
    }
    return translate(`system.audit.actions.${action}`, { _: translate('system.audit.did', inWords) })
  }
  const thingOf = (entry: AuditEntry) =>
    `${translate(`entities.${entry.entity}`, { _: entry.entity })}${entry.entityId === null ? '' : ` ${entry.entityId}`}`
  return (
    <OfficeList<AuditEntry>
      filters={filters}
      hasSearch={false}
      perPage={50}
      rowClick="expand"
      expand={<Change />}
      expandSingle
      hiddenColumns={['requestId']}
      empty={<EmptyState why={translate('system.audit.empty')} />}
    >
      <InstantCol source="at" disableSort />
      <Col source="actorName" disableSort />
      <Col source="action" disableSort render={(entry) => actionOf(entry as AuditEntry)} />
      <Col source="entity" disableSort render={(entry) => thingOf(entry as AuditEntry)} />
      <Col source="requestId" disableSort />
    </OfficeList>
  )
}

function Change() {
  const translate = useTranslate()
  const entry = useRecordContext<AuditEntry>()
  const changes = differences(entry?.before, entry?.after)
  if (changes.length === 0)
    return (
      <Typography color="text.secondary" sx={{ p: 3 }}>
        {translate('system.audit.noDifference')}
      </Typography>
    )
  return (
    <Box sx={{ p: 3, overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('system.audit.what')} sx={{ width: 'auto', minWidth: 420 }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('system.audit.field')}</TableCell>
            <TableCell>{translate('resources.audit-entries.fields.before')}</TableCell>
            <TableCell>{translate('resources.audit-entries.fields.after')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map(({ field, before, after }) => (
            <TableRow key={field}>
              <TableCell>{field}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere', maxWidth: 420 }}>
                <Box
                  component="del"
                  sx={{
                    bgcolor: 'error.light',
                    color: 'error.dark',
                    textDecoration: before === undefined || before === null ? 'none' : 'line-through',
                  }}
                >
                  {printValue(before)}
                </Box>
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere', maxWidth: 420 }}>
                <Box
                  component="ins"
                  sx={{ bgcolor: 'success.light', color: 'success.dark', textDecoration: 'none' }}
                >
                  {printValue(after)}
                </Box>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
