/** Which surveys are there, and how many have answered? */
import { FunctionField, useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  OfficeList,
  printDate,
  StatusCol,
  StatusChip,
  useMay,
  useTongue,
} from '../../../shared'
import { surveyStates, titleOf, type SurveyRow } from '../types'
import { Progress } from './Progress'

const filters = [choiceFilter('status', surveyStates, 'states.surveys')]

export function SurveyList() {
  const translate = useTranslate()
  const tongue = useTongue()
  const mayMake = useMay('survey.write')
  return (
    <OfficeList<SurveyRow>
      scope={['school', 'term']}
      order={{ field: 'opensOn', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      createLabel="surveys.new"
      empty={
        <EmptyState
          why={translate('surveys.none')}
          next={translate(mayMake ? 'surveys.noneNext' : 'surveys.noneNextSchool')}
        />
      }
      simple={{
        primary: (each) => titleOf(each, tongue),
        secondary: (each) => (
          <>
            <Progress survey={each} />
            {translate('surveys.until', { date: printDate(each.closesOn, tongue) })}
          </>
        ),
        trailing: (each) => <StatusChip status={each.status} />,
      }}
    >
      <Col source="title">
        <FunctionField render={(each: SurveyRow) => titleOf(each, tongue)} />
      </Col>
      <DateCol source="opensOn" />
      <DateCol source="closesOn" />
      <Col source="answeredCount" disableSort>
        <Progress />
      </Col>
      <StatusCol source="status" />
    </OfficeList>
  )
}
