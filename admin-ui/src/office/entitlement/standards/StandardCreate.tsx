/** A new standard, or the next version of one: only what the way of counting needs, with the formula in words while it is typed. */
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Alert from '@mui/material/Alert'
import ExpandIcon from '@mui/icons-material/ExpandMore'
import Typography from '@mui/material/Typography'
import {
  ArrayInput,
  maxLength,
  maxValue,
  minLength,
  minValue,
  NumberInput,
  regex,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useTranslate,
} from 'react-admin'
import { useWatch } from 'react-hook-form'
import { allOf, type Schemas } from '../../../api/contract'
import { CreatePage, FenInput, LocalDateInput, NameSearch, RegionInput } from '../../../shared'
import type { Standard } from '../types'
import { countsMonths, type Formula, formulaOf } from './formula'
import { models, stages } from './StandardList'

type Level = Schemas['LevelShareOut']['level']

const choices = (values: readonly string[], texts: string) =>
  values.map((id) => ({ id, name: `${texts}.${id}` }))
const words = {
  area: choices(allOf<Standard['area']>()(['any', 'urban', 'township', 'rural']), 'standards.area'),
  ownership: choices(allOf<Standard['ownership']>()(['any', 'public', 'private']), 'standards.ownership'),
  roundAt: choices(allOf<Standard['roundAt']>()(['class', 'school']), 'standards.roundAt'),
  roundMode: choices(allOf<Standard['roundMode']>()(['half_up', 'down']), 'standards.roundMode'),
  roundTo: choices(allOf<Standard['roundTo']>()(['fen', 'jiao', 'yuan']), 'standards.roundTo'),
  monthsCounted: choices(allOf<Standard['monthsCounted']>()(['fixed', 'each']), 'standards.monthsCounted'),
  monthsPer: choices(allOf<Standard['monthsPer']>()(['year', 'term']), 'standards.monthsPer'),
  level: choices(allOf<Level>()(['nation', 'province', 'city', 'district']), 'funding.levels'),
}
const defaults = {
  model: 'per_class',
  unit: 'year',
  area: 'any',
  ownership: 'any',
  sharePerMille: 1000,
  monthTenths: 120,
  monthsCounted: 'fixed',
  monthsPer: 'year',
  countDay: '09-30',
  roundTo: 'fen',
  roundMode: 'half_up',
  roundAt: 'class',
  shares: [],
  tiers: [],
}
// Typed as months or per cent with one decimal, kept as whole tenths.
const inTenths = {
  step: 0.1,
  format: (value: number | null | undefined) => (value === null || value === undefined ? '' : value / 10),
  parse: (text: string | number) => (text === '' ? null : Math.round(Number(text) * 10)),
}

interface TierDraft {
  regionCodes: string
}

// What is empty is left to the server's usual; region codes are typed as one text.
function toRequest(data: Record<string, unknown>): Record<string, unknown> {
  const tiers = ((data['tiers'] ?? []) as (TierDraft | null)[])
    .filter((tier) => tier !== null)
    .map((tier) => ({
      ...tier,
      regionCodes: String(tier.regionCodes ?? '')
        .split(/[,，、\s]+/)
        .filter(Boolean),
    }))
  const unit = data['model'] === 'per_session' ? 'session' : data['unit']
  return Object.fromEntries(
    Object.entries({ ...data, unit, tiers }).filter(
      ([, value]) => value !== null && value !== '' && value !== undefined,
    ),
  )
}

export function StandardCreate() {
  const translate = useTranslate()
  return (
    <CreatePage
      title={translate('standards.newVersion')}
      redirect="list"
      defaultValues={defaults}
      consequence={<Consequence />}
      transform={toRequest}
    >
      <NameSearch source="fundId" reference="funds" validate={required()} />
      <SelectInput source="stage" choices={choices(stages, 'stages')} validate={required()} />
      <SelectInput source="model" choices={choices(models, 'standards.models')} validate={required()} />
      <ByModel />
      <TextInput
        source="countDay"
        helperText="funding.countDayHelp"
        validate={[required(), regex(/^\d{2}-\d{2}$/, 'funding.countDayHelp')]}
      />
      <LocalDateInput source="validFromOn" validate={required()} helperText="standards.versionHelp" />
      <LocalDateInput source="validToOn" />
      <TextInput source="issuer" validate={[required(), minLength(2), maxLength(80)]} />
      <TextInput source="documentNumber" validate={[required(), minLength(2), maxLength(60)]} />
      <More />
    </CreatePage>
  )
}

function ByModel() {
  const [model, unit, amountFen, monthsCounted] = useWatch({
    name: ['model', 'unit', 'amountFen', 'monthsCounted'],
  }) as [Formula['model'], Formula['unit'], number | null, Formula['monthsCounted']]
  const asked = { model, unit, monthsCounted, ...(amountFen === null ? {} : { amountFen }) }
  return (
    <>
      {model !== 'per_session' && (
        <SelectInput
          source="unit"
          choices={choices(['year', 'term', 'month'], 'standards.units')}
          validate={required()}
        />
      )}
      <FenInput source="amountFen" validate={[required(), minValue(model === 'per_waived' ? 0 : 1)]} />
      {(model === 'per_enrolled' || model === 'per_waived') && (
        <NumberInput
          source="sharePerMille"
          {...inTenths}
          min={0.1}
          max={100}
          validate={[required(), minValue(1), maxValue(1000)]}
        />
      )}
      {model === 'per_participant' && unit === 'month' && (
        <SelectInput source="monthsCounted" choices={words.monthsCounted} validate={required()} />
      )}
      {model !== 'per_session' && countsMonths(asked) && (
        <NumberInput
          source="monthTenths"
          {...inTenths}
          min={0.1}
          max={12}
          validate={[required(), minValue(1), maxValue(120)]}
        />
      )}
      {unit === 'month' && countsMonths(asked) && (
        <SelectInput source="monthsPer" choices={words.monthsPer} validate={required()} />
      )}
    </>
  )
}

function More() {
  const translate = useTranslate()
  return (
    <Accordion variant="outlined" disableGutters sx={{ mt: 3 }}>
      <AccordionSummary expandIcon={<ExpandIcon />}>{translate('standards.more')}</AccordionSummary>
      <AccordionDetails>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
          {translate('standards.moreHelp')}
        </Typography>
        <NameSearch source="schoolId" reference="schools" />
        <RegionInput isOptional />
        <SelectInput source="area" choices={words.area} />
        <SelectInput source="ownership" choices={words.ownership} />
        <SelectInput source="roundAt" choices={words.roundAt} />
        <SelectInput source="roundMode" choices={words.roundMode} />
        <SelectInput source="roundTo" choices={words.roundTo} />
        <ArrayInput source="shares" helperText="standards.sharesHelp">
          <SimpleFormIterator disableReordering disableClear inline>
            <SelectInput
              source="level"
              label="resources.funding-standards.fields.level"
              choices={words.level}
              validate={required()}
            />
            <NumberInput
              source="weight"
              label="resources.funding-standards.fields.weight"
              min={0}
              validate={[required(), minValue(0)]}
            />
          </SimpleFormIterator>
        </ArrayInput>
        <ArrayInput source="tiers" helperText="standards.tiersHelp">
          <SimpleFormIterator disableReordering disableClear>
            <TextInput source="code" label="resources.funding-standards.fields.code" validate={required()} />
            <TextInput source="name" label="resources.funding-standards.fields.name" validate={required()} />
            <TextInput
              source="nameEn"
              label="resources.funding-standards.fields.nameEn"
              validate={required()}
            />
            <TextInput
              source="regionCodes"
              label="resources.funding-standards.fields.regionCodes"
              validate={required()}
            />
            <NumberInput
              source="coefficientPerMille"
              label="resources.funding-standards.fields.coefficientPerMille"
              min={1}
              validate={[required(), minValue(1)]}
            />
          </SimpleFormIterator>
        </ArrayInput>
      </AccordionDetails>
    </Accordion>
  )
}

/** The formula as it would read now, and what saving does. */
function Consequence() {
  const translate = useTranslate()
  const values = useWatch() as Partial<Formula>
  const isWhole = typeof values.amountFen === 'number' && values.model && values.unit
  const formula = isWhole
    ? formulaOf(
        { ...defaults, ...values, unit: values.model === 'per_session' ? 'session' : values.unit } as Formula,
        translate,
      )
    : null
  return (
    <>
      {formula && (
        <Alert
          severity="info"
          sx={{ mb: 3 }}
        >{`${translate('standards.formula')}${translate('kit.colon')}${translate('standards.entitled')} = ${formula}`}</Alert>
      )}
      {translate('funding.standardConsequence')}
    </>
  )
}
