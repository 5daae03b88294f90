import { createTheme } from '@mantine/core';
import { fontFamily } from '../../catalog/charts/font-family.ts';

/** The look of every Mantine part: one family, five sizes, one accent, hairline borders, hardly a shadow. */
export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Code', 'Noto Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 8,
  primaryColor: 'accent',
  primaryShade: 6,
  colors: {
    accent: ['#e9f3fb', '#d0e4f4', '#a5cbea', '#78b1e0', '#5eb1ea', '#2f87c9', '#0a66a8', '#085791', '#06487a', '#043760'],
  },
  shadows: { xs: 'none', sm: 'none', md: '0 2px 8px rgb(0 0 0 / 8%)', lg: '0 2px 8px rgb(0 0 0 / 8%)', xl: '0 4px 16px rgb(0 0 0 / 10%)' },
  components: {
    Button: { defaultProps: { size: 'xs', fz: 14, fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.3 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.3 } } },
  },
});
