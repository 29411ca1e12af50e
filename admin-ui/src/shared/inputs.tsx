/** Inputs that read what people really type: money to fen, dates and times as texts. */
import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import Popover from '@mui/material/Popover'
import TextField from '@mui/material/TextField'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { FieldTitle, InputHelperText, useInput, useTranslate, type InputProps } from 'react-admin'
import {
  dateParts,
  isLocalDate,
  printHundredths,
  printYuan,
  readDate,
  readTime,
  readYuan,
  today,
} from './format'
import { useTongue } from './hooks'
import { MonthGrid } from './MonthGrid'

interface Reading<T> {
  /** Text → value; null when it cannot be read. */
  read: (text: string) => T | null
  print: (value: T) => string
  isValue: (value: unknown) => value is T
  /** What to say about a text that cannot be read. */
  complaint: string
}

type Validator = NonNullable<Exclude<InputProps['validate'], unknown[]>>

const listOf = (validate: InputProps['validate']): Validator[] =>
  (validate === undefined ? [] : Array.isArray(validate) ? validate : [validate]) as Validator[]

/**
 * Keeps the text that was typed and hands the form its value. A text that cannot be read goes into the form as it is,
 * so that the form refuses it instead of saving the value of before.
 */
function useTypedText<T>(props: InputProps, reading: Reading<T>) {
  const translate = useTranslate()
  const readable: Validator = (value) =>
    value === null || value === undefined || reading.isValue(value) ? undefined : translate(reading.complaint)
  const input = useInput({
    ...props,
    validate: [readable, ...listOf(props.validate)],
    format: (v: unknown) => v,
    parse: (v: unknown) => v,
  })
  const { value, onChange, onBlur } = input.field as {
    value: unknown
    onChange: (v: unknown) => void
    onBlur: () => void
  }
  const shown = reading.isValue(value) ? reading.print(value) : typeof value === 'string' ? value : ''
  const [text, setText] = useState(shown)
  const typing = useRef(false)
  useEffect(() => {
    if (!typing.current) setText(shown)
  }, [shown])

  const type = (next: string) => {
    typing.current = true
    setText(next)
    onChange(next.trim() === '' ? null : (reading.read(next) ?? next))
  }
  const leave = () => {
    typing.current = false
    setText(shown)
    onBlur()
  }
  const pick = (next: T) => {
    typing.current = false
    onChange(next)
    setText(reading.print(next))
  }
  return { ...input, text, type, leave, pick, value }
}

export interface TypedInputProps extends InputProps {
  fullWidth?: boolean
  placeholder?: string
  /** Only for filters and tables, where the label stands elsewhere. */
  autoFocus?: boolean
}

interface ShellProps<T> {
  props: TypedInputProps
  typed: ReturnType<typeof useTypedText<T>>
  inputMode: 'decimal' | 'numeric'
  placeholder: string
  start?: ReactNode
  end?: ReactNode
  right?: boolean
}

function TypedTextField<T>({ props, typed, inputMode, placeholder, start, end, right }: ShellProps<T>) {
  const { fieldState, isRequired, id, field } = typed
  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      label={
        props.label === false ? undefined : (
          <FieldTitle
            label={props.label}
            source={props.source}
            resource={props.resource}
            isRequired={isRequired}
          />
        )
      }
      value={typed.text}
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.leave}
      error={fieldState.invalid}
      helperText={
        fieldState.error || props.helperText ? (
          <InputHelperText error={fieldState.error?.message} helperText={props.helperText} />
        ) : null
      }
      disabled={props.disabled ?? false}
      fullWidth={props.fullWidth ?? true}
      autoFocus={props.autoFocus ?? false}
      placeholder={props.placeholder ?? placeholder}
      slotProps={{
        htmlInput: {
          inputMode,
          autoComplete: 'off',
          readOnly: props.readOnly ?? false,
          style: right ? { textAlign: 'right' } : undefined,
        },
        input: {
          startAdornment: start ? <InputAdornment position="start">{start}</InputAdornment> : undefined,
          endAdornment: end ? <InputAdornment position="end">{end}</InputAdornment> : undefined,
        },
      }}
    />
  )
}

const money: Reading<number> = {
  read: readYuan,
  print: printYuan,
  isValue: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
  complaint: 'kit.input.notMoney',
}

/** Yuan on the screen, whole fen in the form; the digits are read one by one and never become a float. */
export function FenInput(props: TypedInputProps) {
  const typed = useTypedText(props, money)
  return <TypedTextField props={props} typed={typed} inputMode="decimal" placeholder="0.00" start="¥" right />
}

const hundredths: Reading<number> = {
  ...money,
  print: (value) => printHundredths(value),
  complaint: 'kit.input.notHundredths',
}

/** 12.5 on the screen, 1250 in the form: class-hours. */
export function HundredthsInput(props: TypedInputProps) {
  const typed = useTypedText(props, hundredths)
  return <TypedTextField props={props} typed={typed} inputMode="decimal" placeholder="0" right />
}

const date: Reading<string> = {
  read: readDate,
  print: (on) => on,
  isValue: (value): value is string => typeof value === 'string' && isLocalDate(value),
  complaint: 'kit.input.notDate',
}

/** Shows 2026-09-01 in every browser; typed or picked from a month. */
export function LocalDateInput(props: TypedInputProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  const typed = useTypedText(props, date)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chosen = date.isValue(typed.value) ? typed.value : null
  const start = dateParts(chosen ?? today()) ?? { year: 2026, month: 9, day: 1 }
  const calendar = (
    <IconButton
      aria-label={translate('kit.input.openCalendar')}
      onClick={(event) => setAnchor(event.currentTarget)}
      disabled={props.disabled ?? props.readOnly ?? false}
    >
      <CalendarIcon fontSize="small" />
    </IconButton>
  )
  return (
    <>
      <TypedTextField
        props={props}
        typed={typed}
        inputMode="numeric"
        placeholder={translate('kit.input.datePattern')}
        end={calendar}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <MonthGrid
          start={start}
          tongue={tongue}
          chosen={chosen}
          onPick={(on) => {
            typed.pick(on)
            setAnchor(null)
          }}
        />
      </Popover>
    </>
  )
}

const timeOfDay: Reading<string> = {
  read: readTime,
  print: (time) => time,
  isValue: (value): value is string => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  complaint: 'kit.input.notTime',
}

/** 16:30; "1630" and "16点30" are understood. */
export function LocalTimeInput(props: TypedInputProps) {
  const typed = useTypedText(props, timeOfDay)
  return <TypedTextField props={props} typed={typed} inputMode="numeric" placeholder="16:30" />
}
