/** Which standards are in force, who set them, and by which document? */
import { useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  dateFilter,
  DateCol,
  EmptyState,
  OfficeList,
  printFen,
  referenceFilter,
  useTongue,
} from '../../../shared'
import type { Standard } from '../types'
import { formulaOf } from './formula'

export const models = allOf<Standard['model']>()([
  'per_class',
  'per_enrolled',
  'per_participant',
  'per_session',
  'per_waived',
])
export const stages = allOf<Standard['stage']>()(['primary', 'junior_secondary'])
const filters = [
  referenceFilter('fundId', 'funds'),
  choiceFilter('stage', stages, 'stages'),
  choiceFilter('model', models, 'standards.models'),
  dateFilter('on'),
]

/** Where a standard comes from: the nation, a region, or the school itself. */
export function useSetBy(): (standard: Standard) => string {
  const translate = useTranslate()
  const tongue = useTongue()
  return (standard) =>
    standard.schoolName
      ? translate('standards.ownSchool', { school: standard.schoolName })
      : standard.regionCode === ''
        ? translate('funding.levels.nation')
        : ((tongue === 'en' ? standard.regionNameEn : standard.regionName) ?? standard.regionCode)
}

export function useHolds(): (standard: Standard) => string {
  const translate = useTranslate()
  return (each) =>
    [
      translate(`stages.${each.stage}`),
      ...(each.area === 'any' ? [] : [translate(`standards.area.${each.area}`)]),
      ...(each.ownership === 'any' ? [] : [translate(`standards.ownership.${each.ownership}`)]),
    ].join(' · ')
}

export function StandardList() {
  const translate = useTranslate()
  const setBy = useSetBy()
  const holds = useHolds()
  return (
    <OfficeList<Standard>
      order={{ field: 'validFromOn', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      createLabel="standards.newVersion"
      hiddenColumns={['issuer', 'countDay']}
      empty={
        <EmptyState why={translate('funding.noStandards')} next={translate('declaring.chooseFundNext')} />
      }
      simple={{
        primary: (each) => each.fundName,
        secondary: (each) =>
          `${holds(each)} · ${formulaOf(each, translate)} · ${each.documentNumber || each.issuer}`,
        trailing: (each) => (each.amountFen === 0 ? '' : printFen(each.amountFen)),
      }}
    >
      <Col source="fundName" disableSort />
      <Col source="holds" disableSort render={(each) => holds(each as Standard)} />
      <Col source="model" disableSort render={(each) => formulaOf(each as Standard, translate)} />
      <Col source="regionCode" disableSort render={(each) => setBy(each as Standard)} />
      <DateCol source="validFromOn" />
      <DateCol source="validToOn" disableSort />
      <Col
        source="documentNumber"
        disableSort
        render={(each) => each.documentNumber || translate('standards.noDocument')}
      />
      <Col source="issuer" disableSort />
      <Col source="countDay" disableSort />
    </OfficeList>
  )
}
