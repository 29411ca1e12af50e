/** What have the audit rules found, who mends it, and what is late? */
import CheckIcon from '@mui/icons-material/PlaylistPlayOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { FunctionField, useNotify, useRefresh, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { allOf, type Schemas } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  OfficeList,
  StatusChip,
  StatusCol,
  useErrorText,
  useKehou,
  useMay,
  useScope,
} from '../../../shared'

export type Finding = Schemas['FindingOut']
type Run = Schemas['AuditRunOut']

export const findingStates = allOf<Finding['status']>()([
  'open',
  'rectifying',
  'rectified',
  'verified',
  'closed',
  'dismissed',
])
export const problems = allOf<NonNullable<Finding['problem']>>()([
  'over_charged',
  'unrelated_spending',
  'irregular_accounting',
  'published_late',
])
const sources = allOf<Finding['source']>()(['rule', 'outside'])
const severities = allOf<Finding['severity']>()(['error', 'warning'])
const filters = [
  choiceFilter('source', sources, 'findings.sources'),
  choiceFilter('problem', problems, 'findings.problems'),
  choiceFilter('status', findingStates, 'states.findings'),
  choiceFilter('severity', severities, 'findings.severities'),
  choiceFilter('isThere', ['yes', 'no'], 'findings.there'),
]

export function FindingList() {
  const translate = useTranslate()
  return (
    <OfficeList<Finding>
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      createLabel="findings.new"
      actions={<Acts />}
      empty={<EmptyState why={translate('findings.none')} next={translate('findings.noneNext')} />}
      simple={{
        primary: (each) => each.sentence,
        secondary: (each) => [each.institution, each.ruleName, each.schoolName].filter(Boolean).join(' · '),
        trailing: (each) => <StatusChip status={each.status} meaning={meaningOfFinding(each)} />,
      }}
    >
      <Col source="severity" disableSort>
        <FunctionField<Finding> render={(each) => <Severity severity={each.severity} />} />
      </Col>
      <Col source="sentence" disableSort />
      <Col source="schoolName" disableSort />
      <Col source="ruleName" disableSort />
      <Col source="institution" disableSort />
      <Col source="ownerName" disableSort />
      <DateCol source="dueOn" />
      <StatusCol />
    </OfficeList>
  )
}

export const meaningOfFinding = ({ source, status, isLate }: Finding) =>
  isLate
    ? 'refused'
    : status === 'closed' || (status === 'verified' && source === 'rule')
      ? 'done'
      : status === 'dismissed'
        ? 'info'
        : 'waiting'

export function Severity({ severity }: { severity: Finding['severity'] }) {
  const translate = useTranslate()
  return (
    <StatusChip
      status={severity}
      meaning={severity === 'error' ? 'refused' : 'waiting'}
      label={translate(`findings.severities.${severity}`)}
    />
  )
}

function Acts() {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const errorText = useErrorText()
  const mayRun = useMay('finding.assign')
  const { schoolId } = useScope()
  const [isRunning, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    try {
      const { newCount, presentCount, goneCount } = await kehou.call<Run>(
        'POST',
        '/api/audit-rules/run',
        schoolId === undefined ? {} : { schoolId },
      )
      notify('findings.ran', {
        type: 'success',
        messageArgs: { fresh: newCount, present: presentCount, gone: goneCount },
      })
      refresh()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button component={Link} to="/audit-rules">
        {translate('findings.rules')}
      </Button>
      {mayRun && (
        <Button variant="outlined" startIcon={<CheckIcon />} disabled={isRunning} onClick={() => void run()}>
          {translate(isRunning ? 'findings.running' : 'findings.run')}
        </Button>
      )}
    </>
  )
}
