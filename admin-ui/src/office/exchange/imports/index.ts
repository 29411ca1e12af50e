import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { page, type Noun } from '../../module'

/** 导入 */
export const imports: Noun = {
  name: 'imports',
  icon: ImportIcon,
  needs: { read: 'import.run', create: 'import.run' },
  recordRepresentation: 'fileName',
  list: page(async () => (await import('./ImportList')).ImportList),
  show: page(async () => (await import('./ImportShow')).ImportShow),
  create: page(async () => (await import('./ImportCreate')).ImportCreate),
}
