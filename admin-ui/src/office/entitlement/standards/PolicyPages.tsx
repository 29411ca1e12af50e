/** What else is laid down for a fund: deadlines, publication, money left, caps. */
import {
  maxLength,
  maxValue,
  minLength,
  minValue,
  NumberInput,
  regex,
  required,
  SelectInput,
  TextInput,
  useTranslate,
} from 'react-admin'
import { allOf, type Schemas } from '../../../api/contract'
import {
  Col,
  CreatePage,
  DateCol,
  EmptyState,
  FenInput,
  LocalDateInput,
  NameSearch,
  NumberCol,
  OfficeList,
  referenceFilter,
  useTongue,
} from '../../../shared'

type Policy = Schemas['FundPolicyOut']
const day = [regex(/^\d{2}-\d{2}$/, 'standards.dayHelp')]
const standardsBy = allOf<Policy['standardsBy']>()(['count_day', 'time']).map((id) => ({
  id,
  name: `standards.standardsBy.${id}`,
}))
const declarationPeriods = allOf<NonNullable<Policy['declarationPeriod']>>()([
  'year',
  'half',
  'term',
  'month',
]).map((id) => ({ id, name: `standards.declarationPeriod.${id}` }))
const leftover = allOf<Policy['leftover']>()(['carry', 'return']).map((id) => ({
  id,
  name: `standards.leftover.${id}`,
}))
const filters = [referenceFilter('fundId', 'funds')]

export function PolicyList() {
  const translate = useTranslate()
  const tongue = useTongue()
  const regionOf = ({ regionCode, regionName, regionNameEn }: Policy) =>
    regionCode === ''
      ? translate('funding.levels.nation')
      : ((tongue === 'en' ? regionNameEn : regionName) ?? regionCode)
  return (
    <OfficeList<Policy>
      order={{ field: 'validFromOn', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      rowClick={false}
      createLabel="standards.newPolicy"
      hiddenColumns={['issuer', 'spendingDueDay', 'budgetCategory']}
      empty={
        <EmptyState why={translate('standards.noPolicies')} next={translate('standards.noPoliciesNext')} />
      }
      simple={{
        primary: (each) => each.fundName,
        secondary: (each) =>
          `${each.validFromOn} · ${translate(`standards.leftover.${each.leftover}`)} · ${each.documentNumber || each.issuer}`,
      }}
    >
      <Col source="fundName" disableSort />
      <Col source="regionCode" disableSort render={(each) => regionOf(each as Policy)} />
      <NumberCol source="publicationWorkdays" disableSort />
      <Col source="estimateDueDay" disableSort />
      <Col source="declarationDueDay" disableSort />
      <Col source="spendingDueDay" disableSort />
      <Col
        source="leftover"
        disableSort
        render={(each) => translate(`standards.leftover.${each.leftover}`)}
      />
      <Col
        source="standardsBy"
        disableSort
        render={(each) => translate(`standards.standardsBy.${each.standardsBy}`)}
      />
      <Col
        source="declarationPeriod"
        disableSort
        render={(each) => translate(`standards.declarationPeriod.${each.declarationPeriod ?? 'usual'}`)}
      />
      <NumberCol source="leastParticipants" disableSort />
      <Col source="budgetCategory" disableSort />
      <DateCol source="validFromOn" />
      <DateCol source="validToOn" disableSort />
      <Col source="documentNumber" disableSort />
      <Col source="issuer" disableSort />
    </OfficeList>
  )
}

export function PolicyCreate() {
  const translate = useTranslate()
  return (
    <CreatePage
      title={translate('standards.newPolicy')}
      redirect="list"
      defaultValues={{ publicationWorkdays: 5, leftover: 'carry', standardsBy: 'count_day' }}
      consequence={translate('standards.policyConsequence')}
      transform={(data) =>
        Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''))
      }
    >
      <NameSearch source="fundId" reference="funds" validate={required()} />
      <NumberInput
        source="publicationWorkdays"
        min={5}
        max={60}
        helperText="standards.workdaysHelp"
        validate={[required(), minValue(5), maxValue(60)]}
      />
      <SelectInput source="leftover" choices={leftover} validate={required()} />
      <TextInput source="estimateDueDay" helperText="standards.dayHelp" validate={day} />
      <TextInput source="declarationDueDay" helperText="standards.dayHelp" validate={day} />
      <TextInput source="spendingDueDay" helperText="standards.dayHelp" validate={day} />
      <NumberInput source="distributionDays" min={1} max={365} />
      <FenInput source="payRateCapFen" />
      <NumberInput source="teacherSharePerMille" min={0} max={1000} />
      <SelectInput
        source="standardsBy"
        choices={standardsBy}
        helperText="standards.standardsByHelp"
        validate={required()}
      />
      <SelectInput
        source="declarationPeriod"
        choices={declarationPeriods}
        helperText="standards.declarationPeriodHelp"
        emptyText="standards.declarationPeriod.usual"
      />
      <NumberInput source="leastParticipants" min={1} max={60} helperText="standards.leastParticipantsHelp" />
      <TextInput source="budgetCategory" validate={maxLength(20)} />
      <LocalDateInput source="validFromOn" validate={required()} />
      <TextInput source="issuer" validate={[required(), minLength(2), maxLength(80)]} />
      <TextInput source="documentNumber" validate={[required(), minLength(2), maxLength(60)]} />
    </CreatePage>
  )
}
