import TodayIcon from '@mui/icons-material/TodayOutlined'
import type { OfficeModule } from '../module'
import * as texts from './texts'

export const home: OfficeModule = {
  name: 'home',
  texts,
  menu: [{ group: 'today', to: '/', label: 'menu.today', icon: TodayIcon }],
}
