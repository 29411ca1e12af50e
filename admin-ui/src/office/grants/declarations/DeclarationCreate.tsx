/** A claim begins: the server counts the classes and multiplies; nothing is typed that is known. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { maxValue, minValue, NumberInput, required, SelectInput, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { query } from '../../../api/call'
import type { Schemas } from '../../../api/contract'
import { CreatePage, NameSearch, useAnswer, useScope, presentYear, yearChoices } from '../../../shared'

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
      transform={({ sharePercent, ...data }) => ({
        ...data,
        serviceSharePerMille: Math.round(Number(sharePercent) * 10),
      })}
      consequence={translate('funding.prefillConsequence')}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <NameSearch source="fundId" reference="funds" validate={required()} helperText="funding.fundHelp" />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <NumberInput
        source="sharePercent"
        label="funding.sharePercent"
        helperText="funding.shareHelp"
        min={0}
        max={100}
        validate={[required(), minValue(0), maxValue(100)]}
      />
      <EntitlementPreview />
    </CreatePage>
  )
}

/** What the records of now would give; "not entitled" says why and is never 0. */
export function EntitlementPreview({ yearAhead = 0 }: { yearAhead?: number }) {
  const translate = useTranslate()
  const [schoolId, fundId, fiscalYear] = useWatch({ name: ['schoolId', 'fundId', 'fiscalYear'] }) as (
    | number
    | undefined
  )[]
  const isAsked = Boolean(schoolId && fundId)
  const { data } = useAnswer<Entitlement>(
    isAsked
      ? `/api/funding-standards/entitlement${query({ schoolId, fundId, fiscalYear: fiscalYear ?? presentYear() + yearAhead })}`
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
