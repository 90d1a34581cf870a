/** What can happen while somebody composes: the same table for those who edit and those who suggest. */
import type { Deed } from '../../client/editor/testing/harness/harness'
import { type Block, plain } from '../../shared/schema/blocks'

export const LETTERS = ['n', 'ni', "ni'h", "ni'hao"]
export const ABOVE = '上面一段文字'
export const WHERE = '甲乙丙丁戊己'
export const BELOW = '下面一段文字'

/** Block 2 is where it happens. */
export const TEXT: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'paragraph', runs: plain(ABOVE) },
  { type: 'paragraph', runs: plain(WHERE) },
  { type: 'paragraph', runs: plain(BELOW) },
]

export interface Scene {
  name: string
  blocks?: Block[]
  /** Caret or selection in block 2; [2, 3] unless told. */
  from?: [number, number]
  to?: [number, number]
  meanwhile?: Deed[]
  letters?: readonly string[]
  /** What is chosen; null: Escape. */
  word?: string | null
  /** Without the title. */
  texts: string[]
  caret: [number, number]
}

export const MIDDLE = '甲乙丙你好丁戊己'

export const SCENES: Scene[] = [
  { name: 'nobody else does anything', texts: [ABOVE, MIDDLE, BELOW], caret: [2, 5] },
  {
    name: 'typing before, same paragraph',
    meanwhile: [{ do: 'insert', block: 2, at: 1, text: '他' }],
    texts: [ABOVE, '甲他乙丙你好丁戊己', BELOW],
    caret: [2, 6],
  },
  {
    name: 'typing after, same paragraph',
    meanwhile: [{ do: 'insert', block: 2, at: 5, text: '他' }],
    texts: [ABOVE, '甲乙丙你好丁戊他己', BELOW],
    caret: [2, 5],
  },
  {
    name: 'typing at the paragraph’s start',
    meanwhile: [{ do: 'insert', block: 2, at: 0, text: '他们' }],
    texts: [ABOVE, '他们甲乙丙你好丁戊己', BELOW],
    caret: [2, 7],
  },
  {
    name: 'typing before and after',
    meanwhile: [
      { do: 'insert', block: 2, at: 1, text: '他' },
      { do: 'insert', block: 2, at: 6, text: '她' },
    ],
    texts: [ABOVE, '甲他乙丙你好丁戊她己', BELOW],
    caret: [2, 6],
  },
  {
    name: 'typing in the previous paragraph',
    meanwhile: [{ do: 'insert', block: 1, at: 2, text: '他' }],
    texts: ['上面他一段文字', MIDDLE, BELOW],
    caret: [2, 5],
  },
  {
    name: 'typing in the next paragraph',
    meanwhile: [{ do: 'insert', block: 3, at: 2, text: '他' }],
    texts: [ABOVE, MIDDLE, '下面他一段文字'],
    caret: [2, 5],
  },
  {
    name: 'a new paragraph above',
    meanwhile: [{ do: 'newBlock', block: 2, text: '新' }],
    texts: [ABOVE, '新', MIDDLE, BELOW],
    caret: [3, 5],
  },
  {
    name: 'their caret moves in the same paragraph',
    meanwhile: [
      { do: 'select', from: [2, 1], to: [2, 1] },
      { do: 'select', from: [2, 5], to: [2, 5] },
    ],
    texts: [ABOVE, MIDDLE, BELOW],
    caret: [2, 5],
  },
  {
    name: 'their caret stands at the composition',
    meanwhile: [{ do: 'select', from: [2, 3], to: [2, 3] }],
    texts: [ABOVE, MIDDLE, BELOW],
    caret: [2, 5],
  },
  {
    name: 'their selection lies over it',
    meanwhile: [{ do: 'select', from: [2, 1], to: [2, 5] }],
    texts: [ABOVE, MIDDLE, BELOW],
    caret: [2, 5],
  },
  {
    name: 'deletion before, same paragraph',
    meanwhile: [{ do: 'remove', block: 2, from: 0, to: 2 }],
    texts: [ABOVE, '丙你好丁戊己', BELOW],
    caret: [2, 3],
  },
  {
    name: 'deletion after, same paragraph',
    meanwhile: [{ do: 'remove', block: 2, from: 4, to: 6 }],
    texts: [ABOVE, '甲乙丙你好丁', BELOW],
    caret: [2, 5],
  },
  {
    name: 'deletion around it',
    meanwhile: [{ do: 'remove', block: 2, from: 2, to: 4 }],
    texts: [ABOVE, '甲乙你好戊己', BELOW],
    caret: [2, 4],
  },
  { name: 'bold before it', meanwhile: [{ do: 'bold', block: 2, from: 0, to: 2 }], texts: [ABOVE, MIDDLE, BELOW], caret: [2, 5] },
  { name: 'bold over it', meanwhile: [{ do: 'bold', block: 2, from: 1, to: 5 }], texts: [ABOVE, MIDDLE, BELOW], caret: [2, 5] },
  {
    name: 'split before it',
    meanwhile: [{ do: 'split', block: 2, at: 1 }],
    texts: [ABOVE, '甲', '乙丙你好丁戊己', BELOW],
    caret: [3, 4],
  },
  {
    name: 'split after it',
    meanwhile: [{ do: 'split', block: 2, at: 5 }],
    texts: [ABOVE, '甲乙丙你好丁戊', '己', BELOW],
    caret: [2, 5],
  },
  {
    name: 'the paragraph below is joined to it',
    meanwhile: [{ do: 'join', block: 3 }],
    texts: [ABOVE, `${MIDDLE}${BELOW}`],
    caret: [2, 5],
  },
  {
    name: 'it is joined to the paragraph above',
    meanwhile: [{ do: 'join', block: 2 }],
    texts: [`${ABOVE}${MIDDLE}`, BELOW],
    caret: [1, 11],
  },
  {
    name: 'its paragraph is deleted',
    meanwhile: [{ do: 'removeBlock', block: 2 }],
    texts: [ABOVE, '你好', BELOW],
    caret: [2, 2],
  },
  {
    name: 'its paragraph becomes a heading',
    meanwhile: [{ do: 'makeHeading', block: 2 }],
    texts: [ABOVE, MIDDLE, BELOW],
    caret: [2, 5],
  },
  {
    name: 'an empty paragraph',
    blocks: [...TEXT.slice(0, 2), { type: 'paragraph', runs: [] }, ...TEXT.slice(3)],
    from: [2, 0],
    meanwhile: [{ do: 'insert', block: 1, at: 0, text: '他' }],
    texts: [`他${ABOVE}`, '你好', BELOW],
    caret: [2, 2],
  },
  {
    name: 'an empty paragraph that is deleted',
    blocks: [...TEXT.slice(0, 2), { type: 'paragraph', runs: [] }, ...TEXT.slice(3)],
    from: [2, 0],
    meanwhile: [{ do: 'removeBlock', block: 2 }],
    texts: [ABOVE, '你好', BELOW],
    caret: [2, 2],
  },
  {
    name: 'over a selection',
    from: [2, 2],
    to: [2, 4],
    meanwhile: [{ do: 'insert', block: 2, at: 6, text: '他' }],
    texts: [ABOVE, '甲乙你好戊己他', BELOW],
    caret: [2, 4],
  },
  {
    name: 'over a selection across paragraphs',
    from: [1, 2],
    to: [2, 3],
    meanwhile: [{ do: 'insert', block: 3, at: 0, text: '他' }],
    texts: ['上面你好丁戊己', `他${BELOW}`],
    caret: [1, 4],
  },
  {
    name: 'at the paragraph’s start',
    from: [2, 0],
    meanwhile: [{ do: 'insert', block: 2, at: 3, text: '他' }],
    texts: [ABOVE, '你好甲乙丙他丁戊己', BELOW],
    caret: [2, 2],
  },
  {
    name: 'at the paragraph’s end',
    from: [2, 6],
    meanwhile: [{ do: 'insert', block: 2, at: 3, text: '他' }],
    texts: [ABOVE, '甲乙丙他丁戊己你好', BELOW],
    caret: [2, 9],
  },
  {
    name: 'in a heading',
    blocks: [...TEXT.slice(0, 2), { type: 'heading', level: 1, runs: plain(WHERE) }, ...TEXT.slice(3)],
    meanwhile: [{ do: 'insert', block: 2, at: 0, text: '他' }],
    texts: [ABOVE, '他甲乙丙你好丁戊己', BELOW],
    caret: [2, 6],
  },
  {
    name: 'in the title',
    from: [0, 6],
    meanwhile: [{ do: 'insert', block: 0, at: 0, text: '他' }],
    texts: [ABOVE, WHERE, BELOW],
    caret: [0, 9],
  },
  {
    name: 'cancelled',
    meanwhile: [{ do: 'insert', block: 2, at: 1, text: '他' }],
    word: null,
    texts: [ABOVE, '甲他乙丙丁戊己', BELOW],
    caret: [2, 4],
  },
  {
    name: 'shrinking before it is chosen',
    letters: ['n', 'ni', 'n', ''],
    word: null,
    texts: [ABOVE, WHERE, BELOW],
    caret: [2, 3],
  },
  {
    name: 'letters taken back and typed anew',
    letters: ['n', 'ni', 'n', 'na'],
    word: '那',
    meanwhile: [{ do: 'insert', block: 2, at: 1, text: '他' }],
    texts: [ABOVE, '甲他乙丙那丁戊己', BELOW],
    caret: [2, 5],
  },
]
