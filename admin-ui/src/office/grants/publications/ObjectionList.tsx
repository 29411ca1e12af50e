/** Who objects, by when must it be answered, and what goes back to the school? */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { FunctionField, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page, Schemas } from '../../../api/contract'
import {
  ActionBar,
  choiceFilter,
  Col,
  EmptyState,
  InstantCol,
  OfficeList,
  OfficeTable,
  printDate,
  StatusChip,
  StatusCol,
  useAnswer,
  useTongue,
} from '../../../shared'
import { type Objection, objectionStates } from './types'

const filters = [choiceFilter('status', objectionStates, 'states.objections')]

export function ObjectionList() {
  const translate = useTranslate()
  return (
    <OfficeList<Objection>
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      rowClick={false}
      simple={{
        primary: (each) => each.body,
        secondary: (each) => (
          <>
            <div>{each.publicationTitle}</div>
            {each.reply && (
              <div>{`${translate('resources.objections.fields.reply')}${translate('kit.colon')}${each.reply}`}</div>
            )}
            <Box sx={{ my: 1 }}>
              <StatusChip status={each.status} resource="objections" />{' '}
              <Due objection={each} late={translate('publications.late')} />
            </Box>
            <Answering />
          </>
        ),
      }}
      empty={
        <EmptyState
          why={translate('publications.noObjections')}
          next={translate('publications.noObjectionsNext')}
        />
      }
    >
      {columns(translate)}
    </OfficeList>
  )
}

/** The same table within a publication. */
export function Objections() {
  const translate = useTranslate()
  return (
    <OfficeTable
      rowClick={false}
      resource="objections"
      empty={
        <EmptyState
          why={translate('publications.noObjections')}
          next={translate('publications.noObjectionsNext')}
        />
      }
    >
      {columns(translate)}
    </OfficeTable>
  )
}

const columns = (translate: ReturnType<typeof useTranslate>) => [
  <Col key="body" source="body" disableSort>
    <FunctionField<Objection> render={(each) => <Said objection={each} />} />
  </Col>,
  <InstantCol key="receivedAt" source="receivedAt" disableSort />,
  <Col key="dueOn" source="dueOn">
    <FunctionField<Objection>
      render={(each) => <Due objection={each} late={translate('publications.late')} />}
    />
  </Col>,
  <StatusCol key="status" />,
  <Col key="actions" source="actions" label="resources.objections.fields.actions" disableSort>
    <Answering />
  </Col>,
]

function Said({ objection: { body, contact, reply, publicationTitle } }: { objection: Objection }) {
  const translate = useTranslate()
  return (
    <Box sx={{ minWidth: 220, maxWidth: 480, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      <Typography variant="caption" color="text.secondary">
        {publicationTitle}
      </Typography>
      <Typography variant="body2">{body}</Typography>
      {contact && (
        <Typography variant="body2" color="text.secondary">
          {translate('resources.objections.fields.contact')} {contact}
        </Typography>
      )}
      {reply && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {`${translate('resources.objections.fields.reply')}${translate('kit.colon')}${reply}`}
        </Typography>
      )}
    </Box>
  )
}

function Due({ objection: { dueOn, isLate }, late }: { objection: Objection; late: string }) {
  const tongue = useTongue()
  return (
    <>
      {printDate(dueOn, tongue)} {isLate && <StatusChip status="overdue" label={late} />}
    </>
  )
}

function Answering() {
  const translate = useTranslate()
  const [declarationId, setDeclarationId] = useState<number | null>(null)
  return (
    <ActionBar
      events={{
        uphold: {
          comment: 'required',
          details: (each) => (
            <DeclarationChoice
              publicationId={(each as Objection).publicationId}
              value={declarationId}
              onChange={setDeclarationId}
              label={translate('publications.declarationToReturn')}
            />
          ),
          body: () => (declarationId === null ? {} : { declarationId }),
        },
        dismiss: { comment: 'required', isDangerous: false },
      }}
    />
  )
}

function DeclarationChoice({
  publicationId,
  value,
  onChange,
  label,
}: {
  publicationId: number
  value: number | null
  onChange: (id: number | null) => void
  label: string
}) {
  const translate = useTranslate()
  const { data } = useAnswer<Page<Schemas['DeclarationOut']>>(
    `/api/declarations${query({ status: 'publishing', publicationId, pageSize: 200 })}`,
  )
  const own = data?.items.filter((each) => each.publicationId === publicationId) ?? []
  if (own.length === 0) return null
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      sx={{ mt: 4 }}
    >
      <MenuItem value="">{translate('publications.none2')}</MenuItem>
      {own.map((each) => (
        <MenuItem key={each.id} value={each.id}>
          {each.schoolName}
        </MenuItem>
      ))}
    </TextField>
  )
}
