/** A week as a table: days as columns, times as rows; of a school, its classes, rooms or teachers as rows. On the screen and on paper. */
import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import { printWeekday, useTongue } from '../../../shared'
import { CellText } from './CellText'
import {
  isAt,
  keyOfTime,
  schoolRows,
  type SchoolSide,
  type ViewCell,
  type ViewDay,
  type ViewKind,
  type ViewTime,
  type WeekView,
} from './views'

const frame = {
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  '& th, & td': {
    border: '1px solid',
    borderColor: 'text.disabled',
    p: '3px',
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: 400,
  },
  '& thead th': { textAlign: 'center', fontWeight: 600 },
  '& tr': { breakInside: 'avoid' },
} as const

export function WeekTable({ view, rowHeight = '4.5em' }: { view: WeekView; rowHeight?: string }) {
  const translate = useTranslate()
  return (
    <Box component="table" aria-label={translate('views.table', { name: view.name })} sx={frame}>
      <thead>
        <tr>
          <Box component="th" scope="col" sx={{ width: '5.6em' }}>
            {translate('views.time')}
          </Box>
          {view.days.map((day) => (
            <th key={day.dayOn} scope="col">
              <DayHead day={day} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.times.map((time) => (
          <tr key={keyOfTime(time)}>
            <Box component="th" scope="row" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {time.startTime}
              <br />
              {time.endTime}
            </Box>
            {view.days.map((day) => (
              <Box component="td" key={day.dayOn} sx={{ height: rowHeight }}>
                <Field cells={view.cells.filter((cell) => isAt(cell, day, time))} kind={view.kind} />
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** A class reads its own sections first; those open to several classes follow in a paragraph. */
function Field({ cells, kind }: { cells: ViewCell[]; kind: ViewKind }) {
  const translate = useTranslate()
  const open = kind === 'home-class' ? cells.filter((cell) => cell.isMixed && cell.changes.length === 0) : []
  const own = cells.filter((cell) => !open.includes(cell))
  return (
    <>
      {own.map((cell) => (
        <CellText key={`${cell.sessionId} ${cell.isElsewhere}`} cell={cell} kind={kind} />
      ))}
      {open.length > 0 && (
        <Box sx={{ p: '3px', fontSize: '0.88em', lineHeight: 1.4 }}>
          <b>{translate('views.mixed')}</b>
          {open.map((cell) => (
            <div key={cell.sessionId}>
              {cell.sectionName} · {cell.teacherName} · {cell.roomName}
            </div>
          ))}
        </Box>
      )}
    </>
  )
}

export function DayHead({ day }: { day: ViewDay }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const remark =
    day.kind === 'makeup_day' && day.weekdayFollowed !== null
      ? translate('views.follows', { weekday: printWeekday(day.weekdayFollowed, tongue) })
      : day.kind === 'holiday'
        ? translate('views.isHoliday')
        : day.weekdayFollowed === null && day.kind !== null
          ? translate('views.noSchool')
          : ''
  return (
    <>
      {printWeekday(day.weekday, tongue)} {day.dayOn.slice(5)}
      {(remark || day.note) && (
        <Box component="span" sx={{ display: 'block', fontSize: '0.85em', fontWeight: 400 }}>
          {[remark, day.note].filter(Boolean).join(' · ')}
        </Box>
      )}
    </>
  )
}

export function SchoolTable({ view, side }: { view: WeekView; side: SchoolSide }) {
  const translate = useTranslate()
  // A time at which nothing takes place on that day needs no column.
  const columns = view.days
    .map((day) => ({
      day,
      times: view.times.filter((time) => view.cells.some((cell) => isAt(cell, day, time))),
    }))
    .filter(({ times }) => times.length > 0)
  return (
    <Box
      component="table"
      aria-label={translate('views.table', { name: view.name })}
      sx={{ ...frame, '& th[scope=row]': { fontWeight: 600 } }}
    >
      <thead>
        <tr>
          <Box component="th" scope="col" rowSpan={2} sx={{ width: '7em' }}>
            {translate(`views.sides.${side}`)}
          </Box>
          {columns.map(({ day, times }) => (
            <th key={day.dayOn} scope="colgroup" colSpan={times.length}>
              <DayHead day={day} />
            </th>
          ))}
        </tr>
        <tr>
          {columns.flatMap(({ day, times }) =>
            times.map((time) => (
              <th key={`${day.dayOn} ${keyOfTime(time)}`} scope="col">
                {keyOfTime(time)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {schoolRows(view.cells, side).map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {columns.flatMap(({ day, times }) =>
              times.map((time) => (
                <SchoolField
                  key={`${day.dayOn} ${keyOfTime(time)}`}
                  name={row.name}
                  cells={row.cells}
                  side={side}
                  day={day}
                  time={time}
                />
              )),
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function SchoolField({
  name,
  cells,
  side,
  day,
  time,
}: {
  name: string
  cells: ViewCell[]
  side: SchoolSide
  day: ViewDay
  time: ViewTime
}) {
  return (
    <td>
      {cells
        .filter((cell) => isAt(cell, day, time))
        .map((cell) => (
          <CellText
            key={`${cell.sessionId} ${cell.isElsewhere}`}
            cell={cell}
            kind={side === 'home_class' ? 'home-class' : side}
            rowName={name}
          />
        ))}
    </td>
  )
}
