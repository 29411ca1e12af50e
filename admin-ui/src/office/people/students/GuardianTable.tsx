import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import { EmptyState, StatusChip } from '../../../shared'
import type { Guardian, UnmaskedStudent } from './student'

export function GuardianTable({ guardians, full }: { guardians: Guardian[]; full: UnmaskedStudent | null }) {
  const translate = useTranslate()
  if (guardians.length === 0)
    return <EmptyState why={translate('people.noGuardians')} next={translate('people.noGuardiansNext')} />
  const phoneOf = (guardian: Guardian) =>
    full?.guardians.find((one) => one.id === guardian.id)?.phone ?? guardian.phone
  return (
    <TableContainer component={Paper}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {[
              'resources.students.fields.name',
              'people.relation',
              'resources.teachers.fields.phone',
              'people.account',
            ].map((key) => (
              <TableCell key={key}>{translate(key)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {guardians.map((guardian) => (
            <TableRow key={guardian.id}>
              <TableCell>{guardian.name}</TableCell>
              <TableCell>{guardian.relation}</TableCell>
              <TableCell sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                {phoneOf(guardian)}
              </TableCell>
              <TableCell>
                <StatusChip
                  status={guardian.isActivated ? 'active' : 'unused'}
                  label={translate(guardian.isActivated ? 'people.activated' : 'people.notActivated')}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
