/** The funds of a region, and a new one: which purpose counts as after-school service at which stage. */
import {
  ArrayInput,
  maxLength,
  minLength,
  regex,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useTranslate,
} from 'react-admin'
import { Col, CreatePage, EmptyState, OfficeList } from '../../../shared'
import { allOf, type Schemas } from '../../../api/contract'

type Fund = Schemas['FundOut']
type Purpose = Schemas['FundPurposeOut']
const stages = allOf<Purpose['stage']>()(['primary', 'junior_secondary']).map((id) => ({
  id,
  name: `stages.${id}`,
}))
const purposes = allOf<Purpose['service']>()([
  'after_school_primary',
  'after_school_junior',
  'school_general',
]).map((id) => ({
  id,
  name: `funding.purposes.${id}`,
}))

export function FundList() {
  const translate = useTranslate()
  const words = (fund: Fund) =>
    fund.purposes
      .map((each) =>
        [
          `${translate(`stages.${each.stage}`)}${translate('kit.colon')}${translate(`funding.purposes.${each.service}`)}`,
          each.other ? translate(`funding.purposes.${each.other}`) : '',
        ]
          .filter(Boolean)
          .join(' + '),
      )
      .join(' · ')
  return (
    <OfficeList<Fund>
      order={{ field: 'code', order: 'ASC' }}
      hasSearch={false}
      hasExport={false}
      rowClick={false}
      empty={<EmptyState why={translate('funding.noFunds')} next={translate('funding.noFundsNext')} />}
      simple={{ primary: (fund) => fund.name, secondary: words }}
    >
      <Col source="name" />
      <Col source="code" />
      <Col source="purposes" disableSort render={(fund) => words(fund as Fund)} />
    </OfficeList>
  )
}

export const FundCreate = () => (
  <CreatePage redirect="list" defaultValues={{ purposes: [{}] }}>
    <TextInput source="name" validate={[required(), minLength(2), maxLength(60)]} />
    <TextInput source="nameEn" validate={[required(), minLength(2), maxLength(80)]} />
    <TextInput
      source="code"
      helperText="funding.fundCodeHelp"
      validate={[required(), regex(/^[A-Z][A-Z0-9_]{2,39}$/, 'funding.fundCodeHelp')]}
    />
    <ArrayInput source="purposes" validate={required()}>
      <SimpleFormIterator disableReordering disableClear>
        <SelectInput
          source="stage"
          label="resources.funding-standards.fields.stage"
          choices={stages}
          validate={required()}
        />
        <SelectInput
          source="service"
          label="funding.servicePurpose"
          choices={purposes}
          validate={required()}
        />
        <SelectInput source="other" label="funding.otherPurpose" choices={purposes} />
      </SimpleFormIterator>
    </ArrayInput>
  </CreatePage>
)
