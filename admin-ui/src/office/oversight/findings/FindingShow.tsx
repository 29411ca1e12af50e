/** What was found, where can it be seen, who mends it by when, and is it gone? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import type { Schemas } from '../../../api/contract'
import {
  ActionBar,
  addDays,
  type Fact,
  printDate,
  printFen,
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
  pay_list: 'pay-lists',
  appropriation: 'appropriations',
  settlement: 'settlements',
  publication: 'publications',
  session: 'sessions',
}

const tabs: TabOf<Finding>[] = [
  {
    key: 'evidence',
    label: 'findings.evidence',
    content: (each) => (each.source === 'outside' ? <Said finding={each} /> : <Evidence finding={each} />),
  },
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) =>
      each.schoolId === null ? null : (
        <AttachmentsField entity="finding" entityId={each.id} mayAdd={each.actions.includes('rectify')} />
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
  const facts = useFacts()
  const [ownerId, setOwnerId] = useState<number | ''>('')
  const [chosen, setDueOn] = useState<string | null>(null)
  // The institution has said until when; for what a rule has found it is usually two weeks.
  const dueOnOf = (each: Finding) =>
    chosen ?? (each.dueOn !== null && each.dueOn >= today() ? each.dueOn : addDays(today(), 14))
  // What the rules would do says nothing to somebody who mends what an institution has found.
  const say = (event: 'rectify' | 'verify') => (each: RaRecord) =>
    translate(
      (each as Finding).source === 'outside'
        ? `findings.outsideSteps.${event}`
        : `resources.findings.events.${event}.consequence`,
    )
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
                  dueOn={dueOnOf(each as Finding)}
                  setDueOn={setDueOn}
                />
              ),
              body: (each) => ({ ownerId, dueOn: dueOnOf(each as Finding) }),
            },
            verify: { isUsual: true, comment: 'none', consequence: say('verify') },
            rectify: { isUsual: true, comment: 'required', consequence: say('rectify') },
            close: { isUsual: true, comment: 'required' },
            'send-back': { comment: 'required' },
            dismiss: { comment: 'required', isDangerous: true },
          }}
        />
      }
    />
  )
}

function useFacts(): (each: Finding) => Fact[] {
  const translate = useTranslate()
  const tongue = useTongue()
  return (each) => [
    { label: translate('resources.findings.fields.ruleName'), value: each.ruleName },
    ...(each.source === 'outside'
      ? [
          {
            label: translate('resources.findings.fields.institution'),
            value: [each.institution, each.documentNumber].filter(Boolean).join(' · '),
          },
          {
            label: translate('resources.findings.fields.foundOn'),
            value: each.foundOn ? printDate(each.foundOn, tongue) : null,
          },
          {
            label: translate('resources.findings.fields.amountFen'),
            value: each.amountFen === null ? translate('findings.noAmount') : printFen(each.amountFen),
          },
        ]
      : []),
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

/** The institution's own words. */
function Said({ finding }: { finding: Finding }) {
  return <Paper sx={{ p: 4, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{finding.text}</Paper>
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
