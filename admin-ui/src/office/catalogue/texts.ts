import type { Words } from '../../shared/texts'

export const zh = {}

export const en: Words<typeof zh> = {}
