import { maxLength, maxValue, minLength, minValue, NumberInput, required, TextInput } from 'react-admin'
import { CreatePage, LocalDateInput, RegionInput, useActor } from '../../../shared'

const name = [required(), minLength(2), maxLength(60)]

/** A new term; its calendar is made with the national holidays and make-up days. */
export function TermCreate() {
  const actor = useActor()
  return (
    <CreatePage defaultValues={{ regionCode: actor?.regionCode ?? '' }}>
      <RegionInput />
      <NumberInput
        source="schoolYear"
        validate={[required(), minValue(2000), maxValue(2100)]}
        format={(year?: number) => (year === undefined ? '' : String(year))}
      />
      <TextInput source="name" validate={name} />
      <TextInput source="nameEn" validate={[minLength(2), maxLength(80)]} />
      <LocalDateInput source="startsOn" validate={required()} />
      <LocalDateInput source="endsOn" validate={required()} />
    </CreatePage>
  )
}
