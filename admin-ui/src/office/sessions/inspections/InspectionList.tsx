/** What did patrols find, and what is still to be mended? */
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import {
  ActionBar,
  choiceFilter,
  Col,
  CutText,
  DateCol,
  dateFilter,
  EmptyState,
  NumberCol,
  OfficeList,
  referenceFilter,
  StatusChip,
  type Meaning,
} from '../../../shared'
import type { Inspection } from '../types'
import { foundKeys } from './found'
import { InspectDialog } from './InspectDialog'

const filters = [
  choiceFilter('status', allOf<Inspection['status']>()(['clear', 'open', 'mended']), 'states.inspections'),
  dateFilter('from'),
  dateFilter('to'),
  referenceFilter('teacherId', 'teachers'),
  referenceFilter('sectionId', 'sections'),
]
const meanings: Record<Inspection['status'], Meaning> = { clear: 'done', open: 'waiting', mended: 'info' }

export function InspectionList() {
  const translate = useTranslate()
  const [opened, setOpened] = useState<Inspection | null>(null)
  const found = (each: Inspection) =>
    foundKeys(each)
      .map((key) => translate(key))
      .join(translate('kit.comma'))
  return (
    <>
      <OfficeList<Inspection>
        scope={['school', 'term']}
        order={{ field: 'heldOn', order: 'DESC' }}
        filters={filters}
        rowClick={false}
        searchPlaceholder="resources.inspections.fields.remark"
        empty={<EmptyState why={translate('patrol.noRecords')} next={translate('patrol.noRecordsNext')} />}
        simple={{
          primary: (each) => `${each.sectionName} · ${each.teacherName}`,
          secondary: (each) => `${each.heldOn} ${each.startTime} · ${found(each)}`,
          trailing: (each) => translate(`states.inspections.${each.status}`),
          to: (each) => `/sessions/${each.sessionId}/show`,
        }}
      >
        <DateCol source="heldOn" />
        <Col source="sectionName" disableSort />
        <Col source="teacherName" disableSort />
        <Col source="found" disableSort render={(row) => found(row as Inspection)} />
        <NumberCol source="dueCount" disableSort />
        <NumberCol source="countedCount" disableSort />
        <Col source="remark" disableSort>
          <CutText source="remark" width={140} />
        </Col>
        <Col source="mending" disableSort>
          <CutText source="mending" width={140} />
        </Col>
        <Col source="inspectedByName" disableSort />
        <Col
          source="status"
          render={(row) => (
            <StatusChip
              status={(row as Inspection).status}
              resource="inspections"
              meaning={meanings[(row as Inspection).status]}
            />
          )}
        />
        <Col
          source="actions"
          disableSort
          render={(row) => <InspectionActs row={row as Inspection} setOpened={setOpened} />}
        />
      </OfficeList>
      {opened && (
        <InspectDialog
          key={opened.id}
          session={{ ...opened, id: opened.sessionId }}
          written={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

function InspectionActs({
  row,
  setOpened,
}: {
  row: Inspection
  setOpened: (value: Inspection | null) => void
}) {
  const translate = useTranslate()
  return (
    <ActionBar resource="inspections" record={row} events={{ mend: { comment: 'required', isUsual: true } }}>
      {row.actions.includes('update') && (
        <Button onClick={() => setOpened(row)}>{translate('patrol.correct')}</Button>
      )}
    </ActionBar>
  )
}
