import type { ComponentChildren } from 'preact'
import { tongue, w } from '../words'

/** The frame of the pages before sign-in. */
export const Doorway = ({
  title,
  lead,
  onLanguage,
  children,
}: {
  title: string
  lead: string
  onLanguage: () => void
  children: ComponentChildren
}) => (
  <main class="page doorway">
    <div class="brand">
      <img src="/icon.svg" alt="" width="36" height="36" />
      <span class="strong">{w('product')}</span>
      <button type="button" class="plain" lang={tongue() === 'zh' ? 'en' : 'zh-CN'} onClick={onLanguage}>
        {tongue() === 'zh' ? 'English' : '中文'}
      </button>
    </div>
    <h1>{title}</h1>
    <p class="quiet">{lead}</p>
    {children}
  </main>
)
