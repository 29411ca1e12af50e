import ContractIcon from '@mui/icons-material/HandshakeOutlined'
import { page, type Noun } from '../../module'

/** 合同、采购 */
export const commitments: Noun = {
  name: 'commitments',
  icon: ContractIcon,
  needs: { read: 'funding.read', create: 'payment.request', write: 'payment.request' },
  recordRepresentation: 'title',
  list: page(async () => (await import('./CommitmentList')).CommitmentList),
  show: page(async () => (await import('./CommitmentShow')).CommitmentShow),
  edit: page(async () => (await import('./CommitmentForm')).CommitmentEdit),
  create: page(async () => (await import('./CommitmentForm')).CommitmentCreate),
}
