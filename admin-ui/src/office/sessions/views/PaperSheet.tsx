/** One A4 page: whose week in large letters, the table, and as of when; made smaller as a whole until it fits. Black on white in every appearance. */
import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import { useLayoutEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import { printDate, printInstant, useTongue } from '../../../shared'
import type { SchoolSide, ViewKind, WeekView } from './views'
import { SchoolTable, WeekTable } from './WeekTable'

/** A4 less the margins of 8 mm, and a little less in height, lest a rounding makes a second page. */
const sizes = {
  landscape: { width: '281mm', height: '192mm' },
  portrait: { width: '194mm', height: '279mm' },
} as const
const smallest = 0.3
/** What is left for the rows, in millimetres, so that a week with few of them fills the page and can be read from afar. */
const roomOnPage = { landscape: 155, portrait: 215 } as const
const tallest = 60

export const orientationOf = (kind: ViewKind): keyof typeof sizes =>
  kind === 'room' ? 'portrait' : 'landscape'

export const PageSize = ({ kind }: { kind: ViewKind }) => (
  <GlobalStyles styles={{ '@page': { size: `A4 ${orientationOf(kind)}`, margin: '8mm' } }} />
)

export function PaperSheet({ view, side }: { view: WeekView; side: SchoolSide }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const page = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [outer, inner] = [page.current, content.current]
    if (!outer || !inner) return
    for (let scale = 1; scale >= smallest; scale -= 0.02) {
      inner.style.zoom = String(scale)
      if (outer.scrollHeight <= outer.clientHeight) return
    }
  })
  const school = tongue === 'en' ? (view.schoolNameEn ?? view.schoolName) : view.schoolName
  const term = tongue === 'en' ? view.termNameEn : view.termName
  const isDoor = view.kind === 'room'
  return (
    <Box
      component="article"
      ref={page}
      sx={{
        ...sizes[orientationOf(view.kind)],
        overflow: 'hidden',
        bgcolor: '#fff',
        color: '#000',
        fontSize: isDoor ? '13pt' : view.kind === 'school' ? '10.5pt' : '12pt',
        breakAfter: 'page',
        breakInside: 'avoid',
        '&:last-of-type': { breakAfter: 'auto' },
        '& th, & td': { borderColor: '#000 !important' },
      }}
    >
      <Box ref={content} sx={{ pr: '2px' }}>
        <SheetHead isDoor={isDoor} view={view} school={school} term={term} />
        {view.kind === 'school' ? (
          <SchoolTable view={view} side={side} />
        ) : (
          <WeekTable
            view={view}
            rowHeight={`${Math.min(tallest, Math.floor((isDoor ? roomOnPage.portrait : roomOnPage.landscape) / Math.max(1, view.times.length)))}mm`}
          />
        )}
        <Box sx={{ mt: '2mm', fontSize: '8.5pt' }}>
          {translate('views.readAt', { at: printInstant(view.readAt) })}
        </Box>
      </Box>
    </Box>
  )
}

interface SheetHeadProps {
  isDoor: boolean
  view: WeekView
  school: string
  term: string | null
}

function SheetHead({ isDoor, view, school, term }: SheetHeadProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: '8mm', mb: '3mm', flexWrap: 'wrap' }}>
      <Box component="h2" sx={{ m: 0, fontSize: isDoor ? '40pt' : '22pt', lineHeight: 1.2 }}>
        {view.kind === 'school' ? school : view.name}
      </Box>
      <Box sx={{ flexGrow: 1 }}>
        <Box sx={{ fontSize: isDoor ? '16pt' : '12pt' }}>
          {[
            ...(view.weekOfTerm === null ? [] : [translate('views.week', { week: view.weekOfTerm })]),
            translate('views.range', {
              from: printDate(view.fromOn, tongue),
              to: printDate(view.days.at(-1)?.dayOn ?? view.toOn, tongue),
            }),
          ].join(' · ')}
        </Box>
        <Box sx={{ fontSize: '10pt' }}>
          {[
            ...(view.kind === 'school' ? [] : [school]),
            ...(term ? [term] : []),
            ...(view.capacity === null ? [] : [translate('views.capacity', { count: view.capacity })]),
          ].join(' · ')}
        </Box>
      </Box>
    </Box>
  )
}
