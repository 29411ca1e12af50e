/** The tokens of the office: one accent, four meanings, dense and calm. */
import type { RaThemeOptions } from 'react-admin'

export const fontFamily = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
export const formWidth = 640
export const menuWidth = 216

const light = {
  mode: 'light' as const,
  primary: { main: '#0b6e69', dark: '#08524e', light: '#d6ecea', contrastText: '#ffffff' },
  secondary: { main: '#44525f', contrastText: '#ffffff' },
  success: { main: '#1b7a43', light: '#e1f3e8', dark: '#14602f', contrastText: '#ffffff' },
  warning: { main: '#8a5300', light: '#fdf0d9', dark: '#6b4100', contrastText: '#ffffff' },
  error: { main: '#b3261e', light: '#fbe6e4', dark: '#8c1d17', contrastText: '#ffffff' },
  info: { main: '#1d5fa8', light: '#e3eefa', dark: '#164a84', contrastText: '#ffffff' },
  background: { default: '#f5f7f8', paper: '#ffffff' },
  text: { primary: '#1b252d', secondary: '#55626d', disabled: '#7a8691' },
  divider: '#dfe4e8',
}

const dark = {
  mode: 'dark' as const,
  primary: { main: '#5cc8be', dark: '#3aa79d', light: '#123f3c', contrastText: '#06211f' },
  secondary: { main: '#a9b7c2', contrastText: '#0f161a' },
  success: { main: '#6fcf97', light: '#12331f', dark: '#8fdcae', contrastText: '#06210f' },
  warning: { main: '#e8b25a', light: '#3a2a0c', dark: '#f0c67f', contrastText: '#261a03' },
  error: { main: '#f2938c', light: '#45191a', dark: '#f7b3ae', contrastText: '#2b0806' },
  info: { main: '#86b8ee', light: '#132c47', dark: '#a9cdf4', contrastText: '#06182b' },
  background: { default: '#11181c', paper: '#192227' },
  text: { primary: '#e6edf1', secondary: '#a5b3bd', disabled: '#7f8e99' },
  divider: '#2c383f',
}

type Palette = typeof light | typeof dark

const focusRing = (palette: Palette) => ({ outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 })

const controls = (palette: Palette) => ({
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small' as const },
    styleOverrides: {
      root: { minHeight: 32, paddingLeft: 12, paddingRight: 12, '&.Mui-focusVisible': focusRing(palette) },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': focusRing(palette) } },
  },
  // The library names the box around it, which says nothing to who hears the page; the name belongs to the input.
  MuiCheckbox: {
    defaultProps: {
      slotProps: {
        root: { 'aria-label': undefined },
        input: (owner: object) =>
          'aria-label' in owner ? { 'aria-label': String(owner['aria-label']) } : {},
      },
    },
  },
  MuiIconButton: { defaultProps: { size: 'small' as const } },
  MuiLink: { defaultProps: { underline: 'hover' as const } },
  // The library's grey for what is not chosen is a shade too light for small text.
  MuiToggleButton: { styleOverrides: { root: { color: palette.secondary.main } } },
  MuiTooltip: { defaultProps: { arrow: true, enterDelay: 300 } },
  MuiChip: { defaultProps: { size: 'small' as const }, styleOverrides: { root: { borderRadius: 6 } } },
})

const fields = (palette: Palette) => ({
  MuiTextField: {
    defaultProps: {
      variant: 'outlined' as const,
      size: 'small' as const,
      margin: 'dense' as const,
      fullWidth: true,
    },
  },
  MuiFormControl: {
    defaultProps: {
      variant: 'outlined' as const,
      size: 'small' as const,
      margin: 'dense' as const,
      fullWidth: true,
    },
  },
  // Labels stand above their fields, so the outline has no gap for them.
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static' as const,
        transform: 'none',
        maxWidth: '100%',
        marginBottom: 4,
        fontSize: 13,
        fontWeight: 500,
        lineHeight: 1.5,
        color: palette.text.primary,
        whiteSpace: 'normal' as const,
        '&.Mui-focused': { color: palette.text.primary },
        '&.Mui-error': { color: palette.error.main },
      },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { backgroundColor: palette.background.paper, '& legend': { display: 'none' } },
      notchedOutline: { top: 0, borderColor: palette.mode === 'light' ? '#8794a0' : '#5f6e79' },
    },
  },
  // A label of lines stands where those of fields do.
  RaArrayInput: { styleOverrides: { root: { '& .RaArrayInput-label': { top: 0, left: 0 } } } },
  // react-admin keeps an empty line under every field; the fields are closer without it.
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        marginLeft: 0,
        lineHeight: 1.5,
        '&:not(.Mui-error):has(> span:only-child)': { display: 'none' },
      },
    },
  },
})

const surfaces = (palette: Palette) => ({
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontVariantNumeric: 'tabular-nums' },
      ':focus-visible': focusRing(palette),
      '@media print': { body: { background: '#fff' }, '.no-print': { display: 'none !important' } },
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: {
      root: { backgroundImage: 'none' },
      elevation0: { border: `1px solid ${palette.divider}` },
    },
  },
  MuiAppBar: { styleOverrides: { root: { border: 0, borderBottom: `1px solid ${palette.divider}` } } },
  MuiDrawer: { styleOverrides: { paper: { border: 0, borderRight: `1px solid ${palette.divider}` } } },
  MuiTableCell: {
    styleOverrides: {
      // Chinese names are not broken in the middle; the table scrolls inside its own box instead.
      root: {
        borderColor: palette.divider,
        lineHeight: 1.4,
        wordBreak: 'keep-all' as const,
        overflowWrap: 'break-word' as const,
      },
      sizeSmall: { padding: '5px 12px', height: 39 },
      paddingCheckbox: { width: 44, padding: '0 0 0 8px' },
      head: {
        fontWeight: 600,
        fontSize: 13,
        whiteSpace: 'nowrap' as const,
        color: palette.text.secondary,
        backgroundColor: palette.background.paper,
      },
      footer: { fontWeight: 600, fontSize: 14, color: palette.text.primary, borderBottom: 0 },
    },
  },
  MuiTab: { styleOverrides: { root: { minHeight: 40, textTransform: 'none' as const } } },
  MuiDialog: { styleOverrides: { paper: { border: 0, boxShadow: '0 12px 40px rgba(10,25,35,.28)' } } },
  MuiPopover: { styleOverrides: { paper: { boxShadow: '0 6px 24px rgba(10,25,35,.18)' } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 36 } } },
})

const themeOf = (palette: Palette): RaThemeOptions => ({
  palette,
  spacing: 4,
  shape: { borderRadius: 8 },
  typography: {
    fontFamily,
    fontSize: 14,
    body1: { fontSize: 14, lineHeight: 1.6 },
    body2: { fontSize: 14, lineHeight: 1.6 },
    caption: { fontSize: 12.5, lineHeight: 1.5 },
    h1: { fontSize: 22, fontWeight: 650, lineHeight: 1.35 },
    h2: { fontSize: 17, fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: 15, fontWeight: 600, lineHeight: 1.4 },
    h6: { fontSize: 17, fontWeight: 650, lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 550, lineHeight: 1.4 },
  },
  components: {
    ...controls(palette),
    ...fields(palette),
    ...surfaces(palette),
  } as RaThemeOptions['components'],
})

export const lightTheme = themeOf(light)
export const darkTheme = themeOf(dark)
