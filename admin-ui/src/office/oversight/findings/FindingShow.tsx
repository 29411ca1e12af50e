/** What was found, where can it be seen, who mends it by when, and is it gone? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import type { Schemas } from '../../../api/contract'
import {
  ActionBar,
  addDays,
  type Fact,
  printDate,
  printInstant,
  RecordPage,
  StatusChip,
  type TabOf,
  Timeline,
  today,
  useAnswer,
  useTongue,
  AttachmentsField,
} from '../../../shared'
import { type Finding, Severity } from './FindingList'

type Owner = Schemas['OwnerOut']

const pages: Record<string, string> = {
  declaration: 'declarations',
  payment: 'payments',
  appropriation: 'appropriations',
  settlement: 'settlements',
  publication: 'publications',
  session: 'sessions',
}

const tabs: TabOf<Finding>[] = [
  { key: 'evidence', label: 'findings.evidence', content: (each) => <Evidence finding={each} /> },
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) =>
      each.schoolId === null ? null : (
        <AttachmentsField
          entity="audit_finding"
          entityId={each.id}
          mayAdd={each.actions.includes('rectify')}
        />
      ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="finding" resource="findings" entityId={each.id} />,
  },
]

export function FindingShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const [ownerId, setOwnerId] = useState<number | ''>('')
  const [dueOn, setDueOn] = useState(addDays(today(), 14))
  const facts = (each: Finding): Fact[] => [
    { label: translate('resources.findings.fields.ruleName'), value: each.ruleName },
    { label: translate('resources.findings.fields.severity'), value: <Severity severity={each.severity} /> },
    ...(each.schoolName
      ? [{ label: translate('resources.findings.fields.schoolName'), value: each.schoolName }]
      : []),
    { label: translate('findings.owner'), value: each.ownerName },
    {
      label: translate('findings.due'),
      value: each.dueOn ? (
        <>
          {printDate(each.dueOn, tongue)}{' '}
          {each.isLate && <StatusChip status="overdue" label={translate('findings.late')} />}
        </>
      ) : null,
    },
    { label: translate('resources.findings.fields.foundAt'), value: printInstant(each.foundAt) },
  ]
  return (
    <RecordPage<Finding>
      title={(each) => each.sentence}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            assign: {
              isUsual: true,
              comment: 'optional',
              details: (each) => (
                <Assigning
                  finding={each as Finding}
                  ownerId={ownerId}
                  setOwnerId={setOwnerId}
                  dueOn={dueOn}
                  setDueOn={setDueOn}
                />
              ),
              body: () => ({ ownerId, dueOn }),
            },
            rectify: { isUsual: true, comment: 'required' },
            verify: { isUsual: true, comment: 'none' },
            dismiss: { comment: 'required', isDangerous: true },
          }}
        />
      }
    />
  )
}

interface AssigningProps {
  finding: Finding
  ownerId: number | ''
  setOwnerId: (id: number) => void
  dueOn: string
  setDueOn: (on: string) => void
}

function Assigning({ finding, ownerId, setOwnerId, dueOn, setDueOn }: AssigningProps) {
  const translate = useTranslate()
  const { data } = useAnswer<Owner[]>(`/api/findings/${finding.id}/owners`)
  return (
    <Box sx={{ display: 'grid', gap: 4, mt: 4 }}>
      <TextField
        select
        required
        label={translate('findings.owner')}
        value={ownerId}
        onChange={(event) => setOwnerId(Number(event.target.value))}
      >
        {(data ?? []).map((owner) => (
          <MenuItem key={owner.id} value={owner.id}>
            {owner.displayName} · {translate(`roles.${owner.role}`, { _: owner.role })}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="date"
        required
        label={translate('findings.due')}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today() } }}
      />
    </Box>
  )
}

function Evidence({ finding }: { finding: Finding }) {
  const translate = useTranslate()
  return (
    <Paper sx={{ p: 4 }}>
      <Alert severity={finding.goneAt ? 'success' : 'warning'} sx={{ mb: 3 }}>
        {finding.goneAt
          ? translate('findings.gone', { at: printInstant(finding.goneAt) })
          : translate('findings.still')}
      </Alert>
      {finding.evidence.length === 0 ? (
        translate('findings.noEvidence')
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {finding.evidence.map(({ entity, id, label }) => {
            const text = `${translate(`findings.things.${entity}`, { id, _: `${entity} ${id}` })}${label ? ` ${label}` : ''}`
            const noun = pages[entity]
            return (
              <li key={`${entity}/${id}`}>{noun ? <Link to={`/${noun}/${id}/show`}>{text}</Link> : text}</li>
            )
          })}
        </Box>
      )}
    </Paper>
  )
}
