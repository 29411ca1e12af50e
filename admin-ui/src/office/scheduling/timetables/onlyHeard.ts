/** Style (not sx, which reads a width of 1 as the whole width) of words that are read aloud but not seen. */
export const onlyHeard = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const
