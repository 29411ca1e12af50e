import { render } from 'preact'

const root = document.getElementById('root')
if (root) render(<p>课后</p>, root)
