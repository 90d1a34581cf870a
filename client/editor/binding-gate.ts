/**
 * Between the editor and the shared document. Closed while an input method composes: half-typed pinyin then never enters the
 * shared document at all, and the finished text enters as one transaction, which is one step of undo and one update.
 */
export class BindingGate {
  private closed = false
  private write: () => void = () => {}

  get isClosed(): boolean {
    return this.closed
  }

  /** `write`: brings the shared document up to the editor's. */
  bind(write: () => void): void {
    this.write = write
  }

  close(): void {
    this.closed = true
  }

  open(): void {
    if (!this.closed) return
    this.closed = false
    this.write()
  }
}
