/** What is public, until when, and has anybody objected? */
import { FunctionField, useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  CutText,
  DateCol,
  EmptyState,
  OfficeList,
  StatusChip,
  today,
  useTongue,
} from '../../../shared'
import { publicationKinds, type PublicationRow, publicationStates } from './types'

const filters = [
  choiceFilter('status', publicationStates, 'states.publications'),
  choiceFilter('kind', publicationKinds, 'publications.kinds'),
]

export function PublicationList() {
  const translate = useTranslate()
  const isChinese = useTongue() === 'zh'
  return (
    <OfficeList<PublicationRow>
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasExport={false}
      searchPlaceholder="publications.search"
      empty={<EmptyState why={translate('publications.none')} next={translate('publications.noneNext')} />}
      simple={{
        primary: (each) => (isChinese ? each.title : each.titleEn),
        secondary: (each) =>
          `${each.opensOn} – ${each.closesOn} · ${isChinese ? each.publisher : each.publisherEn}`,
        trailing: (each) => <Stand publication={each} />,
      }}
    >
      <Col source="title" disableSort>
        <CutText source={isChinese ? 'title' : 'titleEn'} />
      </Col>
      <Col source="kind" disableSort>
        <FunctionField<PublicationRow> render={(each) => translate(`publications.kinds.${each.kind}`)} />
      </Col>
      <Col
        source={isChinese ? 'publisher' : 'publisherEn'}
        label="resources.publications.fields.publisher"
        disableSort
      />
      <DateCol source="opensOn" />
      <DateCol source="closesOn" />
      <Col source="objectionCount" disableSort>
        <FunctionField<PublicationRow>
          render={(each) =>
            translate('publications.openObjections', {
              open: each.openObjectionCount,
              all: each.objectionCount,
            })
          }
        />
      </Col>
      <Col source="status" disableSort>
        <FunctionField<PublicationRow> render={(each) => <Stand publication={each} />} />
      </Col>
    </OfficeList>
  )
}

/** Until somebody archives it, it stays open in the records; what people want to know is whether its period is over. */
export function Stand({
  publication: { status, closesOn },
}: {
  publication: Pick<PublicationRow, 'status' | 'closesOn'>
}) {
  const translate = useTranslate()
  return status === 'open' && closesOn < today() ? (
    <StatusChip status="ended" label={translate('publications.over')} />
  ) : (
    <StatusChip status={status} resource="publications" />
  )
}
