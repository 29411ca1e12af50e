/** Which targets have been set, how far are they, and setting them from an approved estimate. */
import { ReferenceInput, required, SelectInput, useTranslate } from 'react-admin'
import { allOf, type Schemas } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  CreatePage,
  DateCol,
  EmptyState,
  fiscalYears,
  NumberCol,
  OfficeList,
  presentYear,
  printFen,
  StatusChip,
  StatusCol,
  useScope,
} from '../../../shared'

type Target = Schemas['PerformanceTargetOut']
type Estimate = Schemas['EstimateOut']

const states = allOf<Target['status']>()(['set', 'monitored', 'submitted', 'evaluated'])
const filters = [
  choiceFilter('status', states, 'states.performance-targets'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
]

export function PerformanceList() {
  const translate = useTranslate()
  const reached = (each: Target) =>
    each.judgedCount === 0
      ? translate('performing.notJudged')
      : translate('performing.reachedOf', { reached: each.reachedCount, judged: each.judgedCount })
  return (
    <OfficeList<Target>
      scope={['school']}
      order={{ field: 'updatedAt', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      createLabel="performing.new"
      empty={<EmptyState why={translate('performing.empty')} next={translate('performing.emptyNext')} />}
      simple={{
        primary: (each) => each.schoolName,
        secondary: (each) => `${each.fiscalYear} · ${each.fundName} · ${reached(each)}`,
        trailing: (each) => <StatusChip status={each.status} />,
      }}
    >
      <Col source="schoolName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} />
      <Col source="fundName" disableSort />
      <NumberCol source="reachedCount" disableSort />
      <NumberCol source="judgedCount" disableSort />
      <DateCol source="updatedAt" />
      <StatusCol source="status" />
    </OfficeList>
  )
}

const nameOf = (each: Estimate) =>
  `${each.schoolName} · ${each.fiscalYear} · ${each.fundName} · ${printFen(each.amountFen)}`

export function PerformanceCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      title={translate('performing.new')}
      saveLabel="performing.set"
      saved="performing.isSet"
      consequence={translate('performing.consequence')}
    >
      <ReferenceInput
        source="estimateId"
        reference="estimates"
        filter={{ status: 'approved', ...(schoolId === undefined ? {} : { schoolId }) }}
        sort={{ field: 'fiscalYear', order: 'DESC' }}
        perPage={100}
      >
        <SelectInput optionText={nameOf} validate={required()} helperText="performing.estimateHelp" />
      </ReferenceInput>
    </CreatePage>
  )
}
