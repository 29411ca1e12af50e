/** Which sheets were brought in, by whom, and what became of their rows? */
import { ReferenceField, useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  CreateLink,
  CutText,
  EmptyState,
  InstantCol,
  OfficeList,
  StatusChip,
  StatusCol,
  useScope,
} from '../../../shared'
import { importKinds, importStates, type ImportRow } from './import-run'

const filters = [
  choiceFilter('kind', importKinds, 'exchange.kinds'),
  choiceFilter('status', importStates, 'states.imports'),
]
const counted = ['new', 'changed', 'unchanged', 'refused'] as const

export function ImportList() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <OfficeList<ImportRow>
      order={{ field: 'createdAt', order: 'DESC' }}
      scope={['school']}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      rowClick="show"
      createLabel="exchange.newImport"
      empty={
        <EmptyState
          why={translate('exchange.noImports')}
          next={translate('exchange.noImportsNext')}
          action={<CreateLink label="exchange.newImport" />}
        />
      }
      simple={{
        primary: (run) => translate(`exchange.kinds.${run.kind}`),
        secondary: (run) => run.fileName,
        trailing: (run) => <StatusChip status={run.status} />,
      }}
    >
      <Col source="kind" render={(run) => translate(`exchange.kinds.${run.kind}`)} />
      <Col source="fileName" disableSort>
        <CutText source="fileName" />
      </Col>
      <StatusCol />
      {schoolId === undefined ? (
        <Col source="schoolId" disableSort>
          <ReferenceField source="schoolId" reference="schools" link={false} />
        </Col>
      ) : null}
      {counted.map((name) => (
        <Col
          key={name}
          source={name}
          disableSort
          align="right"
          render={(run) => (run as ImportRow).counts?.[name] ?? '–'}
        />
      ))}
      <Col source="uploadedByName" disableSort />
      <InstantCol source="createdAt" />
    </OfficeList>
  )
}
