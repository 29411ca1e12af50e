/** A list on a phone: a name, a line below it, and one thing at the right. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import {
  RecordContextProvider,
  useCreatePath,
  useListContext,
  useResourceContext,
  useResourceDefinition,
  type RaRecord,
} from 'react-admin'
import { Link } from 'react-router'

export interface SimpleRow<T extends RaRecord> {
  primary: (record: T) => ReactNode
  secondary?: (record: T) => ReactNode
  trailing?: (record: T) => ReactNode
  to?: (record: T) => string
}

export function SimpleRows<T extends RaRecord>({ simple }: { simple: SimpleRow<T> }) {
  const { data } = useListContext<T>()
  const resource = useResourceContext() ?? ''
  const path = useCreatePath()
  const { hasShow, hasEdit } = useResourceDefinition()
  const addressOf = (record: T) =>
    simple.to?.(record) ??
    (hasShow || hasEdit ? path({ resource, type: hasShow ? 'show' : 'edit', id: record.id }) : undefined)
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data?.map((record) => {
        const to = addressOf(record)
        return (
          <RecordContextProvider key={record.id} value={record}>
            <Box
              component="li"
              sx={{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}
            >
              <Box
                {...(to ? { component: Link, to } : {})}
                sx={{
                  display: 'flex',
                  gap: 3,
                  alignItems: 'center',
                  px: 4,
                  py: 2.5,
                  minHeight: 56,
                  color: 'inherit',
                  textDecoration: 'none',
                }}
              >
                <Box sx={{ flexGrow: 1, minWidth: 0 }}>
                  <Typography sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>
                    {simple.primary(record)}
                  </Typography>
                  {simple.secondary && (
                    <Typography
                      component="div"
                      variant="body2"
                      color="text.secondary"
                      sx={{ overflowWrap: 'anywhere' }}
                    >
                      {simple.secondary(record)}
                    </Typography>
                  )}
                </Box>
                {simple.trailing && <Box sx={{ flexShrink: 0 }}>{simple.trailing(record)}</Box>}
              </Box>
            </Box>
          </RecordContextProvider>
        )
      })}
    </Box>
  )
}
