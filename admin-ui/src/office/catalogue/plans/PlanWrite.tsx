/** Writing the plan, heading by heading; what the bureau asks for stands beside each. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import {
  maxLength,
  ResourceContextProvider,
  TextInput,
  useNotify,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { useFormContext } from 'react-hook-form'
import type { Page, Schemas } from '../../../api/contract'
import { EditPage, printTimeRange, printWeekday, useErrorText, useKehou } from '../../../shared'
import { planHeadings, requiredHeadings, type Plan, type PlanHeading } from '../types'

/** As long as the server takes. */
const longest = 2000

export const PlanWrite = () => (
  <ResourceContextProvider value="plans">
    <EditPage redirect="show" saved="catalogue.planSaved" transform={({ content }) => ({ content })}>
      {planHeadings.map((heading) => (
        <HeadingInput key={heading} heading={heading} />
      ))}
    </EditPage>
  </ResourceContextProvider>
)

function HeadingInput({ heading }: { heading: PlanHeading }) {
  const translate = useTranslate()
  const name = translate(`resources.plans.fields.${heading}`)
  return (
    <>
      <TextInput
        source={`content.${heading}`}
        label={
          requiredHeadings.includes(heading)
            ? name
            : translate('catalogue.optionalHeading', { heading: name })
        }
        helperText={`catalogue.headingHelp.${heading}`}
        multiline
        minRows={3}
        parse={(text: string) => text}
        validate={maxLength(longest)}
      />
      {heading === 'time' && <InsertSlots />}
    </>
  )
}

type Slot = Pick<Schemas['SlotOut'], 'weekday' | 'startTime' | 'endTime'>

/** Adds the slots of the school's week to the heading, so that nobody copies them by hand. */
function InsertSlots() {
  const translate = useTranslate()
  const plan = useRecordContext<Plan>()
  const kehou = useKehou()
  const notify = useNotify()
  const errorText = useErrorText()
  const { getValues, setValue } = useFormContext<{ content: Record<string, string> }>()
  const [isBusy, setBusy] = useState(false)
  const insert = async () => {
    if (!plan) return
    setBusy(true)
    try {
      const { items } = await kehou.call<Page<Slot>>(
        'GET',
        `/api/slots?schoolId=${plan.schoolId}&termId=${plan.termId}&pageSize=200`,
      )
      if (items.length === 0) {
        notify('catalogue.noSlotsToInsert', { type: 'info' })
      } else {
        const sentence = `每周时段：${slotWords(items)}。`
        const now = getValues('content.time') ?? ''
        if (!now.includes(sentence))
          setValue('content.time', [now.trim(), sentence].filter(Boolean).join('\n'), { shouldDirty: true })
      }
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="outlined" loading={isBusy} onClick={() => void insert()} sx={{ mb: 3 }}>
      {translate('catalogue.insertSlots')}
    </Button>
  )
}

/** Days with the same times are named together. Plans are filed in Chinese. */
export function slotWords(slots: readonly Slot[]): string {
  const byTimes = new Map<string, number[]>()
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const times = slots
      .filter((slot) => slot.weekday === weekday)
      .sort((a, b) => (a.startTime < b.startTime ? -1 : 1))
      .map((slot) => printTimeRange(slot.startTime, slot.endTime))
      .join('、')
    if (times !== '') byTimes.set(times, [...(byTimes.get(times) ?? []), weekday])
  }
  return [...byTimes]
    .map(([times, weekdays]) => {
      const [first = 1, last = 1] = [weekdays[0], weekdays.at(-1)]
      const isRow = weekdays.length > 2 && last - first + 1 === weekdays.length
      return `${isRow ? `${printWeekday(first)}至${printWeekday(last)}` : weekdays.map((day) => printWeekday(day)).join('、')} ${times}`
    })
    .join('；')
}
