/** Which terms are there? */
import { useTranslate } from 'react-admin'
import { Col, DateCol, EmptyState, OfficeList, StatusChip, useTongue, type Term } from '../../../shared'

export function TermList() {
  const translate = useTranslate()
  const tongue = useTongue()
  const nameOf = (term: Term) => (tongue === 'en' ? (term.nameEn ?? term.name) : term.name)
  const yearOf = (term: Term) =>
    translate('organisation.schoolYear', { from: term.schoolYear, to: term.schoolYear + 1 })
  const chip = (term: Term) =>
    term.isCurrent ? (
      <StatusChip status="current" label={translate('resources.terms.fields.isCurrent')} />
    ) : null
  return (
    <OfficeList<Term>
      order={{ field: 'startsOn', order: 'DESC' }}
      hasSearch={false}
      hasExport={false}
      empty={
        <EmptyState why={translate('organisation.noTerms')} next={translate('organisation.noTermsNext')} />
      }
      simple={{ primary: nameOf, secondary: (term) => `${term.startsOn} – ${term.endsOn}`, trailing: chip }}
    >
      <Col source="name" render={(term) => nameOf(term as Term)} />
      <Col source="schoolYear" disableSort render={(term) => yearOf(term as Term)} />
      <DateCol source="startsOn" />
      <DateCol source="endsOn" disableSort />
      <Col source="isCurrent" disableSort render={(term) => chip(term as Term)} />
    </OfficeList>
  )
}
