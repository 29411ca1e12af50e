/** A survey begins with the usual questions; while it is a draft everything may be changed. */
import {
  ArrayInput,
  maxLength,
  minLength,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useTranslate,
} from 'react-admin'
import { addDays, CreatePage, EditPage, LocalDateInput, NameSearch, today, useScope } from '../../../shared'

const title = [required(), minLength(2), maxLength(80)]
const titleEn = [required(), minLength(2), maxLength(120)]

const Frame = () => (
  <>
    <TextInput source="title" validate={title} />
    <TextInput source="titleEn" validate={titleEn} />
    <LocalDateInput source="opensOn" validate={required()} />
    <LocalDateInput source="closesOn" validate={required()} helperText="surveys.closesHelp" />
  </>
)

export function SurveyCreate() {
  const translate = useTranslate()
  const { term } = useScope()
  const opensOn = today()
  return (
    <CreatePage
      title={translate('surveys.new')}
      saveLabel="surveys.make"
      saved="surveys.made"
      consequence={translate('surveys.makeConsequence')}
      defaultValues={{
        termId: term?.id,
        title: term ? `${term.name}课后服务满意度问卷` : '',
        titleEn: term ? `After-school service, ${term.nameEn ?? term.name}: how satisfied are you?` : '',
        opensOn,
        closesOn: addDays(opensOn, 14),
      }}
    >
      <NameSearch source="termId" reference="terms" validate={required()} />
      <Frame />
    </CreatePage>
  )
}

type Asked = { kind: string; text: string; textEn: string }
const asGiven = (questions: unknown) =>
  (questions as Asked[]).map(({ kind, text, textEn }) => ({ kind, text, textEn }))

export function SurveyEdit() {
  return (
    <EditPage
      transform={({ title, titleEn, opensOn, closesOn, questions }) => ({
        title,
        titleEn,
        opensOn,
        closesOn,
        questions: asGiven(questions),
      })}
    >
      <Frame />
      <ArrayInput source="questions" label="surveys.questions" validate={required()}>
        <SimpleFormIterator inline={false} fullWidth>
          <SelectInput
            source="kind"
            defaultValue="scale"
            choices={[
              { id: 'scale', name: 'surveys.kinds.scale' },
              { id: 'text', name: 'surveys.kinds.text' },
            ]}
            validate={required()}
          />
          <TextInput source="text" validate={[required(), minLength(2), maxLength(120)]} multiline />
          <TextInput source="textEn" validate={[required(), minLength(2), maxLength(200)]} multiline />
        </SimpleFormIterator>
      </ArrayInput>
    </EditPage>
  )
}
