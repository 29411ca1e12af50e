/** Into which kinds and items does the region sort its courses? */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { CreateLink, EmptyState, ErrorNotice, PageHead, useAnswer, useMay, useTongue } from '../../../shared'
import type { CategoryNode } from '../types'

export function CategoryList() {
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useAnswer<CategoryNode[]>('/api/categories/tree')
  return (
    <>
      <PageHead title={translate('menu.categories')} under={translate('catalogue.categoriesUnder')}>
        <CreateLink />
      </PageHead>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton variant="rounded" height={240} />}
      {data?.length === 0 && (
        <Paper>
          <EmptyState
            why={translate('catalogue.noCategories')}
            next={translate('catalogue.noCategoriesNext')}
          />
        </Paper>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
        }}
      >
        {data?.map((kind) => (
          <Paper key={kind.id} sx={{ p: 4 }}>
            <Typography variant="h3">
              <Named node={kind} />
            </Typography>
            <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
              {kind.children.map((item) => (
                <li key={item.id}>
                  <Named node={item} />
                </li>
              ))}
            </Box>
            {kind.children.length === 0 && (
              <Typography color="text.secondary">{translate('catalogue.kindWithoutItems')}</Typography>
            )}
          </Paper>
        ))}
      </Box>
    </>
  )
}

function Named({ node }: { node: CategoryNode }) {
  const name = useTongue() === 'en' ? node.nameEn : node.name
  const mayChange = useMay('category.write')
  return mayChange ? (
    <Link component={RouterLink} to={`/categories/${node.id}`}>
      {name}
    </Link>
  ) : (
    <>{name}</>
  )
}
