/** What a .docx holds and a material does not: counted while reading, told in the report. */
import type { ReportItem } from '../../shared/outline/document-outline'

type Loss =
  | 'deletion'
  | 'insertion'
  | 'comment'
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
  deletion: { kind: 'left-out', message: (count) => `修订中已删除的 ${count} 处文字没有导入。` },
  insertion: { kind: 'guessed', message: (count) => `修订中新增的 ${count} 处文字已按接受导入。` },
  comment: { kind: 'left-out', message: (count) => `${count} 条批注没有导入。` },
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
