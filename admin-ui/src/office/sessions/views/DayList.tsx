/** The same week on a phone: day by day, one under the other. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { printTimeRange } from '../../../shared'
import { CellText } from './CellText'
import type { WeekView } from './views'
import { DayHead } from './WeekTable'

export function DayList({ view }: { view: WeekView }) {
  return (
    <>
      {view.days
        .filter((day) => view.cells.some((cell) => cell.dayOn === day.dayOn))
        .map((day) => (
          <Paper component="section" key={day.dayOn} sx={{ p: 3, mb: 3 }}>
            <Typography variant="h3" component="h2" sx={{ mb: 2 }}>
              <DayHead day={day} />
            </Typography>
            {view.cells
              .filter((cell) => cell.dayOn === day.dayOn)
              .map((cell) => (
                <Box key={`${cell.sessionId} ${cell.isElsewhere}`} sx={{ display: 'flex', gap: 3, py: 1 }}>
                  <Box sx={{ width: 92, flexShrink: 0, pt: '4px', color: 'text.secondary' }}>
                    {printTimeRange(cell.startTime, cell.endTime)}
                  </Box>
                  <Box sx={{ flexGrow: 1, minWidth: 0 }}>
                    <CellText cell={cell} kind={view.kind} />
                  </Box>
                </Box>
              ))}
          </Paper>
        ))}
    </>
  )
}
