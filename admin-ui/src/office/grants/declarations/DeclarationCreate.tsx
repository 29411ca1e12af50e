/** A claim begins: the server counts the classes and multiplies; nothing is typed that is known. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { maxValue, minValue, NumberInput, required, SelectInput, useTranslate } from 'react-admin'
import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { query } from '../../../api/call'
import type { Schemas } from '../../../api/contract'
import {
  CreatePage,
  NameSearch,
  useAnswer,
  useScope,
  useTongue,
  presentYear,
  yearChoices,
} from '../../../shared'
import { usePeriods } from './periods'

type Entitlement = Schemas['EntitlementOut']

export function DeclarationCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      title={translate('funding.newDeclaration')}
      saveLabel="funding.prefill"
      saved="funding.prefilled"
      defaultValues={{ schoolId, fiscalYear: presentYear(), sharePercent: 100 }}
      transform={({ sharePercent, periodKey, ...data }) => ({
        ...data,
        ...(periodKey ? { periodKey } : {}),
        serviceSharePerMille: Math.round(Number(sharePercent) * 10),
      })}
      consequence={translate('funding.prefillConsequence')}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <NameSearch source="fundId" reference="funds" validate={required()} helperText="funding.fundHelp" />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <OfPeriods />
      <EntitlementPreview />
    </CreatePage>
  )
}

/** The period where a year has several, and the share for the service, which the first of them sets for all. */
function OfPeriods() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { setValue } = useFormContext()
  const [schoolId, fundId, fiscalYear] = useWatch({ name: ['schoolId', 'fundId', 'fiscalYear'] }) as (
    | number
    | undefined
  )[]
  const offered = usePeriods(schoolId ? fundId : undefined, fiscalYear, schoolId)
  const periods = offered && offered.periods.length > 1 ? offered.periods : []
  const share = offered?.serviceSharePerMille ?? null
  useEffect(() => {
    if (!offered) return
    const free = offered.periods.find((each) => each.declarationId === null)
    setValue('periodKey', offered.periods.length > 1 ? (free?.key ?? '') : null)
    if (share !== null) setValue('sharePercent', share / 10)
  }, [offered, share, setValue])
  const nameOf = ({ name, nameEn, fromMonth, toMonth, declarationId }: (typeof periods)[number]) => {
    const own = tongue === 'en' ? nameEn : name
    const said =
      offered?.kind !== 'term'
        ? own
        : translate('declaring.periodMonths', { name: own, from: fromMonth, to: toMonth })
    return declarationId === null ? said : translate('declaring.periodDeclared', { name: said })
  }
  return (
    <>
      {periods.length > 0 && (
        <SelectInput
          source="periodKey"
          choices={periods.map((each) => ({
            id: each.key,
            name: nameOf(each),
            disabled: each.declarationId !== null,
          }))}
          translateChoice={false}
          validate={required()}
        />
      )}
      <NumberInput
        source="sharePercent"
        label="funding.sharePercent"
        helperText={share === null ? 'funding.shareHelp' : 'declaring.shareOfYear'}
        readOnly={share !== null}
        min={0}
        max={100}
        validate={[required(), minValue(0), maxValue(100)]}
      />
    </>
  )
}

/** What the records of now would give; "not entitled" says why and is never 0. */
export function EntitlementPreview({ yearAhead = 0 }: { yearAhead?: number }) {
  const translate = useTranslate()
  const [schoolId, fundId, fiscalYear] = useWatch({ name: ['schoolId', 'fundId', 'fiscalYear'] }) as (
    | number
    | undefined
  )[]
  const periodKey = useWatch({ name: 'periodKey' }) as string | null | undefined
  // Empty: the year has several periods, and none is chosen.
  const isAsked = Boolean(schoolId && fundId) && periodKey !== ''
  const { data } = useAnswer<Entitlement>(
    isAsked
      ? `/api/funding-standards/entitlement${query({ schoolId, fundId, fiscalYear: fiscalYear ?? presentYear() + yearAhead, periodKey: periodKey ?? undefined })}`
      : null,
  )
  // Its room is kept: what comes in late must not push the button away from under the finger.
  return (
    <Box sx={{ my: 3, minHeight: 116, width: '100%' }}>
      {data &&
        (data.notEntitled ? (
          <Alert severity="warning">
            <AlertTitle>{translate('declaring.notEntitled')}</AlertTitle>
            {data.notEntitled.sentence}
          </Alert>
        ) : (
          <Alert severity="info">
            <AlertTitle>{translate('declaring.preview')}</AlertTitle>
            {data.sentences.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </Alert>
        ))}
    </Box>
  )
}
