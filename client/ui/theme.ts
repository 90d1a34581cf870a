/** The kit in our colours and our words. */
import {
  type ButtonProps,
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineColorsTuple,
  type MantineTheme,
  type MantineThemeOverride,
  mergeMantineTheme,
} from '@mantine/core'
import type { TFunction } from 'i18next'

/** Shade 8 is `--accent`; the lighter ones are tints of it. */
const ACCENT: MantineColorsTuple = [
  '#f9ebe9',
  '#f3d6d3',
  '#e6aca7',
  '#d98079',
  '#cc5a51',
  '#c1443a',
  '#b8372e',
  '#b02a22',
  '#a8231c',
  '#8d1a14',
]

const LOOK: MantineThemeOverride = createTheme({
  colors: { accent: ACCENT },
  primaryColor: 'accent',
  primaryShade: 8,
  autoContrast: true,
  black: '#1e2227',
  white: '#fffefb',
  fontFamily: 'var(--ui)',
  lineHeights: { sm: '1.55', md: '1.55' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** The kit's own greys and reds are too pale to read on paper. */
const OUR_LIGHT = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--accent)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--panel)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-color': 'var(--ink)',
}

/** In bars the kit's letters are too large beside ours. */
const BAR_BUTTON = { '--button-fz': '14px', '--button-height': '32px', '--button-padding-x': '12px' }

export function themeFor(t: TFunction): MantineThemeOverride {
  const close = { 'aria-label': t('app.close') }
  // The scroll lock writes an inline style element, which the CSP refuses; `base.css` holds the page still instead.
  const dialog = { lockScroll: false, closeButtonProps: close, centered: true, transitionProps: { duration: 120 } }
  return {
    ...LOOK,
    components: {
      Button: { vars: (_: MantineTheme, { size }: ButtonProps) => ({ root: size === 'compact-md' ? BAR_BUTTON : {} }) },
      Modal: { defaultProps: dialog },
      // The placeholder it would focus is no item, and a menu may hold nothing else.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      ModalHeader: { defaultProps: { component: 'div' } },
      Drawer: { defaultProps: { ...dialog, centered: undefined } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('app.showPassword') } } },
    },
  }
}

/** Adopted, not written into a style element: the CSP allows no inline style. Once, before the first component is drawn. */
export function adoptThemeVariables(): void {
  const theme = mergeMantineTheme(DEFAULT_THEME, LOOK)
  const variables = defaultCssVariablesResolver(theme)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(convertCssVariables({ ...variables, light: { ...variables.light, ...OUR_LIGHT } }))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
