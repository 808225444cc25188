import { sidebar, topMenu } from '../navigation.ts'

/** The English site: what the theme says, and where its pages are. */
export function en() {
  return {
    label: 'English',
    lang: 'en',
    description:
      'An interactive workbook that teaches MySQL from TypeScript, against a real MySQL server.',
    themeConfig: {
      nav: topMenu('en'),
      sidebar: sidebar('en'),
      sidebarMenuLabel: 'Lessons',
      sidebarToggleLabel: 'Exercises',
      outline: { level: [2, 3] as [number, number], label: 'On this page' },
    },
    markdown: { container: { customContainers: { python: 'In Python' } } },
  }
}
