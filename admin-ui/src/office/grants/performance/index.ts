import TargetIcon from '@mui/icons-material/TrackChangesOutlined'
import { page, type Noun } from '../../module'

/** 绩效目标 */
export const performanceTargets: Noun = {
  name: 'performance-targets',
  icon: TargetIcon,
  needs: { read: 'funding.read', create: 'estimate.write' },
  recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
  list: page(async () => (await import('./PerformanceList')).PerformanceList),
  show: page(async () => (await import('./PerformanceShow')).PerformanceShow),
  create: page(async () => (await import('./PerformanceList')).PerformanceCreate),
}
