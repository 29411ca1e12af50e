export { FigureTable as MoneyTable } from '../../shared'
