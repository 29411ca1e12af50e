import { render } from 'preact'
import { App } from './App'
import './publications.css'
import { startLanguage } from './words'

startLanguage()
const root = document.getElementById('root')
if (root) render(<App />, root)
