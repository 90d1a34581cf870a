export const outline = {
  label: 'Outline',
  labelOf: 'Outline · {{title}}',
  progress: '{{written}}/{{total}} written',
  empty: 'No headings yet. Type “一、” or “（一）” at the start of a line to make one.',
  untitled: '(no heading)',
  unwritten: 'empty',
  here: '{{name}} is here',
  more: '+{{count}}',
  drafter: '{{name}} drafts',
  nameDrafter: 'Drafter of “{{section}}”',
  noDrafter: 'No drafter',
}
