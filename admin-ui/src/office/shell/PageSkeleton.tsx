import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslate } from 'react-admin'

/** The shape of a page while it is being loaded, so that nothing jumps. */
export function PageSkeleton() {
  const translate = useTranslate()
  return (
    <Box role="status" aria-busy="true" aria-label={translate('ra.page.loading')}>
      <Skeleton width={180} height={36} sx={{ mb: 3 }} />
      <Skeleton width="60%" height={34} sx={{ mb: 3 }} />
      <Skeleton variant="rounded" height={360} />
    </Box>
  )
}
