import SubstitutionIcon from '@mui/icons-material/SwapHorizOutlined'
import { page, type Noun } from '../../module'

/** 代课与换课 */
export const substitutions: Noun = {
  name: 'substitutions',
  icon: SubstitutionIcon,
  needs: { read: 'substitution.ask' },
  list: page(async () => (await import('./SubstitutionList')).SubstitutionList),
}
