/** The outline panel of an open material. */
export const outline = {
  label: '大纲',
  labelOf: '大纲 · {{title}}',
  progress: '已写 {{written}}/{{total}}',
  empty: '还没有标题。在行首输入“一、”或“（一）”即成标题。',
  untitled: '（无标题）',
  unwritten: '未写',
  here: '{{name}}在这里',
  more: '+{{count}}',
  drafter: '{{name}} 执笔',
  nameDrafter: '“{{section}}”的执笔人',
  noDrafter: '不指定执笔人',
}
