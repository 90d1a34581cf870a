/** What a .docx holds and a material does not: counted while reading, told in the report. */
import type { ReportItem } from '../../shared/outline/document-outline'

type Loss =
  | 'move'
  | 'format'
  | 'row'
  | 'suggestion'
  | 'manySuggestions'
  | 'comment'
  | 'longComment'
  | 'footnote'
  | 'textBox'
  | 'picture'
  | 'hidden'
  | 'symbol'
  | 'bullet'
  | 'contents'
  | 'header'
  | 'nestedTable'
  | 'formula'

const MESSAGES: Record<Loss, { kind: ReportItem['kind']; message: (count: number) => string }> = {
  move: { kind: 'corrected', message: (count) => `修订中移动的 ${count} 处文字已改为一处删除、一处新增的建议。` },
  format: {
    kind: 'left-out',
    message: (count) => `修订中 ${count} 处字体、缩进等格式改动没有作为建议导入，文字保留。`,
  },
  row: { kind: 'left-out', message: (count) => `修订中增删的 ${count} 个表格行按原样保留，只有其中的文字作为建议导入。` },
  suggestion: {
    kind: 'left-out',
    message: (count) => `${count} 处修订落在编号或没有导入的行里，没有作为建议保留，按接受导入。`,
  },
  manySuggestions: { kind: 'left-out', message: (count) => `修订太多（${count} 处），没有作为建议保留，全部按接受导入。` },
  comment: { kind: 'left-out', message: (count) => `${count} 条批注没有导入。` },
  longComment: { kind: 'left-out', message: (count) => `${count} 条批注过长或过多，只导入了一部分。` },
  footnote: { kind: 'left-out', message: (count) => `${count} 处脚注或尾注没有导入。` },
  textBox: { kind: 'left-out', message: (count) => `${count} 个文本框没有导入。` },
  picture: { kind: 'left-out', message: (count) => `${count} 个图片或图形没有导入。` },
  hidden: { kind: 'left-out', message: (count) => `${count} 处隐藏文字没有导入。` },
  symbol: { kind: 'corrected', message: (count) => `${count} 个特殊字体符号换成了“□”。` },
  bullet: { kind: 'left-out', message: (count) => `${count} 个项目符号没有导入，文字保留。` },
  contents: { kind: 'left-out', message: (count) => `自动目录的 ${count} 行没有导入。` },
  header: { kind: 'left-out', message: (count) => `${count} 处页眉页脚没有导入。` },
  nestedTable: { kind: 'corrected', message: (count) => `${count} 个嵌套表格已展开为文字。` },
  formula: { kind: 'corrected', message: (count) => `${count} 个公式按文字导入。` },
}

export class Losses {
  private readonly counts = new Map<Loss, { count: number; excerpt: string }>()

  add(loss: Loss, excerpt = '', count = 1): void {
    const known = this.counts.get(loss)
    if (known === undefined) this.counts.set(loss, { count, excerpt })
    else {
      known.count += count
      if (known.excerpt === '') known.excerpt = excerpt
    }
  }

  report(): ReportItem[] {
    return [...this.counts].map(([loss, { count, excerpt }]) => {
      const { kind, message } = MESSAGES[loss]
      return { kind, message: message(count), excerpt: [...excerpt.slice(0, 80)].slice(0, 40).join('') }
    })
  }
}
